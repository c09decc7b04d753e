//! `machteloos`: (L-32): a parent who is told that nothing helps.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("machteloos.md"), look: Look::Block(look) };

const WORDS: Words =
    Words {
        rule: "machteloos", message: "{} is niet waar", help: "schrijf: ‘U kunt praten, klagen en naar de rechter.’"
    };

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "u|je|jullie|ouders & kunt|kan|kunnen & niets & doen|aan|tegen|veranderen|beginnen|uitrichten & !dan",
        "valt|is … niets aan|tegen te doen",
        "machteloos & !niet",
        "zin: niets … wat|dat u|jullie|ouders … hiertegen|ertegen|daartegen|tegen",
        "zin: klagen|klacht|bezwaar|advocaat|protest … schiet … niets|weinig … op|mee",
        "u|je|ouders … geen klacht",
        "klagen|klacht|bezwaar|protest|advocaat|verzet & heeft|helpt|maakt & geen|weinig|niet & zin|verschil|u|",
        "geen schijn|enkele? van? kans",
        "u|je|ouders maakt|hebt|heeft|maken geen kans",
        "lege handen",
        "heeft geen zin om",
        "staat u|je niets open",
        "geen kant op",
        "geen enkele? weg|route|mogelijkheid meer? open",
        "heeft|hebben geen nut",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
