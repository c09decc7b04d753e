//! A colon where YAML expects none: often the mistake is in the line above.

use std::ops::Range;

/// Place, fact and help.
pub(super) type Reason = (Range<usize>, &'static str, &'static str);

/// What is wrong when a colon at byte `at` comes as a surprise.
pub(super) fn reason(text: &str, at: usize) -> Reason {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let above = line_above(text, start);
    let deeper = |above: &str| indent_of(line) > indent_of(above);
    match above {
        Some((place, above)) if !has_key(above) => (
            place,
            "op deze regel staat geen sleutel met een dubbele punt en een spatie",
            "schrijf een sleutel als `streef: 3 maanden`, met een spatie achter de dubbele punt",
        ),
        Some((_, above)) if deeper(above) && !above.trim_end().ends_with(':') => (
            start..start + line.len(),
            "deze regel springt verder in dan de regel erboven, en die heeft al een waarde",
            "laat de regel even ver inspringen als de regel waar hij bij hoort",
        ),
        _ => (
            at..at + 1,
            "op deze regel staat een dubbele punt te veel",
            "zet een tekst met een dubbele punt tussen aanhalingstekens",
        ),
    }
}

fn line_above(text: &str, start: usize) -> Option<(Range<usize>, &str)> {
    let mut end = start;
    for line in text[..start].split_inclusive('\n').rev() {
        let begin = end - line.len();
        let words = line.trim();
        if !words.is_empty() && !words.starts_with('#') {
            return Some((begin + indent_of(line)..begin + line.trim_end().len(), line));
        }
        end = begin;
    }
    None
}

/// Whether a line has a key, or is an item or text of another kind.
fn has_key(line: &str) -> bool {
    let line = line.trim_end();
    line.contains(": ") || line.ends_with(':') || line.trim_start().starts_with(['-', '[', '{', ']', '}', '"', '\''])
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
