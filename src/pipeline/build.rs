//! From files to pages on disk.

use std::collections::BTreeSet;
use std::sync::Mutex;

use blake3::Hash;

use super::counter::Counter;
use super::inputs::{self, Inputs};
use super::keep::Keeper;
use super::{Failure, Outcome, Progress, Run, chosen, job, picture, refusal};
use crate::diag::{Diagnostics, SourceMap};
use crate::output::OutputFile;
use crate::plan::SitePlan;
use crate::render::{Job, Kept, Ready};
use crate::settings::{Delivery, Settings};
use crate::sources::{Snapshot, Wanted};
use crate::write::{self, Publisher, Scope, Whole, WriteError};

/// Reads, checks, renders and publishes. With an error in the input nothing is written.
///
/// # Errors
/// When input cannot be read or output cannot be written.
pub fn build(settings: &Settings, progress: Progress<'_>) -> Result<Outcome, Failure> {
    deliver(settings, Delivery::default(), progress)
}

/// The same, handed over in another way: compressed too, or a share of the municipalities.
///
/// # Errors
/// As [`build`].
pub fn deliver(settings: &Settings, delivery: Delivery, progress: Progress<'_>) -> Result<Outcome, Failure> {
    // A part says nothing of the whole, so it needs no mark of everything.
    if settings.is_partial() || delivery.part.is_some() {
        let published = match settings.municipalities.as_slice() {
            [] => BTreeSet::new(),
            _ => write::published_folders(&settings.output_dir),
        };
        let run = Run::read_chosen(settings, &published)?;
        return make(Begun { run, published, mark: None, publisher: None }, settings, delivery, progress);
    }
    match begin(settings, delivery)? {
        Beginning::Done(outcome) => Ok(outcome),
        Beginning::Changed(begun) => make(*begun, settings, delivery, progress),
    }
}

/// A run of which the input is read.
struct Begun {
    run: Run,
    /// Keys of municipalities that stay published beside those of this run.
    published: BTreeSet<String>,
    /// Mark of a whole run; `None` for a part of the country.
    mark: Option<Hash>,
    /// The output folder, when it was opened already.
    publisher: Option<Publisher>,
}

enum Beginning {
    /// Nothing changed.
    Done(Outcome),
    Changed(Box<Begun>),
}

/// Reads all input. How the output of the last run stands is looked up meanwhile: each takes about as long as the other.
fn begin(settings: &Settings, delivery: Delivery) -> Result<Beginning, Failure> {
    // An output folder that is not there yet is made only when there is something to put in it.
    let open = || settings.output_dir.exists().then(|| Publisher::open(&settings.output_dir)).transpose();
    let (snapshot, publisher) = rayon::join(|| Snapshot::take(&settings.site_dir, &Wanted::Everything), open);
    let (snapshot, publisher) = (snapshot?, publisher?);
    // Of what was read, not of what stands there a moment later: somebody may be saving.
    let mark = inputs::of_all(&snapshot.mark(), settings, delivery);
    if let Some(outcome) = publisher.as_ref().and_then(|publisher| nothing_to_do(publisher, &mark)) {
        return Ok(Beginning::Done(outcome));
    }
    let look = || publisher.iter().for_each(Publisher::look);
    let (run, ()) = rayon::join(|| Run::of_snapshot(snapshot, settings), look);
    let begun = Begun { run: run?, published: BTreeSet::new(), mark: Some(mark), publisher };
    Ok(Beginning::Changed(Box::new(begun)))
}

