//! A page full of words of the law or of policy, however short its sentences.

use super::onbekend_woord::is_unknown;
use crate::check::plain::document::{Document, Part, as_number};
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::lexicon::base_forms;
use crate::check::plain::lists::is_jargon;
use crate::check::plain::token::{Word, WordKind};

/// More than this share of the words is more than explaining can mend.
const MANY: f64 = 0.12;
/// A shorter text has too few words for a share.
const SHORTEST_TEXT: usize = 30;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let words = || document.sentences().flat_map(|(part, sentence)| sentence.words.iter().map(move |word| (part, word)));
    let hard: Vec<(&Part<'_>, &Word)> = words().filter(|(_, word)| is_hard(word)).collect();
    let all = words().count();
    let share = as_number(hard.len()) / as_number(all.max(1));
    let Some((part, first)) = hard.first().filter(|_| all >= SHORTEST_TEXT && share > MANY) else { return Vec::new() };
    vec![Finding {
        block: part.number,
        range: first.range.clone(),
        weight: Weight::Block,
        message: format!("van elke 100 woorden op deze pagina zijn er {:.0} vaktaal of onbekend", 100.0 * share),
        help: "zeg in gewone woorden wat er gebeurt; leg uit welke vakwoorden de ouder echt zal horen".to_owned(),
    }]
}

/// Unknown, or a word of the law that the page does not explain.
fn is_hard(word: &Word) -> bool {
    let own = word.kind == WordKind::Common && !word.is_explained();
    own && (is_unknown(word) || is_jargon(&word.lower) || base_forms(&word.lower).iter().any(|form| is_jargon(form)))
}
