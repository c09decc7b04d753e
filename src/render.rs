//! Fourth room: plan to bytes, a pure function per page, so that pages can be made side by side.
//!
//! Nothing is read and nothing is written here; the day is a setting. Only `html`, `markdown` and the diagram's `svg`
//! make markup, and templates place it.

mod assets;
pub(crate) mod blocks;
mod context;
mod copies;
pub mod crowded;
mod date;
pub mod diagram;
mod frames;
mod html;
mod hub;
mod hyphens;
mod kept;
mod local;
mod lookalikes;
mod markdown;
mod open_data;
mod organisation_map;
mod picture;
mod pieces;
mod plain;
mod prepared;
pub mod server_files;
mod shrink;
mod sources;
mod templates;
mod tongue;
mod ui;
mod unit;
mod values;
mod what_now;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock};

use jiff::civil::Date;
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;

use self::blocks::SharedBlocks;
use self::context::{Helpline, LanguageLink};
use self::crowded::Crowded;
use self::diagram::picture::Picture;
use self::diagram::poster::Paper;
use self::hub::HubRenderer;
pub use self::kept::Kept;
use self::picture::PictureMaker;
use self::pieces::{Piece, PieceMarks};
use self::prepared::{Finder, Prepared};
use self::templates::{Templates, shared};
use self::ui::Ui;
use self::unit::{Face, Pictures, Shared, give_everywhere, local_stages};
use crate::coverage::{self, Coverage};
use crate::lang::Lang;
use crate::model::Model;
use crate::model::municipality::Municipality;
use crate::output::{OutputFile, relative};
use crate::plan::{PagePlan, SitePlan};

/// Why a page could not be made. All of these are mistakes of a theme or of the words of the interface.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// A template is not valid.
    #[error("een sjabloon van het thema is niet goed: {cause}")]
    Theme {
        /// What the template engine says.
        cause: String,
    },
    /// A template uses something that is not there.
    #[error("het sjabloon `{template}` kan niet gevuld worden: {cause}")]
    Template {
        /// Its path in the theme.
        template: String,
        /// What the template engine says.
        cause: String,
    },
    /// The diagram has no place for a stage or a road.
    #[error("{cause}")]
    Picture {
        /// Key of the stage, or fact of the road.
        subject: String,
        /// What is wrong with it.
        cause: String,
    },
    /// A data file could not be written out.
    #[error("de open gegevens kunnen niet gemaakt worden: {cause}")]
    OpenData {
        /// What went wrong.
        cause: String,
    },
}

/// A picture with letters that are too small to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmallPrint {
    /// Its language.
    pub lang: Lang,
    /// Key of a municipality that shows it.
    pub municipality: String,
    /// Which words take the room.
    pub crowded: Crowded,
}

/// What is rendered, for which day.
#[derive(Clone, Copy)]
pub struct Job<'a> {
    /// Meaning.
    pub model: &'a Model,
    /// Pages.
    pub plan: &'a SitePlan,
    /// Templates and styles by path.
    pub theme: &'a BTreeMap<String, String>,
    /// The day of the run.
    pub as_of: Date,
    /// Keys of the municipalities that the hub lists.
    pub listed: &'a BTreeSet<String>,
    /// Municipalities, by index, whose files stand already: they are named where they belong, and not made again.
    pub kept: &'a BTreeSet<usize>,
    /// Whether the files about all municipalities together are made: hub, comparison, data of all, files for servers.
    pub shared: bool,
    /// Address, inside a municipality, of the one page that is made; all pages when `None`.
    pub only: Option<&'a str>,
    /// Files that earlier runs published and that stay: a page may link to one that this run does not make.
    pub published: &'a BTreeSet<String>,
}

/// What all pages of a run share.
pub(crate) struct Frame<'a> {
    pub(crate) model: &'a Model,
    pub(crate) plan: &'a SitePlan,
    pub(crate) templates: &'a Templates,
    pub(crate) as_of: Date,
    published: &'a BTreeSet<String>,
    pub(crate) site_value: tera::Value,
    pub(crate) pictures: Pictures,
    listed: &'a BTreeSet<String>,
    /// Last day on which a fact was held against its source.
    pub(crate) last_check: Option<Date>,
    failed: Mutex<Option<RenderError>>,
    counted: OnceLock<Coverage>,
}

#[derive(Serialize)]
struct SiteContext<'a> {
    name: &'a str,
    exit_url: &'a str,
    style: &'a str,
    script: &'a str,
    publisher: &'a str,
}

