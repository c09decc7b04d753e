//! Nouns that were verbs: two in a sentence, or `het …en van`.

use std::ops::Range;

use crate::check::plain::document::{Document, Sentence};
use crate::check::plain::hit::{Finding, Weight};

/// So many in one sentence are too many.
const MANY: usize = 2;
/// Things on -en that are no verbs: `het leven van`.
const THINGS: [&str; 24] = [
    "leven", "eten", "teken", "wapen", "examen", "verleden", "vertrouwen", "vermogen", "inkomen", "midden", "oosten", "westen", "noorden", "zuiden",
    "heden", "kussen", "laken", "weten", "wezen", "geheugen", "gegeven", "onderwerpen", "gezinnen", "systemen",
];
/// `het opstellen`: shorter words on -en are mostly something else.
const SHORTEST_VERB: usize = 5;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        let many = (sentence.nominalisations.len() >= MANY).then_some(&sentence.nominalisations);
        let single = many.into_iter().flatten().map(|at| *at..at + 1);
        for words in single.chain(verbs_as_things(sentence)) {
            let noun = words.clone().find(|at| sentence.words[*at].lower != "het").unwrap_or(words.start);
            found.push(Finding {
                block: part.number,
                range: sentence.bytes(words),
                weight: Weight::Warning,
                message: format!("`{}` is een werkwoord in vermomming", sentence.words[noun].lower),
                help: "zeg wat iemand doet: `u vraagt` in plaats van `de aanvraging`".to_owned(),
            });
        }
    }
    found
}

/// Words of each `het …en van`.
fn verbs_as_things(sentence: &Sentence) -> Vec<Range<usize>> {
    let is_verb = |word: &str| word.ends_with("en") && word.len() >= SHORTEST_VERB && !THINGS.contains(&word);
    let starts = sentence.words.windows(3).enumerate();
    starts
        .filter(|(_, three)| three[0].lower == "het" && is_verb(&three[1].lower) && three[2].lower == "van")
        .map(|(at, _)| at..at + 3)
        .collect()
}
