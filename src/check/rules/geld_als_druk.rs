//! `geld-als-druk`: (L-07): a benefit as pressure.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("geld_als_druk.md"), look: Look::Block(look) };

const WORDS: Words =
    Words { rule: "geld-als-druk", message: "{} gebruikt geld als druk, en dat mag niet", help: "laat deze zin weg" };

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "@geld & @korten & !hulp … stopt",
        "gevolgen|consequenties & voor … @geld",
        "op het spel & @geld",
        "@geld & verliezen|verliest|kwijtraken",
        "zin: afmelding|weigering|weigeren|weigert|meewerkt|meedoet|afslaat|toelaat … @geld|schuldhulp|sociale|belastingdienst & !niet & !geen & !nooit & !los & !niets & !mag & !houdt & !houden & !gratis",
        "zin: schuldhulp|bijstand|uitkering|toeslag & kijkt|kijken|telt|tellen|weegt & ook of|hoe & !niet & !inkomen",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported, Excuse::InMeasure])
}
