//! `landelijk-getal` (U-22, N-71): nobody counts how often this happens, so a number of families is a guess.

use super::Grounds;
use super::rule::{Claim, TruthRule};
use super::sentence::place;
use crate::check::text::sentences;

/// The rule.
pub(super) const RULE: TruthRule = TruthRule { name: "landelijk-getal", page: include_str!("landelijk_getal.md"), find };

/// Whom such a number counts.
const COUNTED: &[&str] = &["gezinnen", "kinderen", "ouders", "jongeren"];
/// A smaller number is an age, a term or a seat at the table.
const FEWEST: u32 = 100;

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let shared = grounds.prose.iter().filter(|file| grounds.files.path(file.file).starts_with("content"));
    let mut claims = Vec::new();
    for block in shared.flat_map(|file| &file.blocks) {
        let text = &block.prose.text;
        let counting = sentences(text).into_iter().filter(|range| counts_people(&text[range.clone()]));
        claims.extend(counting.map(|range| Claim {
            place: place(&block.prose, &range),
            message: "hier staat een aantal, en niemand telt hoe vaak dit gebeurt (U-22)".to_owned(),
            help: "laat het getal weg, of schrijf ‘Hoe vaak dit gebeurt, is niet bekend.’".to_owned(),
        }));
    }
    claims
}

fn counts_people(sentence: &str) -> bool {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let next = pair[1].trim_matches(|letter: char| !letter.is_alphanumeric());
        is_large(pair[0]) && COUNTED.contains(&next) || is_share(pair[0], next)
    })
}

fn is_large(word: &str) -> bool {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let is_number = word.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    is_number && digits.parse::<u32>().is_ok_and(|number| number >= FEWEST)
}

fn is_share(word: &str, next: &str) -> bool {
    let starts_with_digit = word.starts_with(|letter: char| letter.is_ascii_digit());
    starts_with_digit && (word.ends_with('%') || next == "procent")
}
