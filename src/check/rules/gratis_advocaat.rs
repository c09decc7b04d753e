//! `gratis-advocaat`: (L-33): a promise about a lawyer.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("gratis_advocaat.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "gratis-advocaat",
    message: "{} geldt niet altijd",
    help: "schrijf bij welke zaken het gratis is, en dat het anders van het inkomen afhangt",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: advocaat|advocaten & gratis|kosteloos|kosteloze & !eerste & !gezag* & !inkomen & !soms & !misschien & !juridisch & !proef & !sommige & !gesprek & !advies & !of",
        "zin: advocaat & kost & niets|geen & !eerste & !gezag* & !inkomen",
        "advocaat|advocaten|rechtsbijstand & betaalt|betalen|betaald|vergoed|rekening & nooit|altijd|iedere|elke|geen enkele? & !niet & !eerste & !inkomen & !gezag* & !sommige & !of",
        "zin: gratis|kosteloos|kosteloze advocaat & elk|elke|ieder|iedere|altijd|sowieso & !niet & !eerste & !soms & !gezag* & !inkomen",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
