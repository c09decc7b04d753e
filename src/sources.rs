//! First room: reads each input file once and remembers where every value came from.
//!
//! Text in, typed but unexplained values out. Whether a stage exists, a right is known or a day is real is not asked
//! here: that is meaning, and lives in `model`. Nothing that is loaded is ever changed or written back.

mod ahead;
mod draft;
mod files;
mod fingerprint;
mod front_matter;
mod layers;
mod letters;
mod names;
pub mod raw;
mod register;
mod theme;
mod words;
pub mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

pub use self::ahead::Shelf;
use self::ahead::{Ahead, ReadFile};
pub use self::draft::{document_draft, yaml_draft};
use self::files::{Folder, PassedOver};
pub use self::fingerprint::Snapshot;
pub use self::front_matter::Document;
use self::layers::Layers;
pub(crate) use self::names::is_key;
pub use self::names::suggested as key_of;
use self::raw::{
    AdditionKey, Entries, RawAddition, RawFact, RawLayer, RawOrganisation, RawPathway, RawRight, RawSite, RawSource,
};
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
    /// Municipalities' own texts.
    pub additions: BTreeMap<AdditionKey, Document<RawAddition>>,
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

impl Sources {
    /// A region, the larger region around it, and so on; keys without a file are named too.
    pub fn regions_around<'a>(&'a self, key: &'a str) -> Vec<&'a str> {
        let mut next = Some(key);
        let mut regions = Vec::new();
        while let Some(key) = next.filter(|key| !regions.contains(key)) {
            regions.push(key);
            next = self.regions.get(key).and_then(|layer| layer.value.binnen.as_ref()).map(|at| at.value.as_str());
        }
        regions
    }
}

/// Reads the official lists alone. What is wrong in them, [`load`] reports.
///
/// # Errors
/// When the folder is no site folder or cannot be listed.
pub fn read_register(site_dir: &Utf8Path) -> Result<Register, LoadError> {
    let content = Folder::open(site_dir, INPUT_FOLDERS[0])?;
    if content.is_empty() {
        return Err(LoadError::NotASite(site_dir.to_owned()));
    }
    let mut loader = Loader::default();
    Ok(register::load(&mut loader, &content))
}

/// The folders that are read, below the site folder.
pub const INPUT_FOLDERS: [&str; 3] = ["content", "municipalities", "themes/standaard"];

/// Reads a site folder.
///
/// # Errors
/// When the folder is no site folder or cannot be listed. Anything wrong *inside* a file is a finding in the outcome.
pub fn load(site_dir: &Utf8Path) -> Result<LoadOutcome, LoadError> {
    load_some(site_dir, &Wanted::Everything)
}

/// Which municipalities are read.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// All of them.
    Everything,
    /// These keys, and municipalities that merged into others. What another one describes is then not known.
    Only(BTreeSet<String>),
}

impl Wanted {
    /// Whether the files of a municipality are read; `text` is that of its own file.
    fn has(&self, key: &str, text: &str) -> bool {
        match self {
            Wanted::Everything => true,
            // A key of YAML may be written with signs of escape: then it takes a parser to see which it is.
            Wanted::Only(keys) => keys.contains(key) || text.contains("opgegaan_in") || text.contains('\\'),
        }
    }
}

/// Reads a site folder without the municipalities that are not wanted.
///
/// # Errors
/// As [`load`].
pub fn load_some(site_dir: &Utf8Path, wanted: &Wanted) -> Result<LoadOutcome, LoadError> {
    load_snapshot(Snapshot::take(site_dir, wanted)?, &mut Shelf::default())
}

/// Reads a site from the bytes that were taken of it; `shelf` has what an earlier reading parsed.
///
/// # Errors
/// As [`load`].
pub fn load_snapshot(snapshot: Snapshot, shelf: &mut Shelf) -> Result<LoadOutcome, LoadError> {
    let Snapshot { folders: [content, municipalities, theme], files, .. } = snapshot.of_a_site()?;
    let (ahead, ()) = rayon::join(|| ahead::read(files, shelf), prepare_schemas);
    let mut loader = Loader { ahead, ..Loader::default() };
    [&content, &municipalities, &theme].into_iter().for_each(|folder| loader.report_passed_over(folder));
    let sources = loader.sources(&content, &municipalities, &theme);
    Ok(LoadOutcome { sources, files: loader.files, problems: loader.problems })
}

/// Compiles what files are held against, while the files are read.
fn prepare_schemas() {
    yaml::prepare::<RawSite>();
    yaml::prepare::<RawPathway>();
    yaml::prepare::<Entries<RawFact>>();
    yaml::prepare::<Entries<RawSource>>();
    yaml::prepare::<Entries<RawRight>>();
    yaml::prepare::<Entries<RawOrganisation>>();
    yaml::prepare::<RawLayer>();
    words::prepare_schemas();
}

/// The files of `municipalities/` alone, for who changes them.
#[derive(Debug)]
pub struct LayerFiles {
    /// `municipalities/*.yaml` by key, as far as they have no mistakes.
    pub municipalities: BTreeMap<String, Loaded<RawLayer>>,
    /// `municipalities/regios/*.yaml` by key, as far as they have no mistakes.
    pub regions: BTreeMap<String, Loaded<RawLayer>>,
    /// Texts of all files.
    pub files: SourceMap,
    /// What is wrong in the others.
    pub problems: Diagnostics,
}

