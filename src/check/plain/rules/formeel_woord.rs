//! A word of letters and laws for which there is an everyday word.

use crate::check::plain::document::{Document, Sentence};
use crate::check::plain::hit::{Finding, Weight};

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        for one in sentence.formal.iter().filter(|one| !is_honest_doubt(sentence, one.words.end)) {
            let range = sentence.bytes(one.words.clone());
            let choices: Vec<&str> = one.formal.plain.split(", ").collect();
            found.push(Finding {
                block: part.number,
                weight: if one.formal.is_fault { Weight::Fault } else { Weight::Warning },
                message: format!("`{}` is een formeel woord", part.text(&range)),
                help: format!("schrijf liever `{}`", choices.join("` of `")),
                range,
            });
        }
    }
    found
}

/// `voor zover wij weten` is how people say that they are not sure; no shorter word says the same.
fn is_honest_doubt(sentence: &Sentence, next: usize) -> bool {
    let after: Vec<&str> = sentence.words[next..].iter().take(2).map(|word| word.lower.as_str()).collect();
    let before = next.checked_sub(1).map(|last| sentence.words[last].lower.as_str());
    before == Some("zover") && matches!(after[..], ["wij" | "we" | "ik", "weten" | "weet"])
}
