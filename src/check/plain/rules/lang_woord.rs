//! A long word.

use crate::check::plain::document::Document;
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::lexicon::compound_break;
use crate::check::plain::syllables::syllables;
use crate::check::plain::token::{TermMark, Word, WordKind};

const MANY_LETTERS: usize = 13;
const MANY_SYLLABLES: usize = 5;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        for word in sentence.words.iter().filter(|word| is_long(word)) {
            found.push(Finding {
                block: part.number,
                range: word.range.clone(),
                weight: Weight::Tip,
                message: format!("`{}` is een lang woord", part.text(&word.range)),
                help: help(word),
            });
        }
    }
    found
}

/// A word with a hyphen has been cut already.
fn is_long(word: &Word) -> bool {
    let own = word.kind == WordKind::Common && word.term == TermMark::None && !word.lower.contains('-');
    own && (word.lower.chars().count() >= MANY_LETTERS || syllables(&word.lower) >= MANY_SYLLABLES)
}

fn help(word: &Word) -> String {
    match compound_break(&word.lower) {
        Some(at) => format!("knip het op, of gebruik een koppelteken: `{}-{}`", &word.lower[..at], &word.lower[at..]),
        None => "kies een korter woord, of leg het uit".to_owned(),
    }
}
