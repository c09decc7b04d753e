//! `niet-de-rechter`: (L-04, L-05): an organisation that seems to decide, and a judge who seems to sign.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("niet_de_rechter.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "niet-de-rechter",
    message: "{} laat een ander beslissen dan de kinderrechter",
    help: "schrijf: ‘Alleen de kinderrechter beslist. De kinderrechter luistert ook naar u.’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "@wij|@instantie & plaatsen|plaatst|plaatsten|halen|haalt & kind|kinderen|zoon|dochter & uit|weg|elders|pleeggezin|huis & !@rechter",
        "@wij|@instantie & weghalen|uithuisplaatsen & !@rechter",
        "@wij|@instantie & overwegen|overweegt|besluiten|besluit|beslissen|beslist|voorbereiden|bereiden|regelen|regelt & tot|over|een|de & uithuisplaats*|uhp|ondertoezichtstelling*|ots & !@rechter & !of",
        "@wij|@instantie & leggen|legt|opleggen|oplegt|starten|start|zetten|zet|inzetten|uitspreken|nemen & @rechterlijk & !@rechter",
        "kind|kinderen & uit huis & door & @instantie|ons",
        "@wij|@instantie & toestemming|goedkeuring|akkoord|handtekening|stempel & vragen|vraagt|halen|haalt|regelen|regelt|krijgen & @rechter",
        "@rechter & hoeft|moet|zal & alleen|slechts|nog & tekenen|ondertekenen|goedkeuren|stempelen|bevestigen|akkoord",
        "@rechter & formaliteit|stempel",
        "@wij|@instantie & nemen|neemt|pakken|pakt & @kind & weg|af",
        "@rechter & tekent|tekenen & meestal|altijd|gewoon|alleen|slechts|vaak|toch",
        "zin: @wij|@instantie & besloten|besluit|bepaald|bepaalt|beslist & @kind & wonen|woont|verblijven|verblijft|plaatsing & !@rechter & !ouders & !samen",
        "@wij|@instantie & onder toezicht & stellen|stelt|plaatsen|plaatst & !@rechter",
        "@rechter|machtiging & papierwerk|formaliteit|stempel|routine|formuliertje|telefoontje",
        "@rechter|machtiging & kwestie van een|het & formulier|handtekening|brief|stempel",
        "@wij|@instantie & zal|zullen|genoodzaakt|moeten|gaan|gaat & @kind & elders|ergens|pleeggezin & brengen|onderbrengen|plaatsen & !@rechter & !wilt & !kiest & !zelf",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
