//! What pages see of a municipality. Municipalities of which the same is known have one face, with holes for what is
//! only copied: name, key, status banner and website (`docs/performance.md`).

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use tera::Value;

use super::reads::Read;
use super::{LocalStage, local_stages};
use crate::model::municipality::{Municipality, Status};
use crate::render::context::MunicipalityContext;
use crate::render::copies::{BANNER_HOLE, Hole, MadeBlocks, NAME_HOLE, WEBSITE_HOLE};
use crate::render::date::written;
use crate::render::finder::Finder;
use crate::render::html::escape;
use crate::render::local::LocalWriter;
use crate::render::prepared::Prepared;
use crate::render::templates::shared;
use crate::render::tongue::isolated;
use crate::render::ui::{Ui, fill_tree};
use crate::render::values::LocalValues;

/// Words of the interface in which the name of the municipality is filled in.
pub(crate) struct FilledWords {
    pub(super) words: serde_json::Value,
    pub(super) value: Value,
}

impl FilledWords {
    /// The words of a language for a municipality of this name.
    pub(crate) fn new(finder: Finder<'_>, name: &str) -> FilledWords {
        let name = isolated(name, finder.model.site.fallback, finder.lang);
        let words = fill_tree(finder.ui().words, "gemeente", &name);
        FilledWords { value: shared(&words), words }
    }

    pub(super) fn ui(&self) -> Ui<'_> {
        Ui { words: &self.words }
    }
}

/// What a page must know of a stage to have its form.
fn shape(stage: &LocalStage, index: usize, has_holes: bool) -> LocalStage {
    let hole = Hole::StageName(index).letter().filter(|_| has_holes && !stage.name.is_empty());
    let name = hole.map_or_else(|| stage.name.clone(), String::from);
    LocalStage { name, duration: String::new(), known_here: stage.known_here }
}

/// What is copied into the pages of one municipality, as HTML.
#[derive(Clone, Debug, Default)]
pub(crate) struct Copied {
    pub(super) name: String,
    pub(super) key: String,
    pub(super) banner: String,
    pub(super) website: String,
}

/// A municipality whose pages are made from a face.
pub(crate) struct Member<'a> {
    pub(crate) municipality: &'a Municipality,
    /// Its place among the units of the plan.
    pub(crate) unit: usize,
    /// Folder of its pages in this language.
    pub(crate) root: &'a str,
    copied: Copied,
}

impl<'a> Member<'a> {
    /// A municipality, with the words that are copied into its pages.
    pub(super) fn new(municipality: &'a Municipality, (unit, root): (usize, &'a str), banner: &str) -> Member<'a> {
        let name = escape(&municipality.name);
        let copied = Copied {
            // The banner may name the municipality too.
            banner: banner.replace(NAME_HOLE, &name),
            name,
            key: municipality.key.clone(),
            website: municipality.website.as_deref().map(escape).unwrap_or_default(),
        };
        Member { municipality, unit, root, copied }
    }

    /// What stands in the holes of its pages.
    pub(super) fn copied(&self) -> &Copied {
        &self.copied
    }
}

/// What is known of one municipality, or of several that are alike.
pub(crate) struct Face<'a> {
    pub(crate) municipality: Municipality,
    /// Folder of the pages, with a hole for the key when there are holes.
    pub(crate) root: String,
    /// Whether name, key, banner and website are holes.
    pub(crate) has_holes: bool,
    pub(super) words: Arc<FilledWords>,
    pub(super) values: LocalValues,
    /// What pages place: holes, when there are holes.
    pub(super) placed: LocalValues,
    pub(super) stages: Vec<LocalStage>,
    /// Local names as pages place them, and which stages are known to exist; nothing else.
    pub(super) shapes: Vec<LocalStage>,
    pub(super) blocks: MadeBlocks,
    /// Cards of all stages, with the way to the root for which they were made: pages of stages have the same.
    pub(super) cards: OnceLock<(String, Vec<Value>)>,
    pub(super) context: Value,
    pub(super) members: Vec<Member<'a>>,
}

impl<'a> Face<'a> {
    /// The face of one municipality (`has_holes` is false), or of those that look like `municipality`.
    pub(crate) fn new(
        prepared: &Prepared<'_>,
        words: Arc<FilledWords>,
        municipality: Municipality,
        (root, has_holes): (String, bool),
    ) -> Face<'a> {
        let finder = prepared.finder;
        let writer = LocalWriter { finder, municipality: &municipality };
        let values = LocalValues::new(&municipality, finder.ui(), &writer);
        let placed = if has_holes { values.with_holes() } else { values.clone() };
        let stages = local_stages(finder.model, &municipality);
        let shapes = stages.iter().enumerate().map(|(index, stage)| shape(stage, index, has_holes)).collect();
        let context = shared(&context(finder, &words, &municipality, has_holes));
        Face {
            municipality,
            root,
            has_holes,
            words,
            values,
            placed,
            stages,
            shapes,
            blocks: MadeBlocks::default(),
            cards: OnceLock::new(),
            context,
            members: Vec::new(),
        }
    }

    /// Adds a municipality that looks like this.
    pub(crate) fn add(&mut self, finder: Finder<'_>, municipality: &'a Municipality, place: (usize, &'a str)) {
        let banner = banner(finder, &self.words, municipality);
        self.members.push(Member::new(municipality, place, &banner));
    }

    /// Municipalities that look like this.
    pub(crate) fn members(&self) -> impl Iterator<Item = &Member<'a>> {
        self.members.iter()
    }

    /// Whether a page that took these things from the one is also the page of the other.
    pub(super) fn agrees(&self, other: &Face<'_>, reads: &BTreeSet<Read>) -> bool {
        let (one, two) = (&self.municipality, &other.municipality);
        // What every template may ask of a municipality, besides what is copied.
        let same_context = one.status == two.status
            && one.former_names == two.former_names
            && one.website.is_some() == two.website.is_some();
        self.has_holes
            && other.has_holes
            && same_context
            && reads.iter().all(|read| match read {
                Read::Known(name) => self.values.is_known(*name) == other.values.is_known(*name),
                Read::StageShapes => self.shapes == other.shapes,
                Read::Stages => self.stages == other.stages,
                Read::Everything => one == two,
            })
    }
}

fn context(finder: Finder<'_>, words: &FilledWords, municipality: &Municipality, has_holes: bool) -> MunicipalityContext {
    let website = municipality.website.clone().unwrap_or_default();
    MunicipalityContext {
        name: municipality.name.clone(),
        key: municipality.key.clone(),
        status: status_name(municipality.status),
        banner: if has_holes { BANNER_HOLE.to_string() } else { banner(finder, words, municipality) },
        website: if has_holes && !website.is_empty() { WEBSITE_HOLE.to_string() } else { website },
        former: municipality.former_names.clone(),
    }
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Actueel => "actueel",
        Status::Gedateerd => "gedateerd",
        Status::Onbekend => "onbekend",
    }
}

/// How sure the local values are, as HTML.
fn banner(finder: Finder<'_>, words: &FilledWords, municipality: &Municipality) -> String {
    let date = municipality.as_of.map(|date| written(date, &finder.words().language)).unwrap_or_default();
    let who = municipality.confirmed_by.clone().unwrap_or_default();
    let who = isolated(&who, finder.model.site.fallback, finder.lang);
    let path = format!("banner.{}", status_name(municipality.status));
    format!("<p>{}</p>", escape(&words.ui().fill(&path, &[("datum", &date), ("wie", &who)])))
}
