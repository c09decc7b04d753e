//! First room: reads each input file once and remembers where every value came from.
//!
//! Text in, typed but unexplained values out. Whether a stage exists, a right is known or a day is real is not asked
//! here: that is meaning, and lives in `model`. Nothing that is loaded is ever changed or written back.

mod files;
mod front_matter;
pub mod raw;
mod register;
mod theme;
mod words;
pub mod yaml;

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};

use self::files::Folder;
pub use self::front_matter::Document;
use self::raw::{Entries, RawFact, RawLayer, RawOrganisation, RawPageWords, RawPathway, RawRight, RawSite, RawSource};
pub use self::register::{FormerMunicipality, Register, RegisteredMunicipality, RegisteredPlace};
pub use self::theme::ThemeFiles;
pub use self::words::RawWords;
use self::yaml::Loaded;
pub use self::yaml::text_values;
use crate::diag::{Diagnostic, Diagnostics, FileId, SourceMap, Span, nearest};
use crate::lang::Lang;

/// Everything that was read, file by file.
#[derive(Debug)]
pub struct Sources {
    /// `content/site.yaml`.
    pub site: Loaded<RawSite>,
    /// `content/stappen.yaml`.
    pub pathway: Loaded<RawPathway>,
    /// `content/feiten.yaml`.
    pub facts: Loaded<Entries<RawFact>>,
    /// `content/bronnen.yaml`.
    pub sources: Loaded<Entries<RawSource>>,
    /// `content/rechten.yaml`; empty when the site has none.
    pub rights: Option<Loaded<Entries<RawRight>>>,
    /// `content/routes.yaml`.
    pub remedies: Option<Loaded<Entries<RawRight>>>,
    /// `content/organisaties.yaml`.
    pub organisations: Option<Loaded<Entries<RawOrganisation>>>,
    /// `content/landelijk.yaml`: the layer under every municipality.
    pub national: Option<Loaded<RawLayer>>,
    /// `municipalities/regios/*.yaml` by key.
    pub regions: BTreeMap<String, Loaded<RawLayer>>,
    /// `municipalities/*.yaml` by key.
    pub municipalities: BTreeMap<String, Loaded<RawLayer>>,
    /// Local additions to pages: municipality, language, page.
    pub additions: BTreeMap<(String, Lang, String), Document<RawPageWords>>,
    /// Words by language.
    pub words: BTreeMap<Lang, RawWords>,
    /// The official lists.
    pub register: Register,
    /// Templates and styles.
    pub theme: ThemeFiles,
    /// Paths of files that were there but could not be used; nobody should call them missing.
    pub broken: BTreeSet<Utf8PathBuf>,
}

/// Why reading could not even begin.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The folder is not a site.
    #[error("in `{0}` staat geen map `content`: dit is geen map van een site")]
    NotASite(Utf8PathBuf),
    /// A folder could not be listed.
    #[error("de map `{path}` is niet te lezen: {cause}")]
    Folder {
        /// The folder.
        path: Utf8PathBuf,
        /// What the system says.
        cause: String,
    },
}

/// What loading gives: the sources when the shared files could all be used, every text, every problem.
#[derive(Debug)]
pub struct LoadOutcome {
    /// The sources; `None` when a file is broken on which everything else stands.
    pub sources: Option<Sources>,
    /// The texts, for messages.
    pub files: SourceMap,
    /// What is wrong.
    pub problems: Diagnostics,
}

/// Reads a site folder.
///
/// # Errors
/// When the folder is no site folder or cannot be listed. Anything wrong *inside* a file is a finding in the outcome.
pub fn load(site_dir: &Utf8Path) -> Result<LoadOutcome, LoadError> {
    let mut loader = Loader { files: SourceMap::default(), problems: Diagnostics::default(), broken: BTreeSet::new() };
    let content = Folder::open(site_dir, "content")?;
    if content.is_empty() {
        return Err(LoadError::NotASite(site_dir.to_owned()));
    }
    let municipalities = Folder::open(site_dir, "municipalities")?;
    let theme = Folder::open(site_dir, "themes/standaard")?;
    let sources = loader.sources(&content, &municipalities, &theme);
    Ok(LoadOutcome { sources, files: loader.files, problems: loader.problems })
}

/// The files of `content/` itself.
const SHARED_FILES: &[&str] = &[
    "site.yaml",
    "stappen.yaml",
    "feiten.yaml",
    "bronnen.yaml",
    "rechten.yaml",
    "routes.yaml",
    "organisaties.yaml",
    "landelijk.yaml",
];

/// Reads files and collects what is wrong with them.
pub(crate) struct Loader {
    files: SourceMap,
    problems: Diagnostics,
    broken: BTreeSet<Utf8PathBuf>,
}

impl Loader {
    fn sources(&mut self, content: &Folder, municipalities: &Folder, theme: &Folder) -> Option<Sources> {
        self.report_stray_files(content);
        let site = self.required(content, "site.yaml");
        let pathway = self.required(content, "stappen.yaml");
        let facts = self.required(content, "feiten.yaml");
        let sources = self.required(content, "bronnen.yaml");
        let rights = self.optional(content, "rechten.yaml");
        let remedies = self.optional(content, "routes.yaml");
        let organisations = self.optional(content, "organisaties.yaml");
        let national = self.optional(content, "landelijk.yaml");
        let words = words::load(self, content);
        let register = register::load(self, content);
        let theme = theme::load(self, theme);
        let (regions, municipality_files, additions) = self.layers(municipalities);
        Some(Sources {
            site: site?,
            pathway: pathway?,
            facts: facts?,
            sources: sources?,
            rights,
            remedies,
            organisations,
            national,
            regions,
            municipalities: municipality_files,
            additions,
            words,
            register,
            theme,
            broken: std::mem::take(&mut self.broken),
        })
    }

