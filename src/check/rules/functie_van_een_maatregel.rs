//! `functie-van-een-maatregel`: (L-17): a job that sounds like a measure.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{ALL_EXCUSES, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("functie_van_een_maatregel.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "functie-van-een-maatregel",
    message: "bij {} denkt een ouder dat er een maatregel is",
    help: "schrijf ‘medewerker van …’, en zeg erbij: ‘Er is geen maatregel.’",
};

static PATTERNS: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&["gezinsvoogd|gezinsvoogden|gezinsvoogdij|jeugdbeschermer|jeugdbeschermers"]));

/// The block says in which frame this person works, or names the judge who put the person there.
static FRAME_NAMED: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "vrijwillige hulp",
        "geen|zonder maatregel",
        "is vrijwillig",
        "zin: @rechter|ondertoezichtstelling|ots|uitspraak|beschikking|gecertificeerde & !wijkteam & !vrijwillig",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    if reading.has_anywhere(&FRAME_NAMED) {
        return Vec::new();
    }
    WORDS.hits(reading, &PATTERNS, ALL_EXCUSES)
}
