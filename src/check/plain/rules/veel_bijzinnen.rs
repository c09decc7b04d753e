//! A sentence with clauses inside it.

use crate::check::plain::document::{Document, Sentence};
use crate::check::plain::hit::{Finding, Weight};

/// Words that always begin a clause.
const SURE: [&str; 14] = [
    "als", "omdat", "wanneer", "terwijl", "hoewel", "nadat", "voordat", "zodat", "doordat", "totdat", "zolang", "zodra", "waarin", "waarmee",
];
/// Words that begin a clause that is hard to follow: one is enough.
const HARD: [&str; 14] = [
    "waarbij", "waardoor", "waaronder", "waarna", "hetgeen", "tenzij", "mits", "aangezien", "indien", "teneinde", "alvorens", "opdat", "ofschoon",
    "alsmede",
];

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    document
        .sentences()
        .filter_map(|(part, sentence)| {
            let (clauses, hard) = count(sentence, &part.block.text);
            (clauses >= 2 || hard).then(|| Finding {
                block: part.number,
                range: sentence.range.clone(),
                weight: Weight::Warning,
                message: match clauses {
                    1 => "in deze zin zit een lastige bijzin".to_owned(),
                    many => format!("in deze zin zitten {many} bijzinnen"),
                },
                help: "zet elk idee in een eigen zin".to_owned(),
            })
        })
        .collect()
}

/// How many clauses, and whether one of them is hard.
fn count(sentence: &Sentence, text: &str) -> (usize, bool) {
    let lower = |at: usize| sentence.words[at].lower.as_str();
    let hard = (0..sentence.words.len()).filter(|at| HARD.contains(&lower(*at))).count();
    let sure = (0..sentence.words.len()).filter(|at| SURE.contains(&lower(*at))).count();
    let after_comma = (1..sentence.words.len()).filter(|at| {
        let between = &text[sentence.words[at - 1].range.end..sentence.words[*at].range.start];
        matches!(lower(*at), "dat" | "die" | "wat" | "of") && between.contains(',')
    });
    let after_verb = (1..sentence.words.len()).filter(|at| {
        let asks = matches!(
            lower(at - 1),
            "zegt" | "zeggen" | "vindt" | "vinden" | "denkt" | "denken" | "weet" | "weten" | "vraagt" | "beslist" | "zodanig" | "blijkt" | "betekent"
        );
        matches!(lower(*at), "dat" | "of") && asks
    });
    (hard + sure + after_comma.count() + after_verb.count(), hard > 0)
}
