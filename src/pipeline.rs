//! The hall: the only file that knows the order of the rooms.

mod draw;
mod inputs;
mod picture;
mod sheet;
mod tidy;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use blake3::Hash;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

pub use self::draw::{Drawn, PosterSettings, draw};
use self::inputs::Inputs;
pub use self::sheet::{Export, Import, export, import, put_in_place};
pub use self::tidy::{Tidied, tidy};
use crate::check::language::Frame;
use crate::check::plain::{self, Glossary};
use crate::check::{LinkChecker, ProseReport, Surroundings, check_prose};
use crate::diag::{Diagnostic, Diagnostics, FileId, SourceMap, Span, nearest};
use crate::model::prose::{self, ProseKind};
use crate::model::{self, Model};
use crate::output::OutputFile;
use crate::plan::{self, Selection, SitePlan};
use crate::render::{self, Job, RenderError};
use crate::settings::Settings;
use crate::sources::{self, LoadError, Sources};
use crate::write::{Published, Publisher, Scope, Whole, WriteError};

/// Why the work could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The site folder cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The output folder cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// What a run gives: texts for messages, findings, and numbers.
#[derive(Debug)]
pub struct Outcome {
    /// Texts of all input files.
    pub files: SourceMap,
    /// All findings.
    pub problems: Diagnostics,
    /// Municipalities that were made.
    pub municipalities: usize,
    /// HTML pages that were made.
    pub pages: usize,
    /// Findings of weight `tip` about language: for an editor who asks for them.
    pub tips: Diagnostics,
    /// The reading level of each Dutch page that was checked.
    pub levels: Vec<(FileId, plain::Reading)>,
    /// What changed on disk; `None` when nothing was written, because of errors or because it was only a check.
    pub published: Option<Published>,
}

/// Called with the number of units that are ready, and the number of all.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

/// Reads, checks, renders and publishes. With an error in the input nothing is written.
///
/// # Errors
/// When input cannot be read or output cannot be written.
pub fn build(settings: &Settings, progress: Progress<'_>) -> Result<Outcome, Failure> {
    let whole = inputs::of_all(&sources::fingerprint(&settings.site_dir)?, settings);
    if let Some(outcome) = nothing_to_do(settings, &whole)? {
        return Ok(outcome);
    }
    let mut run = Run::read(settings)?;
    let Some((sources, model, plan)) = run.ready.take() else { return Ok(run.nothing()) };
    let publisher = Publisher::open(&settings.output_dir)?;
    let all_chosen = chosen(&model, &plan);
    let mut listed = all_chosen.clone();
    if !settings.municipalities.is_empty() {
        listed.extend(publisher.published_folders());
    }
    let inputs = Inputs::new(&sources, &run.files, &model, settings);
    let kept = keep_unchanged(&inputs, &model, &plan, &publisher, settings);
    let published_before = if settings.languages.is_empty() { BTreeSet::new() } else { publisher.published_files() };
    let failed: Mutex<Option<WriteError>> = Mutex::new(None);
    let counter = Counter::new(&plan, progress);
    let job =
        Job { kept: &kept.keys().copied().collect(), ..job(&sources, &model, &plan, settings, &listed, &published_before) };
    let rendered = render::render(&job, &|file: OutputFile| {
        counter.count(&file);
        if settings.is_partial() && is_shared(&file) && publisher.has(&file) {
            return;
        }
        if let Err(error) = publisher.stage(&file) {
            failed.lock().expect("no thread panics while it holds the error").get_or_insert(error);
        }
    });
    if let Some(error) = failed.into_inner().expect("no thread panics while it holds the error") {
        return Err(error.into());
    }
    match rendered {
        Ok(small) => {
            // What is not drawn again cannot be found again: with such a finding everything is made next time.
            if !small.is_empty() {
                publisher.unmark();
            }
            run.problems.extend(picture::small_print(&small, &sources, &model));
        }
        Err(error) => {
            run.problems.push(refusal(&error, &sources));
            return Ok(run.nothing());
        }
    }
    let (municipalities, pages) = (all_chosen.len(), counter.pages() + kept.values().sum::<usize>());
    let whole = Whole { mark: whole, municipalities, pages };
    let scope = Scope { municipalities: settings.municipalities.clone(), some_languages: !settings.languages.is_empty() };
    // A run with findings shows them again next time, and a part says nothing of the whole.
    let whole = (run.problems.is_empty() && !settings.is_partial()).then_some(whole);
    let published = publisher.publish(&scope, whole)?;
    Ok(Outcome { municipalities, pages, published: Some(published), ..run.nothing() })
}

