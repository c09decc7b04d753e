//! `voorwaarden`: (L-15): goals that became conditions.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{ALL_EXCUSES, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("voorwaarden.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "voorwaarden",
    message: "{} maakt van een doel een voorwaarde",
    help: "schrijf: ‘Wij spreken doelen af. Wat is goed genoeg?’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "voorwaarde|voorwaarden & stellen|stelt|gesteld|voldoen|voldoet|voldaan|gelden|geldt|verbonden|verbinden & !wet & !@rechter & !mag u & !u mag & !organisatie",
        "op|onder voorwaarde|voorwaarden dat",
        "voldoet|voldoen|voldaan nog? niet aan … eisen|voorwaarden|criteria|gestelde",
        "onder strikte|strenge|bepaalde|deze voorwaarden",
        "eis|eisen & stellen|gesteld|gestelde|voldoen|voldoet & !wet",
        "mits u|ouders",
        "zin: mag|kunt|mogen u|je|ouders? … @kind … pas … zien|bezoeken|ophalen … als|wanneer|nadat|zodra & !@rechter",
        "zin: u|je|ouders mag|kunt|mogen … @kind … pas … zien|bezoeken|ophalen … als|wanneer|nadat|zodra & !@rechter",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, ALL_EXCUSES)
}
