//! `onverklaard-woord` (L-10, L-12, L-27, L-28): jargon and abbreviations, at their first use in a document.

use std::sync::LazyLock;

use super::rule::{Document, DocumentKind, Finding, Look, Rule, Words};
use crate::check::language::{Found, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("onverklaard_woord.md"), look: Look::Whole(look) };

const WORDS: Words = Words {
    rule: "onverklaard-woord",
    message: "{} wordt hier niet uitgelegd",
    help: "schrijf een gewoon woord, leg het uit, of maak een link: `[woord](woord:…)`",
};

/// A word, and the full word that explains an abbreviation when it stands in the same document.
struct Jargon {
    word: Patterns,
    full: Option<Patterns>,
    /// Written in capitals: `GI` is one, `gi` is not.
    capitals: bool,
}

static JARGON: LazyLock<Vec<Jargon>> = LazyLock::new(|| {
    let plain = [
        "drang|drangkader|drangtraject|dranghulp|drangaanpak",
        "preventieve jeugdbescherming",
        "opschalen|opgeschaald|opschaling",
        "afschalen|afgeschaald|afschaling",
        "triage",
        "toeleiding",
        "traject|trajecten",
        "regie",
    ];
    let short = [
        ("ots", "ondertoezichtstelling"),
        ("uhp", "uithuisplaatsing"),
        ("muhp", "machtiging"),
        ("vto|vto-s", "verzoek"),
        ("vots", "voorlopige"),
        ("gi", "gecertificeerde"),
        ("jbt", "beschermingstafel|jeugdbeschermingstafel"),
        ("rvdk", "raad"),
        ("vt", "thuis"),
        ("cjg", "centrum"),
        ("okt", "ouder-"),
        ("tjg", "team"),
        ("mdo", "overleg"),
        ("cob", "onafhankelijke"),
        ("skj", "kwaliteitsregister"),
        ("avg", "privacywet|gegevensbescherming"),
    ];
    let of_plain = plain.iter().map(|word| Jargon { word: Patterns::new(&[word]), full: None, capitals: false });
    let of_short = short.iter().map(|(word, full)| Jargon {
        word: Patterns::new(&[word]),
        full: Some(Patterns::new(&[full])),
        capitals: true,
    });
    of_plain.chain(of_short).collect()
});

static EXPLAINED: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: noem*|heet|heten|heette|betekent|betekenen|woord|woorden|term|afkorting|zeggen|zegt|voluit",
        "zin: is een|het",
        "zin: dat is",
        "zin: dat zijn",
    ])
});

fn look(document: &Document<'_>, readings: &[Reading<'_>]) -> Vec<Finding> {
    // A value is a local name or a short note beside its label; the page around it has the glossary.
    if document.kind == DocumentKind::Values {
        return Vec::new();
    }
    JARGON.iter().filter_map(|jargon| first_use(jargon, readings)).collect()
}

/// The first use in the document, when nothing explains it there.
fn first_use(jargon: &Jargon, readings: &[Reading<'_>]) -> Option<Finding> {
    let uses = |reading: &Reading<'_>| reading.find(&jargon.word).into_iter().find(|found| is_meant(jargon, reading, found));
    let (passage, found) = readings.iter().enumerate().find_map(|(at, reading)| uses(reading).map(|found| (at, found)))?;
    let reading = &readings[passage];
    let explained = reading.has(found.sentence, &EXPLAINED)
        || reading.is_linked_to_glossary(&found)
        || jargon.full.as_ref().is_some_and(|full| readings[..=passage].iter().any(|reading| reading.has_anywhere(full)));
    (!explained).then(|| Finding::new(passage, WORDS.hit(reading, &found)))
}

fn is_meant(jargon: &Jargon, reading: &Reading<'_>, found: &Found) -> bool {
    !jargon.capitals || reading.text(found).chars().filter(|letter| letter.is_alphabetic()).all(char::is_uppercase)
}
