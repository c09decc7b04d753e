//! Two negations in one clause.

use std::ops::Range;

use crate::check::plain::document::{Document, Sentence};
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::lexicon::is_listed;

/// Words that deny.
const NO: [&str; 8] = ["niet", "geen", "nooit", "niemand", "nergens", "niets", "nimmer", "noch"];
/// With these a denial begins that another one turns round.
const FIRST: [&str; 4] = ["niet", "geen", "nooit", "nimmer"];
/// Words with which a new statement begins.
const BORDERS: [&str; 7] = ["en", "maar", "of", "want", "dat", "die", "als"];
/// Begin with `on` and deny nothing, or not any more.
const NO_DENIAL: [&str; 12] = [
    "ongeveer", "ongeluk", "ongelukken", "ongeval", "ongevallen", "onlangs", "onrust", "onderwijs", "onder", "ondanks", "onthouden", "ongelukkig",
];
/// Deny, with a `t` after `on` that is part of the word.
const DENIALS_WITH_T: [&str; 3] = ["ontevreden", "onterecht", "ontoegankelijk"];
const SHORTEST_REST: usize = 4;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        for clause in statements(sentence, &part.block.text) {
            let Some(words) = two_negations(sentence, clause) else { continue };
            let pair = [words.start, words.end - 1].map(|at| sentence.words[at].lower.as_str());
            found.push(Finding {
                block: part.number,
                range: sentence.bytes(words.clone()),
                weight: Weight::Fault,
                message: format!("hier staan twee ontkenningen: `{}` en `{}`", pair[0], pair[1]),
                help: "zeg wat wél geldt".to_owned(),
            });
        }
    }
    found
}

fn statements(sentence: &Sentence, text: &str) -> Vec<Range<usize>> {
    let mut statements = Vec::new();
    for clause in sentence.clauses(text) {
        let mut start = clause.start;
        for at in clause.clone().filter(|at| BORDERS.contains(&sentence.words[*at].lower.as_str())) {
            statements.push(start..at);
            start = at + 1;
        }
        statements.push(start..clause.end);
    }
    statements
}

fn two_negations(sentence: &Sentence, clause: Range<usize>) -> Option<Range<usize>> {
    let word = |at: usize| sentence.words[at].lower.as_str();
    // `niets zonder uw toestemming` and `zonder uw ja mag het niet` are good Dutch.
    let first = clause.clone().find(|at| FIRST.contains(&word(*at)))?;
    let second = (first + 1..clause.end).find(|at| NO.contains(&word(*at)) || word(*at) == "zonder" || denies(word(*at)))?;
    // `geen uitleg krijgt niemand` has two; `niet of nauwelijks` and `niet, nooit` are one thing said twice.
    Some(first..second + 1)
}

/// `onduidelijk`, `onveilige`.
fn denies(word: &str) -> bool {
    if DENIALS_WITH_T.iter().any(|denial| word.starts_with(denial)) {
        return true;
    }
    let Some(rest) = word.strip_prefix("on").filter(|_| !NO_DENIAL.contains(&word)) else { return false };
    let is_other_word = rest.starts_with('t') || rest.starts_with("der");
    let bare = rest.strip_suffix('e').unwrap_or(rest);
    !is_other_word && rest.len() >= SHORTEST_REST && (is_listed(rest) || is_listed(bare))
}
