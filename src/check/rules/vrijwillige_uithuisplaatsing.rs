//! `vrijwillige-uithuisplaatsing` (L-24): named without the three things that make it voluntary.

use std::sync::LazyLock;

use super::rule::{Document, DocumentKind, Finding, Look, Rule, Words};
use crate::check::language::{Excuse, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("vrijwillige_uithuisplaatsing.md"), look: Look::Whole(look) };

const WORDS: Words = Words {
    rule: "vrijwillige-uithuisplaatsing",
    message: "bij {} staat niet wie beslist, dat een ouder mag terugkomen op een ja, en wat de kinderrechter doet",
    help: "schrijf: ‘Uw kind woont tijdelijk ergens anders, omdat u dat goed vindt. U mag van mening veranderen.’",
};

static NAMED: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&["vrijwillige uithuisplaats*|plaatsing|plaatsingen", "vrijwillig … uit huis … plaats*|geplaatst"])
});

/// A milder name: with it the two things that a parent decides are enough.
static MILD: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&["vrijwillige plaatsing|plaatsingen"]));

static CONSENT: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&["toestemming|instemming|ja|goedvindt|gezag", "goed vindt|vinden", "u beslist"]));
static BACK: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&["intrekken|terug|stoppen|terugkomen|ophalen|einde", "van mening veranderen"]));
static JUDGE: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&["@rechter"]));

fn look(document: &Document<'_>, readings: &[Reading<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (passage, reading) in readings.iter().enumerate() {
        // A value stands alone on the page: what the next value says does not explain it.
        let near = if document.kind == DocumentKind::Values { &readings[passage..=passage] } else { readings };
        let said = |wanted: &Patterns| near.iter().any(|reading| reading.has_anywhere(wanted));
        if said(&CONSENT) && said(&BACK) && (said(&JUDGE) || reading.has_anywhere(&MILD)) {
            continue;
        }
        let found = reading.find(&NAMED).into_iter();
        let bare = found
            .filter(|found| !reading.is_excused(found, &[Excuse::Quoted, Excuse::Reported, Excuse::Asked, Excuse::Denied]));
        findings.extend(bare.map(|found| Finding::new(passage, WORDS.hit(reading, &found))));
    }
    findings
}
