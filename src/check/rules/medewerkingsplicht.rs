//! `medewerkingsplicht`: (L-44): a duty to inform, read as a duty to accept.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("medewerkingsplicht.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "medewerkingsplicht",
    message: "{} klinkt als een plicht om hulp aan te nemen",
    help: "leg uit dat een ouder nog steeds nee mag zeggen tegen de hulp",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "medewerkingsplicht|meewerkplicht",
        "plicht|verplichting tot|om … medewerking|medewerken|werken",
        "artikel|art 8 1 2",
        "zin: 8 1 2",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
