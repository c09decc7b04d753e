//! `zullen` makes a sentence longer and less sure; `dienen te` is how letters say `moeten`.

use crate::check::plain::document::{Document, Sentence};
use crate::check::plain::hit::{Finding, Weight};

const SHALL: [&str; 6] = ["zal", "zult", "zullen", "zou", "zoudt", "zouden"];
const MUST: [&str; 8] = ["dient", "dienen", "diende", "dienden", "behoort", "behoren", "behoorde", "behoorden"];

/// `te` may stand so many words further on: `dient u te tekenen`.
const NEAR: usize = 6;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        for (at, word) in sentence.words.iter().enumerate() {
            let lower = word.lower.as_str();
            let (weight, help) = if SHALL.contains(&lower) {
                (Weight::Tip, "schrijf wat er nu gebeurt, zonder `zullen`: `wij bellen u` in plaats van `wij zullen u bellen`")
            } else if MUST.contains(&lower) && te_follows(sentence, at) {
                (Weight::Warning, "schrijf `moet` als het echt moet")
            } else {
                continue;
            };
            found.push(Finding {
                block: part.number,
                range: word.range.clone(),
                weight,
                message: format!("`{lower}` maakt de zin zwaar"),
                help: help.to_owned(),
            });
        }
    }
    found
}

fn te_follows(sentence: &Sentence, at: usize) -> bool {
    sentence.words.iter().skip(at + 1).take(NEAR).any(|word| word.lower == "te")
}
