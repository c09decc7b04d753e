//! `opleggen` (L-14): an organisation that imposes.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{ALL_EXCUSES, Found, Hit, Patterns, Reading, Who};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("opleggen.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "opleggen",
    message: "{} kan niet zonder de kinderrechter",
    help: "schrijf ‘afspreken’, ‘voorstellen’ of ‘vragen’",
};

static IMPOSE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "@wij|@instantie & @dwingen & !@rechter & !uit",
        "@wij|@instantie & beslissen|bepalen|beslist|bepaalt & welke|hoeveel & hulp|zorg & u|uw|gezin",
        "@wij|@instantie & beslissen|bepalen|beslist|bepaalt & wanneer|of|dat & hulp|traject|begeleiding & stopt|eindigt|start|doorgaat|nodig",
        "@wij|@instantie & verplicht|verplichten & u|jullie|ouders|vader|moeder|gezinnen & !is|zijn|ben|bent|wordt|worden",
        "@wij|@instantie & kan|kunnen|zal|zullen|mag|mogen & verplichten|opleggen|afdwingen|eisen|dwingen & !@rechter",
        "@wij|@instantie & bepalen|bepaalt|beslist|beslissen & hoe vaak|lang & u|uw|gezin & !samen",
    ])
});

static VERBS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&["@dwingen|verplicht|verplichten|kan|kunnen|zal|zullen|mag|mogen|beslissen|bepalen|beslist|bepaalt"])
});

/// Nobody is named: it happens to the parent.
static PASSIVE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: wordt|worden|is|zijn … opgelegd|afgedwongen|geeist|voorgeschreven|bevolen & !@rechter & !@rechterlijk",
        "opgelegde @hulp & !@rechter",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    let powers = reading.find(&IMPOSE).into_iter().filter(|found| by_us_or_a_body(reading, found));
    let found = powers.chain(reading.find(&PASSIVE)).filter(|found| !reading.is_excused(found, ALL_EXCUSES));
    found.map(|found| WORDS.hit(reading, &found)).collect()
}

fn by_us_or_a_body(reading: &Reading<'_>, found: &Found) -> bool {
    matches!(reading.who(found, &VERBS), Some(Who::We | Who::Body))
}
