//! Sentences that do not say who acts: a form of `worden` with a participle.

use std::ops::Range;

use super::lexicon::base_forms;
use super::lists;
use super::token::{Word, WordKind};

/// How many words may stand between `worden` and its participle.
const REACH: usize = 14;

/// Words of each passive: the form of `worden` and its participle, in the order in which they stand.
pub(super) fn passives(words: &[Word]) -> Vec<Range<usize>> {
    let mut taken = vec![false; words.len()];
    let mut found = Vec::new();
    for (at, _) in words.iter().enumerate().filter(|(_, word)| is_form_of_worden(&word.lower)) {
        let first = at.saturating_sub(REACH);
        let last = (at + REACH).min(words.len().saturating_sub(1));
        let near = (first..=last).filter(|place| *place != at && !taken[*place] && is_participle(&words[*place]));
        if let Some(participle) = near.min_by_key(|place| place.abs_diff(at)) {
            taken[participle] = true;
            found.push(at.min(participle)..at.max(participle) + 1);
        }
    }
    found
}

fn is_form_of_worden(word: &str) -> bool {
    matches!(word, "worden" | "wordt" | "word" | "werd" | "werden" | "geworden")
}

/// Whether a word has the form of a past participle and is not on the list of words that only look so.
pub(super) fn is_participle(word: &Word) -> bool {
    let lower = word.lower.as_str();
    if word.kind != WordKind::Common || is_excluded(lower) {
        return false;
    }
    lists::is_strong_participle(lower) || has_ge(lower) || is_weak_with_prefix(lower)
}

fn is_excluded(word: &str) -> bool {
    let is_noun = word.ends_with("heid") || word.ends_with("geworden");
    is_noun
        || lists::is_other_verb_form(word)
        || lists::is_no_participle(word)
        || base_forms(word).iter().any(|form| lists::is_no_participle(form))
}

/// `gevraagd`, `opgehaald`, `gesproken`.
fn has_ge(word: &str) -> bool {
    const SEPARABLE: [&str; 26] = [
        "", "aan", "achter", "af", "bij", "binnen", "door", "in", "langs", "mee", "na", "neer", "om", "op", "over", "samen",
        "tegen", "terug", "thuis", "toe", "uit", "vast", "voor", "voort", "weg", "goed",
    ];
    SEPARABLE
        .iter()
        .filter_map(|first| word.strip_prefix(first)?.strip_prefix("ge"))
        .any(|rest| rest.len() >= 3 && (rest.ends_with('d') || rest.ends_with('t') || rest.ends_with("en")))
}

/// `bepaald`, `verplicht`, `ontkend`: no `ge-`. After a vowel a `t` belongs to the present: `besluit`.
fn is_weak_with_prefix(word: &str) -> bool {
    let prefixed = ["be", "ver", "ont", "her", "er", "mis"].iter().any(|prefix| word.starts_with(prefix));
    let voiceless = ["kt", "ft", "st", "cht", "pt"].iter().any(|end| word.ends_with(end));
    prefixed && word.len() >= 6 && (word.ends_with('d') || voiceless)
}

#[cfg(test)]
mod tests {
    use crate::check::plain::token::words;

    fn count(text: &str) -> usize {
        super::passives(&words(text)).len()
    }

    #[test]
    fn worden_with_a_participle_is_a_passive() {
        assert_eq!(count("het plan wordt door de rechter bepaald"), 1);
        assert_eq!(count("als de hulp gegeven wordt en kosten worden betaald"), 2);
        assert_eq!(count("dat werd opgehaald"), 1);
    }

    #[test]
    fn becoming_something_is_no_passive() {
        assert_eq!(count("uw kind wordt morgen 18 jaar"), 0);
        assert_eq!(count("de zorgen worden groot en het gesprek wordt bekend"), 0);
        assert_eq!(count("de rechter bepaalt het en betaalt dat"), 0);
        assert_eq!(count("het wordt duur als u dit niet kunt doorgeven en niemand hulp geeft"), 0);
    }
}
