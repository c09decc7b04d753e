//! The files of a run, part by part: pages of municipalities, their open data, and what is about all of them together.

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::blocks::SharedBlocks;
use super::finder::Finder;
use super::hub::HubRenderer;
use super::prepared::Prepared;
use super::unit::{Face, LocalMarks, Shared, give_everywhere};
use super::{Frame, Job, Kept, PageTaken, RenderError, data_file, lookalikes, open_data, server_files};
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

/// What each page took that was made, by language and address.
pub(super) type TakenByPage = BTreeMap<(Lang, String), PageTaken>;

/// Marks of municipalities, by their place in the model and language.
pub(super) type LocalMarksOf = BTreeMap<(usize, Lang), LocalMarks>;

/// The unit of work is a page of a language, for all municipalities.
pub(super) fn render_units(
    job: &Job<'_>,
    frame: &Frame<'_>,
    (languages, kept): (&BTreeMap<Lang, Language<'_>>, &Kept),
    give: &(dyn Fn(OutputFile) + Sync),
) -> Result<(TakenByPage, LocalMarksOf), RenderError> {
    let faces: BTreeMap<Lang, Vec<Face<'_>>> =
        languages.par_iter().map(|(lang, (prepared, _))| (*lang, lookalikes::faces(job, kept, prepared))).collect();
    let pages = |lang: Lang| job.plan.pages[&lang].iter().enumerate().map(move |page| (lang, page));
    let asked = |page: &PagePlan| job.only.is_none_or(|only| page.address == only);
    let work: Vec<(Lang, (usize, &PagePlan))> =
        languages.keys().flat_map(|lang| pages(*lang)).filter(|(_, (_, page))| asked(page)).collect();
    let shared = |lang: Lang| {
        let (prepared, blocks) = &languages[&lang];
        Shared { site: frame, prepared, blocks, pages: &job.plan.pages[&lang] }
    };
    let made = work.par_iter().with_max_len(1).map(|(lang, page)| {
        let taken = give_everywhere(&shared(*lang), &faces[lang], *page, kept, give)?;
        Ok(((*lang, page.1.address.clone()), PageTaken::of(&taken)))
    });
    let taken = made.filter(|one| !matches!(one, Ok((_, taken)) if taken.pieces.is_empty()));
    let taken: TakenByPage = taken.collect::<Result<_, RenderError>>()?;
    if job.only.is_some() {
        return Ok((taken, LocalMarksOf::new()));
    }
    let shown: BTreeSet<String> = taken.values().flat_map(|page| &page.aspects).cloned().collect();
    let local = faces.par_iter().flat_map_iter(|(lang, faces)| local_marks(&shared(*lang), faces, (kept, &shown))).collect();
    Ok((taken, local))
}

/// Marks of municipalities that somebody wrote a file about and of which no page was kept: of what their pages show, so all
/// of it was made already.
fn local_marks(
    shared: &Shared<'_>,
    faces: &[Face<'_>],
    (kept, shown): (&Kept, &BTreeSet<String>),
) -> Vec<((usize, Lang), LocalMarks)> {
    let lang = shared.prepared.finder.lang;
    let members = faces.iter().flat_map(|face| face.members().map(move |member| (face, member)));
    let made = members.filter(|(_, member)| member.municipality.described && !kept.has_any(member.unit));
    made.filter_map(|(face, member)| {
        let index = shared.site.plan.units[member.unit].municipality;
        Some(((index, lang), LocalMarks::new(shared, (face, member), shown)?))
    })
    .collect()
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
