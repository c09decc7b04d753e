//! Aspects of a municipality on which pages depend, with a mark of each: who knows the aspects of a page, knows later whether
//! a change of the municipality reaches it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::Shared;
use super::face::{Face, Member};
use super::local_blocks::Filled;
use super::reads::Read;
use crate::model::markup::VALUES;
use crate::render::copies::{COPIED_VALUES, Copying, Hole, LOCAL_BLOCKS, WithHoles};

/// One thing of a municipality that a page shows, or on which its form depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Aspect {
    /// A choice that depends on the municipality.
    Read(Read),
    /// What is copied into the page.
    Hole(Hole),
}

impl Aspect {
    /// What a page shows that was made with these choices and holes.
    pub(super) fn by(reads: &BTreeSet<Read>, html: &WithHoles) -> BTreeSet<Aspect> {
        let holes = html.holes().map(|hole| match hole {
            Hole::BlockInFallback(block) => Hole::Block(block),
            other => other,
        });
        reads.iter().copied().map(Aspect::Read).chain(holes.map(Aspect::Hole)).collect()
    }

    /// Everything that has a mark. What is not here, such as anything that is known, always counts as changed.
    fn marked(stages: usize) -> impl Iterator<Item = Aspect> {
        let choices = VALUES.iter().map(|(_, name)| Read::Known(*name)).chain([Read::StageShapes, Read::Stages]);
        let fixed = [Hole::Name, Hole::Key, Hole::Banner, Hole::Website].into_iter();
        let values = COPIED_VALUES.into_iter().flat_map(|name| [Hole::Html(name), Hole::Plain(name)]);
        let names = (0..stages).map(Hole::StageName);
        let blocks = LOCAL_BLOCKS.into_iter().map(Hole::Block);
        choices.map(Aspect::Read).chain(fixed.chain(values).chain(names).chain(blocks).map(Aspect::Hole))
    }

    /// A name without spaces, for a list on disk.
    pub(crate) fn name(self) -> String {
        let name = match self {
            Aspect::Read(read) => format!("{read:?}"),
            Aspect::Hole(hole) => format!("{hole:?}"),
        };
        name.replace(' ', "")
    }
}

/// The marks of all that pages can show of one municipality in one language, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalMarks {
    marks: BTreeMap<String, String>,
}

impl LocalMarks {
    /// Marks what this face shows of this municipality: the aspects with these names. `None` when its pages have no holes.
    pub(crate) fn new(
        shared: &Shared<'_>,
        (face, member): (&Face<'_>, &Member<'_>),
        names: &BTreeSet<String>,
    ) -> Option<LocalMarks> {
        if !face.has_holes {
            return None;
        }
        let filled = Filled { shared, face, member };
        let named = Aspect::marked(face.stages.len()).map(|aspect| (aspect.name(), aspect));
        let marks = named.filter(|(name, _)| names.contains(name));
        Some(LocalMarks { marks: marks.map(|(name, aspect)| (name, mark(&content(aspect, face, &filled)))).collect() })
    }

    /// Marks as [`LocalMarks::line`] writes them. Damage shows as a name with another mark or none.
    pub fn of_line(line: &str) -> LocalMarks {
        let pairs = line.split(';').filter_map(|pair| pair.split_once('='));
        LocalMarks { marks: pairs.map(|(name, mark)| (name.to_owned(), mark.to_owned())).collect() }
    }

    /// In one word, for a list on disk.
    pub fn line(&self) -> String {
        let pairs: Vec<String> = self.marks.iter().map(|(name, mark)| format!("{name}={mark}")).collect();
        pairs.join(";")
    }

    /// Whether all of these names have the mark that they have in the other; a name without a mark has not.
    pub fn agrees<'n>(&self, other: &LocalMarks, names: impl IntoIterator<Item = &'n String>) -> bool {
        names.into_iter().all(|name| self.marks.get(name).is_some_and(|mark| other.marks.get(name) == Some(mark)))
    }
}

/// A text that is equal when the same is aspect.
fn content(aspect: Aspect, face: &Face<'_>, filled: &Filled<'_, '_>) -> String {
    let mut text = String::new();
    // Writing into a text does not fail.
    let _ = match aspect {
        Aspect::Read(Read::Known(name)) => write!(text, "{}", face.values.is_known(name)),
        Aspect::Read(Read::StageShapes) => write!(text, "{:?}", face.shapes),
        Aspect::Read(Read::Stages) => write!(text, "{:?}", face.stages),
        Aspect::Read(Read::Everything) => write!(text, "{:?}", face.municipality),
        Aspect::Hole(hole) => {
            filled.push(hole, &mut text);
            Ok(())
        }
    };
    text
}

/// Sixteen letters are enough to see a change.
fn mark(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Aspect, LocalMarks};
    use crate::render::copies::{Hole, LOCAL_BLOCKS};

    fn marks(line: &str) -> LocalMarks {
        LocalMarks::of_line(line)
    }

    #[test]
    fn only_what_a_page_shows_makes_it_another() {
        let (before, now) = (marks("Name=1;Block=2"), marks("Name=1;Block=3"));
        assert!(now.agrees(&before, &["Name".to_owned()]));
        assert!(!now.agrees(&before, &["Name".to_owned(), "Block".to_owned()]));
        assert!(!now.agrees(&now, &["Everything".to_owned()]), "what has no mark counts as changed");
        assert_eq!(before.line(), "Block=2;Name=1");
    }

    #[test]
    fn every_hole_of_a_page_has_a_mark_and_a_name_of_its_own() {
        let names: Vec<String> = Aspect::marked(3).map(Aspect::name).collect();
        let different: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!(different.len(), names.len());
        assert!(names.iter().all(|name| !name.contains([' ', ';', '='])), "{names:?}");
        let holes = [Hole::Name, Hole::Key, Hole::Banner, Hole::Website, Hole::StageName(2)];
        let blocks = LOCAL_BLOCKS.map(Hole::Block);
        for hole in holes.into_iter().chain(blocks) {
            assert!(names.contains(&Aspect::Hole(hole).name()), "{hole:?}");
        }
    }
}
