//! `partijdig`: (L-46): one parent ranked above the other.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("partijdig.md"), look: Look::Block(look) };

const WORDS: Words =
    Words { rule: "partijdig", message: "{} kiest partij tussen ouders", help: "schrijf wat elke ouder zelf vertelt" };

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "de|een goede|betere|slechte|beste|slechtste|verzorgende|stabiele|gezonde ouder",
        "moeder|vader|ouder & liegt|overdrijft|verzint|manipuleert|stookt",
        "moeder|vader|ouder & is|zijn & oorzaak|schuldig|dader|schuld|slachtoffer|probleem",
        "moeder|vader heeft gelijk",
        "schuld van de? moeder|vader",
        "de|een meewerkende|redelijke|redelijkste ouder",
        "volgen|geloven|volgt|gelooft de lezing|versie van de? moeder|vader",
        "volgen|geloven|volgt|gelooft het verhaal van de? moeder|vader",
        "als verzorgende|meewerkende ouder … moeder|vader",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
