//! What a rule about language gets, and what it gives back.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diag::Span;
pub use crate::model::pathway::Frame;
pub use crate::model::prose::{BlockKind, Places};

/// The visible text of one block, with its place and what is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Plain text as a reader sees it: no markup, no fact marks. A local value inside a sentence is shown as `…`.
    pub text: String,
    /// For every byte of the text where it stands in its file.
    pub places: Places,
    /// The legal frame of which the text speaks; `None` when nobody said so.
    pub frame: Option<Frame>,
    /// What it is on the page.
    pub kind: BlockKind,
    /// IDs of facts that stand with it: `C-02`.
    pub facts: BTreeSet<String>,
    /// Bytes of the text that are a link to the glossary.
    pub glossary: Vec<Range<usize>>,
}

impl Passage {
    /// The place of a part of the text.
    pub fn span(&self, range: &Range<usize>) -> Span {
        self.places.span(&self.text, range)
    }
}

/// What a rule found in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Dutch rule id in kebab-case: `verplicht-meewerken`.
    pub rule: &'static str,
    /// Bytes of the text of the passage.
    pub range: Range<usize>,
    /// The fact: Dutch, lower case, no full stop, backticks round words of the text.
    pub message: String,
    /// What to type instead, in Dutch.
    pub help: String,
}
