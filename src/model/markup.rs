//! Markdown with meaning: links, fact marks, values and blocks are checked and typed; how it looks is not known here.

mod braces;
mod directive;
mod leftover;
mod link;
mod paragraphs;
mod parse;

use std::collections::BTreeSet;

pub(crate) use self::directive::VALUES;
pub use self::directive::{BlockName, LocalPart, ValueName};
pub use self::link::LinkTarget;
pub(crate) use self::link::Names;
pub(crate) use self::parse::{Place, events, parse_block, parse_line};
use super::fact::FactId;
use crate::diag::Span;

/// A piece of checked text, in reading order; elements are opened and closed in pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// An element begins.
    Open(Element),
    /// The element that was opened last ends.
    Close(Element),
    /// Text as a reader sees it, not escaped.
    Text(String),
    /// A line end in the source.
    SoftBreak,
    /// A line end that a reader sees.
    HardBreak,
    /// A line across the page.
    Rule,
    /// A value of the municipality inside a sentence.
    Value(ValueName),
    /// A block that the program fills.
    Block(BlockName),
    /// What follows is shown only when the value is known.
    IfKnown(ValueName),
    /// What follows is shown when it is not.
    Otherwise,
    /// The condition ends.
    EndIf,
}

/// Kinds of element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// A paragraph.
    Paragraph,
    /// A heading, from level 2; the anchor is a key that was written by hand.
    Heading {
        /// 2 to 4.
        level: u8,
        /// Anchor, when one was written.
        anchor: Option<String>,
    },
    /// A quotation.
    Quote,
    /// A call-out.
    CallOut(CallOutKind),
    /// A list; with a first number when it is numbered.
    List(Option<u64>),
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// The row of headings.
    TableHead,
    /// A row.
    TableRow,
    /// A cell, in the head or not.
    TableCell {
        /// Whether it is a heading.
        head: bool,
    },
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// A link.
    Link(LinkTarget),
}

/// Kinds of call-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallOutKind {
    /// Explanation.
    Note,
    /// A tip.
    Tip,
    /// Important.
    Important,
    /// Take care.
    Warning,
}

/// A checked text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// What a reader gets.
    pub pieces: Vec<Piece>,
    /// The facts on which it rests.
    pub facts: BTreeSet<FactId>,
    /// Anchors of headings, in order.
    pub anchors: Vec<String>,
    /// Links with their places, to hold anchors against pages later.
    pub links: Vec<(LinkTarget, Span)>,
}

impl Markup {
    /// Text without meaning of its own, for words that the program makes.
    pub fn plain(text: impl Into<String>) -> Markup {
        Markup { pieces: vec![Piece::Text(text.into())], ..Markup::default() }
    }

    /// The text alone, for titles in attributes and for data files. Values and blocks are left out.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::SoftBreak | Piece::HardBreak => text.push(' '),
                _ => {}
            }
        }
        text
    }
}
