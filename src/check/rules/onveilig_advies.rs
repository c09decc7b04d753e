//! `onveilig-advies` (L-35, L-36): advice that brings a parent or child in danger.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("onveilig_advies.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "onveilig-advies",
    message: "{} kan een ouder of kind in gevaar brengen",
    help: "schrijf: ‘Praat met Jeugdstem of een advocaat voordat u een besluit neemt.’",
};

static COMMANDS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "negeer & !niet & !nooit",
        "weiger & !niet & !nooit & !nee",
        "verhuis|vlucht|verstop|verberg|ontvoer & !niet",
        "duik … onder & !niet",
        "neem uw|je kind|kinderen|zoon|dochter … mee … buitenland|weg|land|naar & !gesprek & !zitting & !overleg",
        "houd uw|je kind|kinderen … thuis|binnen|weg|verborgen & !veilig",
        "doe … niet … open",
        "doe de deur dicht",
        "laat … niet|niemand … binnen",
        "ga … niet … zitting|rechter|rechtbank|gesprek|overleg & !alleen",
        "kom … niet … zitting|rechter|rechtbank",
        "reageer … niet|nooit … op",
        "gooi … weg",
        "verbreek|blokkeer",
        "lieg|zwijg",
        "blijf … thuis|weg … oproep|rechter|kinderrechter|zitting|rechtbank",
    ])
});

static ADVICE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "u kunt|kan|moet|doet beter|best|gewoon … verhuizen|weigeren|negeren|wegblijven|vluchten|zwijgen|thuisblijven",
        "kunt|moet u beter|best|gewoon … verhuizen|weigeren|negeren|wegblijven|vluchten|zwijgen|thuisblijven",
        "adviseren|raden u|aan & verhuizen|weigeren|negeren|wegblijven|vluchten",
        "brief|oproep|uitnodiging|zitting & kunt|mag|hoeft & u & negeren|weggooien|overslaan",
        "hoeft|hoeven … niet … zitting",
        "zin: hoeft|hoeven … brief|oproep … rechter|kinderrechter|rechtbank … niet … openen|lezen|beantwoorden",
        "houd|hou uw|je @kind … verborgen",
        "zin: blijf … zitting|rechtbank|rechter … weg & !niet",
        "zin: oproep|uitnodiging|brief|post … @rechter … oud papier|prullenbak|weggooien & !niet & !nooit & !geen",
        "zin: tegen niemand waar uw|je @kind",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    let mut found = reading.commands(&COMMANDS);
    found.extend(reading.find(&ADVICE));
    found.retain(|found| !reading.is_excused(found, &[Excuse::Quoted, Excuse::Asked, Excuse::Reported]));
    found.iter().map(|found| WORDS.hit(reading, found)).collect()
}
