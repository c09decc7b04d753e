//! A sentence that does not say who acts.

use crate::check::plain::document::{Document, as_number};
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::score::MINIMUM_SENTENCES;

/// More than this share of the sentences is a fault.
const OFTEN: f64 = 0.1;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let sentences = document.sentences().count();
    let passive = document.sentences().filter(|(_, sentence)| !sentence.passives.is_empty()).count();
    let often = sentences >= MINIMUM_SENTENCES && as_number(passive) / as_number(sentences) > OFTEN;
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        for words in &sentence.passives {
            let verbs = [words.start, words.end - 1].map(|at| sentence.words[at].lower.as_str());
            found.push(Finding {
                block: part.number,
                range: sentence.bytes(words.clone()),
                weight: if often { Weight::Fault } else { Weight::Warning },
                message: format!("wie doet dit? `{} … {}` noemt niemand", verbs[0], verbs[1]),
                help: "noem de persoon: `de rechter beslist` in plaats van `er wordt beslist`".to_owned(),
            });
        }
    }
    found
}
