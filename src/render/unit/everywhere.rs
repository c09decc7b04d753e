//! One page of the plan for all municipalities of a language.

use std::collections::BTreeSet;

use super::face::Face;
use super::reads::Read;
use super::{Shared, UnitRenderer};
use crate::output::OutputFile;
use crate::plan::PagePlan;
use crate::render::copies::WithHoles;
use crate::render::{RenderError, SmallPrint};

/// A page that was made, and what it took from its face.
struct Made<'f, 'a> {
    face: &'f Face<'a>,
    reads: BTreeSet<Read>,
    html: WithHoles,
    small: Option<SmallPrint>,
}

/// Makes a page for every face, and gives it to every municipality. A face that agrees with an earlier one in all that the
/// page takes has the same page.
pub(crate) fn give_everywhere(
    shared: &Shared<'_>,
    faces: &[Face<'_>],
    page: &PagePlan,
    give: &(dyn Fn(OutputFile) + Sync),
) -> Result<(), RenderError> {
    let mut made: Vec<Made<'_, '_>> = Vec::new();
    for face in faces {
        let known = made.iter().position(|one| one.face.agrees(face, &one.reads));
        let index = match known {
            Some(index) => index,
            None => {
                made.push(make(shared, face, page)?);
                made.len() - 1
            }
        };
        give_to_members(&made[index], face, page, give);
        remember_small_print(shared, &made[index], face);
    }
    Ok(())
}

fn make<'f, 'a>(shared: &Shared<'_>, face: &'f Face<'a>, page: &PagePlan) -> Result<Made<'f, 'a>, RenderError> {
    let unit = UnitRenderer::new(shared, face);
    let html = WithHoles::new(unit.page(page)?);
    let (reads, small) = unit.finish();
    Ok(Made { face, reads, html, small })
}

fn give_to_members(made: &Made<'_, '_>, face: &Face<'_>, page: &PagePlan, give: &(dyn Fn(OutputFile) + Sync)) {
    for member in &face.members {
        let path = format!("{}{}index.html", member.root, page.address);
        give(OutputFile::text(path, made.html.fill(member.copied())));
    }
}

/// One municipality of each face is named: the others have the same words.
fn remember_small_print(shared: &Shared<'_>, made: &Made<'_, '_>, face: &Face<'_>) {
    if let (Some(small), Some(member)) = (&made.small, face.members.first()) {
        let municipality = member.municipality.key.clone();
        shared.site.pictures.remember(SmallPrint { municipality, ..small.clone() });
    }
}
