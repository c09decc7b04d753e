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
mod loader;
mod names;
pub mod raw;
mod register;
mod theme;
mod words;
pub mod yaml;

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};

pub use self::ahead::Shelf;
pub use self::draft::{document_draft, yaml_draft};
use self::files::Folder;
pub use self::fingerprint::Snapshot;
pub use self::front_matter::Document;
use self::layers::Layers;
use self::loader::Loader;
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
use crate::diag::{Diagnostics, SourceMap};
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
    load_snapshot(Snapshot::take(site_dir, wanted)?, None)
}

/// Reads a site from the bytes that were taken of it; `shelf` has what an earlier reading parsed, for who reads it again.
///
/// # Errors
/// As [`load`].
pub fn load_snapshot(snapshot: Snapshot, shelf: Option<&mut Shelf>) -> Result<LoadOutcome, LoadError> {
    let Snapshot { folders: [content, municipalities, theme], files, beside_theme, .. } = snapshot.of_a_site()?;
    let (ahead, ()) = rayon::join(|| ahead::read(files, shelf), prepare_schemas);
    let mut loader = Loader { ahead, ..Loader::default() };
    [&content, &municipalities, &theme].into_iter().for_each(|folder| loader.report_passed_over(folder));
    beside_theme.iter().for_each(|name| theme::report_neighbour(&mut loader, &theme, name));
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
