//! Questions in plain Dutch, on a terminal only. Every question may be skipped with Enter, and every answer can be a flag.

use std::io::IsTerminal;

use anyhow::{Result, bail};
use inquire::ui::{RenderConfig, Styled};
use inquire::validator::Validation;
use inquire::{Autocomplete, CustomUserError, InquireError, Select, Text};
use ouderwijzer::new::{Answers, Found, Ground, LocalTeam, find, nearest_names};
use ouderwijzer::sources::{Register, RegisteredMunicipality};
use url::Url;

use crate::cli::arguments::NewMunicipality;
use crate::cli::day_of;

/// Whether there is somebody to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Questions {
    Ask,
    Never,
}

impl Questions {
    /// Asks when there is a terminal on both sides, and nobody said not to.
    pub(super) fn new(unwanted: bool) -> Questions {
        let somebody = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
        if !somebody || unwanted {
            return Questions::Never;
        }
        // The library speaks English where somebody stops.
        inquire::set_global_render_config(RenderConfig::default().with_canceled_prompt_indicator(Styled::new("(gestopt)")));
        Questions::Ask
    }

    /// Asks what the flags did not say.
    pub(super) fn rest(self, given: Answers, asked: &NewMunicipality, ground: &Ground) -> Result<Answers> {
        if self == Questions::Never {
            return Ok(given);
        }
        let Answers { website, region, local_team } = given;
        Ok(Answers {
            website: if website.is_some() { website } else { ask_website()? },
            region: if region.is_some() { region } else { ask_region(ground)? },
            local_team: if local_team.is_some() { local_team } else { ask_local_team(asked)? },
        })
    }
}

/// The name of the municipality, with the names of the list as help. A name that nobody has is asked again.
pub(super) fn name(register: &Register) -> Result<String> {
    let names = Names(register.municipalities.iter().map(|row| row.name.clone()).collect());
    let list = register.clone();
    let check =
        move |typed: &str| Ok(unknown_name(&list, typed).map_or(Validation::Valid, |why| Validation::Invalid(why.into())));
    let question = Text::new("Welke gemeente?")
        .with_help_message("typ de naam; Tab vult aan, Esc stopt")
        .with_autocomplete(names)
        .with_validator(check);
    answered(question.prompt())
}

/// Why a name leads nowhere, with the names that look like it.
fn unknown_name(register: &Register, typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some("typ een naam".to_owned());
    }
    if !matches!(find(register, typed), Found::Nothing) {
        return None;
    }
    let near = nearest_names(register, typed);
    Some(match near.is_empty() {
        true => format!("er is geen gemeente of plaats `{typed}`"),
        false => format!("er is geen gemeente of plaats `{typed}`; bedoelt u {}?", super::either(&near)),
    })
}

/// The names of all municipalities, for who types the beginning of one.
#[derive(Clone)]
struct Names(Vec<String>);

impl Autocomplete for Names {
    fn get_suggestions(&mut self, typed: &str) -> Result<Vec<String>, CustomUserError> {
        let typed = typed.to_lowercase();
        let fitting = self.0.iter().filter(|name| !typed.is_empty() && name.to_lowercase().starts_with(&typed));
        Ok(fitting.take(5).cloned().collect())
    }

    fn get_completion(&mut self, typed: &str, highlighted: Option<String>) -> Result<Option<String>, CustomUserError> {
        Ok(highlighted.or_else(|| self.get_suggestions(typed).ok()?.into_iter().next()))
    }
}

/// One of some municipalities.
pub(super) fn one_of<'a>(message: &str, rows: &[&'a RegisteredMunicipality]) -> Result<&'a RegisteredMunicipality> {
    let shown: Vec<String> = rows.iter().map(|row| format!("{}, in {}", row.name, row.province)).collect();
    let title = format!("{message}. Welke gemeente bedoelt u?");
    let chosen = Select::new(&title, shown).with_help_message(CHOOSE).raw_prompt();
    Ok(rows[answered(chosen)?.index])
}

/// What is wrong with the address of a site; `None` when it is right.
pub(super) fn wrong_website(typed: &str) -> Option<String> {
    let right =
        Url::parse(typed).is_ok_and(|url| url.scheme() == "https" && url.host_str().is_some_and(|host| host.contains('.')));
    (!right).then(|| format!("`{typed}` is geen adres dat begint met https://"))
}

const CHOOSE: &str = "kies met de pijlen, Enter is goed, Esc stopt";
const SKIP: &str = "Enter slaat over, Esc stopt";

fn ask_website() -> Result<Option<String>> {
    let check = |typed: &str| {
        let typed = with_scheme(typed);
        let wrong = wrong_website(&typed).filter(|_| !typed.is_empty());
        Ok(wrong.map_or(Validation::Valid, |wrong| Validation::Invalid(wrong.into())))
    };
    let question = Text::new("Wat is de site van de gemeente?").with_placeholder("https://www.voorbeeld.nl");
    let typed = optional(question.with_help_message(SKIP).with_validator(check))?;
    Ok(typed.map(|typed| with_scheme(&typed)))
}

