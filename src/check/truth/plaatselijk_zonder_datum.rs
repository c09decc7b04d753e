//! `plaatselijk-zonder-datum` (L-37): the shared text says what one municipality does, without a year.

use super::Grounds;
use super::rule::{Claim, TruthRule};
use super::sentence::{has_year, neighbours, place};
use crate::check::text::sentences;

/// The rule.
pub(super) const RULE: TruthRule =
    TruthRule { name: "plaatselijk-zonder-datum", page: include_str!("plaatselijk_zonder_datum.md"), find };

/// Units of a term.
const TERMS: &[&str] = &["dag", "dagen", "week", "weken", "maand", "maanden", "jaar"];

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let names: Vec<&str> = grounds.model.municipalities.iter().map(|one| one.name.as_str()).collect();
    // Files of municipalities have their day beside every value: the types see to that.
    let shared = grounds.prose.iter().filter(|file| grounds.files.path(file.file).starts_with("content"));
    let mut claims = Vec::new();
    for file in shared {
        for (index, block) in file.blocks.iter().enumerate() {
            let text = &block.prose.text;
            for range in sentences(text) {
                let sentence = &text[range.clone()];
                let named = if has_term(sentence) { names.iter().find(|name| names_place(sentence, name)) } else { None };
                if let Some(name) = named.filter(|_| !has_year(&neighbours(file, index))) {
                    claims.push(Claim {
                        place: place(&block.prose, &range),
                        message: format!("dit is een termijn van {name}, en er staat geen jaar bij"),
                        help: "zet de termijn in het bestand van de gemeente, met `peildatum:` en `bron:`".to_owned(),
                    });
                }
            }
        }
    }
    claims
}

/// A number and a unit: `6 weken`.
fn has_term(sentence: &str) -> bool {
    let words: Vec<&str> =
        sentence.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric())).collect();
    words.windows(2).any(|pair| pair[0].parse::<u16>().is_ok() && TERMS.contains(&pair[1]))
}

/// The name as a place: behind `in`, `van`, `gemeente`. Many names are also common words.
fn names_place(sentence: &str, name: &str) -> bool {
    let before = ["in ", "In ", "van ", "gemeente ", "regio "];
    before.iter().any(|word| {
        let found = sentence.find(&format!("{word}{name}")).map(|at| at + word.len() + name.len());
        found.is_some_and(|end| !sentence[end..].starts_with(char::is_alphanumeric))
    })
}