impl Frame<'_> {
    /// The municipalities that the hub lists.
    pub(crate) fn listed(&self) -> impl Iterator<Item = &Municipality> {
        self.model.municipalities.iter().filter(|municipality| self.listed.contains(&municipality.key))
    }

    /// What is known of the listed municipalities. The day of the count is that of the last check, not of the run: a rebuild must
    /// not make old knowledge look new.
    pub(crate) fn coverage(&self) -> &Coverage {
        self.counted.get_or_init(|| {
            let listed: Vec<String> = self.listed.iter().cloned().collect();
            coverage::coverage(self.model, &listed, self.last_check.unwrap_or(self.as_of))
        })
    }

    /// Links to the same page in the other languages; none when there is no other. `folder` gives the folder of the page in
    /// a language. A run for one language keeps the links to the others. A language is left out only when this run does
    /// not make it and no earlier run published this very page in it: that link would be dead until someone builds it.
    pub(crate) fn language_links(&self, own: Lang, from: &str, folder: &dyn Fn(Lang) -> String) -> Vec<LanguageLink> {
        let is_there = |lang: Lang| {
            self.plan.pages.contains_key(&lang) || self.published.contains(&format!("{}index.html", folder(lang)))
        };
        let offered = self.model.site.languages.iter().copied();
        let links: Vec<LanguageLink> = offered
            .filter(|lang| is_there(*lang))
            .map(|lang| LanguageLink {
                lang: lang.tag(),
                dir: lang.direction().attribute(),
                name: lang.own_name(),
                href: relative(from, &folder(lang)),
                current: lang == own,
            })
            .collect();
        if links.len() < 2 { Vec::new() } else { links }
    }

    /// Keeps the first error of a place that cannot return one.
    pub(crate) fn remember(&self, error: RenderError) {
        self.failed.lock().expect("no thread panics while it holds the error").get_or_insert(error);
    }
}

/// What a run made.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Pictures that were made, but whose letters are too small to print.
    pub small_print: Vec<SmallPrint>,
    /// For each page that was made, by language and address: the names of the pieces of shared text that it took.
    pub taken: BTreeMap<(Lang, String), BTreeSet<String>>,
}

/// A run of which everything that pages share is ready.
pub struct Ready<'a> {
    job: Job<'a>,
    templates: Templates,
    languages: BTreeMap<Lang, Language<'a>>,
}

/// Renders everything. `give` gets each file as soon as it is ready, from several threads; style sheets come first.
/// What comes back are pictures that were made, but whose letters are too small to print.
///
/// # Errors
/// The first template or picture that fails; then the output is not complete and must not be published.
pub fn render(job: &Job<'_>, give: &(dyn Fn(OutputFile) + Sync)) -> Result<Vec<SmallPrint>, RenderError> {
    Ok(Ready::new(*job)?.render(&Kept::default(), give)?.small_print)
}

impl<'a> Ready<'a> {
    /// Compiles the templates and turns the shared texts into HTML.
    ///
    /// # Errors
    /// When a template is not valid, or a block of shared text cannot be made with it.
    pub fn new(job: Job<'a>) -> Result<Ready<'a>, RenderError> {
        let (templates, texts) = rayon::join(|| Templates::new(job.theme), || prepare(&job));
        let templates = templates?;
        let with_blocks = |texts: Prepared<'a>| {
            let blocks = SharedBlocks::new(&texts, &templates)?;
            Ok((texts.finder.lang, (texts, blocks)))
        };
        let languages = texts.into_par_iter().map(with_blocks).collect::<Result<_, RenderError>>()?;
        Ok(Ready { job, templates, languages })
    }

    /// Marks of the pieces of shared text.
    pub fn marks(&self) -> TextMarks {
        let languages = self.languages.par_iter();
        TextMarks { languages: languages.map(|(lang, (texts, blocks))| (*lang, PieceMarks::new(texts, blocks))).collect() }
    }

    /// Renders everything but what is kept, as [`render`] does.
    ///
    /// # Errors
    /// As [`render`].
    pub fn render(&self, kept: &Kept, give: &(dyn Fn(OutputFile) + Sync)) -> Result<Rendered, RenderError> {
        let Ready { job, templates, languages } = self;
        let site = &job.model.site;
        let (letters, style) = assets::style(job.theme, &site.languages);
        let site_context = SiteContext {
            name: &site.name,
            exit_url: &site.exit_address,
            style: style.path.as_str(),
            script: "",
            publisher: &site.publisher,
        };
        let frame = Frame {
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
        };
        letters.into_iter().for_each(give);
        give(style);
        assets::icon(job.theme).into_iter().for_each(give);
        let (units, around) = rayon::join(
            || render_units(job, &frame, (languages, kept), give),
            || render_data(job, &frame, kept, give).and_then(|()| render_shared(job, &frame, (languages, kept), give)),
        );
        around?;
        let taken = units?;
        let Frame { failed, pictures, .. } = frame;
        let failed = failed.into_inner().expect("no thread panics while it holds the error");
        failed.map_or_else(|| Ok(Rendered { small_print: pictures.small_print(), taken }), Err)
    }
}

