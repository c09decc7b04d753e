//! A text becomes lines that fit a width. Long words break at soft hyphens, and the hyphen is then drawn.

use std::borrow::Cow;

use crate::render::diagram::metrics::{Letters, Width, is_arabic, room_for, width_of};

/// Where a word may break; not drawn itself.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// A space at which a line does not end.
pub(super) const NO_BREAK: char = '\u{a0}';

/// Lines that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrapped {
    /// The lines, top first, without soft hyphens.
    pub(super) lines: Vec<String>,
    /// Whether a word was so long that it had to be broken where it has no soft hyphen.
    pub(super) forced: bool,
}

/// Fills lines of at most `width` units. An empty text has no lines.
pub(super) fn wrap(text: &str, letters: Letters, width: i32) -> Wrapped {
    let mut filler = Filler::new(letters, width);
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        filler.add_word(word);
    }
    filler.end_line();
    Wrapped { lines: filler.lines, forced: filler.forced }
}

/// As [`wrap`], but with lines of about the same length: the narrowest width that needs no more lines.
pub(super) fn wrap_evenly(text: &str, letters: Letters, width: i32) -> Wrapped {
    let mut best = wrap(text, letters, width);
    let hyphens = hyphens_in(&best);
    while best.lines.len() > 1 && !best.forced {
        let widest = best.lines.iter().map(|line| room_for(line, letters)).max().unwrap_or(0);
        if widest <= width / 2 {
            break;
        }
        // Less than that gives other lines, and only less.
        let next = wrap(text, letters, widest - 1);
        if next.forced || next.lines.len() > best.lines.len() || hyphens_in(&next) > hyphens {
            break;
        }
        best = next;
    }
    best
}

/// Most words have neither, and stay as they are.
fn replaced<'a>(word: &'a str, letter: char, other: &str) -> Cow<'a, str> {
    if word.contains(letter) { Cow::Owned(word.replace(letter, other)) } else { Cow::Borrowed(word) }
}

fn hyphens_in(wrapped: &Wrapped) -> usize {
    wrapped.lines.iter().filter(|line| line.ends_with('-')).count()
}

struct Filler {
    letters: Letters,
    width: i32,
    lines: Vec<String>,
    current: String,
    /// Width of `current`.
    used: Width,
    space: Width,
    forced: bool,
}

impl Filler {
    fn new(letters: Letters, width: i32) -> Filler {
        let space = width_of(" ", letters.weight);
        Filler { letters, width, lines: Vec::new(), current: String::new(), used: Width::default(), space, forced: false }
    }

    /// A word moves to the next line as a whole; only a word that fits no line is broken.
    fn add_word(&mut self, word: &str) {
        let word = &*replaced(word, NO_BREAK, " ");
        let whole = &*replaced(word, SOFT_HYPHEN, "");
        let wide = width_of(whole, self.letters.weight);
        let after = self.used.and(self.space).and(wide);
        if !self.current.is_empty() && self.has_room(after) {
            self.current.push(' ');
            self.current.push_str(whole);
            self.used = after;
        } else if self.has_room(wide) {
            self.end_line();
            self.current.push_str(whole);
            self.used = wide;
        } else {
            self.add_broken(word);
            self.used = width_of(&self.current, self.letters.weight);
        }
    }

    fn add_broken(&mut self, word: &str) {
        let parts: Vec<&str> = word.split(SOFT_HYPHEN).filter(|part| !part.is_empty()).collect();
        for (index, part) in parts.iter().enumerate() {
            let space = if index == 0 && !self.current.is_empty() { " " } else { "" };
            let hyphen = if index + 1 < parts.len() { "-" } else { "" };
            if self.fits(&format!("{}{space}{part}{hyphen}", self.current)) {
                self.current.push_str(space);
                self.current.push_str(part);
                continue;
            }
            if index > 0 && !self.current.ends_with('-') {
                self.current.push('-');
            }
            self.end_line();
            self.add_part(part, hyphen);
        }
    }

    /// The last resort for a part that is wider than a line: break between letters.
    fn add_part(&mut self, part: &str, hyphen: &str) {
        if self.fits(&format!("{part}{hyphen}")) {
            self.current.push_str(part);
            return;
        }
        self.forced = true;
        for letter in part.chars() {
            // A hyphen inside an Arabic group would look like a letter.
            let mark = if is_arabic(letter) { "" } else { "-" };
            if !self.current.is_empty() && !self.fits(&format!("{}{letter}{mark}", self.current)) {
                self.current.push_str(mark);
                self.end_line();
            }
            self.current.push(letter);
        }
    }

    fn fits(&self, line: &str) -> bool {
        self.has_room(width_of(line, self.letters.weight))
    }

    fn has_room(&self, width: Width) -> bool {
        width.room(self.letters.size) <= self.width
    }

    fn end_line(&mut self) {
        if !self.current.is_empty() {
            self.lines.push(std::mem::take(&mut self.current));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTERS: Letters = Letters::bold(15);

    #[test]
    fn a_short_text_stays_on_one_line() {
        assert_eq!(wrap("Veilig Thuis", LETTERS, 150).lines, ["Veilig Thuis"]);
    }

    #[test]
    fn a_long_word_breaks_at_a_soft_hyphen_and_shows_it() {
        let text = "Onder\u{ad}toezicht\u{ad}stelling (OTS)";
        assert_eq!(wrap(text, LETTERS, 130).lines, ["Ondertoezicht-", "stelling (OTS)"]);
    }

    #[test]
    fn a_word_that_fits_a_line_is_not_broken() {
        assert_eq!(wrap("bij de kinder\u{ad}rechter", LETTERS, 130).lines, ["bij de", "kinderrechter"]);
    }

    #[test]
    fn a_word_without_soft_hyphens_is_broken_as_a_last_resort() {
        let wrapped = wrap("arbeidsongeschiktheidsverzekeringsmaatschappij", LETTERS, 100);
        assert!(wrapped.forced);
        assert!(wrapped.lines.iter().all(|line| room_for(line, LETTERS) <= 100));
    }

    #[test]
    fn even_lines_are_as_many_as_full_lines() {
        let (full, even) =
            (wrap("De zitting bij de rechter", LETTERS, 150), wrap_evenly("De zitting bij de rechter", LETTERS, 150));
        assert_eq!(full.lines.len(), even.lines.len());
    }

    #[test]
    fn a_number_stays_with_its_word() {
        assert_eq!(wrap("12.\u{a0}Uithuis\u{ad}plaatsing", LETTERS, 130).lines, ["12. Uithuis-", "plaatsing"]);
    }

    #[test]
    fn an_empty_text_has_no_lines() {
        assert!(wrap("", LETTERS, 100).lines.is_empty());
    }
}
