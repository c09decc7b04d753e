//! The official lists: municipalities, mergers, places. Licences: `content/register/README.md`.

use camino::Utf8Path;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Loader;
use super::files::Folder;
use crate::diag::{Diagnostic, Span, nearest};

/// A row of `gemeenten.csv`.
#[derive(Clone, Debug, Deserialize)]
pub struct RegisteredMunicipality {
    /// Fixed key for addresses.
    #[serde(rename = "sleutel")]
    pub key: String,
    /// CBS code.
    pub code: String,
    /// Name that people use.
    #[serde(rename = "naam")]
    pub name: String,
    /// Province.
    #[serde(rename = "provincie")]
    pub province: String,
}

/// A row of `herindelingen.csv`.
#[derive(Clone, Debug, Deserialize)]
pub struct FormerMunicipality {
    /// Code that no longer exists.
    #[serde(rename = "oude_code")]
    pub code: String,
    /// Name that no longer exists.
    #[serde(rename = "oude_naam")]
    pub name: String,
    /// Code of the municipality of today.
    #[serde(rename = "huidige_code")]
    pub current_code: String,
}

/// A row of `plaatsen.csv`.
#[derive(Clone, Debug, Deserialize)]
pub struct RegisteredPlace {
    /// Name of the place.
    #[serde(rename = "plaats")]
    pub name: String,
    /// Code of its municipality.
    #[serde(rename = "gemeente_code")]
    pub municipality_code: String,
    /// Province.
    #[serde(rename = "provincie")]
    pub province: String,
}

/// The three lists; empty when the site brings none.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// All municipalities of today.
    pub municipalities: Vec<RegisteredMunicipality>,
    /// Those that merged.
    pub former: Vec<FormerMunicipality>,
    /// Places.
    pub places: Vec<RegisteredPlace>,
}

/// Where the lists lie, from the site folder.
pub(super) const SHOWN_FOLDER: &str = "content/register";

const MUNICIPALITIES: &str = "register/gemeenten.csv";
const FORMER: &str = "register/herindelingen.csv";
const PLACES: &str = "register/plaatsen.csv";

/// Reads the lists.
pub(crate) fn load(loader: &mut Loader, content: &Folder) -> Register {
    let known = [MUNICIPALITIES, FORMER, PLACES, "register/README.md"];
    for path in content.files().filter(|path| path.starts_with("register") && !known.contains(&path.as_str())) {
        let help = match nearest(path.as_str(), known) {
            Some(meant) => format!("verander de naam in `{meant}`"),
            None => "verwijder het bestand, of zet het op de goede plaats".to_owned(),
        };
        loader.stray_file(content, path, help);
    }
    Register {
        municipalities: rows(loader, content, MUNICIPALITIES),
        former: rows(loader, content, FORMER),
        places: rows(loader, content, PLACES),
    }
}

fn rows<T: DeserializeOwned>(loader: &mut Loader, content: &Folder, path: &str) -> Vec<T> {
    if !content.contains(path) {
        return Vec::new();
    }
    let Some(id) = loader.text(content, Utf8Path::new(path)) else { return Vec::new() };
    let mut rows = Vec::new();
    for row in csv::Reader::from_reader(loader.files.text(id).as_bytes()).deserialize() {
        match row {
            Ok(row) => rows.push(row),
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                let wrong = Diagnostic::error("register", format!("regel {line} van de lijst is niet te lezen"))
                    .at(Span::whole(id))
                    .help("zet de lijst terug zoals zij was: kolommen met komma's ertussen");
                loader.problems.push(wrong);
            }
        }
    }
    rows
}