/// What the last run made, when every input is as it was then and every file still stands.
fn nothing_to_do(settings: &Settings, mark: &Hash) -> Result<Option<Outcome>, Failure> {
    if settings.is_partial() || !settings.output_dir.exists() {
        return Ok(None);
    }
    let found = Publisher::open(&settings.output_dir)?.up_to_date(mark);
    Ok(found.map(|(whole, published)| Outcome {
        files: SourceMap::default(),
        problems: Diagnostics::default(),
        tips: Diagnostics::default(),
        levels: Vec::new(),
        municipalities: whole.municipalities,
        pages: whole.pages,
        published: Some(published),
    }))
}

/// Municipalities of which nothing changed, by index, with the number of their pages.
fn keep_unchanged(
    inputs: &Inputs<'_>,
    model: &Model,
    plan: &SitePlan,
    publisher: &Publisher,
    settings: &Settings,
) -> BTreeMap<usize, usize> {
    if !settings.languages.is_empty() {
        return BTreeMap::new();
    }
    let planned: BTreeSet<usize> = plan.units.iter().map(|unit| unit.municipality).collect();
    planned
        .par_iter()
        .filter_map(|index| {
            let municipality = &model.municipalities[*index];
            let mark = inputs.of(municipality);
            let pages = publisher.keep(&municipality.key, &mark);
            if pages.is_none() {
                publisher.mark(&municipality.key, mark);
            }
            Some((*index, pages?))
        })
        .collect()
}

/// Does everything that a build does except writing, follows every link of every page, and holds the Dutch texts against the
/// rules of language.
///
/// # Errors
/// When input cannot be read.
pub fn check(settings: &Settings, progress: Progress<'_>) -> Result<Outcome, Failure> {
    let mut run = Run::read(settings)?;
    run.check_language(settings);
    let Some((sources, model, plan)) = run.ready.take() else { return Ok(run.nothing()) };
    let listed = chosen(&model, &plan);
    let links = LinkChecker::new(&model.site.base_address);
    let counter = Counter::new(&plan, progress);
    // A check looks only at the pages of this run, so it follows no links to pages of an earlier one.
    let nothing = BTreeSet::new();
    let rendered = render::render(&job(&sources, &model, &plan, settings, &listed, &nothing), &|file: OutputFile| {
        counter.count(&file);
        links.look(&file);
    });
    match rendered {
        Ok(small) => {
            run.problems.extend(links.finish().0);
            run.problems.extend(picture::small_print(&small, &sources, &model));
        }
        Err(error) => run.problems.push(refusal(&error, &sources)),
    }
    let pages = counter.pages();
    Ok(Outcome { municipalities: listed.len(), pages, ..run.nothing() })
}

/// Reads and holds the texts against the rules, without making pages: for an editor who works on one file.
///
/// # Errors
/// When input cannot be read.
pub fn check_texts(settings: &Settings) -> Result<Outcome, Failure> {
    let mut run = Run::read(settings)?;
    run.check_language(settings);
    Ok(run.nothing())
}

/// The language whose words the rules know.
const LANGUAGE_OF_RULES: &str = "nl";

/// Holds a letter against the rules of language. It has no site around it.
pub fn check_letter(path: &str, text: &str, frame: Option<Frame>) -> Outcome {
    let mut files = SourceMap::default();
    let file = files.add(path.into(), text.into());
    let mut letter = if path.ends_with(".md") {
        prose::of_markdown(file, text, ProseKind::Letter)
    } else {
        prose::of_plain_text(file, text)
    };
    letter.frame = frame.map(|frame| frame_name(frame).to_owned());
    let ProseReport { problems, tips, levels } = check_prose(&[letter], &Surroundings::default());
    Outcome { files, problems, tips, levels, municipalities: 0, pages: 0, published: None }
}

