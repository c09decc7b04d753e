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
    /// Mark of everything else from which its pages were made, shared texts too.
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
}

/// Notes of all pages, by language and address such as `nl/stap/vto/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextNotes {
    /// The edition from which these pages were made.
    pub edition: Hash,
    /// By page.
    pub pages: BTreeMap<String, PageNotes>,
}