/// Reads the files of municipalities and regions and nothing else.
///
/// # Errors
/// When the folder cannot be listed.
pub fn load_layers(site_dir: &Utf8Path) -> Result<LayerFiles, LoadError> {
    let mut loader = Loader::default();
    let folder = Folder::open(site_dir, INPUT_FOLDERS[1])?;
    let Layers { regions, municipalities, .. } = layers::load(&mut loader, &folder);
    Ok(LayerFiles { municipalities, regions, files: loader.files, problems: loader.problems })
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
#[derive(Default)]
pub(crate) struct Loader {
    files: SourceMap,
    problems: Diagnostics,
    broken: BTreeSet<Utf8PathBuf>,
    /// Files that nobody asked for yet.
    ahead: Ahead,
    /// Trees of files that were asked for as text.
    trees: BTreeMap<FileId, Arc<yaml::Tree>>,
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
        let Layers { regions, municipalities, additions } = layers::load(self, municipalities);
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
            municipalities,
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
        let read = self.ahead.remove(&shown);
        let read = read.unwrap_or_else(|| ReadFile { text: folder.read(path), is_clean: false, tree: None });
        let ReadFile { text, is_clean, tree } = read;
        match text {
            Ok(text) => {
                let id = self.files.add(shown.clone(), text.into());
                self.trees.extend(tree.map(|tree| (id, tree)));
                if is_clean {
                    return Some(id);
                }
                letters::problems(id, self.files.text(id)).into_iter().for_each(|problem| self.problems.push(problem));
                let readable = !letters::has_control(self.files.text(id));
                if !readable {
                    self.broken.insert(shown);
                }
                readable.then_some(id)
            }
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
        let value = yaml::read(id, text, (0..text.len(), self.trees.remove(&id)), &mut self.problems);
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
        for path in content.direct_files().filter(|path| !SHARED_FILES.contains(&path.as_str())) {
            let help = match nearest(path.as_str(), SHARED_FILES.iter().copied()) {
                Some(meant) => format!("verander de naam in `{meant}`"),
                None => "verwijder het bestand, of zet het op de goede plaats".to_owned(),
            };
            self.stray_file(content, path, help);
        }
    }

    fn report_passed_over(&mut self, folder: &Folder) {
        for (path, why) in folder.passed_over() {
            let problem = match why {
                PassedOver::Link => {
                    let message =
                        format!("`{path}` is een verwijzing naar een andere plaats, en die volgt het programma niet");
                    Diagnostic::error("onbekend-bestand", message).help("zet het bestand of de map zelf op deze plaats")
                }
                PassedOver::Name => {
                    Diagnostic::error("bestandsnaam", format!("de naam `{path}` heeft letters die niet kunnen"))
                        .help("geef het bestand of de map een naam met gewone letters en streepjes")
                }
            };
            self.file_problem(folder, path, problem);
        }
    }

    /// A finding about a file as a whole.
    pub(crate) fn file_problem(&mut self, folder: &Folder, path: &Utf8Path, problem: Diagnostic) {
        let id = self.files.add(folder.shown(path), "".into());
        self.problems.push(problem.at(Span::whole(id)));
    }

    /// A file that nothing reads: an editor thinks that it is published.
    pub(crate) fn stray_file(&mut self, folder: &Folder, path: &Utf8Path, help: impl Into<String>) {
        let stray = Diagnostic::error("onbekend-bestand", format!("het programma kent `{path}` niet")).help(help);
        self.file_problem(folder, path, stray);
    }

    /// Whether a file has a name that can be an address; a wrong name is a finding.
    pub(crate) fn has_good_name(&mut self, folder: &Folder, path: &Utf8Path, ending: &str) -> bool {
        let name = path.file_name().unwrap_or_default();
        if name.strip_suffix(ending).is_some_and(names::is_key) {
            return true;
        }
        let wrong = Diagnostic::error("bestandsnaam", format!("de bestandsnaam `{name}` kan niet"))
            .help(format!("verander de naam in `{}{ending}`", names::suggested(name)));
        self.file_problem(folder, path, wrong);
        false
    }

    pub(crate) fn unknown_language(&mut self, folder: &Folder, path: &Utf8Path, tag: &str) {
        let tags: Vec<&str> = Lang::tags().collect();
        let unknown = if words::FOLDERS.contains(&tag) {
            Diagnostic::error("onbekend-bestand", format!("de map `{tag}` hoort in de map van een taal"))
                .help(format!("zet het bestand bijvoorbeeld in `content/nl/{tag}/`"))
        } else {
            Diagnostic::error("onbekende-taal", format!("de taal `{tag}` is niet bekend")).help(
                match nearest(tag, tags.iter().copied()) {
                    Some(meant) => format!("bedoelt u `{meant}`? Verander dan de naam van de map"),
                    None => format!("geef de map de naam van een taal: {}", tags.join(", ")),
                },
            )
        };
        self.file_problem(folder, path, unknown);
    }
}
