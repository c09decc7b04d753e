//! The hall for a preview: what was read stays in memory, and pages are made when somebody asks for them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock};

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
use crate::sources::{self, INPUT_FOLDERS, LoadError, Shelf, Snapshot, Sources, Wanted};

/// Finished files by path.
type Files = BTreeMap<String, Vec<u8>>;
/// A part, or what is wrong with it; made once.
type Made = Arc<OnceLock<Result<Arc<Files>, Box<Diagnostic>>>>;

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
    made: Mutex<Vec<(Part, Made)>>,
}

/// A part of the site that is made in one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A page of a municipality: a unit of the plan, and a page of its language, by index.
    Page(usize, usize),
    /// The open data of a municipality, by index in the model.
    Data(usize),
    /// The style sheet, its letters and the icon.
    Theme,
    /// The files about all municipalities together.
    Shared,
}

/// How many parts stay in memory: somebody who clicks through the country must not fill it.
const KEPT_PARTS: usize = 40;

fn is_of_theme(path: &str) -> bool {
    let is_style = path.starts_with("style-") && path.ends_with(".css");
    path == "icon.svg" || is_style || (path.ends_with(".woff2") && !path.contains('/'))
}

/// The folders that a site is read from, whether they are there or not.
pub fn input_folders(site_dir: &Utf8Path) -> [Utf8PathBuf; 3] {
    INPUT_FOLDERS.map(|name| site_dir.join(name))
}

/// Reads a site again and again. Files with the same bytes are not parsed again.
#[derive(Debug)]
pub struct Reader {
    settings: Settings,
    shelf: Shelf,
    /// Mark of the files that were read last; `None` when the folder could not be read.
    seen: Option<Hash>,
    is_first: bool,
}

impl Reader {
    /// Nothing is read yet.
    pub fn new(settings: Settings) -> Reader {
        Reader { settings, shelf: Shelf::default(), seen: None, is_first: true }
    }

    /// Reads everything up to the plan, with a mark of all input files; `None` when they are as they were the last time.
    ///
    /// # Errors
    /// When input cannot be read; once, as long as that stays so.
    pub fn read_if_changed(&mut self) -> Option<Result<(Hash, Read), LoadError>> {
        let snapshot = Snapshot::take(&self.settings.site_dir, &Wanted::Everything).and_then(Snapshot::of_a_site);
        let mark = snapshot.as_ref().ok().map(Snapshot::mark);
        let is_first = std::mem::take(&mut self.is_first);
        let is_same = std::mem::replace(&mut self.seen, mark) == mark;
        if is_same && !is_first {
            return None;
        }
        Some(snapshot.and_then(|snapshot| {
            let mark = snapshot.mark();
            let loaded = sources::load_snapshot(snapshot, Some(&mut self.shelf))?;
            Ok((mark, Read::of(Run::of(loaded, &self.settings), &self.settings)))
        }))
    }
}

/// Reads everything up to the plan, for the municipalities and languages of the settings.
///
/// # Errors
/// When input cannot be read.
pub fn read_for_preview(settings: &Settings) -> Result<Read, LoadError> {
    Ok(Read::of(Run::read(settings)?, settings))
}

impl Read {
    fn of(mut run: Run, settings: &Settings) -> Read {
        let edition = run.ready.take().map(|(sources, model, plan)| Edition {
            settings: settings.clone(),
            listed: chosen(&model, &plan),
            sources,
            model,
            plan,
            made: Mutex::default(),
        });
        Read { files: run.files, problems: run.problems, edition }
    }
}

impl Edition {
    /// To which part a path belongs. Whether there is a file with that path, only [`Edition::make`] can say.
    pub fn part_of(&self, path: &str) -> Part {
        if let Some(index) = data_key(path).and_then(|key| self.municipality(key)) {
            return Part::Data(index);
        }
        if is_of_theme(path) {
            return Part::Theme;
        }
        let pages = self.plan.units.iter().enumerate().filter_map(|(index, unit)| {
            let address = path.strip_suffix("index.html")?.strip_prefix(unit.root.as_str())?;
            let page = self.pages(unit).iter().position(|page| page.address == address)?;
            Some(Part::Page(index, page))
        });
        pages.last().unwrap_or(Part::Shared)
    }

