//! The hall for a preview: what was read stays in memory, and pages are made when somebody asks for them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use blake3::Hash;
use camino::{Utf8Path, Utf8PathBuf};

use super::{Run, chosen, job, refusal};
use crate::diag::{Diagnostic, Diagnostics, SourceMap};
use crate::lang::Lang;
use crate::model::Model;
use crate::output::OutputFile;
use crate::plan::{PageKind, PagePlan, SitePlan, Unit};
use crate::render::{self, Job};
use crate::settings::Settings;
use crate::sources::raw::RawRegionField;
use crate::sources::{self, INPUT_FOLDERS, LoadError, Sources};

/// Finished files by path.
type Files = BTreeMap<String, Vec<u8>>;

/// What reading a site for a preview gives.
#[derive(Debug)]
pub struct Read {
    /// Texts of all input files.
    pub files: SourceMap,
    /// All findings about the structure; language is looked at apart.
    pub problems: Diagnostics,
    /// What can be shown; `None` when there is an error.
    pub edition: Option<Edition>,
}

/// A site as it was read at one moment. Its files are the same bytes as those of a build with the same settings into an empty folder.
#[derive(Debug)]
pub struct Edition {
    settings: Settings,
    sources: Sources,
    model: Model,
    plan: SitePlan,
    listed: BTreeSet<String>,
    made: Mutex<Vec<(Part, Arc<Files>)>>,
}

/// A part of the site that is made in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The pages of one municipality in one language: a unit of the plan, by index.
    Unit(usize),
    /// The files about all municipalities together.
    Shared,
}

/// How many parts stay in memory: somebody who clicks through the country must not fill it.
const KEPT_PARTS: usize = 6;

/// The folders that a site is read from, whether they are there or not.
pub fn input_folders(site_dir: &Utf8Path) -> [Utf8PathBuf; 3] {
    INPUT_FOLDERS.map(|name| site_dir.join(name))
}

/// One mark of all input files: it changes when a name or a byte does.
///
/// # Errors
/// When the folder is no site folder or cannot be listed.
pub fn mark_of_input(site_dir: &Utf8Path) -> Result<Hash, LoadError> {
    sources::fingerprint(site_dir)
}

/// Reads everything up to the plan, for the municipalities and languages of the settings.
///
/// # Errors
/// When input cannot be read.
pub fn read_for_preview(settings: &Settings) -> Result<Read, LoadError> {
    let mut run = Run::read(settings)?;
    let edition = run.ready.take().map(|(sources, model, plan)| Edition {
        settings: settings.clone(),
        listed: chosen(&model, &plan),
        sources,
        model,
        plan,
        made: Mutex::default(),
    });
    Ok(Read { files: run.files, problems: run.problems, edition })
}

impl Edition {
    /// To which part a path belongs. Whether there is a file with that path, only [`Edition::make`] can say.
    pub fn part_of(&self, path: &str) -> Part {
        // Open data of a municipality is made with its pages in the first language.
        let root = match path.strip_prefix("data/").and_then(|file| file.strip_suffix(".json")) {
            Some(key) => &format!("{key}/"),
            None => path,
        };
        let units = self.plan.units.iter().enumerate().filter(|(_, unit)| root.starts_with(&unit.root));
        units.max_by_key(|(_, unit)| unit.root.len()).map_or(Part::Shared, |(index, _)| Part::Unit(index))
    }

    /// The key of the municipality to which a path belongs.
    pub fn municipality_of(&self, path: &str) -> Option<&str> {
        match self.part_of(path) {
            Part::Unit(index) => Some(&self.model.municipalities[self.plan.units[index].municipality].key),
            Part::Shared => None,
        }
    }

