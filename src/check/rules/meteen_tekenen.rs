//! `meteen-tekenen` (L-23): no time to think.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{ALL_EXCUSES, Excuse, Found, Hit, Patterns, Reading, Who};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("meteen_tekenen.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "meteen-tekenen",
    message: "{} geeft een ouder geen tijd om na te denken",
    help: "schrijf: ‘U hoeft niet meteen te beslissen. Vraag gerust advies.’",
};

static DUTIES: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "@ouder & @moet & @tekenen & !eerst & !pas & !verzoek & !zelf & !@praktisch",
        "@ouder & @moet & nu|meteen|direct|vandaag|onmiddellijk|morgen & beslissen|kiezen|besluiten|antwoorden",
        "@ouder & dient|moet & handtekening",
    ])
});
static DUTY_VERBS: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&["@moet"]));

static PRESSURE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "@tekenen & @nu",
        "@tekenen & voor morgen|maandag|dinsdag|woensdag|donderdag|vrijdag",
        "@tekenen & uiterlijk|hier|omgaande",
        "zet & handtekening & !geen & !nooit & !alleen & !pas",
        "@moet & worden & getekend|ondertekend & !rechter",
        "beslis|kies|beslissen|kiezen|besluiten|antwoorden @nu & !@rechter",
        "@nu|vandaag nog? beslissen|kiezen|besluiten|antwoorden & !@rechter",
        "willen|verwachten|horen & @nu … u|uw|jullie … weten|antwoord|beslissing|ja|besluit",
        "willen & @nu & antwoord|beslissing|handtekening|toestemming",
        "zonder|voordat uw? handtekening … kunnen|kan|gaan|gaat … niet|geen",
        "handtekening & is|blijft & nodig|verplicht|vereist|noodzakelijk",
        "geen bedenktijd",
        "u|je|jullie|ouders & krijgt|krijgen|hebt|heeft & tot vanavond|vanmiddag|morgen|vandaag",
        "geen tijd om|voor … advocaat|advies|overleg|bellen|lezen|denken",
        "geef|laat|stuur|bevestig & @nu & akkoord|toestemming|antwoord|weten",
        "geen|weinig tijd … na te denken|voor advies|overleg",
        "wachten & niet|geen & met & tekenen|beslissen|antwoord",
    ])
});

static COMMANDS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "teken|onderteken & !pas & !alleen & !niets & !nooit & !niet & !thuis & !eerst & !rustig & !gerust & !later",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    let about_others = &[Excuse::Quoted, Excuse::Asked, Excuse::Reported, Excuse::InMeasure];
    let mut found: Vec<Found> = reading.find(&DUTIES);
    found.retain(|duty| reading.who(duty, &DUTY_VERBS) == Some(Who::Parent) && !reading.is_excused(duty, ALL_EXCUSES));
    let mut pressed = reading.find(&PRESSURE);
    pressed.extend(reading.commands(&COMMANDS));
    pressed.retain(|place| !reading.is_excused(place, about_others) && !is_kind(reading, place));
    found.extend(pressed);
    found.sort_by_key(|place| (place.sentence, place.words.start));
    found.dedup_by_key(|place| place.sentence);
    found.iter().map(|place| WORDS.hit(reading, place)).collect()
}

static KIND: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: hoeft|hoeven|mag|mogen … niet|later|eerst|rustig|nooit",
        "zin: niet|nooit|niets|pas|geen … meteen|nu|direct|te|als",
        "zin: teken niets|nooit|niet",
        "zin: reden|signaal … wachten|advies|overleggen|navragen",
    ])
});

/// `U hoeft niet meteen te tekenen`
fn is_kind(reading: &Reading<'_>, place: &Found) -> bool {
    let own = reading.text(place).to_lowercase();
    !own.contains("geen") && !own.contains("zonder") && reading.has(place.sentence, &KIND)
}
