//! From what pages were made: notes that one run leaves for the next.

use std::collections::{BTreeMap, BTreeSet};

use blake3::Hash;

/// From what the files of one municipality were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MadeFrom {
    /// Mark of everything but shared texts.
    pub own: Hash,
    /// Mark of all that municipalities share, texts too.
    pub edition: Hash,
}

/// What pages could show of one municipality when they were made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalNotes {
    /// Mark of everything else on which the marks depend.
    pub rest: Hash,
    /// Marks of what can be shown, a word for each language, by language.
    pub languages: BTreeMap<String, String>,
}

/// What a page of a language took, for whichever municipality it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageNotes {
    /// One mark of all these pieces of shared text.
    pub mark: Hash,
    /// Their names, which have no spaces.
    pub pieces: BTreeSet<String>,
    /// Names of aspects of a municipality on which it depends; no spaces either.
    pub aspects: BTreeSet<String>,
}

impl PageNotes {
    /// Of a page that took nothing yet.
    pub fn of_nothing() -> PageNotes {
        PageNotes { mark: blake3::hash(b""), pieces: BTreeSet::new(), aspects: BTreeSet::new() }
    }

    /// The names in one line, with the page in front. A seal before them shows damage: with a name less, a page would stay
    /// that shows something else by now.
    pub(super) fn words(&self, page: &str) -> String {
        let pieces = self.pieces.iter().map(|piece| format!(" {piece}"));
        let aspects = self.aspects.iter().map(|aspect| format!(" {ASPECT}{aspect}"));
        let words: String = std::iter::once(page.to_owned()).chain(pieces).chain(aspects).collect();
        format!("{} {words}", seal(&words))
    }

    /// The page and its notes from such a line; `None` when it is damaged.
    pub(super) fn of_words(mark: Hash, line: &str) -> Option<(String, PageNotes)> {
        let (written, words) = line.split_once(' ')?;
        if written != seal(words) {
            return None;
        }
        let (page, names) = words.split_once(' ').unwrap_or((words, ""));
        let (aspects, pieces): (Vec<&str>, Vec<&str>) =
            names.split_terminator(' ').partition(|name| name.starts_with(ASPECT));
        let aspects = aspects.into_iter().map(|name| name[ASPECT.len_utf8()..].to_owned()).collect();
        Some((page.to_owned(), PageNotes { mark, pieces: pieces.into_iter().map(str::to_owned).collect(), aspects }))
    }
}

/// How the name of an aspect begins, among the names of pieces of text.
const ASPECT: char = '+';

fn seal(words: &str) -> String {
    blake3::hash(words.as_bytes()).to_hex()[..16].to_owned()
}

/// Notes of all pages, by language and address such as `nl/stap/vto/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextNotes {
    /// The edition from which these pages were made.
    pub edition: Hash,
    /// By page.
    pub pages: BTreeMap<String, PageNotes>,
}

#[cfg(test)]
mod tests {
    use super::PageNotes;

    #[test]
    fn a_line_of_a_page_with_any_letter_less_or_another_is_no_note() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let mark = blake3::hash(b"x");
        let notes = PageNotes { mark, pieces: names(&["stap:1", "titels"]), aspects: names(&["Banner", "Block(Map)"]) };
        let line = notes.words("nl/stap/vto/");
        assert_eq!(PageNotes::of_words(mark, &line), Some(("nl/stap/vto/".to_owned(), notes)));
        for place in 0..line.len() {
            assert_eq!(PageNotes::of_words(mark, &line[..place]), None, "cut off at {place}");
            let damaged = format!("{}#{}", &line[..place], &line[place + 1..]);
            assert_eq!(PageNotes::of_words(mark, &damaged), None, "damaged at {place}");
        }
        let nothing = PageNotes::of_nothing();
        assert_eq!(PageNotes::of_words(nothing.mark, &nothing.words("nl/")), Some(("nl/".to_owned(), nothing)));
    }
}
