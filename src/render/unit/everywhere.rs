//! One page of the plan for all municipalities of a language.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::aspects::Aspect;
use super::face::{Face, Member};
use super::local_blocks::Filled;
use super::reads::Read;
use super::{Shared, UnitRenderer};
use crate::output::OutputFile;
use crate::plan::PagePlan;
use crate::render::copies::WithHoles;
use crate::render::pieces::Piece;
use crate::render::templates::Values;
use crate::render::{Kept, RenderError, SmallPrint};

/// A page that was made, and what it took from its face.
struct Made<'f, 'a> {
    face: &'f Face<'a>,
    reads: BTreeSet<Read>,
    html: WithHoles,
    small: Option<SmallPrint>,
}

/// What a page took, for whichever face it was made; nothing when it was made for none.
#[derive(Debug, Default)]
pub(crate) struct Taken {
    /// Pieces of shared text.
    pub(crate) pieces: BTreeSet<Piece>,
    /// Aspects of municipalities whose pages have holes.
    pub(crate) aspects: BTreeSet<Aspect>,
}

/// Makes a page for every face, and gives it to every municipality that does not keep the one it has. A face that agrees
/// with an earlier one in all that the page takes has the same page.
pub(crate) fn give_everywhere(
    shared: &Shared<'_>,
    faces: &[Face<'_>],
    (index, page): (usize, &PagePlan),
    kept: &Kept,
    give: &(dyn Fn(OutputFile) + Sync),
) -> Result<Taken, RenderError> {
    let around = OnceCell::new();
    let mut made: Vec<Made<'_, '_>> = Vec::new();
    let mut taken = Taken::default();
    for face in faces {
        let members: Vec<&Member<'_>> = face.members.iter().filter(|member| !kept.has(member.unit, index)).collect();
        let Some(first) = members.first() else { continue };
        let known = made.iter().position(|one| one.face.agrees(face, &one.reads));
        let index = match known {
            Some(index) => index,
            None => {
                let own = OnceCell::new();
                let (new, pieces) = make(shared, (face, if face.has_holes { &around } else { &own }), page)?;
                taken.pieces.extend(pieces);
                if face.has_holes {
                    taken.aspects.extend(Aspect::by(&new.reads, &new.html));
                }
                made.push(new);
                made.len() - 1
            }
        };
        for member in members.iter().copied() {
            let path = format!("{}{}index.html", member.root, page.address);
            give(OutputFile::text(path, made[index].html.fill(&Filled { shared, face, member })));
        }
        remember_small_print(shared, &made[index], first);
    }
    Ok(taken)
}

fn make<'f, 'a>(
    shared: &Shared<'_>,
    (face, around): (&'f Face<'a>, &OnceCell<Values>),
    page: &PagePlan,
) -> Result<(Made<'f, 'a>, BTreeSet<Piece>), RenderError> {
    let unit = UnitRenderer::new(shared, face, around);
    let html = WithHoles::new(unit.page(page)?);
    let (reads, pieces, small) = unit.finish();
    Ok((Made { face, reads, html, small }, pieces))
}

/// One municipality of each face is named: the others have the same words.
fn remember_small_print(shared: &Shared<'_>, made: &Made<'_, '_>, member: &Member<'_>) {
    if let Some(small) = &made.small {
        let municipality = member.municipality.key.clone();
        shared.site.pictures.remember(SmallPrint { municipality, ..small.clone() });
    }
}