fn frame_name(frame: Frame) -> &'static str {
    match frame {
        Frame::Vrijwillig => "vrijwillig",
        Frame::VrijwilligIntensief => "vrijwillig-intensief",
        Frame::Overgang => "overgang",
        Frame::Gedwongen => "gedwongen",
    }
}

fn job<'a>(
    sources: &'a Sources,
    model: &'a Model,
    plan: &'a SitePlan,
    settings: &Settings,
    listed: &'a BTreeSet<String>,
    published: &'a BTreeSet<String>,
) -> Job<'a> {
    static NOTHING: BTreeSet<usize> = BTreeSet::new();
    Job { kept: &NOTHING, model, plan, theme: &sources.theme.files, as_of: settings.as_of, listed, published }
}

/// Files about all municipalities together: a part of the country may not replace them.
fn is_shared(file: &OutputFile) -> bool {
    matches!(file.path.as_str(), "sitemap.xml" | "robots.txt" | "data/gemeenten.csv")
        || file.path.as_str().starts_with("server/")
}

fn chosen(model: &Model, plan: &SitePlan) -> BTreeSet<String> {
    plan.units.iter().map(|unit| model.municipalities[unit.municipality].key.clone()).collect()
}

/// The finding for a page that could not be made.
fn refusal(error: &RenderError, sources: &Sources) -> Diagnostic {
    match error {
        RenderError::Picture { subject, cause } => picture::not_drawn(subject, cause, sources),
        other => Diagnostic::error("thema", other.to_string())
            .help("zet het bestand van het thema terug, of vul het woord aan in `ui.yaml`"),
    }
}

/// Everything up to the plan, when there is no error in the way.
struct Run {
    files: SourceMap,
    problems: Diagnostics,
    ready: Option<(Sources, Model, SitePlan)>,
    tips: Diagnostics,
    levels: Vec<(FileId, plain::Reading)>,
    /// What the rules of language must know; `None` without a pathway.
    around: Option<Surroundings>,
}

impl Run {
    fn read(settings: &Settings) -> Result<Run, LoadError> {
        let loaded = sources::load(&settings.site_dir)?;
        let mut run = Run {
            files: loaded.files,
            problems: loaded.problems,
            ready: None,
            tips: Diagnostics::default(),
            levels: Vec::new(),
            around: None,
        };
        let Some(sources) = loaded.sources else { return Ok(run) };
        let (model, problems) = model::resolve(&sources, &run.files, settings.as_of);
        run.problems.extend(problems);
        let Some(model) = model else { return Ok(run) };
        run.around = surroundings(&model);
        unknown_selection(&sources, &model, settings, &mut run.problems);
        let selection = Selection { municipalities: settings.municipalities.clone(), languages: settings.languages.clone() };
        let (plan, problems) = plan::plan(&model, &selection);
        run.problems.extend(problems);
        if !run.problems.has_errors() {
            run.ready = Some((sources, model, plan));
        }
        Ok(run)
    }

    /// Shared texts once, and the files of the chosen municipalities. Without a pathway nobody knows the frames.
    fn check_language(&mut self, settings: &Settings) {
        let Some(around) = &self.around else { return };
        let chosen = |path: &camino::Utf8Path| {
            let key = path.strip_prefix("municipalities").ok().and_then(|inside| inside.iter().next());
            let key = key.map(|name| name.trim_end_matches(".yaml"));
            settings.municipalities.is_empty()
                || key.is_none_or(|key| key == "regios" || settings.municipalities.iter().any(|one| one == key))
        };
        let mut texts = prose::of_site(&self.files, LANGUAGE_OF_RULES);
        texts.retain(|text| chosen(self.files.path(text.file)));
        let ProseReport { mut problems, tips, levels } = check_prose(&texts, around);
        // One message for one mistake: what is wrong in itself is mended before its words are judged.
        let line = |span: Span| (span.file, self.files.line_column(span).0);
        let wrong: BTreeSet<(FileId, usize)> = self.problems.iter().filter_map(|problem| problem.span).map(line).collect();
        problems.retain(|problem| problem.span.is_none_or(|span| !wrong.contains(&line(span))));
        self.problems.extend(problems);
        (self.tips, self.levels) = (tips, levels);
    }

