//! The words of the languages: everything below `content/<language>/`.

use std::collections::BTreeMap;

use camino::Utf8Path;
use serde_json::Value;

use super::files::Folder;
use super::front_matter::{self, Document};
use super::raw::{
    Entries, RawGlossaryEntry, RawLanguage, RawOrganisationWords, RawPageWords, RawRemedyWords, RawRightWords,
    RawStageWords, RawTransitionWords,
};
use super::yaml::Loaded;
use super::{Loader, is_key};
use crate::diag::{Diagnostic, Span};
use crate::lang::Lang;

/// The words of one language, by key.
#[derive(Debug, Default)]
pub struct RawWords {
    /// `stappen/`.
    pub stages: BTreeMap<String, Document<RawStageWords>>,
    /// `rechten/`.
    pub rights: BTreeMap<String, Document<RawRightWords>>,
    /// `routes/`.
    pub remedies: BTreeMap<String, Document<RawRemedyWords>>,
    /// `paginas/`.
    pub pages: BTreeMap<String, Document<RawPageWords>>,
    /// `jongeren/`.
    pub young: BTreeMap<String, Document<RawPageWords>>,
    /// `overgangen.yaml`.
    pub transitions: Option<Loaded<Entries<RawTransitionWords>>>,
    /// `organisaties.yaml`.
    pub organisations: Option<Loaded<Entries<RawOrganisationWords>>>,
    /// `woordenlijst.yaml`.
    pub glossary: Option<Loaded<Entries<RawGlossaryEntry>>>,
    /// `ui.yaml`.
    pub ui: Option<Loaded<Value>>,
    /// `taal.yaml`.
    pub language: Option<Loaded<RawLanguage>>,
}

/// Reads all languages.
pub(crate) fn load(loader: &mut Loader, content: &Folder) -> BTreeMap<Lang, RawWords> {
    let mut languages: BTreeMap<Lang, RawWords> = BTreeMap::new();
    for path in content.files() {
        let parts: Vec<&str> = path.iter().collect();
        let [tag, rest @ ..] = &parts[..] else { continue };
        if rest.is_empty() || *tag == "register" {
            continue;
        }
        match Lang::from_tag(tag) {
            Some(lang) => load_file(loader, content, path, rest, languages.entry(lang).or_default()),
            None => loader.unknown_language(content, path, tag),
        }
    }
    languages
}

fn load_file(loader: &mut Loader, content: &Folder, path: &Utf8Path, rest: &[&str], words: &mut RawWords) {
    match rest {
        ["overgangen.yaml"] => words.transitions = loader.yaml(content, path),
        ["organisaties.yaml"] => words.organisations = loader.yaml(content, path),
        ["woordenlijst.yaml"] => words.glossary = loader.yaml(content, path),
        ["ui.yaml"] => words.ui = loader.yaml(content, path),
        ["taal.yaml"] => words.language = loader.yaml(content, path),
        ["stappen", name] => insert(loader, content, path, name, &mut words.stages),
        ["rechten", name] => insert(loader, content, path, name, &mut words.rights),
        ["routes", name] => insert(loader, content, path, name, &mut words.remedies),
        ["paginas", name] => insert(loader, content, path, name, &mut words.pages),
        ["jongeren", name] => insert(loader, content, path, name, &mut words.young),
        _ => {
            let id = loader.files.add(content.shown(path), "".into());
            let stray = Diagnostic::error("onbekend-bestand", format!("het programma kent `{path}` niet"))
                .at(Span::whole(id))
                .help("gebruik een van de mappen stappen, rechten, routes, paginas of jongeren");
            loader.problems.push(stray);
        }
    }
}

fn insert<T>(loader: &mut Loader, content: &Folder, path: &Utf8Path, name: &str, into: &mut BTreeMap<String, Document<T>>)
where
    T: serde::de::DeserializeOwned + schemars::JsonSchema,
{
    let key = name.strip_suffix(".md").unwrap_or_default();
    if !is_key(key) {
        let id = loader.files.add(content.shown(path), "".into());
        let wrong = Diagnostic::error("bestandsnaam", format!("de bestandsnaam `{name}` kan niet"))
            .at(Span::whole(id))
            .help("gebruik kleine letters, cijfers en streepjes, en eindig op `.md`");
        loader.problems.push(wrong);
        return;
    }
    if let Some(document) = front_matter::load(loader, content, path) {
        into.insert(key.to_owned(), document);
    }
}
