//! `geen-keuze`: (L-47): a choice that is none.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("geen_keuze.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "geen-keuze",
    message: "{} is geen eerlijke keuze",
    help: "schrijf precies wat een ouder wel en niet kan kiezen",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "heeft|hebt|hebben|is|laat|laten|geeft|geven|krijgt|rest|zonder … geen andere? keus|keuze|keuzes|alternatief|alternatieven & !voor … tegen",
        "geen andere|vrije|eigen|echte keus|keuze|opties|mogelijkheden",
        "geen andere mogelijkheid|optie|weg & !wij & !we",
        "u|jullie|ouders kunt|kan|kunnen niet anders",
        "kunt u niet anders",
        "niets anders op",
        "niet aan u|ouders & bepalen|beslissen|kiezen",
        "u|jullie|ouders hebt|heeft|hebben niets & kiezen|zeggen|bepalen|beslissen|willen",
        "gaat|gaan u|jullie|ouders niet|niets over",
        "u|jullie|ouders gaat|gaan … niet over",
        "accepteren|dulden|aanvaarden & wij|we & geen nee|uitstel|weigering|excuses|tegenspraak",
        "niet anders dan & u|ouders|jullie",
        "u heeft|hebt te kiezen",
        "zin: kiezen|kies|keuze|keus … hulp|meewerken|meedoen|accepteren|traject … of … rechter|raad|ots|kinderrechter|ondertoezichtstelling|maatregel",
        "zin: of u werkt|doet|accepteert … of … rechter|raad|wij",
        "geen van beide|beiden|tweeen|drieen & niet & !ouders & !hoeft",
        "daarover|hierover|er valt niet te praten|discussieren|onderhandelen|twisten",
        "wij|we … niet in|over discussie|onderhandeling",
        "zin: kiezen|kies|keuze … *begeleiding|*coach|coach|*training … of … rechter|raad|kinderrechter & !kan & !naar",
        "zin: niet … dan doet|beslist|kiest iemand anders",
        "zin: niet … dan doet|beslist|kiest een ander",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Quoted, Excuse::Asked, Excuse::Reported, Excuse::InMeasure])
}
