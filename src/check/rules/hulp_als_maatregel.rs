//! `hulp-als-maatregel`: (L-11, L-13): voluntary help called a measure.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("hulp_als_maatregel.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "hulp-als-maatregel",
    message: "{} noemt vrijwillige hulp een maatregel",
    help: "schrijf ‘plan’, ‘afspraken’ of ‘intensieve vrijwillige hulp’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "drangmaatregel*",
        "dwangtraject*",
        "dwangmaatregel*",
        "dwanghulp",
        "dwangkader|dwang-kader",
        "dwang kader",
        "uitgestelde kinderbeschermingsmaatregel|maatregel|ots",
        "vrijwillige maatregel|maatregelen|ots|ondertoezichtstelling|jeugdbescherming",
        "@rechterlijk in het|een vrijwillig|vrijwillige kader",
        "@wij|@instantie & nemen|neemt|treffen|treft|inzetten|zetten|zet|starten & maatregel|maatregelen & !@rechter",
        "hulp|traject|drang|begeleiding|plan is een? maatregel|dwang",
        "pre-ots*",
        "lichte ots|ondertoezichtstelling|maatregel",
        "soort ots|maatregel|dwang",
        "maatregel preventieve",
        "lichte|milde|zachte|lichtere|mildere vorm|soort van? @rechterlijk",
        "hulp|begeleiding is|wordt gedwongen & !niet & !@rechter & !maatregel & !als",
        "is de hulp|begeleiding gedwongen & !niet & !@rechter & !maatregel & !als",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
