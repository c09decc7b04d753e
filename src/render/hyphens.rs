//! Soft hyphens: long Dutch words are the main reflow bug on a narrow screen (`docs/decisions/0004-soft-hyphens.md`).

use std::collections::BTreeMap;

/// Where a word may break without being seen when it does not.
const SOFT_HYPHEN: char = '\u{AD}';

/// The text with soft hyphens inside the words of the list. `breaks` has words in lower case with byte places.
pub(crate) fn hyphenate(text: &str, breaks: &BTreeMap<String, Vec<usize>>) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut word = String::new();
    for letter in text.chars() {
        if letter.is_alphabetic() {
            word.push(letter);
        } else {
            push_word(&mut out, &word, breaks);
            word.clear();
            out.push(letter);
        }
    }
    push_word(&mut out, &word, breaks);
    out
}

fn push_word(out: &mut String, word: &str, breaks: &BTreeMap<String, Vec<usize>>) {
    let lower = word.to_lowercase();
    let places = breaks.get(&lower).filter(|_| lower.len() == word.len());
    for (index, letter) in word.char_indices() {
        if places.is_some_and(|places| places.contains(&index)) {
            out.push(SOFT_HYPHEN);
        }
        out.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::hyphenate;

    #[test]
    fn a_long_word_may_break_also_with_a_capital() {
        let breaks = BTreeMap::from([("kinderrechter".to_owned(), vec![6])]);
        assert_eq!(hyphenate("De Kinderrechter.", &breaks), "De Kinder\u{AD}rechter.");
    }
}
