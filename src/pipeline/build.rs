//! From files to pages on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use blake3::Hash;
use rayon::iter::{ParallelBridge, ParallelIterator};

use super::counter::Counter;
use super::inputs::{self, Inputs};
use super::{Failure, Outcome, Progress, Run, chosen, job, picture, refusal};
use crate::diag::{Diagnostics, SourceMap};
use crate::output::OutputFile;
use crate::plan::SitePlan;
use crate::render::{self, Job};
use crate::settings::{Delivery, Settings};
use crate::sources;
use crate::write::{Publisher, Scope, Whole, WriteError};

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
    let now = inputs::of_all(&sources::fingerprint(&settings.site_dir)?, settings, delivery);
    if let Some(outcome) = if is_partial { None } else { nothing_to_do(settings, &now)? } {
        return Ok(outcome);
    }
    let mut run = Run::read(settings)?;
    // Of what was read, not of what stood there a moment before: somebody may be saving.
    let mark = inputs::of_all(&run.fingerprint, settings, delivery);
    let Some((sources, model, plan)) = run.ready.take() else { return Ok(run.nothing()) };
    let publisher = Publisher::open(&settings.output_dir)?;
    let all_chosen = chosen(&model, &plan);
    let mut listed = all_chosen.clone();
    if !settings.municipalities.is_empty() {
        listed.extend(publisher.published_folders());
    }
    let inputs = Inputs::new(&sources, &run.files, &model, (settings, delivery));
    let others = in_other_parts(&plan, delivery);
    let kept = keep_unchanged(&inputs, &plan, &publisher, &others, settings);
    let published_before = if settings.languages.is_empty() { BTreeSet::new() } else { publisher.published_files() };
    let failed: Mutex<Option<WriteError>> = Mutex::new(None);
    let counter = Counter::new(&plan, progress);
    let job = Job {
        kept: &kept.keys().chain(&others).copied().collect(),
        ..job(&sources, &model, &plan, settings, &listed, &published_before)
    };
    let rendered = render::render(&job, &|file: OutputFile| {
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
    let (municipalities, pages) = (all_chosen.len() - others.len(), counter.pages() + kept.values().sum::<usize>());
    let whole = Whole { mark, municipalities, pages };
    let scope = Scope { municipalities: settings.municipalities.clone(), some_languages: !settings.languages.is_empty() };
    // A run with findings shows them again next time, and a part says nothing of the whole.
    let whole = (run.problems.is_empty() && !is_partial).then_some(whole);
    let published = publisher.publish(&scope, whole)?;
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

/// Municipalities of which nothing changed, by index, with the number of their pages.
fn keep_unchanged(
    inputs: &Inputs<'_>,
    plan: &SitePlan,
    publisher: &Publisher,
    others: &BTreeSet<usize>,
    settings: &Settings,
) -> BTreeMap<usize, usize> {
    if !settings.languages.is_empty() {
        return BTreeMap::new();
    }
    let planned: BTreeSet<usize> = plan.units.iter().map(|unit| unit.municipality).collect();
    planned
        .difference(others)
        .par_bridge()
        .filter_map(|index| {
            let municipality = inputs.municipality(*index);
            let mark = inputs.of(municipality);
            let pages = publisher.keep(&municipality.key, &mark);
            if pages.is_none() {
                publisher.mark(&municipality.key, mark);
            }
            Some((*index, pages?))
        })
        .collect()
}

/// Files about all municipalities together: a part of the country may not replace them.
fn is_shared(file: &OutputFile) -> bool {
    matches!(
        file.path.as_str(),
        "sitemap.xml" | "robots.txt" | "data/gemeenten.csv" | "data/dekking.csv" | "data/dekking.json"
    ) || file.path.as_str().starts_with("server/")
}
