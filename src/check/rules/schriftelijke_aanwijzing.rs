//! `schriftelijke-aanwijzing`: (L-16): an instruction that exists only inside a measure.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("schriftelijke_aanwijzing.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "schriftelijke-aanwijzing",
    message: "{} bestaat alleen bij een ondertoezichtstelling",
    help: "schrijf: ‘brief met afspraken’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: schriftelijke aanwijzing|aanwijzingen & !ots & !ondertoezichtstelling & !maatregel & !@rechter & !gedwongen",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    let excuses = &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported];
    let found = reading.find(&PATTERNS).into_iter().filter(|found| !reading.is_excused(found, excuses));
    // The glossary says that it exists only inside an OTS.
    found.filter(|found| !reading.is_linked_to_glossary(found)).map(|found| WORDS.hit(reading, &found)).collect()
}
