//! A run from the moment that everything is ready which pages share, to what it made.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;

use super::blocks::SharedBlocks;
use super::pieces::Piece;
use super::prepared::Prepared;
use super::templates::{Templates, shared};
use super::unit::{LocalMarks, Pictures, Shared, Taken};
use super::work::{Language, prepare, render_data, render_shared, render_units};
use super::{Frame, Job, Kept, RenderError, SmallPrint, TextMarks, assets, lookalikes};
use crate::lang::Lang;
use crate::output::OutputFile;

/// What a run made.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Pictures that were made, but whose letters are too small to print.
    pub small_print: Vec<SmallPrint>,
    /// For each page that was made, by language and address: what it took.
    pub taken: BTreeMap<(Lang, String), PageTaken>,
    /// Marks of municipalities that somebody wrote a file about and of which no page was kept, by place in the model and
    /// language.
    pub local: BTreeMap<(usize, Lang), LocalMarks>,
}

/// Names of what a page took, for whichever municipality it was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageTaken {
    /// Pieces of shared text.
    pub pieces: BTreeSet<String>,
    /// Aspects of a municipality on which it depends.
    pub aspects: BTreeSet<String>,
}

impl PageTaken {
    pub(super) fn of(taken: &Taken) -> PageTaken {
        let Taken { pieces, aspects } = taken;
        PageTaken {
            pieces: pieces.iter().map(Piece::name).collect(),
            aspects: aspects.iter().map(|aspect| aspect.name()).collect(),
        }
    }
}

/// A run of which everything that pages share is ready.
pub struct Ready<'a> {
    job: Job<'a>,
    templates: Templates,
    languages: BTreeMap<Lang, Language<'a>>,
}

#[derive(Serialize)]
struct SiteContext<'a> {
    name: &'a str,
    exit_url: &'a str,
    style: &'a str,
    script: &'a str,
    publisher: &'a str,
}

impl<'a> Ready<'a> {
    /// Compiles the templates, and finds the words of every language.
    ///
    /// # Errors
    /// When a template is not valid.
    pub fn new(job: Job<'a>) -> Result<Ready<'a>, RenderError> {
        let (templates, texts) = rayon::join(|| Templates::new(job.theme), || prepare(&job));
        let templates = templates?;
        let with_blocks = |texts: Prepared<'a>| {
            let blocks = SharedBlocks::new(texts.finder);
            (texts.finder.lang, (texts, blocks))
        };
        let languages = texts.into_iter().map(with_blocks).collect();
        Ok(Ready { job, templates, languages })
    }

    /// Marks of the pieces of shared text. They are made when somebody first asks for one.
    pub fn marks(&self) -> TextMarks<'_> {
        TextMarks::new(&self.languages, &self.templates)
    }

    /// Renders everything but what is kept, as [`super::render`] does.
    ///
    /// # Errors
    /// As [`super::render`].
    pub fn render(&self, kept: &Kept, give: &(dyn Fn(OutputFile) + Sync)) -> Result<Rendered, RenderError> {
        let Ready { job, languages, .. } = self;
        let (letters, style) = assets::style(job.theme, &job.model.site.languages);
        let frame = self.frame(style.path.as_str());
        letters.into_iter().for_each(give);
        give(style);
        assets::icon(job.theme).into_iter().for_each(give);
        let (units, around) = rayon::join(
            || render_units(job, &frame, (languages, kept), give),
            || render_data(job, &frame, kept, give).and_then(|()| render_shared(job, &frame, (languages, kept), give)),
        );
        around?;
        let (taken, local) = units?;
        let Frame { failed, pictures, .. } = frame;
        let failed = failed.into_inner().expect("no thread panics while it holds the error");
        failed.map_or_else(|| Ok(Rendered { small_print: pictures.small_print(), taken, local }), Err)
    }

    /// Marks of the aspects with these names of a municipality, by its place in the model; `None` when its pages are like no
    /// others, or when something of it cannot be made: then its pages are made, and say so.
    pub fn local_marks(&self, index: usize, names: &BTreeSet<String>) -> Option<BTreeMap<Lang, LocalMarks>> {
        let Ready { job, languages, .. } = self;
        let frame = self.frame("");
        let of_language = |(lang, (prepared, blocks)): (&Lang, &Language<'a>)| {
            let face = lookalikes::own_face(job, prepared, index)?;
            let shared = Shared { site: &frame, prepared, blocks, pages: &job.plan.pages[lang] };
            Some((*lang, LocalMarks::new(&shared, (&face, face.members().next()?), names)?))
        };
        let marks: Option<BTreeMap<Lang, LocalMarks>> = languages.par_iter().map(of_language).collect();
        marks.filter(|_| frame.failed.lock().expect("no thread panics while it holds the error").is_none())
    }

    /// What all pages share, when they name this style sheet.
    fn frame(&self, style: &str) -> Frame<'_> {
        let Ready { job, templates, .. } = self;
        let site = &job.model.site;
        let site_context =
            SiteContext { name: &site.name, exit_url: &site.exit_address, style, script: "", publisher: &site.publisher };
        Frame {
            model: job.model,
            plan: job.plan,
            templates,
            as_of: job.as_of,
            published: job.published,
            site_value: shared(&site_context),
            pictures: Pictures::default(),
            listed: job.listed,
            last_check: job.model.evidence.last_check(),
            failed: Mutex::new(None),
            counted: OnceLock::new(),
        }
    }
}