    /// The files of a part. What was made before is not made again, as long as it is in memory.
    ///
    /// # Errors
    /// The finding for a template or picture that cannot be made.
    pub fn make(&self, part: Part) -> Result<Arc<Files>, Box<Diagnostic>> {
        let mut made = self.made.lock().expect("no thread panics while it makes a part");
        if let Some((_, files)) = made.iter().find(|(one, _)| *one == part) {
            return Ok(Arc::clone(files));
        }
        let files = Arc::new(self.render(part)?);
        if made.len() == KEPT_PARTS {
            made.remove(0);
        }
        made.push((part, Arc::clone(&files)));
        Ok(files)
    }

    fn render(&self, part: Part) -> Result<Files, Box<Diagnostic>> {
        let units = match part {
            Part::Unit(index) => vec![self.plan.units[index].clone()],
            Part::Shared => self.plan.units.clone(),
        };
        // Files about all name every unit, and make none.
        let kept = match part {
            Part::Unit(_) => BTreeSet::new(),
            Part::Shared => units.iter().map(|unit| unit.municipality).collect(),
        };
        let plan = SitePlan { units, ..self.plan.clone() };
        let nothing = BTreeSet::new();
        let whole = job(&self.sources, &self.model, &plan, &self.settings, &self.listed, &nothing);
        let job = Job { kept: &kept, shared: part == Part::Shared, ..whole };
        let files: Mutex<Files> = Mutex::default();
        let rendered = render::render(&job, &|OutputFile { path, bytes }| {
            files.lock().expect("no thread panics while it adds a file").insert(path.as_str().to_owned(), bytes);
        });
        rendered.map_err(|error| Box::new(refusal(&error, &self.sources)))?;
        Ok(files.into_inner().expect("no thread panics while it adds a file"))
    }

    /// The input files, or folders of them, whose words stand on a page; empty for a page about all municipalities.
    pub fn texts_of(&self, page: &str) -> Vec<Utf8PathBuf> {
        let found = self.plan.units.iter().find_map(|unit| Some((unit, self.page(unit, page)?)));
        let Some((unit, plan)) = found else { return Vec::new() };
        let key = &self.model.municipalities[unit.municipality].key;
        let mut texts: Vec<Utf8PathBuf> =
            vec![format!("municipalities/{key}.yaml").into(), format!("municipalities/{key}").into()];
        texts.extend(self.regions_of(key).into_iter().map(|region| format!("municipalities/regios/{region}.yaml").into()));
        let inside = text_of(&plan.kind, &self.model);
        let languages: BTreeSet<Lang> = [unit.lang, self.model.site.fallback].into();
        texts.extend(languages.iter().map(|lang| format!("content/{}/{inside}", lang.tag()).into()));
        texts
    }

    fn page(&self, unit: &Unit, path: &str) -> Option<&PagePlan> {
        let address = path.strip_suffix("index.html").unwrap_or(path).strip_prefix(unit.root.as_str())?;
        self.plan.pages.get(&unit.lang)?.iter().find(|page| page.address == address)
    }

    /// Its region, the larger region around that, and so on.
    fn regions_of(&self, municipality: &str) -> Vec<&str> {
        let own = self.sources.municipalities.get(municipality).and_then(|layer| layer.value.regio.as_ref());
        let next = own.and_then(|at| match &at.value {
            RawRegionField::Key(key) => Some(key.as_str()),
            RawRegionField::Own(_) => None,
        });
        next.map_or_else(Vec::new, |key| self.sources.regions_around(key))
    }
}

/// The file or folder, inside the folder of a language, with the main text of a kind of page.
fn text_of(kind: &PageKind, model: &Model) -> String {
    match kind {
        PageKind::Home => "paginas/home.md".to_owned(),
        PageKind::Steps => "paginas/stappen.md".to_owned(),
        PageKind::Stage(index) => format!("stappen/{}.md", model.pathway.stages[*index].key),
        PageKind::Page(key) => format!("paginas/{key}.md"),
        PageKind::RightsGroup(_) => "rechten".to_owned(),
        PageKind::RemediesGroup(_) => "routes".to_owned(),
        PageKind::Young(key) => format!("jongeren/{key}.md"),
    }
}