/// Marks of the pieces of shared text, by language.
pub struct TextMarks {
    languages: BTreeMap<Lang, PieceMarks>,
}

impl TextMarks {
    /// One mark of all these pieces; `None` when one of them is not there any more.
    pub fn of<'n>(&self, lang: Lang, names: impl Iterator<Item = &'n str>) -> Option<blake3::Hash> {
        let marks = self.languages.get(&lang)?;
        let mut hasher = blake3::Hasher::new();
        for name in names {
            hasher.update(name.as_bytes()).update(marks.of(name)?.as_bytes());
        }
        Some(hasher.finalize())
    }
}

/// The files that every page names: the style sheet, the letters that it names for these languages, and the icon.
pub fn theme_files(theme: &BTreeMap<String, String>, languages: &[Lang]) -> Vec<OutputFile> {
    let (letters, style) = assets::style(theme, languages);
    letters.into_iter().chain([style]).chain(assets::icon(theme)).collect()
}

/// The open data of one municipality.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn data_file(model: &Model, municipality: &Municipality) -> Result<OutputFile, RenderError> {
    open_data::municipality_file(municipality, Finder { model, lang: model.site.fallback })
}

/// Which picture is drawn on a sheet of its own.
#[derive(Clone, Copy, Debug)]
pub struct PosterJob<'a> {
    /// Meaning.
    pub model: &'a Model,
    /// Of which municipality.
    pub municipality: &'a Municipality,
    /// In which language.
    pub lang: Lang,
    /// Index of the stage with the mark of the reader.
    pub here: Option<usize>,
    /// On which paper.
    pub paper: Paper,
    /// The day for which it holds.
    pub as_of: Date,
}

/// Draws the picture of all stages on a sheet of its own, as SVG.
///
/// # Errors
/// When the composition has no place for a stage or no way for a road.
pub fn draw_poster(job: &PosterJob<'_>) -> Result<String, RenderError> {
    let prepared = Prepared::new(job.model, job.lang);
    let local = local_stages(job.model, job.municipality);
    let maker = PictureMaker { prepared: &prepared, local: &local, municipality: &job.municipality.name };
    let drawn = maker.poster(job.here, job.paper, job.as_of);
    drawn.map_err(|error| picture::refusal(&error))
}

/// The sheets of all municipalities in one language, without a mark and with a mark on every stage. The paper only
/// says how large they are printed.
#[cfg(test)]
pub(crate) fn posters(model: &Model, lang: Lang, as_of: Date) -> Vec<String> {
    let prepared = Prepared::new(model, lang);
    let mut seen: Vec<Vec<unit::LocalStage>> = Vec::new();
    let mut sheets = Vec::new();
    for municipality in &model.municipalities {
        let local = local_stages(model, municipality);
        if seen.contains(&local) {
            continue;
        }
        let maker = PictureMaker { prepared: &prepared, local: &local, municipality: &municipality.name };
        for here in std::iter::once(None).chain((0..local.len()).map(Some)) {
            sheets.push(maker.poster(here, Paper::A4, as_of).expect("every stage has a place and every road a way"));
        }
        seen.push(local);
    }
    sheets
}

/// The overview pictures of all municipalities in one language, each different one once: what is drawn, not drawn yet.
pub fn overview_pictures(model: &Model, lang: Lang) -> Vec<Picture> {
    let prepared = Prepared::new(model, lang);
    let mut pictures: Vec<Picture> = Vec::new();
    for municipality in &model.municipalities {
        let local = local_stages(model, municipality);
        let maker = PictureMaker { prepared: &prepared, local: &local, municipality: &municipality.name };
        let picture = maker.picture(None);
        if !pictures.contains(&picture) {
            pictures.push(picture);
        }
    }
    pictures
}

/// The shared texts of one language as HTML, and the blocks that are equal on all pages.
type Language<'a> = (Prepared<'a>, SharedBlocks);

fn prepare<'a>(job: &Job<'a>) -> Vec<Prepared<'a>> {
    let spoken: BTreeSet<Lang> = job.plan.units.iter().map(|unit| unit.lang).collect();
    let is_needed = |lang: &Lang| job.shared || spoken.contains(lang);
    let languages: Vec<Lang> = job.plan.pages.keys().copied().filter(is_needed).collect();
    languages.par_iter().map(|lang| Prepared::new(job.model, *lang)).collect()
}

