//! `bezwaar-beloofd`: (L-31): an objection that two courts refused.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("bezwaar_beloofd.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "bezwaar-beloofd",
    message: "{} belooft iets dat niet kan",
    help: "schrijf: ‘U kunt wel een klacht indienen.’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: bezwaar … tegen … drang*|@tafel|overleg|aanmelding",
        "zin: tegen … drang*|@tafel|overleg … bezwaar",
        "zin: bezwaar|bezwaarschrift|beroep … ligt|legt|zet|staat … stil & !niet & !geen",
        "zin: bezwaar|bezwaarschrift … gaat|gaan niet door|verder",
        "zin: bezwaar|bezwaarschrift … houdt … tegen & !niet & !geen & !meestal",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
