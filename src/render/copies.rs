//! Pages with holes: made once, copied for every municipality that has the same one around what is only copied.

use std::sync::OnceLock;

use crate::model::markup::{LocalPart, ValueName};

/// What differs between municipalities and is only copied. In a page a private letter stands for it, which input files
/// cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hole {
    /// The name.
    Name,
    /// The key.
    Key,
    /// The banner that says how sure the local values are.
    Banner,
    /// The website.
    Website,
    /// A value inside a sentence of HTML.
    Html(ValueName),
    /// A value inside a text without markup.
    Plain(ValueName),
    /// The local name of a stage, by index.
    StageName(usize),
    /// A block about this municipality.
    Block(LocalBlock),
    /// The same inside a text that is in another language than the page.
    BlockInFallback(LocalBlock),
}

/// Stands for the name in pages that several municipalities share.
pub(crate) const NAME_HOLE: char = '\u{E001}';
/// Stands for the key.
pub(crate) const KEY_HOLE: char = '\u{E002}';
/// Stands for the banner.
pub(crate) const BANNER_HOLE: char = '\u{E003}';
/// Stands for the website.
pub(crate) const WEBSITE_HOLE: char = '\u{E004}';

/// First letters of the other kinds; their place in a list is added.
const HTML_HOLES: u32 = 0xE020;
const PLAIN_HOLES: u32 = 0xE040;
const BLOCK_HOLES: u32 = 0xE060;
const FALLBACK_HOLES: u32 = 0xE080;
const STAGE_HOLES: u32 = 0xE100;
/// The last letter for a stage.
const LAST_HOLE: u32 = 0xE8FF;

/// A block of which the HTML depends on the municipality and not on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LocalBlock {
    /// A card of local values.
    Part(LocalPart),
    /// The organisations of the municipality.
    Organisations,
    /// The map of organisations.
    Map,
}

/// All of them, in a fixed order.
pub(crate) const LOCAL_BLOCKS: [LocalBlock; 8] = [
    LocalBlock::Part(LocalPart::Terms),
    LocalBlock::Part(LocalPart::Practice),
    LocalBlock::Part(LocalPart::Duration),
    LocalBlock::Part(LocalPart::Table),
    LocalBlock::Part(LocalPart::Complaint),
    LocalBlock::Part(LocalPart::Help),
    LocalBlock::Organisations,
    LocalBlock::Map,
];

/// Values that are copied. The name of the municipality has a hole of its own.
pub(crate) const COPIED_VALUES: [ValueName; 6] = [
    ValueName::TermHelp,
    ValueName::TermTeam,
    ValueName::TermTable,
    ValueName::DurationAim,
    ValueName::DurationMaximum,
    ValueName::ChildFrom,
];

impl Hole {
    /// The letter that stands for it; `None` for a value or stage that has no hole.
    pub(crate) fn letter(self) -> Option<char> {
        let value = |name: ValueName| COPIED_VALUES.iter().position(|other| *other == name);
        let block = |block: LocalBlock| LOCAL_BLOCKS.iter().position(|other| *other == block);
        let (first, place) = match self {
            Hole::Name => return Some(NAME_HOLE),
            Hole::Key => return Some(KEY_HOLE),
            Hole::Banner => return Some(BANNER_HOLE),
            Hole::Website => return Some(WEBSITE_HOLE),
            Hole::Html(name) => (HTML_HOLES, value(name)?),
            Hole::Plain(name) => (PLAIN_HOLES, value(name)?),
            Hole::Block(name) => (BLOCK_HOLES, block(name)?),
            Hole::BlockInFallback(name) => (FALLBACK_HOLES, block(name)?),
            Hole::StageName(index) => (STAGE_HOLES, index),
        };
        let letter = first.checked_add(u32::try_from(place).ok()?)?;
        if letter > LAST_HOLE { None } else { char::from_u32(letter) }
    }

    /// The hole for which a letter stands.
    fn of(letter: char) -> Option<Hole> {
        let code = u32::from(letter);
        let place = |first: u32| usize::try_from(code.checked_sub(first)?).ok();
        match code {
            0xE001 => Some(Hole::Name),
            0xE002 => Some(Hole::Key),
            0xE003 => Some(Hole::Banner),
            0xE004 => Some(Hole::Website),
            HTML_HOLES..PLAIN_HOLES => Some(Hole::Html(*COPIED_VALUES.get(place(HTML_HOLES)?)?)),
            PLAIN_HOLES..BLOCK_HOLES => Some(Hole::Plain(*COPIED_VALUES.get(place(PLAIN_HOLES)?)?)),
            BLOCK_HOLES..FALLBACK_HOLES => Some(Hole::Block(*LOCAL_BLOCKS.get(place(BLOCK_HOLES)?)?)),
            FALLBACK_HOLES..STAGE_HOLES => Some(Hole::BlockInFallback(*LOCAL_BLOCKS.get(place(FALLBACK_HOLES)?)?)),
            STAGE_HOLES..=LAST_HOLE => Some(Hole::StageName(place(STAGE_HOLES)?)),
            _ => None,
        }
    }
}

