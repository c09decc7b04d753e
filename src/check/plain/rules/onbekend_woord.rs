//! A word that many readers do not know and that nobody explains to them.

use std::collections::BTreeSet;

use crate::check::plain::document::{Document, Part, Sentence, as_number};
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::lexicon::is_known_or_compound;
use crate::check::plain::score::MINIMUM_WORDS;
use crate::check::plain::token::{TermMark, Word, WordKind};

/// More than this share of the words is a fault.
const MANY: f64 = 0.05;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let words = || document.sentences().flat_map(|(part, sentence)| (0..sentence.words.len()).map(move |at| (part, sentence, at)));
    let explained: BTreeSet<&str> = words()
        .filter(|(part, sentence, at)| is_explained_here(part, sentence, *at))
        .map(|(_, sentence, at)| sentence.words[at].lower.as_str())
        .collect();
    let unknown: Vec<(&Part<'_>, &Word)> = words()
        .map(|(part, sentence, at)| (part, &sentence.words[at]))
        .filter(|(part, word)| is_unknown(word) && !is_named_by_letters(part, word))
        .filter(|(_, word)| !explained.contains(word.lower.as_str()))
        .collect();
    let all = words().count();
    let many = all >= MINIMUM_WORDS && as_number(unknown.len()) / as_number(all) > MANY;
    let mut told = BTreeSet::new();
    let first_uses = unknown.into_iter().filter(|(_, word)| told.insert(word.lower.as_str()));
    let finding = |(number, (part, word)): (usize, (&Part<'_>, &Word))| Finding {
        block: part.number,
        range: word.range.clone(),
        // One fault for the page: its first unknown word carries it.
        weight: if many && number == 0 { Weight::Fault } else { Weight::Warning },
        message: format!("`{}` kennen veel lezers niet", part.text(&word.range)),
        help: "kies een gewoon woord, of leg het uit".to_owned(),
    };
    first_uses.enumerate().map(finding).collect()
}

/// `JB-plein`, `post-OTS`: the part that nobody knows is made of capitals, and has a rule of its own.
fn is_named_by_letters(part: &Part<'_>, word: &Word) -> bool {
    let parts = part.text(&word.range).split(['-', '/']);
    let small = parts.filter(|letters| !letters.chars().all(char::is_uppercase));
    small.map(str::to_lowercase).all(|letters| is_known_or_compound(&letters))
}

/// The text says at once what the word means, or leads to it: `de verordening: de regels van de gemeente`, `een berisping. Dat is …`, `dat heet …`.
fn is_explained_here(part: &Part<'_>, sentence: &Sentence, at: usize) -> bool {
    let word = &sentence.words[at];
    if part.block.glossary_links.iter().any(|link| link.start < word.range.end && word.range.start < link.end) {
        return true;
    }
    let after = part.block.text[word.range.end..].trim_start_matches(['’', '\'', '”', '"']).trim_start();
    let named = ["heet", "heten", "heette", "noemt", "noemen", "noemde", "betekent", "betekenen", "oftewel"];
    let in_brackets = after.strip_prefix('(').and_then(|inside| inside.split_once(')'));
    let is_last = at + 1 == sentence.words.len();
    after.starts_with(": ")
        || in_brackets.is_some_and(|(inside, _)| inside.split_whitespace().count() >= 2)
        || sentence.words.iter().any(|other| named.contains(&other.lower.as_str()))
        || (is_last && part.sentences.iter().find(|next| next.range.start > sentence.range.start).is_some_and(points_back))
}

/// `Dat is …`, `Dat betekent …`.
fn points_back(sentence: &Sentence) -> bool {
    let lower = |at: usize| sentence.words.get(at).map_or("", |word| word.lower.as_str());
    matches!(lower(0), "dat" | "dit") && matches!(lower(1), "is" | "zijn" | "betekent")
}

/// A term of the glossary has a rule of its own.
pub(super) fn is_unknown(word: &Word) -> bool {
    word.kind == WordKind::Common && word.term == TermMark::None && word.parts().any(|part| !is_known_or_compound(part))
}
