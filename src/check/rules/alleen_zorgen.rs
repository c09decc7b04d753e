//! `alleen-zorgen` (L-41): a stage full of worries that never says what goes well.

use std::sync::LazyLock;

use super::rule::{Document, Finding, Look, Rule, Words};
use crate::check::language::{Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("alleen_zorgen.md"), look: Look::Whole(look) };

const WORDS: Words = Words {
    rule: "alleen-zorgen",
    message: "deze stap noemt vaak {} en nooit wat goed gaat",
    help: "schrijf ook over wat goed gaat bij het gezin",
};

/// So many sentences about worries ask for one about what goes well.
const MANY: usize = 3;

static WORRIES: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&["zorgen|zorg|problemen|gevaar"]));
static GOOD: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "goed gaat|ging|gaan",
        "gaat|ging|gaan … goed|beter",
        "goed genoeg",
        "lukt|gelukt|sterk|trots|kracht",
        "wat helpt|werkt",
        "beter",
    ])
});

fn look(_: &Document<'_>, readings: &[Reading<'_>]) -> Vec<Finding> {
    let worries: Vec<_> = readings
        .iter()
        .enumerate()
        .flat_map(|(at, reading)| reading.find(&WORRIES).into_iter().map(move |found| (at, found)))
        .collect();
    if worries.len() < MANY || readings.iter().any(|reading| reading.has_anywhere(&GOOD)) {
        return Vec::new();
    }
    let first = worries.first();
    first.map(|(passage, found)| Finding::new(*passage, WORDS.hit(&readings[*passage], found))).into_iter().collect()
}
