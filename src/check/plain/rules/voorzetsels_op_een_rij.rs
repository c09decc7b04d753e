//! Many prepositions close together.

use crate::check::plain::document::Document;
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::lists::is_preposition;

/// So many prepositions are too many …
const MANY: usize = 3;
/// … within so many words.
const WITHIN: usize = 8;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        let clauses = sentence.clauses(&part.block.text);
        // The last word of a clause belongs to its verb: `u belt hem op`.
        let is_last = |at: usize| clauses.iter().any(|clause| clause.end == at + 1);
        // `tot en met` is one.
        let in_till = |at: usize| at > 1 && sentence.words[at - 1].lower == "en" && sentence.words[at - 2].lower == "tot";
        let places: Vec<usize> =
            (0..sentence.words.len()).filter(|at| is_preposition(&sentence.words[*at].lower) && !is_last(*at) && !in_till(*at)).collect();
        let Some(first) = places.windows(MANY).find(|near| near[MANY - 1] - near[0] < WITHIN) else { continue };
        let close: Vec<usize> = places.iter().copied().filter(|at| (first[0]..first[0] + WITHIN).contains(at)).collect();
        let words: Vec<&str> = close.iter().map(|at| sentence.words[*at].lower.as_str()).collect();
        found.push(Finding {
            block: part.number,
            range: sentence.bytes(close[0]..close[close.len() - 1] + 1),
            weight: Weight::Tip,
            message: format!("hier staan {} voorzetsels kort na elkaar: `{}`", close.len(), words.join("`, `")),
            help: "maak de zin korter, of maak er twee zinnen van".to_owned(),
        });
    }
    found
}
