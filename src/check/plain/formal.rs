//! Formal words with what to write instead: one list for the score and for the rule.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::lists::entries;
use super::token::Word;

/// A formal word or phrase.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Formal {
    words: Vec<&'static str>,
    /// What to write, in words of an editor: `als`, `wie, wat`.
    pub(super) plain: &'static str,
    /// It belongs to the law or to letters, and hardly ever to talk.
    pub(super) is_fault: bool,
    /// It makes a text harder in the score too. The others also stand on clear public pages.
    pub(super) counts: bool,
}

/// A formal phrase in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FormalUse {
    /// Words of the sentence.
    pub(super) words: Range<usize>,
    pub(super) formal: &'static Formal,
}

/// By first word, longest first.
static FORMAL: LazyLock<BTreeMap<&'static str, Vec<Formal>>> = LazyLock::new(|| {
    let mut list: BTreeMap<&str, Vec<Formal>> = BTreeMap::new();
    for formal in entries(include_str!("words/vervangen.txt")).map(parse) {
        list.entry(formal.words[0]).or_default().push(formal);
    }
    for same_start in list.values_mut() {
        same_start.sort_by_key(|formal| std::cmp::Reverse(formal.words.len()));
    }
    list
});

fn parse(line: &'static str) -> Formal {
    let (phrase, plain) = line.split_once(" = ").expect("our own list has a plain word on each line");
    let bare = phrase.trim_start_matches(['!', '~']);
    Formal { words: bare.split(' ').collect(), plain, is_fault: phrase.starts_with('!'), counts: !phrase.starts_with('~') }
}

/// The formal words of a sentence of `text`, in order; the longest phrase counts once.
pub(super) fn formal_uses(text: &str, words: &[Word]) -> Vec<FormalUse> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match formal_at(&words[at..]).filter(|_| !asks(text, words, at)) {
            Some(formal) => {
                found.push(FormalUse { words: at..at + formal.words.len(), formal });
                at += formal.words.len();
            }
            None => at += 1,
        }
    }
    found
}

/// `welke` asks in `welke hulp wilt u?`, and is formal in `de regels, welke gelden`.
fn asks(text: &str, words: &[Word], at: usize) -> bool {
    let is_which = matches!(words[at].lower.as_str(), "welke" | "welk");
    let after_comma = at > 0 && text[words[at - 1].range.end..words[at].range.start].contains(',');
    is_which && !after_comma
}

fn formal_at(words: &[Word]) -> Option<&'static Formal> {
    let same_start = FORMAL.get(words[0].lower.as_str())?;
    same_start.iter().find(|formal| {
        words.len() >= formal.words.len() && formal.words.iter().zip(words).all(|(expected, word)| *expected == word.lower)
    })
}

#[cfg(test)]
mod tests {
    use super::{FORMAL, formal_uses};
    use crate::check::plain::token::words;

    #[test]
    fn the_longest_phrase_counts_once() {
        assert_eq!(plain("Indien u met betrekking tot het plan iets vraagt"), ["als", "over"]);
    }

    #[test]
    fn a_question_with_welke_is_not_formal() {
        assert_eq!(plain("Vraag welke hulp er is"), Vec::<String>::new());
        assert_eq!(plain("de regels, welke hier gelden"), ["die of dat"]);
    }

    fn plain(text: &str) -> Vec<String> {
        formal_uses(text, &words(text)).iter().map(|one| one.formal.plain.replace(", ", " of ")).collect()
    }

    #[test]
    fn a_word_of_clear_pages_is_a_remark_and_does_not_count() {
        let counted = |text: &str| formal_uses(text, &words(text)).iter().filter(|one| one.formal.counts).count();
        assert_eq!(plain("U ontvangt een brief"), ["krijgt"]);
        assert_eq!((counted("U ontvangt een brief"), counted("Indien u belt")), (0, 1));
    }

    #[test]
    fn the_list_has_at_least_one_hundred_and_fifty_pairs() {
        assert!(FORMAL.values().flatten().filter(|formal| formal.counts).count() >= 150);
    }
}
