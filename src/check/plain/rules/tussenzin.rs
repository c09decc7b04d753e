//! A remark inside a sentence: between brackets or dashes, or after a semicolon.

use std::ops::Range;

use crate::check::plain::block::BlockKind;
use crate::check::plain::document::Document;
use crate::check::plain::hit::{Finding, Weight};

/// Brackets may hold so many words.
const SHORT: usize = 3;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        let text = part.text(&sentence.range);
        let places = brackets(text).into_iter().chain(dashes(text)).chain(semicolons(text, part.block.kind));
        for (place, help) in places {
            let start = sentence.range.start;
            found.push(Finding {
                block: part.number,
                range: start + place.start..start + place.end,
                weight: Weight::Tip,
                message: "hier staat een zin in een zin".to_owned(),
                help: help.to_owned(),
            });
        }
    }
    found
}

type Place = (Range<usize>, &'static str);

fn brackets(text: &str) -> Vec<Place> {
    let mut places = Vec::new();
    for (open, _) in text.match_indices('(') {
        let Some(length) = text[open..].find(')') else { continue };
        let inside = &text[open + 1..open + length];
        let is_whole_sentence = open == 0;
        if inside.split_whitespace().count() > SHORT && !is_whole_sentence {
            places.push((open..open + length + 1, "haal de tekst tussen haakjes uit de zin, en maak er een gewone zin van"));
        }
    }
    places
}

/// ` – ` or ` - ` between words; one sign at the end of a label (`Stap 1 – vragen`) is no insertion, two are.
fn dashes(text: &str) -> Option<Place> {
    let signs: Vec<usize> = [" – ", " — ", " - "].iter().flat_map(|sign| text.match_indices(sign)).map(|(at, _)| at).collect();
    let (first, last) = (signs.iter().min()?, signs.iter().max()?);
    (first < last).then(|| (first + 1..last + 1, "haal de tekst tussen de streepjes uit de zin, en maak er een gewone zin van"))
}

/// Items of a list may end with one.
fn semicolons(text: &str, kind: BlockKind) -> Option<Place> {
    let at = text.find(';')?;
    let ends_item = kind == BlockKind::Item && text[at + 1..].trim().is_empty();
    (!ends_item).then_some((at..at + 1, "zet een punt in plaats van een puntkomma, en begin een nieuwe zin"))
}
