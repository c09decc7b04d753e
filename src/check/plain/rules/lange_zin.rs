//! A sentence of many words.

use crate::check::plain::document::Document;
use crate::check::plain::hit::{Finding, Weight};

/// More words than this: a look, a fault, and a page that does not pass.
const LIMITS: [(usize, Weight); 3] = [(25, Weight::Block), (20, Weight::Fault), (15, Weight::Warning)];

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let sentences = document.sentences();
    sentences
        .filter_map(|(part, sentence)| {
            let length = sentence.words.len();
            let weight = LIMITS.iter().find(|(limit, _)| length > *limit)?.1;
            Some(Finding {
                block: part.number,
                range: sentence.range.clone(),
                weight,
                message: format!("deze zin heeft {length} woorden"),
                help: "maak er twee zinnen van, en blijf als het kan onder de 15 woorden".to_owned(),
            })
        })
        .collect()
}
