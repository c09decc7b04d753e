//! What an earlier run made, and from what: files with their hashes and lengths, marks for each municipality, notes for
//! each page and a mark for the whole. It lies beside the output folder, not in it.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs::{self, Metadata};
use std::str::FromStr;
use std::time::UNIX_EPOCH;

use blake3::Hash;
use camino::Utf8Path;

use super::WriteError;
use super::disk::write_beside;

/// Hash and length of a file, and when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) hash: Hash,
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

/// From what the files of one municipality were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MadeFrom {
    /// Mark of everything but shared texts.
    pub own: Hash,
    /// Mark of all that municipalities share, texts too.
    pub edition: Hash,
}

/// What a page of a language took from shared texts, for whichever municipality it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageNotes {
    /// One mark of all these pieces.
    pub mark: Hash,
    /// Their names, which have no spaces.
    pub pieces: BTreeSet<String>,
}

/// Notes of all pages, by language and address such as `nl/stap/vto/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextNotes {
    /// The edition from which these pages were made.
    pub edition: Hash,
    /// By page.
    pub pages: BTreeMap<String, PageNotes>,
}

/// Files of a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    /// By path.
    pub(super) files: BTreeMap<String, Made>,
    /// Marks of municipalities, by key.
    pub(super) marks: BTreeMap<String, MadeFrom>,
    /// What pages took from shared texts.
    pub(super) notes: Option<TextNotes>,
    /// Mark of the run that wrote the list.
    pub(super) whole: Option<Whole>,
}

const NAME: &str = "bestanden.txt";

impl Manifest {
    /// The files of the last run; empty when there was none. A line that is damaged counts as not there.
    pub(super) fn read(beside: &Utf8Path) -> Manifest {
        Manifest::open(&beside.join(NAME)).unwrap_or_default()
    }

    /// A list at any place.
    pub(super) fn open(place: &Utf8Path) -> std::io::Result<Manifest> {
        let bytes = fs::read(place)?;
        let mut manifest = Manifest::default();
        for line in String::from_utf8_lossy(&bytes).lines() {
            manifest.read_line(line);
        }
        Ok(manifest)
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
                let mut words = rest.split(' ').map(str::to_owned);
                let (page, pieces) = (words.next()?, words.collect());
                self.notes.as_mut()?.pages.insert(page, PageNotes { mark: hash, pieces });
            }
            "bestand" => {
                let (state, path) = rest.split_once(' ')?;
                // Lists of earlier versions have no moment.
                let (length, touched) = state.split_once('@').unwrap_or((state, "0"));
                let (length, touched) = (length.parse().ok()?, touched.parse().ok()?);
                if is_inside(path) {
                    self.files.insert(path.to_owned(), Made { hash, length, touched });
                }
            }
            _ => {}
        }
        Some(())
    }

    /// Keeps the list but not what it says of the files: a run was stopped halfway, so a file may have other bytes.
    pub(super) fn distrust(&mut self) {
        self.marks.clear();
        self.notes = None;
        self.whole = None;
        for made in self.files.values_mut() {
            made.touched = 0;
        }
    }

    /// Adds a file that a stopped run put in place: ours to remove, with bytes that nobody vouches for.
    pub(super) fn add_unseen(&mut self, path: &str) {
        if is_inside(path) {
            let unseen = Made { hash: blake3::hash(b""), length: u64::MAX, touched: 0 };
            self.files.entry(path.to_owned()).or_insert(unseen);
        }
    }

    /// Files whose path begins so, such as those below the folder `leiden/`.
    pub(super) fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a String, &'a Made)> {
        self.files.range(folder.to_owned()..).take_while(move |(path, _)| path.starts_with(folder))
    }

    /// Writes the list, beside and renamed.
    pub(super) fn write(&self, beside: &Utf8Path) -> Result<(), WriteError> {
        let mut text = String::with_capacity(self.files.len() * 130);
        if let Some(Whole { mark, municipalities, pages }) = self.whole {
            let _ = writeln!(text, "geheel {mark} {municipalities} {pages}");
        }
        for (key, MadeFrom { own, edition }) in &self.marks {
            let _ = writeln!(text, "gemeente {own} {edition} {key}");
        }
        if let Some(TextNotes { edition, pages }) = &self.notes {
            let _ = writeln!(text, "uitgave {edition} van de teksten");
            for (page, PageNotes { mark, pieces }) in pages {
                let _ = write!(text, "pagina {mark} {page}");
                for piece in pieces {
                    let _ = write!(text, " {piece}");
                }
                text.push('\n');
            }
        }
        for (path, Made { hash, length, touched }) in &self.files {
            let _ = writeln!(text, "bestand {hash} {length}@{touched} {path}");
        }
        write_beside(beside, &beside.join(NAME), &text)
    }
}

/// A damaged list must not make us remove something outside the output folder.
pub(super) fn is_inside(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[test]
    fn a_damaged_list_names_nothing_outside_the_output() {
        let hash = blake3::hash(b"x");
        let mut manifest = Manifest::default();
        for line in [
            format!("bestand {hash} 1 ../buiten.html"),
            format!("bestand {hash} 1 /etc/passwd"),
            format!("bestand {hash} veel leiden/index.html"),
            "bestand geen-hash 1 leiden/index.html".to_owned(),
            "geheel".to_owned(),
            String::new(),
            format!("bestand {hash} 5 leiden/stap/met spatie.html"),
        ] {
            manifest.read_line(&line);
        }
        assert_eq!(manifest.files.keys().collect::<Vec<_>>(), ["leiden/stap/met spatie.html"]);
    }
}
