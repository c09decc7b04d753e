//! Text without markup, for titles, descriptions and places where a link cannot stand. Templates escape it.

use super::html::escape;
use crate::model::markup::{Markup, Piece, ValueName};

/// Text with holes for values.
#[derive(Clone, Debug, Hash)]
pub(crate) struct Plain {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, Hash)]
enum Part {
    Text(String),
    Value(ValueName),
}

impl Plain {
    /// The words of a text.
    pub(crate) fn new(markup: &Markup) -> Plain {
        let parts = markup.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(words) => Some(Part::Text(words.clone())),
            Piece::SoftBreak | Piece::HardBreak => Some(Part::Text(" ".to_owned())),
            Piece::Value(name) => Some(Part::Value(*name)),
            _ => None,
        });
        Plain { parts: parts.collect() }
    }

    /// The text with its values, not escaped.
    pub(crate) fn fill(&self, value: &dyn Fn(ValueName) -> String) -> String {
        self.parts
            .iter()
            .map(|part| match part {
                Part::Text(words) => words.clone(),
                Part::Value(name) => value(*name),
            })
            .collect()
    }

    /// The same as HTML: the words escaped, the values as they are given.
    pub(crate) fn fill_html<'v>(&self, value: &dyn Fn(ValueName) -> &'v str) -> String {
        self.parts
            .iter()
            .map(|part| match part {
                Part::Text(words) => escape(words),
                Part::Value(name) => value(*name).to_owned(),
            })
            .collect()
    }
}
