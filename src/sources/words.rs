//! The words of the languages: everything below `content/<language>/`.

use std::collections::BTreeMap;

use camino::Utf8Path;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde_json::Value;

use super::Loader;
use super::files::Folder;
use super::front_matter::{self, Document};
use super::raw::{
    Entries, RawGlossaryEntry, RawLanguage, RawOrganisationWords, RawPageWords, RawRemedyWords, RawRightWords,
    RawStageWords, RawTransitionWords,
};
use super::yaml::{self, Loaded};
use crate::diag::nearest;
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

/// Folders of a language.
pub(super) const FOLDERS: &[&str] = &["stappen", "rechten", "routes", "paginas", "jongeren"];
/// Files of a language.
const WORD_FILES: &[&str] = &["overgangen.yaml", "organisaties.yaml", "woordenlijst.yaml", "ui.yaml", "taal.yaml"];

/// Compiles what the files of a language are held against.
pub(super) fn prepare_schemas() {
    yaml::prepare::<RawStageWords>();
    yaml::prepare::<RawRightWords>();
    yaml::prepare::<RawRemedyWords>();
    yaml::prepare::<RawPageWords>();
    yaml::prepare::<RawLanguage>();
    yaml::prepare::<Value>();
    yaml::prepare::<Entries<RawTransitionWords>>();
    yaml::prepare::<Entries<RawOrganisationWords>>();
    yaml::prepare::<Entries<RawGlossaryEntry>>();
}

/// Names of the folders in `content/`, but for the lists: each is a language, or is a finding.
pub(super) fn tags(content: &Folder) -> Vec<String> {
    let folder = |path: &Utf8Path| path.as_str().split_once('/').map(|(tag, _)| tag.to_owned());
    let mut tags: Vec<String> = content.files().filter_map(folder).filter(|tag| tag != "register").collect();
    tags.dedup();
    tags
}

/// Reads the folders with these names side by side, each with its own loader.
pub(super) fn load(tags: &[String], loaders: &mut [Loader], content: &Folder) -> BTreeMap<Lang, RawWords> {
    let work = tags.par_iter().zip(loaders);
    work.filter_map(|(tag, loader)| load_folder(tag, loader, content)).collect()
}

fn load_folder(tag: &str, loader: &mut Loader, content: &Folder) -> Option<(Lang, RawWords)> {
    let files = content.files().filter(|path| path.starts_with(tag));
    let Some(lang) = Lang::from_tag(tag) else {
        files.for_each(|path| loader.unknown_language(content, path, tag));
        return None;
    };
    let mut words = RawWords::default();
    for path in files {
        let rest: Vec<&str> = path.iter().skip(1).collect();
        load_file(loader, content, path, &rest, &mut words);
    }
    Some((lang, words))
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
            let help = match nearest(rest[0], WORD_FILES.iter().chain(FOLDERS).copied()) {
                Some(meant) => format!("verander de naam in `{meant}`"),
                None => format!("gebruik een van de mappen {}", FOLDERS.join(", ")),
            };
            loader.stray_file(content, path, help);
        }
    }
}

fn insert<T>(loader: &mut Loader, content: &Folder, path: &Utf8Path, name: &str, into: &mut BTreeMap<String, Document<T>>)
where
    T: serde::de::DeserializeOwned + schemars::JsonSchema,
{
    if !loader.has_good_name(content, path, ".md") {
        return;
    }
    let key = name.trim_end_matches(".md");
    if let Some(document) = front_matter::load(loader, content, path) {
        into.insert(key.to_owned(), document);
    }
}
