//! A place in a YAML text, and what the text is when something else stands there.

use std::ops::Range;

use serde_json::Value;
use yaml_parser::{SyntaxKind, SyntaxNode, parse};

use super::EditError;
use super::order::{bytes, key_of, line_start};
use super::scalar::{behind_dash, behind_key, on_one_line};

/// One step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Under this key.
    Key(String),
    /// The item with this number, from 0.
    Item(usize),
}

/// A value in the tree of a text, with the entry or item that holds it.
pub(super) struct Place {
    /// The entry (`key: value`) or item (`- value`); none for the whole file.
    holder: Option<SyntaxNode>,
    /// The map, the list or the scalar.
    node: SyntaxNode,
}

impl Place {
    /// The outermost map or list of a text.
    pub(super) fn of_text(text: &str) -> Result<Place, EditError> {
        let tree = parse(text).map_err(|_| EditError::NotReadable)?;
        let node = tree.descendants().find(|node| is_container(node.kind())).ok_or(EditError::NoPlace)?;
        Ok(Place { holder: None, node })
    }

    /// Whether this very word stands here.
    pub(super) fn holds(&self, word: &str) -> bool {
        self.node.text() == word
    }

    /// What a map or list holds.
    pub(super) fn entries(&self) -> Vec<SyntaxNode> {
        let inner = [SyntaxKind::FLOW_MAP_ENTRIES, SyntaxKind::FLOW_SEQ_ENTRIES];
        let list = self.node.children().find(|child| inner.contains(&child.kind())).unwrap_or(self.node.clone());
        let kinds = [
            SyntaxKind::BLOCK_MAP_ENTRY,
            SyntaxKind::FLOW_MAP_ENTRY,
            SyntaxKind::BLOCK_SEQ_ENTRY,
            SyntaxKind::FLOW_SEQ_ENTRY,
        ];
        list.children().filter(|child| kinds.contains(&child.kind())).collect()
    }

    /// The value one step further.
    pub(super) fn child(&self, step: &Step) -> Option<Place> {
        let holder = match step {
            Step::Key(key) => self.entries().into_iter().find(|entry| key_of(entry).as_ref() == Some(key))?,
            Step::Item(index) if self.is_list() => self.entries().into_iter().nth(*index)?,
            Step::Item(_) => return None,
        };
        let node = value_of(&holder)?;
        Some(Place { holder: Some(holder), node })
    }

    fn is_list(&self) -> bool {
        matches!(self.node.kind(), SyntaxKind::BLOCK_SEQ | SyntaxKind::FLOW_SEQ)
    }

    fn is_on_one_line(&self) -> bool {
        matches!(self.node.kind(), SyntaxKind::FLOW_MAP | SyntaxKind::FLOW_SEQ)
    }

    /// The text with another value in this place.
    pub(super) fn replace(&self, text: &str, value: &Value) -> Option<String> {
        let holder = self.holder.as_ref()?;
        let whole = bytes(holder);
        let written = match holder.kind() {
            SyntaxKind::FLOW_MAP_ENTRY | SyntaxKind::FLOW_SEQ_ENTRY => {
                return Some(spliced(text, bytes(&self.node), &on_one_line(value, true)));
            }
            SyntaxKind::BLOCK_SEQ_ENTRY => behind_dash(value, column(text, whole.start)),
            _ => behind_key(value, column(text, whole.start)),
        };
        let sign = holder
            .children_with_tokens()
            .filter_map(|element| element.into_token())
            .find(|token| matches!(token.kind(), SyntaxKind::COLON | SyntaxKind::MINUS))?;
        Some(spliced(text, usize::from(sign.text_range().end())..whole.end, &written))
    }

    /// The text with a new entry behind the last one.
    pub(super) fn insert(&self, text: &str, step: &Step, value: &Value) -> Result<String, EditError> {
        let entries = self.entries();
        let fits = match step {
            Step::Key(_) => !self.is_list() && is_container(self.node.kind()),
            Step::Item(index) => self.is_list() && *index == entries.len(),
        };
        let last = entries.last().filter(|_| fits).map(bytes).ok_or(EditError::NoPlace)?;
        if self.is_on_one_line() {
            let written = match step {
                Step::Key(key) => format!(", {key}: {}", on_one_line(value, true)),
                Step::Item(_) => format!(", {}", on_one_line(value, true)),
            };
            return Ok(spliced(text, last.end..last.end, &written));
        }
        let indent = column(text, entries.first().map(bytes).map_or(0, |first| first.start));
        let margin = " ".repeat(indent);
        let written = match step {
            Step::Key(key) => format!("\n{margin}{key}:{}", behind_key(value, indent)),
            Step::Item(_) => format!("\n{margin}-{}", behind_dash(value, indent)),
        };
        let end = text[last.end..].find('\n').map_or(text.len(), |at| last.end + at);
        Ok(spliced(text, end..end, &written))
    }

    /// The text without one entry. A remark behind it stays.
    pub(super) fn without(&self, text: &str, step: &Step) -> Option<String> {
        let entries = self.entries();
        let index = match step {
            Step::Key(key) => entries.iter().position(|entry| key_of(entry).as_ref() == Some(key))?,
            Step::Item(index) => *index,
        };
        let ranges: Vec<Range<usize>> = entries.iter().map(bytes).collect();
        let gone = ranges.get(index)?.clone();
        let line = line_start(text, gone.start);
        let begins_a_line = text[line..gone.start].trim().is_empty();
        if self.is_on_one_line() || !begins_a_line {
            let whole = match (ranges.get(index + 1), index.checked_sub(1)) {
                (Some(next), _) => gone.start..next.start,
                (None, Some(before)) => ranges[before].end..gone.end,
                (None, None) => return None,
            };
            return Some(spliced(text, whole, ""));
        }
        let rest = text[gone.end..].lines().next().unwrap_or_default();
        if rest.trim().is_empty() {
            let end = (gone.end + rest.len() + 1).min(text.len());
            return Some(spliced(text, line..end, ""));
        }
        let remark = gone.end + rest.len() - rest.trim_start().len();
        Some(spliced(text, gone.start..remark, ""))
    }
}

fn is_container(kind: SyntaxKind) -> bool {
    matches!(kind, SyntaxKind::BLOCK_MAP | SyntaxKind::FLOW_MAP | SyntaxKind::BLOCK_SEQ | SyntaxKind::FLOW_SEQ)
}

/// The map, list or scalar of an entry or item.
fn value_of(holder: &SyntaxNode) -> Option<SyntaxNode> {
    let keys = [SyntaxKind::BLOCK_MAP_KEY, SyntaxKind::FLOW_MAP_KEY];
    let mut node = holder.children().find(|child| !keys.contains(&child.kind()))?;
    while !is_container(node.kind()) {
        match node.children().next() {
            Some(inner) => node = inner,
            None => break,
        }
    }
    Some(node)
}

/// The number of signs before a place on its line.
fn column(text: &str, place: usize) -> usize {
    text[line_start(text, place)..place].chars().count()
}

fn spliced(text: &str, range: Range<usize>, written: &str) -> String {
    format!("{}{written}{}", &text[..range.start], &text[range.end..])
}
