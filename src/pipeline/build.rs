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
use crate::sources;
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
    let is_partial = settings.is_partial() || delivery.part.is_some();
    // A part says nothing of the whole, so it needs no mark of everything.
    if !is_partial {
        let now = inputs::of_all(&sources::fingerprint(&settings.site_dir)?, settings, delivery);
        if let Some(outcome) = nothing_to_do(settings, &now)? {
            return Ok(outcome);
        }
    }
    let published =
        if settings.municipalities.is_empty() { BTreeSet::new() } else { write::published_folders(&settings.output_dir) };
    let mut run = Run::read_chosen(settings, &published)?;
    // Of what was read, not of what stood there a moment before: somebody may be saving.
    let whole = (!is_partial).then(|| inputs::of_all(&run.fingerprint, settings, delivery));
    let Some((sources, model, plan)) = run.ready.take() else { return Ok(run.nothing()) };
    let publisher = Publisher::open(&settings.output_dir)?;
    let all_chosen = chosen(&model, &plan);
    let listed = all_chosen.union(&published).cloned().collect();
    let others = in_other_parts(&plan, delivery);
    let published_before = if settings.languages.is_empty() { BTreeSet::new() } else { publisher.published_files() };
    let job = Job { kept: &others, ..job(&sources, &model, &plan, settings, &listed, &published_before) };
    let ready = match Ready::new(job) {
        Ok(ready) => ready,
        Err(error) => {
            run.problems.push(refusal(&error, &sources));
            return Ok(run.nothing());
        }
    };
    let inputs = Inputs::new(&sources, &run.files, &model, delivery);
    let texts = ready.marks();
    let keeper = Keeper { inputs: &inputs, texts: &texts, plan: &plan, publisher: &publisher, is_partial };
    let kept = if settings.languages.is_empty() { keeper.keep(&others) } else { Kept::default() };
    let failed: Mutex<Option<WriteError>> = Mutex::new(None);
    let counter = Counter::new(&plan, progress);
    let rendered = ready.render(&kept, &|file: OutputFile| {
        counter.count(&file);
        if settings.is_partial() && is_shared(&file) && publisher.has(&file) {
            return;
        }
        let staged = if delivery.compressed { publisher.stage_compressed(&file) } else { publisher.stage(&file).map(drop) };
        if let Err(error) = staged {
            failed.lock().expect("no thread panics while it holds the error").get_or_insert(error);
        }
    });
    if let Some(error) = failed.into_inner().expect("no thread panics while it holds the error") {
        return Err(error.into());
    }
    match rendered {
        Ok(rendered) => {
            keeper.notes(&rendered).into_iter().for_each(|notes| publisher.note(notes));
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
    let (municipalities, pages) = (all_chosen.len() - others.len(), counter.pages() + kept.pages());
    let whole = whole.map(|mark| Whole { mark, municipalities, pages });
    // What is on its way needs none of this any more, and the longest list is still to come.
    drop(ready);
    drop((sources, model, plan));
    let scope = Scope { municipalities: settings.municipalities.clone(), some_languages: !settings.languages.is_empty() };
    // A run with findings shows them again next time.
    let published = publisher.publish(&scope, whole.filter(|_| run.problems.is_empty()))?;
    Ok(Outcome { municipalities, pages, published: Some(published), ..run.nothing() })
}

/// What the last run made, when every input is as it was then and every file still stands.
fn nothing_to_do(settings: &Settings, mark: &Hash) -> Result<Option<Outcome>, Failure> {
    if !settings.output_dir.exists() {
        return Ok(None);
    }
    let found = Publisher::open(&settings.output_dir)?.up_to_date(mark);
    Ok(found.map(|(whole, published)| Outcome {
        files: SourceMap::default(),
        problems: Diagnostics::default(),
        tips: Diagnostics::default(),
        levels: Vec::new(),
        own_address: String::new(),
        municipalities: whole.municipalities,
        pages: whole.pages,
        published: Some(published),
    }))
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
