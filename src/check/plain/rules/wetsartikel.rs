//! Numbers of the law in running text.

use std::ops::Range;

use crate::check::plain::block::BlockKind;
use crate::check::plain::document::{Document, Sentence};
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::token::WordKind;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        if !matches!(part.block.kind, BlockKind::Paragraph | BlockKind::Value | BlockKind::Item) {
            continue;
        }
        for words in places(sentence) {
            let range = sentence.bytes(words);
            found.push(Finding {
                block: part.number,
                weight: Weight::Warning,
                message: format!("`{}` is een plaats in de wet", part.text(&range)),
                help: "zet het wetsartikel onder ‘Waar staat dit in de wet?’, en zeg hier wat er geldt".to_owned(),
                range,
            });
        }
    }
    found
}

/// `artikel 1:255`, `art. 8`, `ECLI`.
fn places(sentence: &Sentence) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for (at, word) in sentence.words.iter().enumerate() {
        let next_is_number = sentence.words.get(at + 1).is_some_and(|next| next.kind == WordKind::Number);
        match word.lower.as_str() {
            "artikel" | "artikelen" | "art" if next_is_number => places.push(at..at + 2),
            "ecli" => places.push(at..at + 1),
            _ => {}
        }
    }
    places
}
