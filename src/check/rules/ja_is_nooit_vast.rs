//! `ja-is-nooit-vast` (L-43): a parent who may not refuse or stop.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("ja_is_nooit_vast.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "ja-is-nooit-vast",
    message: "{} ontkent dat een ouder nee mag zeggen en mag stoppen",
    help: "schrijf: ‘U mag stoppen. Vertel het wel, dan ronden wij het goed af.’",
};

static NO_WAY_BACK: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "kunt|kan|kunnen|mag|mogen & u|je|jullie|ouders & niet meer? terug|stoppen|weigeren|intrekken|terugkomen|afwijzen|afzien|afhaken|onttrekken",
        "kunt|kan|mag|kunnen & u|je|jullie|ouders & niet|geen|nooit & @weigeren|weigeren|intrekken|terugkomen|opzeggen|beeindigen|terugdraaien & !wij",
        "u|je|jullie|ouders & kunt|kan|mag & geen nee",
        "niet|nooit meer terug",
        "stoppen|stopzetten|weigeren|afwijzen|afzeggen|intrekken|opzeggen|nee|terugtrekken … kan|is|mag|behoort … niet|geen|onmogelijk|uitgesloten",
        "is|kan|mag … weigeren|stoppen|stopzetten|afzeggen|intrekken … niet|geen|onmogelijk",
        "geen optie|weg terug",
        "zin: heeft|hebt al|immers|eerder … getekend|ondertekend|toegestemd|toestemming & !mag & !intrekken & !ook",
        "zin: getekend|toestemming|handtekening … dus|daarom … door|vast|houden|gebonden|verder",
        "u bent|zit … vast|gebonden aan",
        "u|ouders bent|zijn gebonden",
        "houden wij|we u|jullie & aan",
        "wij|we houden u|jullie aan",
        "niet meer? onderuit",
        "staat u|ouders niet vrij",
        "afspraak is afspraak",
        "zin: pas als|wanneer|nadat … mag|kunt|mogen|kunnen u|je|jullie|ouders … stoppen|afzien|terugkomen",
        "zin: u|je|jullie|ouders mag|kunt|mogen|kunnen pas stoppen|weg|afzien … als|wanneer|nadat",
        "toestemming … onherroepelijk|definitief",
        "kan|kunnen … toestemming … niet … ingetrokken|intrekken",
        "zin: zit|zitten … eraan|aan vast & !nergens & !niet & !nooit",
        "afhaken|ophouden|uitstappen|terugkomen … uitgesloten|onmogelijk",
        "zin: stoppen|ophouden|stopzetten|beeindigen … pas bespreekbaar|mogelijk|toegestaan|denkbaar",
    ])
});

/// Here the sentence itself gives the way back.
static WAY_BACK: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: u mag|kunt … stoppen|intrekken|terugkomen|weigeren & !niet & !nooit",
        "zin: hoeft niet",
        "zin: niemand",
    ])
});

static FREE: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&["niet|nergens|nooit … gebonden|vast"]));

/// `u bent niet gebonden`
fn is_free(reading: &Reading<'_>, found: &crate::check::language::Found) -> bool {
    reading.find_in(found.sentence, &FREE).iter().any(|free| reading.share_clause(free, found))
}

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    let excuses = &[Excuse::Quoted, Excuse::Asked, Excuse::Reported, Excuse::InMeasure];
    let found = reading.find(&NO_WAY_BACK).into_iter();
    let kept = found.filter(|found| !reading.is_excused(found, excuses) && !reading.has(found.sentence, &WAY_BACK));
    kept.filter(|found| !is_free(reading, found)).map(|found| WORDS.hit(reading, &found)).collect()
}
