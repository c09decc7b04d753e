//! `laatste-kans`: (L-06): a last chance as pressure.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("laatste_kans.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "laatste-kans",
    message: "{} zet een ouder onder druk",
    help: "schrijf: ‘Op dit moment is de hulp vrijwillig. Wij kijken samen wat kan helpen.’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "laatste stap|kans|kansen|mogelijkheid|waarschuwing|poging|gelegenheid|strohalm|aanbod|ultimatum",
        "laatste … kans|mogelijkheid|waarschuwing",
        "voor|de een|de? laatste keer & waarschuwen|vragen|verzoeken|sommeren|uitnodigen|oproepen|aanbieden",
        "vijf voor twaalf",
        "nu of nooit",
        "ultimatum",
        "nog een keer|maal … gelegenheid|kans|mogelijkheid",
        "geduld … op|voorbij|opraken",
        "geduld raakt",
        "grens … bereikt",
        "officiele|serieuze|dringende|eenmalige waarschuwing",
        "wij|we waarschuwen u|jullie",
        "gewaarschuwd",
        "nog|slechts|alleen een kans",
        "gele|rode kaart",
        "tijd dringt|begint",
        "tijd is om",
        "tijd is op",
        "de maat is vol",
        "kans … verspeeld|vergooid|verkeken",
        "menens",
        "nog een poging voordat",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    let mut hits = reading.find(&PATTERNS);
    let excuses = &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported];
    hits.retain(|found| !reading.is_excused(found, excuses) && !reading.has(found.sentence, &INSCRIPTION));
    hits.iter().map(|found| WORDS.hit(reading, found)).collect()
}

/// A last day to put down one's name for something that is open to all.
static INSCRIPTION: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: inschrijven|inschrijving|opgeven|aanmelden|aanmelding|reserveren & !uw & !jullie & !gezin & !@rechterlijk",
    ])
});