/// Puts into holes what belongs there.
pub(crate) trait Copying {
    /// Adds what belongs in a hole, as HTML.
    fn push(&self, hole: Hole, page: &mut String);
    /// About how many bytes that will be.
    fn length(&self, hole: Hole) -> usize;
}

/// First byte and length in bytes of every hole, and which it is.
fn holes(html: &str) -> Vec<(usize, usize, Hole)> {
    memchr::memchr_iter(FIRST_BYTE, html.as_bytes())
        .filter_map(|at| {
            let letter = html[at..].chars().next()?;
            Some((at, letter.len_utf8(), Hole::of(letter)?))
        })
        .collect()
}

/// With which all holes begin in UTF-8; no other byte of a letter is equal to it.
const FIRST_BYTE: u8 = 0xee;

/// A page or block with holes, taken apart.
pub(crate) struct WithHoles {
    html: String,
    holes: Vec<(usize, usize, Hole)>,
}

impl WithHoles {
    pub(crate) fn new(html: String) -> WithHoles {
        let holes = holes(&html);
        WithHoles { html, holes }
    }

    /// The page of one municipality.
    pub(crate) fn fill(&self, copying: &dyn Copying) -> String {
        let room: usize = self.holes.iter().map(|(_, _, hole)| copying.length(*hole)).sum();
        let mut page = String::with_capacity(self.html.len() + room);
        self.fill_into(&mut page, copying);
        page
    }

    /// The same, behind what is there already.
    pub(crate) fn fill_into(&self, page: &mut String, copying: &dyn Copying) {
        let mut from = 0;
        for (at, length, hole) in &self.holes {
            page.push_str(&self.html[from..*at]);
            copying.push(*hole, page);
            from = at + length;
        }
        page.push_str(&self.html[from..]);
    }

    /// The holes in it, from front to back.
    pub(crate) fn holes(&self) -> impl Iterator<Item = Hole> {
        self.holes.iter().map(|(_, _, hole)| *hole)
    }

    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// Bytes around the holes.
    pub(crate) fn length(&self) -> usize {
        self.html.len()
    }
}

/// Blocks of one face, each made when a page first needs it.
#[derive(Default)]
pub(crate) struct MadeBlocks {
    made: [OnceLock<WithHoles>; LOCAL_BLOCKS.len()],
}

impl MadeBlocks {
    /// A block, made now when nobody needed it before.
    pub(crate) fn get(&self, block: LocalBlock, make: impl FnOnce() -> String) -> &WithHoles {
        let place = LOCAL_BLOCKS.iter().position(|other| *other == block).unwrap_or_default();
        self.made[place].get_or_init(|| WithHoles::new(make()))
    }
}

#[cfg(test)]
mod tests {
    use super::{COPIED_VALUES, Copying, Hole, LOCAL_BLOCKS, WithHoles};

    struct Leiden;

    impl Copying for Leiden {
        fn push(&self, hole: Hole, page: &mut String) {
            match hole {
                Hole::Name => page.push_str("Leiden"),
                Hole::Key => page.push_str("leiden"),
                Hole::Block(_) => WithHoles::new("<p>van \u{E001}</p>".to_owned()).fill_into(page, self),
                _ => {}
            }
        }

        fn length(&self, _: Hole) -> usize {
            10
        }
    }

    #[test]
    fn a_page_is_filled_at_its_holes_and_so_is_a_block_in_it() {
        let block = Hole::Block(LOCAL_BLOCKS[2]).letter().expect("has a letter");
        let page = WithHoles::new(format!("<a href=\"\u{E002}/\">\u{E001}</a>{block}."));
        assert_eq!(page.fill(&Leiden), "<a href=\"leiden/\">Leiden</a><p>van Leiden</p>.");
    }

    #[test]
    fn every_hole_has_a_letter_of_its_own() {
        let mut all = vec![Hole::Name, Hole::Key, Hole::Banner, Hole::Website, Hole::StageName(0), Hole::StageName(40)];
        all.extend(COPIED_VALUES.iter().flat_map(|name| [Hole::Html(*name), Hole::Plain(*name)]));
        all.extend(LOCAL_BLOCKS.iter().flat_map(|block| [Hole::Block(*block), Hole::BlockInFallback(*block)]));
        for hole in all {
            assert_eq!(Hole::of(hole.letter().expect("has a letter")), Some(hole));
        }
    }
}
