//! `een-landelijk-kader`: (L-38): local practice as one national thing.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("een_landelijk_kader.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "een-landelijk-kader",
    message: "{} bestaat niet als één ding voor heel Nederland",
    help: "schrijf: ‘In uw gemeente heet dit …’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "het drangkader|drangtraject",
        "in|onder|tot de? drang",
        "zin: @tafel & overal|landelijk|landelijke|nederland|elke gemeente|alle gemeenten & !verschilt & !anders",
        "zin: @tafel|drang & hetzelfde|dezelfde & !verschilt",
        "zin: @hulp & duurt|duren & overal|landelijk|nederland & !verschilt & !anders & !niet overal|geregeld|hetzelfde|vast & !geen vaste & !@rechterlijk",
        "zin: wet noemt|schrijft|bepaalt … drang|drangtraject|wijkteam & !niet & !geen",
        "zin: heel het? land|nederland & @hulp|wijkteam & geldt|duurt & !niet & !verschilt & !@rechterlijk",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
