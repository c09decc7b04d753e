//! A word of letters and laws for which there is an everyday word.

use crate::check::plain::document::Document;
use crate::check::plain::hit::{Finding, Weight};

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        for one in &sentence.formal {
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
