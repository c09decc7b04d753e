//! `oude-naam`: (L-29, L-30): names that no longer exist.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("oude_naam.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "oude-naam",
    message: "{} bestaat niet meer",
    help: "schrijf ‘Jeugdstem’, ‘Veilig Thuis’ of ‘gecertificeerde instelling’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: akj & !heette & !vroeger & !voorheen & !tot & !was & !toen & !toenmalig* & !oude & !19* & !20*",
        "zin: amk & !heette & !vroeger & !voorheen & !tot & !was & !toen & !toenmalig* & !oude & !19* & !20*",
        "zin: amhk & !heette & !vroeger & !voorheen & !tot & !was & !toen & !toenmalig* & !oude & !19* & !20*",
        "zin: bureau jeugdzorg & !heette & !vroeger & !voorheen & !tot & !was & !toen & !toenmalig* & !oude & !19* & !20*",
        "zin: bureaus jeugdzorg & !heette & !vroeger & !voorheen & !tot & !was & !toen & !toenmalig* & !oude & !19* & !20*",
        "zin: klachtenbureau jeugdzorg & !heette & !vroeger & !voorheen & !tot & !was & !toen & !toenmalig* & !oude & !19* & !20*",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Quoted])
}
