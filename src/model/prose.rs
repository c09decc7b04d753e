//! Visible text with the place of every byte: what a rule about language looks at.

mod files;
mod visible;

use std::collections::BTreeSet;
use std::ops::Range;

pub use self::files::{of_markdown, of_plain_text, of_site};
use crate::diag::{FileId, Span};

/// What a piece of text is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading, or a title.
    Heading,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
    /// A value of a YAML file: a sentence, a label, a name.
    Value,
}

/// For every byte of a text where it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    file: FileId,
    /// One start for each byte of the text, and one for its end.
    starts: Vec<usize>,
}

impl Places {
    /// Places of a text in `file`; `starts` has one entry more than the text has bytes.
    pub fn new(file: FileId, starts: Vec<usize>) -> Places {
        Places { file, starts }
    }

    /// Places of a text that stands in its file exactly as a reader sees it, from byte `start`.
    pub fn straight(file: FileId, start: usize, length: usize) -> Places {
        Places { file, starts: (start..=start + length).collect() }
    }

    /// The file.
    pub fn file(&self) -> FileId {
        self.file
    }

    /// First byte of the whole text in its file.
    pub fn begin(&self) -> usize {
        self.starts.first().copied().unwrap_or(0)
    }

    /// The place of a range of `text`, the text to which these places belong.
    pub fn span(&self, text: &str, range: &Range<usize>) -> Span {
        let last = self.starts.len().saturating_sub(1);
        let (start, end) = (range.start.min(last), range.end.min(last));
        let begin = self.starts.get(start).copied().unwrap_or(0);
        // What follows may be markup that belongs to no word: the mark ends with the last letter.
        let final_letter = text.get(start..end).and_then(|part| part.chars().next_back());
        let close = match final_letter {
            Some(letter) => {
                let at = self.starts[end - letter.len_utf8()];
                self.starts[end].clamp(at, at + letter.len_utf8())
            }
            None => begin,
        };
        Span::new(self.file, begin, close.max(begin))
    }
}

/// One block of visible text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    /// What a reader sees.
    pub text: String,
    /// Where that stands.
    pub places: Places,
    /// What it is on the page.
    pub kind: BlockKind,
    /// IDs of facts that stand with it: `C-02`.
    pub facts: BTreeSet<String>,
    /// Bytes of the text that are a link to the glossary.
    pub glossary: Vec<Range<usize>>,
}

/// What a file of prose is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProseKind {
    /// The page of a stage, by key.
    Stage(String),
    /// Another page.
    Page,
    /// Values of a YAML file: each stands alone.
    Values,
    /// A text from outside the site.
    Letter,
}

/// A block with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProseBlock {
    /// The text.
    pub prose: Prose,
    /// Number of the outer block: all items of a list have the same.
    pub outer: usize,
    /// `kader=` of the heading above it.
    pub frame: Option<String>,
}

/// An editor allows what a rule finds: `mag: regel reden`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permission {
    /// Name of the rule.
    pub rule: String,
    /// Why; may be empty, which is a finding.
    pub reason: String,
    /// Where it stands.
    pub place: Span,
    /// Number of the outer block for which it holds.
    pub outer: usize,
}

/// All prose of one file, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProseFile {
    /// The file.
    pub file: FileId,
    /// What it is.
    pub kind: ProseKind,
    /// `kader:` of the front matter.
    pub frame: Option<String>,
    /// Its blocks.
    pub blocks: Vec<ProseBlock>,
    /// What is allowed.
    pub permissions: Vec<Permission>,
}
