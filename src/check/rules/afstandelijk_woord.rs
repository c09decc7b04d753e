//! `afstandelijk-woord`: (L-26): words that make a family a case.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("afstandelijk_woord.md"), look: Look::Block(look) };

const WORDS: Words =
    Words {
        rule: "afstandelijk-woord", message: "{} maakt afstand", help: "schrijf ‘uw gezin’, ‘u’ of ‘uw kind’"
    };

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "casus|casussen|casuistiek|client|clienten|clientsysteem|clientsystemen|klant|klanten|dossierhouder|dossierhouders|casushouder|casushouders",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Quoted])
}