/// The unit of work is a page of a language, for all municipalities.
fn render_units(
    job: &Job<'_>,
    frame: &Frame<'_>,
    (languages, kept): (&BTreeMap<Lang, Language<'_>>, &Kept),
    give: &(dyn Fn(OutputFile) + Sync),
) -> Result<BTreeMap<(Lang, String), BTreeSet<String>>, RenderError> {
    let faces: BTreeMap<Lang, Vec<Face<'_>>> =
        languages.par_iter().map(|(lang, (prepared, _))| (*lang, lookalikes::faces(job, kept, prepared))).collect();
    let pages = |lang: Lang| job.plan.pages[&lang].iter().enumerate().map(move |page| (lang, page));
    let asked = |page: &PagePlan| job.only.is_none_or(|only| page.address == only);
    let work: Vec<(Lang, (usize, &PagePlan))> =
        languages.keys().flat_map(|lang| pages(*lang)).filter(|(_, (_, page))| asked(page)).collect();
    let made = work.par_iter().with_max_len(1).map(|(lang, page)| {
        let (prepared, blocks) = &languages[lang];
        let shared = Shared { site: frame, prepared, blocks, pages: &job.plan.pages[lang] };
        let taken = give_everywhere(&shared, &faces[lang], *page, kept, give)?;
        Ok(((*lang, page.1.address.clone()), taken.iter().map(Piece::name).collect()))
    });
    made.filter(|one| !matches!(one, Ok((_, taken)) if BTreeSet::<String>::is_empty(taken))).collect()
}

/// What is about all municipalities together.
fn render_shared(
    job: &Job<'_>,
    frame: &Frame<'_>,
    (languages, kept): (&BTreeMap<Lang, Language<'_>>, &Kept),
    give: &(dyn Fn(OutputFile) + Sync),
) -> Result<(), RenderError> {
    if !job.shared {
        return Ok(());
    }
    render_hubs(frame, (languages, kept), give)?;
    let finder = Finder { model: job.model, lang: job.model.site.fallback };
    give(open_data::table(frame, finder)?);
    let (counted, ui) = (frame.coverage(), finder.ui().words);
    give(OutputFile::text("data/dekking.csv", coverage::csv(counted, ui)));
    give(OutputFile::text("data/dekking.json", coverage::json(counted, ui)));
    server_files::files(frame).into_iter().for_each(give);
    Ok(())
}

fn render_hubs(
    frame: &Frame<'_>,
    (languages, kept): (&BTreeMap<Lang, Language<'_>>, &Kept),
    give: &(dyn Fn(OutputFile) + Sync),
) -> Result<(), RenderError> {
    for hub in &frame.plan.hubs {
        let renderer = HubRenderer { frame, prepared: &languages[&hub.lang].0, hub };
        renderer.render(kept, &mut |file| give(file))?;
        // These have one address for all languages: they speak the first, also when another language is made alone.
        if frame.model.site.languages.first() == Some(&hub.lang) {
            give(renderer.not_found()?);
            for forward in frame.plan.forwards.iter().filter(|forward| !kept.above.contains(&forward.file())) {
                give(renderer.forward(forward)?);
            }
        }
    }
    Ok(())
}

fn render_data(
    job: &Job<'_>,
    frame: &Frame<'_>,
    kept: &Kept,
    give: &(dyn Fn(OutputFile) + Sync),
) -> Result<(), RenderError> {
    if job.only.is_some() {
        return Ok(());
    }
    let planned: BTreeSet<usize> = frame.plan.units.iter().map(|unit| unit.municipality).collect();
    for index in planned.iter().filter(|index| !job.kept.contains(index) && !kept.data.contains(index)) {
        give(data_file(frame.model, &frame.model.municipalities[*index])?);
    }
    Ok(())
}

/// Organisations at the foot of every page (C-08, C-14), with the word that says when.
pub(crate) const HELPLINES: &[(&str, &str)] =
    &[("112", "danger"), ("veilig-thuis", "violence"), ("kindertelefoon", "child"), ("jeugdstem", "support")];

/// A number for the foot of a page; `None` when the site does not know the organisation.
pub(crate) fn helpline(finder: Finder<'_>, key: &str, when: &str) -> Option<Helpline> {
    let organisation = finder.model.organisations.iter().find(|one| one.key == key)?;
    let (name, lang) = finder.organisation_name(organisation);
    let phone = organisation.phone.clone().unwrap_or_default();
    Some(Helpline {
        key: key.to_owned(),
        name,
        lang,
        tel: if phone.is_empty() { String::new() } else { local::tel(&phone) },
        href: organisation.website.clone().unwrap_or_default(),
        when: finder.ui().text(&format!("help.{when}")),
        phone,
    })
}

/// The two sentences that every page carries, never one without the other (facts §1, N-05).
pub(crate) fn core_message(ui: Ui<'_>) -> String {
    let sentence = |name: &str| html::escape(&ui.text(name));
    format!("<p><strong>{}</strong></p><p>{}</p>", sentence("core.first"), sentence("core.second"))
}
