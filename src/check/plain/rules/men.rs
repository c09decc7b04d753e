//! `men`: nobody knows who that is.

use crate::check::plain::document::Document;
use crate::check::plain::hit::{Finding, Weight};

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        for word in sentence.words.iter().filter(|word| word.lower == "men") {
            found.push(Finding {
                block: part.number,
                range: word.range.clone(),
                weight: Weight::Warning,
                message: "`men` zegt niet wie u bedoelt".to_owned(),
                help: "schrijf wie u bedoelt: u, de rechter, de gezinsvoogd".to_owned(),
            });
        }
    }
    found
}
