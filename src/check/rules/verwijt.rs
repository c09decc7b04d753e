//! `verwijt`: (L-21): words that blame the parent.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("verwijt.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "verwijt",
    message: "{} legt de schuld bij de ouder",
    help: "schrijf: ‘U denkt hier anders over. Wat is voor u belangrijk?’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "weerstand|ongemotiveerd|ongemotiveerde|onwillig|onwillige|zorgmijder|zorgmijders|zorgmijdend|zorgmijdende|niet-cooperatief|niet-cooperatieve|onwelwillend|tegenwerkend|onbereidwillig|weigerachtig|weigerachtige|manipulatief|manipulatieve|weerbarstig|onverantwoordelijk",
        "niet cooperatief",
        "niet|onvoldoende|weinig|nauwelijks gemotiveerd|leerbaar|bereid|betrouwbaar|bereikbaar",
        "@ouder … niet in staat",
        "@ouder bent|is|zijn|doet|doen|lijkt|blijft … @verwijt",
        "bent|is|zijn|doet|doen @ouder … @verwijt",
        "@verwijt ouder|ouders|moeder|vader|gezin|gezinnen",
        "gebrek aan motivatie|inzicht|medewerking|inzet|verantwoordelijkheid|ziekte-inzicht",
        "@ouder & weinig|geen motivatie|inzicht|bereidheid|verantwoordelijkheid",
        "zoekt|zoeken de strijd",
        "zich onvoldoende|niet in",
        "werkt|werken tegen",
        "werkt|werken … onvoldoende|niet mee & !als & !indien & !u & !wanneer & moeder|vader|ouders",
        "tekortkomingen|fouten van|bij de? ouders|moeder|vader",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
