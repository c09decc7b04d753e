//! `geheime-plaats`: (L-25): a parent with gezag who may not know where the child is.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("geheime_plaats.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "geheime-plaats",
    message: "{} past niet bij vrijwillige hulp",
    help: "laat dit weg: een ouder met gezag mag weten waar het kind is",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "geheim|geheime|geheimgehouden|onbekend & plaatsing|adres|locatie|plek|verblijfplaats|opvang|pleeggezin & !mag niet & !mogen niet",
        "zin: vertellen|zeggen|delen … u|ouders|jullie … niet|nooit … waar … kind|dochter|zoon|kinderen",
        "zin: niet … vertellen|zeggen|weten|delen … waar … kind|dochter|zoon|kinderen … is|woont|verblijft",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