    /// The key of the municipality to which a path belongs.
    pub fn municipality_of(&self, path: &str) -> Option<&str> {
        let unit = self.plan.units.iter().find(|unit| path.starts_with(&unit.root))?;
        Some(&self.model.municipalities[unit.municipality].key)
    }

    fn municipality(&self, key: &str) -> Option<usize> {
        let index = self.model.municipalities.iter().position(|one| one.key == key)?;
        self.listed.contains(key).then_some(index)
    }

    fn pages(&self, unit: &Unit) -> &[PagePlan] {
        self.plan.pages.get(&unit.lang).map_or(&[], Vec::as_slice)
    }

    /// The files of a part. What was made before is not made again, as long as it is in memory.
    ///
    /// # Errors
    /// The finding for a template or picture that cannot be made.
    pub fn make(&self, part: Part) -> Result<Arc<Files>, Box<Diagnostic>> {
        let made = self.place_of(part);
        made.get_or_init(|| self.render(part).map(Arc::new)).clone()
    }

    /// Where a part is kept. Somebody who asks for another part does not wait until this one is made.
    fn place_of(&self, part: Part) -> Made {
        let mut made = self.made.lock().expect("no thread panics while it looks for a part");
        if let Some((_, place)) = made.iter().find(|(one, _)| *one == part) {
            return Arc::clone(place);
        }
        if made.len() == KEPT_PARTS {
            made.remove(0);
        }
        let place = Made::default();
        made.push((part, Arc::clone(&place)));
        place
    }

    fn render(&self, part: Part) -> Result<Files, Box<Diagnostic>> {
        match part {
            Part::Theme => {
                let files = render::theme_files(&self.sources.theme.files, &self.model.site.languages);
                Ok(files.into_iter().map(by_path).collect())
            }
            Part::Data(index) => match render::data_file(&self.model, &self.model.municipalities[index]) {
                Ok(file) => Ok(Files::from([by_path(file)])),
                Err(error) => Err(Box::new(refusal(&error, &self.sources))),
            },
            Part::Page(unit, page) => {
                let unit = &self.plan.units[unit];
                let only = self.pages(unit)[page].address.as_str();
                self.render_job(vec![unit.clone()], &BTreeSet::new(), Some(only))
            }
            Part::Shared => {
                // Files about all name every unit, and make none.
                let kept = self.plan.units.iter().map(|unit| unit.municipality).collect();
                self.render_job(self.plan.units.clone(), &kept, None)
            }
        }
    }

    /// One page of the units; without one, the files about all municipalities together.
    fn render_job(&self, units: Vec<Unit>, kept: &BTreeSet<usize>, only: Option<&str>) -> Result<Files, Box<Diagnostic>> {
        let plan = SitePlan { units, ..self.plan.clone() };
        let nothing = BTreeSet::new();
        let whole = job(&self.sources, &self.model, &plan, &self.settings, &self.listed, &nothing);
        let job = Job { kept, only, shared: only.is_none(), ..whole };
        let files: Mutex<Files> = Mutex::default();
        let rendered = render::render(&job, &|file: OutputFile| {
            files.lock().expect("no thread panics while it adds a file").extend([by_path(file)]);
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
        self.pages(unit).iter().find(|page| page.address == address)
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

fn by_path(OutputFile { path, bytes }: OutputFile) -> (String, Vec<u8>) {
    (path.as_str().to_owned(), bytes)
}

/// The municipality that a file of open data is about.
fn data_key(path: &str) -> Option<&str> {
    path.strip_prefix("data/")?.strip_suffix(".json")
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
