//! `alleen-maar-helpen`: (L-48): help that hides a worry.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("alleen_maar_helpen.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "alleen-maar-helpen",
    message: "{} verbergt waarom u komt",
    help: "schrijf: ‘Wij maken ons zorgen over … Daarom stellen wij voor …’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "wij|we|ik|organisatie|team & alleen|slechts|enkel|uitsluitend|gewoon & helpen|ondersteunen|steunen|beste|hulp|hand & !rechter & !toestemming & !als",
        "wij|we & bedoelen|menen & goed",
        "beste met u|jullie voor",
        "nergens bang voor",
        "niets … vrezen|bang",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