/// People leave the beginning of an address away, and browsers let them.
fn with_scheme(typed: &str) -> String {
    let typed = typed.trim();
    if typed.is_empty() || typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") }
}

fn ask_region(ground: &Ground) -> Result<Option<String>> {
    if ground.regions.is_empty() {
        return Ok(None);
    }
    let keys: Vec<&String> = ground.regions.keys().collect();
    let mut shown = vec!["Weet ik niet, of staat er niet bij".to_owned()];
    shown.extend(ground.regions.values().cloned());
    let chosen =
        answered(Select::new("Bij welke jeugdregio hoort de gemeente?", shown).with_help_message(CHOOSE).raw_prompt())?;
    Ok(chosen.index.checked_sub(1).map(|index| keys[index].clone()))
}

fn ask_local_team(asked: &NewMunicipality) -> Result<Option<LocalTeam>> {
    let question = Text::new("Hoe heet het lokale team, bijvoorbeeld wijkteam?").with_help_message(SKIP);
    let Some(name) = optional(question)? else { return Ok(None) };
    let source = required("Waar leest u dat? Geef de titel van de pagina of het stuk", asked.source.as_deref())?;
    let day = ask_day(asked.day.as_deref())?;
    Ok(Some(LocalTeam { name, source, day }))
}

fn ask_day(before: Option<&str>) -> Result<String> {
    let check = |typed: &str| {
        let wrong = "schrijf jaar-maand-dag, bijvoorbeeld 2026-11-22";
        Ok(if day_of(typed.trim()).is_some() { Validation::Valid } else { Validation::Invalid(wrong.into()) })
    };
    let question = Text::new("Voor welke dag klopt dat? Schrijf jaar-maand-dag, bijvoorbeeld 2026-11-22")
        .with_help_message("Esc stopt")
        .with_validator(check)
        .with_initial_value(before.unwrap_or_default());
    let typed = answered(question.prompt())?;
    Ok(day_of(typed.trim()).map_or(typed, |day| day.to_string()))
}

fn optional(question: Text<'_, '_>) -> Result<Option<String>> {
    let typed = answered(question.prompt())?;
    Ok(Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty()))
}

fn required(title: &str, before: Option<&str>) -> Result<String> {
    let check = |typed: &str| {
        Ok(if typed.trim().is_empty() { Validation::Invalid("dit is nodig".into()) } else { Validation::Valid })
    };
    let question =
        Text::new(title).with_help_message("Esc stopt").with_validator(check).with_initial_value(before.unwrap_or_default());
    Ok(answered(question.prompt())?.trim().to_owned())
}

fn answered<T>(answer: Result<T, InquireError>) -> Result<T> {
    match answer {
        Ok(answer) => Ok(answer),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => {
            bail!("u bent gestopt; er is niets gemaakt")
        }
        Err(error) => bail!(
            "de vraag kan niet gesteld worden: {error}\nhulp: geef de antwoorden als opties; zie `ouderwijzer new gemeente --help`"
        ),
    }
}

#[cfg(test)]
mod tests {
    use camino::Utf8Path;
    use inquire::Autocomplete;
    use ouderwijzer::sources::{Register, read_register};

    use super::{Names, unknown_name, with_scheme};

    fn register() -> Register {
        read_register(Utf8Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the lists of the project can be read")
    }

    #[test]
    fn a_name_that_nobody_has_is_asked_again_with_the_nearest_names() {
        let said = |typed: &str| unknown_name(&register(), typed);
        assert_eq!(said("Amersfort").as_deref(), Some("er is geen gemeente of plaats `Amersfort`; bedoelt u `Amersfoort`?"));
        assert_eq!(said("Xyzzyx").as_deref(), Some("er is geen gemeente of plaats `Xyzzyx`"));
        assert_eq!(said(" ").as_deref(), Some("typ een naam"));
        for known in ["amersfoort", "Bergen", "Delfzijl", "Den Bosch", "'s-Hertogenbosch", "Nuenen, Gerwen en Nederwetten"] {
            assert_eq!(said(known), None, "{known}");
        }
    }

    #[test]
    fn tab_completes_the_beginning_of_a_name() {
        let mut names = Names(vec!["Zwijndrecht".to_owned(), "Zwolle".to_owned()]);
        assert_eq!(names.get_completion("zwo", None).expect("never fails"), Some("Zwolle".to_owned()));
        assert_eq!(names.get_completion("zwolle!", None).expect("never fails"), None);
    }

    #[test]
    fn the_beginning_of_an_address_may_be_left_out() {
        assert_eq!(with_scheme(" www.zwolle.nl "), "https://www.zwolle.nl");
        assert_eq!(with_scheme("https://www.zwolle.nl"), "https://www.zwolle.nl");
        assert_eq!(with_scheme("  "), "");
    }
}
