//! Municipalities of which the same is known have the same pages, but for name and address. Nobody has written a file yet
//! for most of the country, so such pages are made once, with holes, and copied (`docs/performance.md`).

use super::html::escape;
use crate::lang::Lang;
use crate::model::Model;
use crate::model::municipality::Municipality;
use crate::output::OutputFile;
use crate::plan::{SitePlan, language_root};

/// Stands for the name in pages that several municipalities share. Input files cannot hold it.
const NAME_HOLE: char = '\u{E001}';
/// Stands for the key.
const KEY_HOLE: char = '\u{E002}';

/// Units whose pages differ only in name and key.
pub(crate) struct Lookalikes<'a> {
    pub(crate) lang: Lang,
    /// What is known of each of them: with holes for name and key, or as it is when there is only one.
    pub(crate) face: Municipality,
    /// Folder of the pages, with a hole when the face has holes.
    pub(crate) root: String,
    /// Folders of the units, and their municipalities.
    members: Vec<(&'a str, &'a Municipality)>,
}

/// All units of a plan, those that look alike together.
pub(crate) fn group<'a>(plan: &'a SitePlan, model: &'a Model) -> Vec<Lookalikes<'a>> {
    let mut groups: Vec<Lookalikes<'a>> = Vec::new();
    for unit in &plan.units {
        let municipality = &model.municipalities[unit.municipality];
        let face = if may_share(municipality, plan, model) { faceless(municipality) } else { municipality.clone() };
        match groups.iter_mut().find(|group| group.lang == unit.lang && group.face == face) {
            Some(group) => group.members.push((&unit.root, municipality)),
            None => {
                let root = language_root(&format!("{}/", face.key), unit.lang, &model.site.languages);
                groups.push(Lookalikes { lang: unit.lang, face, root, members: vec![(&unit.root, municipality)] });
            }
        }
    }
    groups.into_iter().map(Lookalikes::with_a_face).collect()
}

/// A municipality with own texts is like no other, and when only some languages are made, links between languages
/// depend on what was published before.
fn may_share(municipality: &Municipality, plan: &SitePlan, model: &Model) -> bool {
    let own_texts = model.additions.keys().any(|(key, _, _)| *key == municipality.key);
    !own_texts && plan.pages.len() == model.site.languages.len()
}

/// The code stands in open data only, which is made for each municipality.
fn faceless(municipality: &Municipality) -> Municipality {
    Municipality { name: NAME_HOLE.to_string(), key: KEY_HOLE.to_string(), code: String::new(), ..municipality.clone() }
}

impl Lookalikes<'_> {
    /// A group of one needs no holes.
    fn with_a_face(self) -> Self {
        match self.members[..] {
            [(root, only)] => Lookalikes { face: only.clone(), root: root.to_owned(), ..self },
            _ => self,
        }
    }

    /// Gives the file of every member, made from one file of the face.
    pub(crate) fn give_all(&self, file: OutputFile, give: &(dyn Fn(OutputFile) + Sync)) {
        if self.members.len() == 1 {
            return give(file);
        }
        let path = file.path.as_str().strip_prefix(&self.root).unwrap_or(file.path.as_str()).to_owned();
        let html = String::from_utf8(file.bytes).expect("pages are text");
        let pieces = pieces(&html);
        for (root, municipality) in &self.members {
            let name = escape(&municipality.name);
            let mut copy = String::with_capacity(html.len() + 64 * name.len());
            for piece in &pieces {
                copy.push_str(match piece {
                    Piece::Html(html) => html,
                    Piece::Name => &name,
                    Piece::Key => &municipality.key,
                });
            }
            give(OutputFile::text(format!("{root}{path}"), copy));
        }
    }
}

/// A part of a page with holes.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Html(&'a str),
    Name,
    Key,
}

fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find([NAME_HOLE, KEY_HOLE]) {
        pieces.push(Piece::Html(&rest[..at]));
        let is_name = rest[at..].starts_with(NAME_HOLE);
        pieces.push(if is_name { Piece::Name } else { Piece::Key });
        rest = &rest[at + NAME_HOLE.len_utf8()..];
    }
    pieces.push(Piece::Html(rest));
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};

    #[test]
    fn a_page_comes_apart_at_its_holes() {
        let expected = [Piece::Html("<a href=\""), Piece::Key, Piece::Html("/\">"), Piece::Name, Piece::Html("</a>")];
        assert_eq!(pieces("<a href=\"\u{E002}/\">\u{E001}</a>"), expected);
    }
}
