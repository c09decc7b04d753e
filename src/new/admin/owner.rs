//! The settings that the owner of a site chooses: which git host, which repository.

use serde_json::{Map, Value};

/// A git host with which the administration page works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// github.com.
    GitHub,
    /// gitlab.com, or GitLab on an address of one's own.
    GitLab,
    /// Gitea or Forgejo.
    Gitea,
}

/// Where the files of the site lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    /// The host.
    pub host: Host,
    /// `owner/name`.
    pub name: String,
    /// The branch that is published.
    pub branch: String,
}

/// Why the settings of the owner cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OwnerError {
    /// They are not YAML, and where that shows.
    #[error("dit is geen goede YAML{0}")]
    Form(String),
    /// A key is missing.
    #[error("de sleutel `{0}` ontbreekt")]
    Missing(&'static str),
    /// A key that the program itself fills in.
    #[error("de sleutel `{0}` vult het programma zelf in")]
    Ours(String),
}

/// What an owner may set besides the backend.
const FREE_KEYS: [&str; 6] = ["backend", "site_url", "display_url", "logo", "logo_url", "logout_redirect_url"];

/// The text of `beheer/instellingen.yml` for a new administration page.
pub fn owner_file(repository: &Repository) -> String {
    let Repository { host, name, branch } = repository;
    let (word, address) = match host {
        Host::GitHub => ("github", ""),
        Host::GitLab => ("gitlab", GITLAB),
        Host::Gitea => ("gitea", GITEA),
    };
    format!("{HEAD}backend:\n  name: {word}\n  repo: {}\n  branch: {}\n{address}", quoted(name), quoted(branch))
}

const HEAD: &str = "\
# Uw eigen instellingen van het beheer. `ouderwijzer new beheer` maakt dit bestand één keer en verandert het daarna nooit.
# Iets veranderd? Draai `ouderwijzer new beheer` nog eens: dan staat het ook in config.yml.

# Waar de bestanden van de site staan: github, gitlab of gitea (ook voor Forgejo).
";

const GITLAB: &str = "\
  # Een eigen GitLab? Haal de hekjes weg en vul uw adres en het nummer van de toepassing in.
  # base_url: https://gitlab.voorbeeld.nl
  # api_root: https://gitlab.voorbeeld.nl/api/v4
  # auth_type: pkce
  # app_id: nummer-van-de-toepassing
";

const GITEA: &str = "\
  # Haal de hekjes weg en vul uw adres en het nummer van de toepassing in.
  # base_url: https://git.voorbeeld.nl
  # api_root: https://git.voorbeeld.nl/api/v1
  # app_id: nummer-van-de-toepassing
";

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// Reads the settings of the owner.
///
/// # Errors
/// When they are not YAML, name no repository, or set a key that the program fills in itself.
pub(super) fn read(text: &str) -> Result<Map<String, Value>, OwnerError> {
    let settings: Map<String, Value> = serde_yaml::from_str(text).map_err(|error| not_yaml(&error))?;
    if let Some(ours) = settings.keys().find(|key| !FREE_KEYS.contains(&key.as_str())) {
        return Err(OwnerError::Ours(ours.clone()));
    }
    let backend = settings.get("backend").ok_or(OwnerError::Missing("backend"))?;
    let is_text = |key: &str| backend.get(key).and_then(Value::as_str).is_some_and(|text| !text.trim().is_empty());
    match () {
        () if !is_text("name") => Err(OwnerError::Missing("backend.name")),
        () if !is_text("repo") && backend["name"] != "test-repo" => Err(OwnerError::Missing("backend.repo")),
        () => Ok(settings),
    }
}

/// The library only has English words; where it is, an editor can use.
fn not_yaml(error: &serde_yaml::Error) -> OwnerError {
    OwnerError::Form(error.location().map_or_else(String::new, |place| format!(": kijk bij regel {}", place.line())))
}

#[cfg(test)]
mod tests {
    use super::{Host, OwnerError, Repository, owner_file, read};

    fn repository(host: Host) -> Repository {
        Repository { host, name: "gemeente/ouderwijzer".to_owned(), branch: "main".to_owned() }
    }

    #[test]
    fn what_is_written_for_every_host_can_be_read() {
        for (host, word) in [(Host::GitHub, "github"), (Host::GitLab, "gitlab"), (Host::Gitea, "gitea")] {
            let settings = read(&owner_file(&repository(host))).expect("our own text");
            assert_eq!(settings["backend"]["name"], word);
            assert_eq!(settings["backend"]["repo"], "gemeente/ouderwijzer");
        }
    }

    #[test]
    fn a_name_with_odd_letters_stays_a_text() {
        let odd = Repository { name: "a: \"b\"\nc".to_owned(), ..repository(Host::GitHub) };
        assert_eq!(read(&owner_file(&odd)).expect("a text")["backend"]["repo"], "a: \"b\"\nc");
    }

    #[test]
    fn settings_without_a_repository_and_with_our_own_keys_are_refused() {
        assert!(matches!(read("backend: {name: github}"), Err(OwnerError::Missing("backend.repo"))));
        assert!(matches!(read("site_url: https://a.nl"), Err(OwnerError::Missing("backend"))));
        assert!(
            matches!(read("backend: {name: test-repo}\ncollections: []"), Err(OwnerError::Ours(key)) if key == "collections")
        );
        assert!(matches!(read("- a"), Err(OwnerError::Form(_))));
        let said = read("backend:\n  name: github\n repo: a/b\n").expect_err("the third line stands wrong").to_string();
        assert_eq!(said, "dit is geen goede YAML: kijk bij regel 3");
    }
}
