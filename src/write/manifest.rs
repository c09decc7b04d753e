//! What an earlier run made, and from what: files with their hashes and lengths, marks for each municipality, notes for
//! each page and a mark for the whole. It lies beside the output folder, not in it.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io::Write;
use std::ops::Range;
use std::str::FromStr;
use std::time::UNIX_EPOCH;

use blake3::Hash;
use camino::Utf8Path;
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use rayon::str::ParallelString;

use super::WriteError;
use super::disk::write_beside;
use super::file_list::FileList;
use super::notes::{LocalNotes, MadeFrom, PageNotes, TextNotes};
use crate::output::is_inside;

/// The hash of a file as it stands in the list. Nearly all of them only go from one list to the next, so none is read as a
/// number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileMark([u8; MARK_LENGTH]);

/// Letters of a hash.
const MARK_LENGTH: usize = 2 * blake3::OUT_LEN;

impl FileMark {
    /// The mark of these bytes.
    pub(super) fn of(bytes: &[u8]) -> FileMark {
        let mut letters = [0; MARK_LENGTH];
        letters.copy_from_slice(blake3::hash(bytes).to_hex().as_bytes());
        FileMark(letters)
    }

    /// The mark at the front of a text, and what follows. One that is damaged is the mark of no bytes at all.
    fn take(text: &str) -> Option<(FileMark, &str)> {
        let (letters, rest) = text.split_at_checked(MARK_LENGTH)?;
        Some((FileMark(letters.as_bytes().try_into().ok()?), rest))
    }
}

/// Mark and length of a file, and when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) mark: FileMark,
    pub(super) length: u64,
    /// As [`touched`] gives it; nought when only the bytes can tell whether it is still the same file.
    pub(super) touched: u64,
}

/// When a file was last written, in nanoseconds; nought when the system does not say.
pub(super) fn touched(found: &Metadata) -> u64 {
    let moment = found.modified().ok().and_then(|moment| moment.duration_since(UNIX_EPOCH).ok());
    moment.and_then(|since| u64::try_from(since.as_nanos()).ok()).unwrap_or(0)
}

/// What a whole run was made from, and how much it made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Mark of all inputs.
    pub mark: Hash,
    /// Municipalities that were made.
    pub municipalities: usize,
    /// HTML pages that were made.
    pub pages: usize,
}

/// Files of a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    /// By path.
    pub(super) files: FileList,
    /// Marks of municipalities, by key.
    pub(super) marks: BTreeMap<String, MadeFrom>,
    /// What pages could show of municipalities, by key.
    pub(super) local: BTreeMap<String, LocalNotes>,
    /// What pages took from shared texts.
    pub(super) notes: Option<TextNotes>,
    /// Mark of the run that wrote the list.
    pub(super) whole: Option<Whole>,
}

const NAME: &str = "bestanden.txt";

/// How a line about a file begins.
const FILE: &str = "bestand ";

/// Lines that one thread writes at once.
const LINES_AT_ONCE: usize = 4096;

impl Manifest {
    /// The files of the last run; empty when there was none. A line that is damaged counts as not there.
    pub(super) fn read(beside: &Utf8Path) -> Manifest {
        Manifest::open(&beside.join(NAME)).unwrap_or_default()
    }

    /// A list at any place.
    pub(super) fn open(place: &Utf8Path) -> std::io::Result<Manifest> {
        let bytes = fs::read(place)?;
        // Looking for damage costs more than all the rest, so it is done only when there is some.
        let text = String::from_utf8(bytes).unwrap_or_else(|damaged| String::from_utf8_lossy(damaged.as_bytes()).into());
        Ok(Manifest::of(&text))
    }

    /// Nearly all lines are about files. They come last, and none needs another.
    fn of(text: &str) -> Manifest {
        let mut manifest = Manifest::default();
        let before_files = text.split_inclusive('\n').take_while(|line| !line.starts_with(FILE));
        let files = before_files.fold(0, |at, line| {
            manifest.read_line(line.trim_end());
            at + line.len()
        });
        manifest.files = FileList::of_lines(text[files..].par_lines(), file_of);
        manifest
    }

    fn read_line(&mut self, line: &str) -> Option<()> {
        let (kind, rest) = line.split_once(' ')?;
        let (mark, rest) = rest.split_once(' ')?;
        let hash = Hash::from_str(mark).ok()?;
        match kind {
            "geheel" => {
                let (municipalities, pages) = rest.split_once(' ')?;
                let (municipalities, pages) = (municipalities.parse().ok()?, pages.parse().ok()?);
                self.whole = Some(Whole { mark: hash, municipalities, pages });
            }
            "gemeente" => {
                let (edition, key) = rest.split_once(' ')?;
                self.marks.insert(key.to_owned(), MadeFrom { own: hash, edition: Hash::from_str(edition).ok()? });
            }
            "uitgave" => self.notes = Some(TextNotes { edition: hash, pages: BTreeMap::new() }),
            "pagina" => {
                let (page, notes) = PageNotes::of_words(hash, rest)?;
                self.notes.as_mut()?.pages.insert(page, notes);
            }
            "plaatselijk" => {
                let mut words = rest.split(' ').map(str::to_owned);
                let (key, lang, marks) = (words.next()?, words.next()?, words.next()?);
                let fresh = || LocalNotes { rest: hash, languages: BTreeMap::new() };
                let notes = self.local.entry(key).or_insert_with(fresh);
                // Two lines that do not belong together vouch for nothing.
                if notes.rest == hash {
                    notes.languages.insert(lang, marks);
                }
            }
            _ => {}
        }
        Some(())
    }