    /// Adds a file's text to the source map; `None`, with a message, when it is not readable text.
    pub(crate) fn text(&mut self, folder: &Folder, path: &Utf8Path) -> Option<FileId> {
        let shown = folder.shown(path);
        match folder.read(path) {
            Ok(text) => Some(self.files.add(shown, text.into())),
            Err(problem) => {
                let id = self.files.add(shown.clone(), "".into());
                self.problems.push(problem.diagnostic(Span::whole(id)));
                self.broken.insert(shown);
                None
            }
        }
    }

    /// Reads one YAML file.
    pub(crate) fn yaml<T>(&mut self, folder: &Folder, path: &Utf8Path) -> Option<Loaded<T>>
    where
        T: serde::de::DeserializeOwned + schemars::JsonSchema,
    {
        let id = self.text(folder, path)?;
        let text = self.files.text(id);
        let value = yaml::read(id, text, 0..text.len(), &mut self.problems);
        if value.is_none() {
            self.broken.insert(folder.shown(path));
        }
        value
    }

    fn optional<T>(&mut self, folder: &Folder, path: &str) -> Option<Loaded<T>>
    where
        T: serde::de::DeserializeOwned + schemars::JsonSchema,
    {
        if folder.contains(path) { self.yaml(folder, Utf8Path::new(path)) } else { None }
    }

    fn required<T>(&mut self, folder: &Folder, path: &str) -> Option<Loaded<T>>
    where
        T: serde::de::DeserializeOwned + schemars::JsonSchema,
    {
        if !folder.contains(path) {
            let shown = folder.shown(Utf8Path::new(path));
            let id = self.files.add(shown.clone(), "".into());
            let missing = Diagnostic::error("ontbrekend-bestand", format!("het bestand `{shown}` ontbreekt"))
                .at(Span::whole(id))
                .help("zet het bestand terug, of maak het opnieuw");
            self.problems.push(missing);
        }
        self.optional(folder, path)
    }

    fn report_stray_files(&mut self, content: &Folder) {
        for path in content.direct_files() {
            if !SHARED_FILES.contains(&path.as_str()) {
                let id = self.files.add(content.shown(path), "".into());
                let help = match nearest(path.as_str(), SHARED_FILES.iter().copied()) {
                    Some(meant) => format!("verander de naam in `{meant}`"),
                    None => "verwijder het bestand, of zet het op de goede plaats".to_owned(),
                };
                let stray = Diagnostic::error("onbekend-bestand", format!("het programma kent `{path}` niet"));
                self.problems.push(stray.at(Span::whole(id)).help(help));
            }
        }
    }

    #[expect(clippy::type_complexity, reason = "three maps that are fields of `Sources`, made in one walk")]
    fn layers(
        &mut self,
        folder: &Folder,
    ) -> (
        BTreeMap<String, Loaded<RawLayer>>,
        BTreeMap<String, Loaded<RawLayer>>,
        BTreeMap<(String, Lang, String), Document<RawPageWords>>,
    ) {
        let (mut regions, mut municipalities, mut additions) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for path in folder.files() {
            let parts: Vec<&str> = path.iter().collect();
            match parts[..] {
                [name] if self.is_layer(folder, path) => {
                    if let Some(layer) = self.yaml(folder, path) {
                        municipalities.insert(stem(name), layer);
                    }
                }
                ["regios", name] if self.is_layer(folder, path) => {
                    if let Some(layer) = self.yaml(folder, path) {
                        regions.insert(stem(name), layer);
                    }
                }
                [municipality, tag, "paginas", name] if name.ends_with(".md") => {
                    let Some(lang) = Lang::from_tag(tag) else {
                        self.unknown_language(folder, path, tag);
                        continue;
                    };
                    if let Some(page) = front_matter::load(self, folder, path) {
                        additions.insert((municipality.to_owned(), lang, stem(name)), page);
                    }
                }
                _ => {}
            }
        }
        (regions, municipalities, additions)
    }

    /// Whether a file in `municipalities/` is meant as a layer; a wrong ending or name is a finding.
    fn is_layer(&mut self, folder: &Folder, path: &Utf8Path) -> bool {
        let name = path.file_stem().unwrap_or_default();
        match path.extension() {
            Some("yaml") if is_key(name) => true,
            Some("yaml" | "yml") => {
                let id = self.files.add(folder.shown(path), "".into());
                let wrong = Diagnostic::error("bestandsnaam", format!("de bestandsnaam `{}` kan niet", path.as_str()))
                    .at(Span::whole(id))
                    .help("gebruik kleine letters, cijfers en streepjes, en eindig op `.yaml`");
                self.problems.push(wrong);
                false
            }
            _ => false,
        }
    }

    pub(crate) fn unknown_language(&mut self, folder: &Folder, path: &Utf8Path, tag: &str) {
        let id = self.files.add(folder.shown(path), "".into());
        let tags: Vec<&str> = Lang::tags().collect();
        let help = match nearest(tag, tags.iter().copied()) {
            Some(meant) => format!("bedoelt u `{meant}`?"),
            None => format!("u kunt kiezen uit: {}", tags.join(", ")),
        };
        let unknown = Diagnostic::error("onbekende-taal", format!("de taal `{tag}` is niet bekend"));
        self.problems.push(unknown.at(Span::whole(id)).help(help));
    }
}

/// Whether a text is a key: small letters, digits and hyphens.
pub(crate) fn is_key(text: &str) -> bool {
    text.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

fn stem(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}
