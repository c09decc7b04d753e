//! `geen-weg-terug` (L-40): a stage that says nothing of going back or stopping.

use std::sync::LazyLock;

use super::rule::{Document, Finding, Look, Rule, Words};
use crate::check::language::{Found, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("geen_weg_terug.md"), look: Look::Whole(look) };

const WORDS: Words = Words {
    rule: "geen-weg-terug",
    message: "deze stap zegt niets over teruggaan of stoppen",
    help: "schrijf hoe deze stap stopt, of hoe een gezin teruggaat",
};

static BACK: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&["terug*|stop|stopt|stoppen|eindig*|einde|afronden|afgerond|intrekken|minder|klaar"]));

fn look(_: &Document<'_>, readings: &[Reading<'_>]) -> Vec<Finding> {
    if readings.iter().any(|reading| reading.has_anywhere(&BACK)) {
        return Vec::new();
    }
    let first = readings.iter().position(|reading| !reading.is_empty());
    let begin = Found::part(0, 0..1);
    first.map(|passage| Finding::new(passage, WORDS.hit(&readings[passage], &begin))).into_iter().collect()
}
