//! A page whose sentences are long on the whole.

use crate::check::plain::document::Document;
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::score::Counts;

const GOAL: f64 = 12.0;
const TOO_LONG: f64 = 15.0;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let counts = Counts::of(document);
    let mean = counts.words_per_sentence();
    let first = document.sentences().find(|(_, sentence)| sentence.counts);
    let Some((part, sentence)) = first.filter(|_| counts.is_enough() && mean > GOAL) else { return Vec::new() };
    vec![Finding {
        block: part.number,
        range: sentence.range.clone(),
        weight: if mean > TOO_LONG { Weight::Fault } else { Weight::Warning },
        message: format!("de zinnen op deze pagina zijn gemiddeld {mean:.0} woorden lang"),
        help: "voor deze site is 12 het doel: begin met de langste zinnen".to_owned(),
    }]
}