    fn nothing(self) -> Outcome {
        let Run { files, problems, ready: _, tips, levels, around: _ } = self;
        Outcome { files, problems, tips, levels, municipalities: 0, pages: 0, published: None }
    }
}

/// The frames of the stages and the terms of the glossary; `None` without a stage.
fn surroundings(model: &Model) -> Option<Surroundings> {
    let frames: BTreeMap<String, Frame> =
        model.pathway.stages.iter().map(|stage| (stage.key.clone(), stage.frame)).collect();
    let words = model.words.iter().find(|(lang, _)| lang.tag() == LANGUAGE_OF_RULES);
    let terms = words.into_iter().flat_map(|(_, words)| &words.glossary);
    let glossary = Glossary::new(terms.map(|term| std::iter::once(&term.word).chain(&term.also).map(String::as_str)));
    (!frames.is_empty()).then_some(Surroundings { frames, glossary })
}

fn unknown_selection(sources: &Sources, model: &Model, settings: &Settings, problems: &mut Diagnostics) {
    for key in &settings.municipalities {
        let broken = sources.broken.contains(camino::Utf8Path::new(&format!("municipalities/{key}.yaml")));
        if broken || model.municipalities.iter().any(|municipality| &municipality.key == key) {
            continue;
        }
        let help = match nearest(key, model.municipalities.iter().map(|municipality| municipality.key.as_str())) {
            Some(meant) => format!("bedoelt u `{meant}`?"),
            None => "kijk in `content/register/gemeenten.csv`, kolom `sleutel`".to_owned(),
        };
        problems.push(Diagnostic::error("onbekende-gemeente", format!("er is geen gemeente `{key}`")).help(help));
    }
    for lang in settings.languages.iter().filter(|lang| !model.site.languages.contains(lang)) {
        let offered: Vec<&str> = model.site.languages.iter().map(|lang| lang.tag()).collect();
        let unknown = Diagnostic::error("onbekende-taal", format!("deze site heeft de taal `{}` niet", lang.tag()));
        problems.push(unknown.help(format!("u kunt kiezen uit: {}", offered.join(", "))));
    }
}

/// Counts pages and reports progress a unit at a time.
struct Counter<'a> {
    pages: std::sync::atomic::AtomicUsize,
    per_unit: usize,
    units: usize,
    progress: Progress<'a>,
}

impl<'a> Counter<'a> {
    fn new(plan: &SitePlan, progress: Progress<'a>) -> Counter<'a> {
        let per_unit = plan.pages.values().map(Vec::len).max().unwrap_or(1).max(1);
        Counter { pages: std::sync::atomic::AtomicUsize::new(0), per_unit, units: plan.units.len(), progress }
    }

    fn count(&self, file: &OutputFile) {
        if file.path.as_str().ends_with(".html") {
            let pages = self.pages.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
            if pages.is_multiple_of(self.per_unit) {
                (self.progress)((pages / self.per_unit).min(self.units), self.units);
            }
        }
    }

    fn pages(&self) -> usize {
        self.pages.load(std::sync::atomic::Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use camino::Utf8Path;

    use crate::render::diagram::overview;
    use crate::render::diagram::tests::faults_of;
    use crate::{model, render, sources};

    #[test]
    fn the_pictures_of_all_municipalities_in_all_languages_are_sound() {
        let loaded = sources::load(Utf8Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the project can be read");
        let sources = loaded.sources.expect("our own content is sound");
        let (model, _) = model::resolve(&sources, &loaded.files, jiff::civil::date(2026, 11, 22));
        let model = model.expect("our own content is sound");
        let mut seen = 0;
        for lang in &model.site.languages {
            for picture in render::overview_pictures(&model, *lang) {
                assert_eq!(faults_of(&picture), Vec::<String>::new(), "{}: {:?}", lang.tag(), picture.stages[4]);
                let drawing = overview(&picture).expect("every stage has a place and every road a way");
                assert!(drawing.smallest_print >= 900, "{}: {} hundredths of a point", lang.tag(), drawing.smallest_print);
                assert!(drawing.svg.len() <= 25_000, "{}: {} bytes", lang.tag(), drawing.svg.len());
                seen += 1;
            }
        }
        assert!(seen > model.site.languages.len(), "municipalities differ, so there is more than one picture a language");
    }
}
