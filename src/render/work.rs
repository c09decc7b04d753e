//! The files of a run, part by part: pages of municipalities, their open data, and what is about all of them together.

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::blocks::SharedBlocks;
use super::hub::HubRenderer;
use super::pieces::Piece;
use super::prepared::{Finder, Prepared};
use super::unit::{Face, Shared, give_everywhere};
use super::{Frame, Job, Kept, RenderError, data_file, lookalikes, open_data, server_files};
use crate::coverage;
use crate::lang::Lang;
use crate::output::OutputFile;
use crate::plan::PagePlan;

/// The shared texts of one language as HTML, and the blocks that are equal on all pages.
pub(super) type Language<'a> = (Prepared<'a>, SharedBlocks);

pub(super) fn prepare<'a>(job: &Job<'a>) -> Vec<Prepared<'a>> {
    let spoken: BTreeSet<Lang> = job.plan.units.iter().map(|unit| unit.lang).collect();
    let is_needed = |lang: &Lang| job.shared || spoken.contains(lang);
    let languages: Vec<Lang> = job.plan.pages.keys().copied().filter(is_needed).collect();
    languages.par_iter().map(|lang| Prepared::new(job.model, *lang)).collect()
}

/// The unit of work is a page of a language, for all municipalities.
pub(super) fn render_units(
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
pub(super) fn render_shared(
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

pub(super) fn render_data(
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
