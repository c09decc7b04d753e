//! Puts keys in the standard order: the order of the schema, with the sources of a block last.

use std::ops::Range;

use rowan::ast::AstNode;
use yaml_parser::ast::{BlockMap, FlowMap, Root};
use yaml_parser::{SyntaxKind, SyntaxNode, parse};

use super::EditError;
use crate::schema::{Kind, keys_at};

/// The text with every block of keys in the standard order. Remarks above and behind a key move with it; what stands
/// above the first key of the file stays on top.
pub(super) fn ordered(kind: Kind, text: &str) -> Result<String, EditError> {
    let mut text = text.to_owned();
    // Each round puts one block in order, the outermost first.
    for _ in 0..=blocks(&text)?.len() {
        match blocks(&text)?.iter().find_map(|block| block.put_in_order(kind, &text)) {
            Some(better) => text = better,
            None => break,
        }
    }
    Ok(text)
}

/// The entries of one map, with the bytes of each.
pub(super) struct Block {
    /// The keys that lead to the map; `*` for an item of a list.
    path: Vec<String>,
    entries: Vec<(String, Range<usize>)>,
    is_flow: bool,
}

/// All maps of a text, outer ones before inner ones.
fn blocks(text: &str) -> Result<Vec<Block>, EditError> {
    let tree = parse(text).map_err(|_| EditError::NotReadable)?;
    let root = Root::cast(tree).ok_or(EditError::NotReadable)?;
    let mut found = Vec::new();
    for node in root.syntax().descendants() {
        let (entry_kind, is_flow) = match node.kind() {
            kind if BlockMap::can_cast(kind) => (SyntaxKind::BLOCK_MAP_ENTRY, false),
            kind if FlowMap::can_cast(kind) => (SyntaxKind::FLOW_MAP_ENTRY, true),
            _ => continue,
        };
        let holder = node.children().find(|child| child.kind() == SyntaxKind::FLOW_MAP_ENTRIES).unwrap_or(node.clone());
        let entries = holder.children().filter(|child| child.kind() == entry_kind);
        let entries = entries.filter_map(|entry| Some((key_of(&entry)?, bytes(&entry)))).collect();
        found.push(Block { path: path_to(&node), entries, is_flow });
    }
    Ok(found)
}

/// The key of an entry, without its quotes.
pub(super) fn key_of(entry: &SyntaxNode) -> Option<String> {
    let key = entry.children().find(|child| matches!(child.kind(), SyntaxKind::BLOCK_MAP_KEY | SyntaxKind::FLOW_MAP_KEY))?;
    Some(key.text().to_string().trim().trim_matches(['"', '\'']).to_owned())
}

/// The bytes of a node without the white space around it.
pub(super) fn bytes(node: &SyntaxNode) -> Range<usize> {
    let start = usize::from(node.text_range().start());
    let text = node.text().to_string();
    let lead = text.len() - text.trim_start().len();
    start + lead..start + text.trim_end().len()
}

fn path_to(node: &SyntaxNode) -> Vec<String> {
    let mut path: Vec<String> = node
        .ancestors()
        .skip(1)
        .filter_map(|around| match around.kind() {
            SyntaxKind::BLOCK_MAP_ENTRY | SyntaxKind::FLOW_MAP_ENTRY => key_of(&around),
            SyntaxKind::BLOCK_SEQ_ENTRY | SyntaxKind::FLOW_SEQ_ENTRY => Some("*".to_owned()),
            _ => None,
        })
        .collect();
    path.reverse();
    path
}

impl Block {
    /// The whole text with this map in order; `None` when it is, or when its order is free.
    fn put_in_order(&self, kind: Kind, text: &str) -> Option<String> {
        let keys = keys_at(kind, &self.path)?;
        let rank = |index: &usize| keys.iter().position(|key| *key == self.entries[*index].0).unwrap_or(keys.len());
        let mut sorted: Vec<usize> = (0..self.entries.len()).collect();
        sorted.sort_by_key(rank);
        if sorted.is_sorted() {
            return None;
        }
        if self.is_flow { self.exchange(text, &sorted) } else { Some(self.rearrange(text, &sorted)) }
    }

    /// Entries on one line change places; with a remark between them they stay where they are.
    fn exchange(&self, text: &str, sorted: &[usize]) -> Option<String> {
        let whole = self.entries.first()?.1.start..self.entries.last()?.1.end;
        if text[whole.clone()].contains('#') {
            return None;
        }
        let mut better = text[..whole.start].to_owned();
        for (place, index) in sorted.iter().enumerate() {
            better.push_str(&text[self.entries[*index].1.clone()]);
            let until = self.entries.get(place + 1).map_or(whole.end, |(_, next)| next.start);
            better.push_str(&text[self.entries[place].1.end..until]);
        }
        better.push_str(&text[whole.end..]);
        Some(better)
    }

    /// Lines change places: each entry takes the remarks above it and behind it along.
    fn rearrange(&self, text: &str, sorted: &[usize]) -> String {
        let first = self.entries[0].1.start;
        let line = line_start(text, first);
        let after_a_dash = !text[line..first].trim().is_empty();
        let start = if after_a_dash || self.path.is_empty() { first } else { above(text, line) };
        let ends: Vec<usize> = self.entries.iter().map(|(_, range)| with_remark_behind(text, range.end)).collect();
        let indent = " ".repeat(text[line..first].chars().count());
        let pieces: Vec<String> = (0..ends.len())
            .map(|index| match index {
                0 if after_a_dash => format!("{indent}{}", &text[start..ends[0]]),
                0 => text[start..ends[0]].to_owned(),
                // One further: the line end behind the entry before.
                _ => text[(ends[index - 1] + 1).min(ends[index])..ends[index]].to_owned(),
            })
            .collect();
        let lines = sorted.iter().map(|index| pieces[*index].as_str()).collect::<Vec<_>>().join("\n");
        let lines = if after_a_dash { lines.trim_start() } else { &lines };
        format!("{}{lines}{}", &text[..start], &text[ends[ends.len() - 1]..])
    }
}

/// Where the line begins in which a byte stands.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Where the remarks and blank lines directly above a line begin.
fn above(text: &str, line: usize) -> usize {
    let mut start = line;
    while start > 0 {
        let previous = line_start(text, start - 1);
        let words = text[previous..start].trim();
        if !(words.is_empty() || words.starts_with('#')) {
            break;
        }
        start = previous;
    }
    start
}

/// The end of an entry, with the remark that follows it on its line.
fn with_remark_behind(text: &str, end: usize) -> usize {
    let rest = text[end..].lines().next().unwrap_or_default();
    if rest.trim_start().starts_with('#') && rest.starts_with([' ', '\t']) { end + rest.trim_end().len() } else { end }
}
