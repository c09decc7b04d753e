//! How wide a text is, in whole units, without a browser.
//!
//! The page uses the letters of the reader's own device, so a width is never exact. We measure with Noto Sans and
//! add a margin; together with the white edge of a box this holds for the widest common letters (DejaVu Sans).

use crate::render::diagram::advances::{ARABIC_BOLD, ARABIC_REGULAR, FIRST_ARABIC, RUNS};

/// Room for letters that are wider than those we measured with, in percent.
const MARGIN_PERCENT: i64 = 108;

/// The same for Arabic letters, which differ more between fonts.
const ARABIC_MARGIN_PERCENT: i64 = 114;

/// Width of a character that is in no table: a full square, the widest that is usual.
const UNKNOWN: u16 = 1000;

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

/// Room to keep for `text` on one line: measured width plus the margin, rounded up.
pub(super) fn room_for(text: &str, letters: Letters) -> i32 {
    let margin = if text.chars().any(is_arabic) { ARABIC_MARGIN_PERCENT } else { MARGIN_PERCENT };
    let thousandths = measured(text, letters.weight) * i64::from(letters.size) * margin;
    i32::try_from(thousandths.div_euclid(100_000) + 1).unwrap_or(i32::MAX)
}

/// Width of `text` in Noto Sans, in thousandths of the font size, without margin and without kerning.
pub(super) fn measured(text: &str, weight: Weight) -> i64 {
    let letters: Vec<char> = text.chars().filter(|letter| !takes_no_room(*letter)).collect();
    (0..letters.len()).map(|index| i64::from(advance(&letters, index, weight))).sum()
}

fn advance(letters: &[char], index: usize, weight: Weight) -> u16 {
    let letter = letters[index];
    if is_arabic(letter) {
        return arabic_advance(letters, index, weight);
    }
    RUNS.iter()
        .find_map(|run| {
            let offset = u32::from(letter).checked_sub(u32::from(run.first))?;
            let widths = if weight == Weight::Bold { run.bold } else { run.regular };
            widths.get(usize::try_from(offset).ok()?).copied()
        })
        .unwrap_or(UNKNOWN)
}

fn takes_no_room(letter: char) -> bool {
    matches!(letter,
        '\u{00ad}' | '\u{0300}'..='\u{036f}' | '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}'
        | '\u{06d6}'..='\u{06dc}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}')
}

/// Whether the letter joins its neighbours as Arabic letters do.
pub(super) fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{0600}'..='\u{06ff}')
}

/// Position of a form in the tables: alone, first, middle, last.
fn arabic_advance(letters: &[char], index: usize, weight: Weight) -> u16 {
    let before = index > 0 && joins_the_next(letters[index - 1]) && is_letter(letters[index]);
    let after = joins_the_next(letters[index]) && letters.get(index + 1).is_some_and(|next| is_letter(*next));
    let form = match (before, after) {
        (false, false) => 0,
        (false, true) => 1,
        (true, true) => 2,
        (true, false) => 3,
    };
    arabic_width(letters[index], form, weight)
}

fn arabic_width(letter: char, form: usize, weight: Weight) -> u16 {
    let table = if weight == Weight::Bold { ARABIC_BOLD } else { ARABIC_REGULAR };
    let offset = u32::from(letter).saturating_sub(u32::from(FIRST_ARABIC));
    usize::try_from(offset).ok().and_then(|offset| table.get(offset * 4 + form)).copied().unwrap_or(UNKNOWN)
}

/// A letter that joins the next one has another width at the start of a group than alone.
fn joins_the_next(letter: char) -> bool {
    is_letter(letter) && arabic_width(letter, 0, Weight::Regular) != arabic_width(letter, 1, Weight::Regular)
}

/// Letters join; digits, marks and the hamza do not.
fn is_letter(letter: char) -> bool {
    is_arabic(letter) && letter.is_alphabetic() && letter != '\u{0621}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_soft_hyphen_takes_no_room() {
        assert_eq!(measured("kinder\u{ad}rechter", Weight::Bold), measured("kinderrechter", Weight::Bold));
    }

    #[test]
    fn bold_is_wider_than_regular() {
        assert!(measured("Beslist: u", Weight::Bold) > measured("Beslist: u", Weight::Regular));
    }

    #[test]
    fn joined_arabic_letters_are_narrower_than_loose_ones() {
        assert!(measured("بيت", Weight::Regular) < measured("ب ي ت", Weight::Regular) - 2 * 260);
    }

    #[test]
    fn an_unknown_letter_takes_a_full_square() {
        assert_eq!(measured("家", Weight::Regular), 1000);
    }

    #[test]
    fn the_two_weights_have_as_many_widths() {
        assert!(RUNS.iter().all(|run| run.regular.len() == run.bold.len()));
        assert_eq!((ARABIC_REGULAR.len(), ARABIC_BOLD.len()), (1024, 1024));
    }
}
