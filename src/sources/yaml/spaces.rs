//! Tabs and fixed spaces where YAML needs a plain space: they look right, and mean something else.

use super::Source;
use crate::diag::Diagnostic;

/// Spaces that a word processor puts in by itself.
const FIXED: [char; 4] = ['\u{a0}', '\u{2007}', '\u{202f}', '\u{3000}'];

/// The same text with plain spaces.
pub(super) fn plain(text: &str) -> String {
    text.replace(FIXED, " ")
}

/// Tabs in the indentation, and fixed spaces in it or round the colon of a key.
pub(super) fn problems(yaml: &Source<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !may_have_some(yaml.text) {
        return found;
    }
    let mut start = 0;
    for line in yaml.text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(|sign| sign == ' ' || sign == '\t' || FIXED.contains(&sign)).len();
        if let Some(tab) = line[..indent].find('\t') {
            let place = start + tab..start + tab + 1;
            found.push(
                yaml.error("tab-in-yaml", "hier staat een tab", &place)
                    .label("tab")
                    .help("vervang de tab door spaties, twee per niveau"),
            );
        } else if let Some((at, sign)) = fixed_space(line, indent) {
            let place = start + at..start + at + sign.len_utf8();
            found.push(
                yaml.error("vaste-spatie", "hier staat een vaste spatie, en geen gewone", &place)
                    .label("vaste spatie")
                    .help("verwijder deze spatie en typ een gewone"),
            );
        }
        start += line.len();
    }
    found
}

/// Whether a tab is in the text, or a byte with which a fixed space begins: nearly every file has neither.
fn may_have_some(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr3(b'\t', 0xc2, 0xe2, bytes).is_some() || memchr::memchr(0xe3, bytes).is_some()
}

fn fixed_space(line: &str, indent: usize) -> Option<(usize, char)> {
    let key_end = line.find(':').map_or(indent, |colon| colon + 1);
    let after_colon = line[key_end..].chars().next().map_or(0, char::len_utf8);
    let key = &line[..key_end + after_colon];
    let is_remark = line.trim_start().starts_with('#');
    key.char_indices().find(|(_, sign)| FIXED.contains(sign)).filter(|_| !is_remark)
}
