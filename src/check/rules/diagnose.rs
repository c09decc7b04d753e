//! `diagnose`: (L-20): a label without a diagnosis.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("diagnose.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "diagnose",
    message: "{} is een etiket zonder bron",
    help: "schrijf wat iemand deed, op welke dag en wie dat zag",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: borderline*|narcis*|psychopa*|schizofre*|bipolair*|persoonlijkheidsstoornis*|zwakbegaafd*|psychotisch*|psychose|alcoholist*|junk & !psychiater & !arts & !huisarts & !psycholoog & !diagnose & !verslag",
        "zin: @ouder|uw|ouder & psychische|geestelijke|mentale stoornis|ziekte|aandoening & !psychiater & !arts & !diagnose & !psycholoog",
        "@ouder & verslaafd|verslaving|gestoord|ontoerekeningsvatbaar|labiel|hysterisch|paranoide & !arts",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