    /// Keeps the list but not what it says of the files: a run was stopped halfway, so a file may have other bytes.
    pub(super) fn distrust(&mut self) {
        self.marks.clear();
        self.local.clear();
        self.notes = None;
        self.whole = None;
        self.files.made_mut().for_each(|made| made.touched = 0);
    }

    /// Adds files that a stopped run put in place: ours to remove, with bytes that nobody vouches for.
    pub(super) fn add_unseen(&mut self, paths: &[&str]) {
        let unseen = Made { mark: FileMark::of(b""), length: u64::MAX, touched: 0 };
        self.files = self.files.with(paths.iter().map(|path| (*path, unseen)));
    }

    /// Writes the list, beside and renamed.
    pub(super) fn write(&self, beside: &Utf8Path) -> Result<(), WriteError> {
        let mut text = Vec::new();
        if let Some(Whole { mark, municipalities, pages }) = self.whole {
            let _ = writeln!(text, "geheel {mark} {municipalities} {pages}");
        }
        for (key, MadeFrom { own, edition }) in &self.marks {
            let _ = writeln!(text, "gemeente {own} {edition} {key}");
        }
        for (key, LocalNotes { rest, languages }) in &self.local {
            for (lang, marks) in languages {
                let _ = writeln!(text, "plaatselijk {rest} {key} {lang} {marks}");
            }
        }
        if let Some(TextNotes { edition, pages }) = &self.notes {
            let _ = writeln!(text, "uitgave {edition} van de teksten");
            for (page, notes) in pages {
                let _ = writeln!(text, "pagina {} {}", notes.mark, notes.words(page));
            }
        }
        let starts = (0..self.files.len()).into_par_iter().step_by(LINES_AT_ONCE);
        let lines = starts.map(|start| self.lines_of_files(start..self.files.len().min(start + LINES_AT_ONCE)));
        let parts: Vec<Vec<u8>> = rayon::iter::once(text).chain(lines).collect();
        write_beside(beside, &beside.join(NAME), &parts)
    }

    /// Lines about the files at these places, as [`file_of`] reads them.
    fn lines_of_files(&self, places: Range<usize>) -> Vec<u8> {
        let mut lines = Vec::with_capacity(places.len() * 150);
        let (mut length_digits, mut touched_digits) = (itoa::Buffer::new(), itoa::Buffer::new());
        for (path, Made { mark, length, touched }) in places.map(|place| self.files.at(place)) {
            let (length, touched) = (length_digits.format(*length), touched_digits.format(*touched));
            // Piece by piece, which takes a fifth of the time of one format for all.
            let state = [b" ", length.as_bytes(), b"@", touched.as_bytes(), b" "];
            [FILE.as_bytes(), &mark.0].into_iter().chain(state).for_each(|piece| lines.extend_from_slice(piece));
            lines.extend_from_slice(path.as_bytes());
            lines.push(b'\n');
        }
        lines
    }
}

/// A file and what a line says of it; `None` for a line about something else, a damaged one, and a path outside the output
/// folder: a damaged list must not make us remove something there.
fn file_of(line: &str) -> Option<(&str, Made)> {
    let (mark, rest) = FileMark::take(line.strip_prefix(FILE)?)?;
    let (length, rest) = number(rest.strip_prefix(' ')?)?;
    // Lists of earlier versions have no moment.
    let (touched, rest) = rest.strip_prefix('@').map_or(Some((0, rest)), number)?;
    let path = rest.strip_prefix(' ')?;
    is_inside(path).then_some((path, Made { mark, length, touched }))
}

/// The number at the front of a text, and what follows.
fn number(text: &str) -> Option<(u64, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit);
    let add = |(number, length): (u64, usize), digit| {
        Some((number.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?, length + 1))
    };
    let (number, length) = digits.into_iter().try_fold((0, 0), add)?;
    (length > 0).then_some((number, &text[length..]))
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[test]
    fn a_damaged_list_names_nothing_outside_the_output() {
        let hash = blake3::hash(b"x");
        let lines = [
            format!("bestand {hash} 1 ../buiten.html"),
            format!("bestand {hash} 1 /etc/passwd"),
            format!("bestand {hash} veel leiden/index.html"),
            "bestand geen-hash 1 leiden/index.html".to_owned(),
            "geheel".to_owned(),
            String::new(),
            format!("bestand {hash} 5 leiden/stap/met spatie.html"),
        ];
        let manifest = Manifest::of(&lines.join("\n"));
        assert_eq!(manifest.files.paths().collect::<Vec<_>>(), ["leiden/stap/met spatie.html"]);
    }
}
