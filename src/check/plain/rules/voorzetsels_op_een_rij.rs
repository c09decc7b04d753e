//! Many prepositions close together.

use std::ops::Range;

use crate::check::plain::document::{Document, Sentence};
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::lists::is_preposition;
use crate::check::plain::token::{TermMark, WordKind};

/// So many prepositions are too many …
const MANY: usize = 3;
/// … within so many words.
const WITHIN: usize = 8;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        for clause in sentence.clauses(&part.block.text) {
            let places: Vec<usize> = clause.clone().filter(|at| is_link(sentence, &clause, *at)).collect();
            let Some(first) = places.windows(MANY).find(|near| near[MANY - 1] - near[0] < WITHIN) else { continue };
            let close: Vec<usize> = places.iter().copied().filter(|at| (first[0]..first[0] + WITHIN).contains(at)).collect();
            let words: Vec<&str> = close.iter().map(|at| sentence.words[*at].lower.as_str()).collect();
            found.push(Finding {
                block: part.number,
                range: sentence.bytes(close[0]..close[close.len() - 1] + 1),
                weight: Weight::Warning,
                message: format!("hier staan {} voorzetsels kort na elkaar: `{}`", close.len(), words.join("`, `")),
                help: "maak de zin korter, of maak er twee zinnen van".to_owned(),
            });
        }
    }
    found
}

/// A preposition that ties one thing to another. Not: the particle of a verb (`u belt hem op`), a part of a name or a term, of
/// `tot en met`, `samen met` and `met gezag`, a day, a year or an age (`vanaf 12 jaar`, `in 2020`), and the second of a pair
/// (`bij opgroeien of bij opvoeden`).
fn is_link(sentence: &Sentence, clause: &Range<usize>, at: usize) -> bool {
    let word = |at: usize| &sentence.words[at];
    let lower = |at: usize| word(at).lower.as_str();
    let before = if at > clause.start { lower(at - 1) } else { "" };
    let Some(next) = (at + 1 < clause.end).then(|| word(at + 1)) else { return false };
    let in_name = word(at).term != TermMark::None
        || (at > clause.start && word(at - 1).kind == WordKind::Name && next.kind == WordKind::Name);
    let is_particle = matches!(next.lower.as_str(), "en" | "of" | "maar" | "te" | "om" | "dat" | "wat" | "wie" | "hoe" | "waarom") || is_preposition(&next.lower);
    let is_fixed = before == "samen" || next.lower == "gezag" || (lower(at) == "met" && before == "en");
    is_preposition(lower(at))
        && !in_name
        && !is_particle
        && !is_fixed
        && next.kind != WordKind::Number
        && !matches!(before, "en" | "of")
}
