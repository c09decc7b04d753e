//! The administration page: what a git-based CMS is told of a site, made from the same schemas as the help in an editor program.
//!
//! What holds for the whole country (steps, rights, routes, facts, sources) is not in it, so nobody can change it there.

mod collections;
mod field;
mod may_be;
mod owner;
mod renewal;

use serde_json::{Map, Value, json};

pub use self::owner::{Host, OwnerError, Repository, owner_file};
pub use self::renewal::{RECORD, Renewal, renewal};
use crate::lang::Lang;
use crate::schema::KnownNames;
use crate::sources::Sources;

/// The first line of the configuration. A file without it was not made here.
const MADE_HERE: &str =
    "# Gemaakt door `ouderwijzer new beheer`. Verander dit bestand niet: uw eigen instellingen staan in instellingen.yml.";

/// The text of `beheer/config.yml`: the settings of the owner, then a collection for every kind of file that may be edited.
///
/// # Errors
/// When the settings of the owner are not YAML or name no repository.
pub fn admin_config(sources: &Sources, owner: &str) -> Result<String, OwnerError> {
    let names = KnownNames::of(sources);
    let site = &sources.site.value;
    let languages: Vec<Lang> = site.talen.iter().filter_map(|tag| Lang::from_tag(&tag.value)).collect();
    let tags: Vec<&str> = languages.iter().map(|lang| lang.tag()).collect();
    let mut config = owner::read(owner)?;
    let fixed = json!({
        "app_title": format!("Beheer van {}", site.naam),
        "locale": "nl",
        "publish_mode": "simple",
        "media_folder": "beheer/beelden",
        "public_folder": "/beelden",
        "editor": { "preview": false },
        "output": { "omit_empty_optional_fields": true },
        "i18n": { "structure": "multiple_folders", "locales": tags, "default_locale": site.terugval.value },
        "collections": collections::all(&names, &languages),
    });
    config.extend(into_map(fixed));
    let body = serde_yaml::to_string(&config).expect("a tree of JSON values can always be written as YAML");
    Ok(format!("{MADE_HERE}\n{body}"))
}

fn into_map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