fn make(begun: Begun, settings: &Settings, delivery: Delivery, progress: Progress<'_>) -> Result<Outcome, Failure> {
    let Begun { mut run, published, mark, publisher } = begun;
    let is_partial = mark.is_none();
    let Some((sources, model, plan)) = run.ready.take() else { return Ok(run.nothing()) };
    let publisher = publisher.map_or_else(|| Publisher::open(&settings.output_dir), Ok)?;
    let all_chosen = chosen(&model, &plan);
    let listed = all_chosen.union(&published).cloned().collect();
    let others = in_other_parts(&plan, delivery);
    let published_before = if settings.languages.is_empty() { BTreeSet::new() } else { publisher.published_files() };
    let job = Job { kept: &others, ..job(&sources, &model, &plan, settings, &listed, &published_before) };
    let (ready, inputs) = rayon::join(|| Ready::new(job), || Inputs::new(&sources, &run.files, &model, delivery));
    let ready = match ready.map_err(|error| refusal(&error, &sources)) {
        Ok(ready) => ready,
        Err(problem) => {
            run.problems.push(problem);
            return Ok(run.nothing());
        }
    };
    let texts = ready.marks();
    let keeper = Keeper {
        inputs: &inputs,
        ready: &ready,
        texts: &texts,
        plan: &plan,
        publisher: &publisher,
        listed: &listed,
        is_partial,
    };
    let kept = if settings.languages.is_empty() { keeper.keep(&others) } else { Kept::default() };
    let counter = Counter::new(&plan, progress);
    let stager = Stager { publisher: &publisher, counter, delivery, settings, failed: Mutex::new(None) };
    let rendered = ready.render(&kept, &|file| stager.take(&file));
    let made_pages = stager.finish()?;
    match rendered {
        Ok(rendered) => {
            keeper.notes(&rendered).into_iter().for_each(|notes| publisher.note(notes));
            keeper.note_local(&rendered);
            // What is not drawn again cannot be found again: with such a finding everything is made next time.
            if !rendered.small_print.is_empty() {
                publisher.unmark();
            }
            run.problems.extend(picture::small_print(&rendered.small_print, &sources, &model));
        }
        Err(error) => {
            run.problems.push(refusal(&error, &sources));
            return Ok(run.nothing());
        }
    }
    let (municipalities, pages) = (all_chosen.len() - others.len(), made_pages + kept.pages());
    let whole = mark.map(|mark| Whole { mark, municipalities, pages });
    let scope = Scope { municipalities: settings.municipalities.clone(), some_languages: !settings.languages.is_empty() };
    // A run with findings shows them again next time.
    let whole = whole.filter(|_| run.problems.is_empty());
    // What is on its way needs nothing of this any more; letting go of it takes about as long as the last steps.
    let (published, ()) = rayon::join(|| publisher.publish(&scope, whole), || drop(ready));
    rayon::join(|| drop(sources), || drop((model, plan)));
    Ok(Outcome { municipalities, pages, published: Some(published?), ..run.nothing() })
}

/// Stages files as they come, from several threads.
struct Stager<'a> {
    publisher: &'a Publisher,
    counter: Counter<'a>,
    delivery: Delivery,
    settings: &'a Settings,
    /// The first file that could not be staged.
    failed: Mutex<Option<WriteError>>,
}

impl Stager<'_> {
    fn take(&self, file: &OutputFile) {
        self.counter.count(file);
        if self.settings.is_partial() && is_shared(file) && self.publisher.has(file) {
            return;
        }
        let staged = match self.delivery.compressed {
            true => self.publisher.stage_compressed(file),
            false => self.publisher.stage(file).map(drop),
        };
        if let Err(error) = staged {
            self.failed.lock().expect("no thread panics while it holds the error").get_or_insert(error);
        }
    }

    /// The number of pages that were staged.
    fn finish(self) -> Result<usize, WriteError> {
        match self.failed.into_inner().expect("no thread panics while it holds the error") {
            Some(error) => Err(error),
            None => Ok(self.counter.pages()),
        }
    }
}

/// What the last run made, when every input is as it was then and every file still stands.
fn nothing_to_do(publisher: &Publisher, mark: &Hash) -> Option<Outcome> {
    let (whole, published) = publisher.up_to_date(mark)?;
    Some(Outcome {
        files: SourceMap::default(),
        problems: Diagnostics::default(),
        tips: Diagnostics::default(),
        levels: Vec::new(),
        own_address: String::new(),
        municipalities: whole.municipalities,
        pages: whole.pages,
        published: Some(published),
    })
}

/// Municipalities, by index, that another part of the country makes.
fn in_other_parts(plan: &SitePlan, delivery: Delivery) -> BTreeSet<usize> {
    let planned = plan.units.iter().map(|unit| unit.municipality);
    planned.filter(|index| delivery.part.is_some_and(|part| !part.has(*index))).collect()
}

/// Files about all municipalities together: a part of the country may not replace them.
fn is_shared(file: &OutputFile) -> bool {
    matches!(
        file.path.as_str(),
        "sitemap.xml" | "robots.txt" | "data/gemeenten.csv" | "data/dekking.csv" | "data/dekking.json"
    ) || file.path.as_str().starts_with("server/")
}
