//! `niet-vrijblijvend`: (L-09): voluntary, but.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("niet_vrijblijvend.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "niet-vrijblijvend",
    message: "{} is onduidelijk: mag een ouder nee zeggen?",
    help: "schrijf: ‘De hulp is vrijwillig. De afspraken zijn wel belangrijk.’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "niet|allesbehalve|geenszins|nooit|niets|minder vrijblijvend",
        "niet … vrijblijvend",
        "vrijblijvendheid",
        "vrijblijvend is|zijn … niet",
        "vrijblijvend … voorbij|meer",
        "zin: vrijwillig maar … @moet|verplicht & !rechter & !kinderrechter",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
