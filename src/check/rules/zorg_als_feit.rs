//! `zorg-als-feit`: (L-19): a worry written as a fact.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("zorg_als_feit.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "zorg-als-feit",
    message: "{} maakt van een zorg een feit",
    help: "schrijf wie het vertelde en wanneer, en vraag: ‘Klopt dat volgens u?’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: vast staat dat",
        "zin: staat vast dat",
        "zin: is duidelijk|evident|helder|zonneklaar|zeker|overduidelijk dat",
        "zin: gebleken dat & !@rechter",
        "zin: gebleken is dat",
        "zin: blijkt|bleek dat u|uw|de|moeder|vader|ouders & !@rechter",
        "zin: vastgesteld|geconstateerd dat & !@rechter",
        "zonder twijfel|enige",
        "zin: ongetwijfeld",
        "zin: wij weten dat u|uw",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
