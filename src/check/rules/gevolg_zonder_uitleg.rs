//! `gevolg-zonder-uitleg` (L-39): a consequence without who decides and without the word that it is explanation.

use std::sync::LazyLock;

use super::rule::{Document, DocumentKind, Finding, Look, Rule, Words};
use crate::check::language::{Excuse, Found, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("gevolg_zonder_uitleg.md"), look: Look::Whole(look) };

const WORDS: Words = Words {
    rule: "gevolg-zonder-uitleg",
    message: "bij {} staat niet wie beslist en niet dat dit uitleg is",
    help: "zet er vlakbij: ‘Dit is uitleg, geen dreigement.’ of wie er beslist",
};

/// How far away the explanation may stand, in sentences.
const NEAR: usize = 2;

static CONSEQUENCES: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "kan|kunnen|zou @klein? iemand|raad|wij|we|organisatie|hulpverlener|professional|gemeente|team … onderzoek & !u",
        "kan|kunnen|zou … raad … onderzoek|vragen|inschakelen & !u & !wat & !oordeel",
        "wij|we|organisatie|hulpverlener|team & kan|kunnen & raad",
        "kan|kunnen|zou & maatregel|ots|ondertoezichtstelling|uithuisplaatsing & komen|volgen|worden|ontstaan",
        "kan|kunnen|zou & tot een maatregel|ots|ondertoezichtstelling|uithuisplaatsing & leiden",
        "kind|kinderen & kan|kunnen & uit huis",
    ])
});

static DECIDER: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: @rechter|raad & beslist|beslissen|besliste|besluit|bepaalt",
        "zin: beslist|beslissen … @rechter|raad",
        "zin: uitleg … dreigement",
        "zin: geen dreigement|dreiging",
        "zin: niet vanzelf",
        "zin: kan gebeuren",
        "zin: leggen|vertellen|bespreken|horen|hoort … vooraf|eerst|voordat|uit",
        "zin: vooraf|eerst … uit|vertellen|bespreken|horen|hoort",
        "zin: mogelijkheden",
        "zin: toestemming … @rechter",
        "zin: alleen … @rechter",
    ])
});

fn look(document: &Document<'_>, readings: &[Reading<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (passage, reading) in readings.iter().enumerate() {
        for found in reading.find(&CONSEQUENCES) {
            let excuses = &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported, Excuse::InMeasure];
            if !reading.is_excused(&found, excuses) && !is_explained(document.kind, readings, passage, &found) {
                findings.push(Finding::new(passage, WORDS.hit(reading, &found)));
            }
        }
    }
    findings
}

/// Whether a sentence in the neighbourhood says who decides or that this is explanation.
fn is_explained(kind: DocumentKind, readings: &[Reading<'_>], passage: usize, found: &Found) -> bool {
    let own =
        (found.sentence.saturating_sub(NEAR)..=found.sentence + NEAR).any(|near| readings[passage].has(near, &DECIDER));
    if own || kind == DocumentKind::Values {
        return own;
    }
    // In a list or a short paragraph the explanation stands in the block before or after.
    let blocks = passage.saturating_sub(NEAR)..(passage + NEAR + 1).min(readings.len());
    readings[blocks].iter().any(|reading| reading.has_anywhere(&DECIDER))
}
