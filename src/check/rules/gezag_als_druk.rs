//! `gezag-als-druk`: (L-08): loss of gezag as pressure.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("gezag_als_druk.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "gezag-als-druk",
    message: "{} gebruikt het gezag als druk",
    help: "laat deze zin weg, of schrijf: ‘U houdt het gezag.’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: gezag & @kwijt & !@rechter",
        "gezag & op het spel|gevaar",
        "uit het gezag & !@rechter",
        "uit de ouderlijke macht",
        "zin: ouderlijk gezag & risico|gevaar|spel",
        "zin: telt|weegt|pleit … gezag & !niet & !@rechter",
        "zin: weigering|weigeren|houding|opstelling … gezag & !houdt & !houden & !niet & !geen & !@rechter & !alleen & !allebei & !beide",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported, Excuse::InMeasure])
}
