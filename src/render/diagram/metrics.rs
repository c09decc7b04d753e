//! How wide a text is, in whole units, without a browser.
//!
//! Measured with the letters that the page serves, by a shaping library. A margin is added for the moment before they are
//! there, and for devices on which they never come.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::render::diagram::letters::shaped;

/// Room for letters that are wider than those we measured with, in percent: with the white edge of a box it is enough for
/// the widest common ones (DejaVu Sans), of which the bold letters are wider still.
const MARGIN_PERCENT: i64 = 108;
const BOLD_MARGIN_PERCENT: i64 = 110;

/// The same for letters that no page serves, and for Arabic ones, which differ more between fonts.
const WIDE_MARGIN_PERCENT: i64 = 114;

/// How many words are remembered before everything is forgotten: our own content has two thousand in a language.
const REMEMBERED_WORDS: usize = 20_000;

/// Thickness of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// For details.
    Regular,
    /// For names and titles.
    Bold,
}

/// White between lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leading {
    /// A line is 1.2 times its letters high.
    Normal,
    /// A line is 1.15 times its letters high.
    Close,
}

/// Size, weight and leading of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    /// Font size in units.
    pub(super) size: i32,
    /// Thickness.
    pub(super) weight: Weight,
    /// White between lines.
    pub(super) leading: Leading,
}

impl Letters {
    /// Letters for details, `size` units high.
    pub(super) const fn regular(size: i32) -> Letters {
        Letters { size, weight: Weight::Regular, leading: Leading::Normal }
    }

    /// Letters for names, `size` units high.
    pub(super) const fn bold(size: i32) -> Letters {
        Letters { size, weight: Weight::Bold, leading: Leading::Normal }
    }

    /// The same letters with other white between the lines.
    pub(super) const fn with(self, leading: Leading) -> Letters {
        Letters { leading, ..self }
    }

    /// From one baseline to the next.
    pub(super) const fn line_height(self) -> i32 {
        match self.leading {
            Leading::Normal => (self.size * 6 + 4) / 5,
            Leading::Close => (self.size * 23 + 19) / 20,
        }
    }
}

/// A width with its margin, in hundredths of thousandths of the font size. Widths of words and spaces on a line add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Width(i64);

impl Width {
    /// Room for it in letters of `size` units, rounded up.
    pub(super) fn room(self, size: i32) -> i32 {
        i32::try_from((self.0 * i64::from(size)).div_euclid(100_000) + 1).unwrap_or(i32::MAX)
    }

    /// Both beside each other.
    pub(super) fn and(self, other: Width) -> Width {
        Width(self.0 + other.0)
    }
}

/// Room to keep for `text` on one line: measured width plus the margin, rounded up.
pub(super) fn room_for(text: &str, letters: Letters) -> i32 {
    width_of(text, letters.weight).room(letters.size)
}

/// The width of a line: its words and the spaces between them.
pub(super) fn width_of(line: &str, weight: Weight) -> Width {
    WORDS.with_borrow_mut(|words| {
        let spaces = line.matches(' ').count();
        let spaces = words.width_of(" ", weight).0 * i64::try_from(spaces).unwrap_or(i64::MAX);
        Width(line.split(' ').map(|word| words.width_of(word, weight).0).sum::<i64>() + spaces)
    })
}

/// Widths of words that were measured before: pictures say the same words again and again.
#[derive(Default)]
struct KnownWords {
    regular: HashMap<String, Width>,
    bold: HashMap<String, Width>,
}

thread_local! {
    static WORDS: RefCell<KnownWords> = RefCell::default();
}

impl KnownWords {
    fn width_of(&mut self, word: &str, weight: Weight) -> Width {
        if word.is_empty() {
            return Width::default();
        }
        let known = if weight == Weight::Bold { &mut self.bold } else { &mut self.regular };
        if let Some(width) = known.get(word) {
            return *width;
        }
        if known.len() >= REMEMBERED_WORDS {
            known.clear();
        }
        let width = Width(measured(word, weight) * margin(word, weight));
        known.insert(word.to_owned(), width);
        width
    }
}

/// Width of a word in thousandths of the font size, without margin.
fn measured(word: &str, weight: Weight) -> i64 {
    const SOFT_HYPHEN: char = '\u{ad}';
    if word.contains(SOFT_HYPHEN) { shaped(&word.replace(SOFT_HYPHEN, ""), weight) } else { shaped(word, weight) }
}

fn margin(word: &str, weight: Weight) -> i64 {
    // Latin and Cyrillic letters.
    let is_alike = |letter: char| letter < '\u{0500}' || ('\u{2000}'..='\u{2fff}').contains(&letter);
    match weight {
        _ if !word.chars().all(is_alike) => WIDE_MARGIN_PERCENT,
        Weight::Regular => MARGIN_PERCENT,
        Weight::Bold => BOLD_MARGIN_PERCENT,
    }
}

/// Whether the letter joins its neighbours as Arabic letters do.
pub(super) fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{0600}'..='\u{06ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_soft_hyphen_takes_no_room() {
        assert_eq!(width_of("kinder\u{ad}rechter", Weight::Bold), width_of("kinderrechter", Weight::Bold));
    }

    #[test]
    fn bold_is_wider_than_regular() {
        assert!(width_of("Beslist: u", Weight::Bold) > width_of("Beslist: u", Weight::Regular));
    }

    #[test]
    fn words_and_spaces_are_as_wide_as_the_line_that_they_make() {
        for line in ["Wie beslist: de kinderrechter", "AV AV. To, VA", "المدة: من 3 إلى 6 أشهر"] {
            for weight in [Weight::Regular, Weight::Bold] {
                let words: i64 = line.split(' ').map(|word| measured(word, weight)).sum();
                let spaces = i64::try_from(line.matches(' ').count()).expect("few") * measured(" ", weight);
                assert_eq!(words + spaces, shaped(line, weight), "{line}");
            }
        }
    }

    #[test]
    fn a_word_that_was_measured_before_is_as_wide_as_the_first_time() {
        assert_eq!(width_of("tafel", Weight::Bold), width_of("tafel", Weight::Bold));
        assert_ne!(width_of("tafel", Weight::Bold), width_of("tafel", Weight::Regular));
    }

    #[test]
    fn room_is_rounded_up() {
        assert_eq!(Width(100_000).room(13), 14);
        assert_eq!(Width::default().room(13), 1);
    }
}
