//! An abbreviation that a reader must unravel.

use crate::check::plain::block::BlockKind;
use crate::check::plain::document::{Document, Part, Sentence};
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::lists::is_known_in_capitals;
use crate::check::plain::token::Word;
use crate::check::text::is_abbreviation;

/// Titles before a name may be short.
const TITLES: [&str; 9] = ["dr", "drs", "mr", "ir", "ing", "prof", "st", "dhr", "mevr"];
/// Longer words in capitals are shouted, not abbreviated.
const LONGEST: usize = 5;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut known: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        for (at, word) in sentence.words.iter().enumerate() {
            let written = part.text(&word.range);
            let explained = is_known_in_capitals(written) || word.is_explained() || introduces(part, sentence, at);
            if is_capitals(written) && part.block.kind != BlockKind::Heading {
                if !explained && !known.contains(&written) {
                    found.push(finding(part, word.range.clone(), written));
                }
                known.push(written);
            }
        }
        found.extend(dotted(part, sentence));
    }
    found
}

fn finding(part: &Part<'_>, range: std::ops::Range<usize>, written: &str) -> Finding {
    Finding {
        block: part.number,
        range,
        weight: Weight::Fault,
        message: format!("de afkorting `{written}` staat hier zonder uitleg"),
        help: format!("schrijf `{written}` voluit; daarna mag de afkorting, met uitleg"),
    }
}

/// `OTS`, `RvdK`: at least two capitals.
fn is_capitals(written: &str) -> bool {
    let letters = written.chars().filter(|letter| letter.is_alphabetic()).count();
    let capitals = written.chars().filter(|letter| letter.is_uppercase()).count();
    capitals >= 2 && letters <= LONGEST && !written.contains('-')
}

/// The abbreviation stands in brackets behind its words, or is followed by them: `verzoek tot onderzoek (VTO)`, `OTS betekent …`.
fn introduces(part: &Part<'_>, sentence: &Sentence, at: usize) -> bool {
    let word = &sentence.words[at];
    let before = part.block.text[..word.range.start].trim_end_matches(['‘', '\'', '“', '"']);
    let after = part.block.text[word.range.end..].trim_start_matches(['’', '\'', '”', '"']);
    let in_brackets = before.ends_with('(') && after.starts_with(')');
    let next = sentence.words.get(at + 1).map_or("", |next| next.lower.as_str());
    let named = sentence.words.iter().any(|other| matches!(other.lower.as_str(), "heet" | "heten" | "heette" | "betekent" | "noemen"));
    in_brackets || after.trim_start().starts_with('(') || named || matches!(next, "betekent")
}

/// `bijv.`, `o.a.`: short words with full stops.
fn dotted(part: &Part<'_>, sentence: &Sentence) -> Vec<Finding> {
    let text = part.text(&sentence.range);
    let mut found = Vec::new();
    let mut at = 0;
    for token in text.split_inclusive(char::is_whitespace) {
        let start = at;
        at += token.len();
        let bare = token.trim_end().trim_end_matches([',', ';', ':', ')', '?', '!']);
        let inner = bare.trim_start_matches(['(', '‘', '“']);
        let Some(short) = inner.strip_suffix('.') else { continue };
        let lower = short.to_lowercase();
        if is_abbreviation(&lower) && !TITLES.contains(&lower.as_str()) && !is_ordinary_word(sentence, &lower, at >= text.len()) {
            let begin = sentence.range.start + start + (bare.len() - inner.len());
            found.push(finding(part, begin..begin + inner.len(), inner));
        }
    }
    found
}

/// `Vijf min.`: the last word of a sentence may be short without being an abbreviation.
fn is_ordinary_word(sentence: &Sentence, lower: &str, is_last: bool) -> bool {
    let last: Option<&Word> = sentence.words.last();
    is_last && !lower.contains('.') && matches!(lower, "tel" | "max" | "min" | "st" | "ed" | "p") && last.is_some_and(|word| word.lower == lower)
}
