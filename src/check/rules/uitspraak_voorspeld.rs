//! `uitspraak-voorspeld`: (L-34): a ruling foretold.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("uitspraak_voorspeld.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "uitspraak-voorspeld",
    message: "{} voorspelt wat de rechter doet",
    help: "schrijf: ‘De rechter kan ja of nee zeggen.’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: @rechter zal|gaat|zullen|gaan & !naar de? @rechter & !of & !kan & !luisteren & !vragen & !horen & !kijken & !uitleggen & !beoordelen & !onderzoeken & !beslissen & !praten & !vertellen",
        "zin: zal|gaat de? @rechter & !of & !kan & !luisteren & !vragen & !horen & !kijken & !uitleggen & !beoordelen & !beslissen",
        "zin: @rechter & altijd|zeker|ongetwijfeld|vrijwel|bijna|automatisch & volgt|eens|gelijk|toe|akkoord|mee|oplegt|geeft|legt & !niet zeker|altijd",
        "zin: @rechter … geeft|geven ons|wij|u|hen … gelijk & !als & !kan",
        "u|je wint|verliest",
        "wij|we & krijgen & ots|maatregel|machtiging|gelijk",
        "die krijgen wij|we",
        "zin: u … verliest|wint … zaak|rechter|zitting|rechtszaak",
        "dan|anders … spreekt|legt … @rechter … uit|op",
        "zin: @rechter … wijst … toe & !als & !of & !soms",
        "zin: @rechter … altijd|meestal|toch goed|prima … wij|we",
        "zin: @rechter … nooit … afgewezen|nee|geweigerd & ons|wij|we & !als",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
