//! What a sentence is made of, for weighing it: its words, its neighbours, meanings in their order, and what is denied.
//!
//! A word that no example used still has a meaning (`betekenis.txt`), and so has its place: a duty before `u`, a `niet`
//! before a refusal. So a new sentence resembles an old one without sharing its words. A clause with a `niet` in it says the
//! opposite of the same clause without, wherever the `niet` stands: therefore its words and meanings are also noted as denied.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::excuse::SHORT_QUOTATION;
use super::lexicon::{Class, Lexicon};
use super::sentences::Sentence;

/// The meanings, as broad classes of words.
static MEANINGS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(include_str!("betekenis.txt")));

/// So far apart two meanings still say something together, in words.
const REACH: usize = 6;

/// Words that turn their clause around.
const DENIALS: &[&str] = &["niet", "geen", "nooit", "niemand", "niets", "zonder", "hoeft", "hoeven", "nergens", "niks"];

/// One thing that is true of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Trait {
    /// How it is known: `mot`, `u_mot`, `#moet>meedoen`.
    pub(super) name: String,
    /// The words that make it, numbered in the sentence: one or two places.
    pub(super) words: [usize; 2],
}

/// Who can press or be pressed, and to what: a sentence about none of them presses nobody.
const SUBJECTS: &[&str] = &[
    "u",
    "ouder",
    "kind",
    "wij",
    "zij",
    "instantie",
    "rechter",
    "raad",
    "gezag",
    "hulp",
    "meedoen",
    "weigeren",
    "ots",
    "drang",
    "raadgever",
    "dossier",
    "gevolg",
    "tekenen",
];

/// Whether a sentence is about people or about help.
pub(super) fn is_about_help(sentence: &Sentence) -> bool {
    let subjects: Vec<Class> = SUBJECTS.iter().filter_map(|name| MEANINGS.class(name)).collect();
    let is_subject = |form: &str| MEANINGS.classes(form).iter().any(|class| subjects.contains(class));
    sentence.words.iter().any(|word| is_subject(&word.form))
}

/// A word as its traits see it.
struct Token {
    stem: String,
    meanings: Vec<Class>,
    /// Whether its clause says that something is not so.
    denied: bool,
}

/// All traits of a sentence; a trait that is there twice is named once.
pub(super) fn traits(sentence: &Sentence) -> Vec<Trait> {
    let (places, tokens) = tokens(sentence);
    let mut found = Vec::new();
    of_words(&tokens, &mut found);
    of_meanings(&tokens, &mut found);
    of_clauses(&tokens, &mut found);
    if sentence.words.iter().any(|word| word.quoted > 0) {
        found.push(Trait { name: "‘".to_owned(), words: [0, 0] });
    }
    for one in &mut found {
        one.words = one.words.map(|at| places.get(at).copied().unwrap_or_default());
    }
    found.sort_by(|one, other| one.name.cmp(&other.name).then(one.words.cmp(&other.words)));
    found.dedup_by(|later, first| later.name == first.name);
    found
}

/// What is said, each with the number of its word. Not the words of a longer quotation: those are of somebody else.
fn tokens(sentence: &Sentence) -> (Vec<usize>, Vec<Token>) {
    let denied: BTreeSet<usize> =
        sentence.words.iter().filter(|word| DENIALS.contains(&word.form.as_str())).map(|word| word.clause).collect();
    let own = sentence.words.iter().enumerate().filter(|(_, word)| word.quoted <= SHORT_QUOTATION);
    let words = own.map(|(at, word)| (at, token(&word.form, denied.contains(&word.clause))));
    let mark = sentence.question.then(|| (sentence.words.len().saturating_sub(1), token("?", false)));
    words.chain(mark).unzip()
}

fn token(form: &str, denied: bool) -> Token {
    Token { stem: stem(form), meanings: MEANINGS.classes(form), denied }
}

/// Every meaning as denied or as said, and every word that is denied.
fn of_clauses(tokens: &[Token], found: &mut Vec<Trait>) {
    for (at, token) in tokens.iter().enumerate() {
        let side = if token.denied { '-' } else { '+' };
        found.extend(token.meanings.iter().map(|meaning| Trait { name: format!("{side}#{meaning}"), words: [at; 2] }));
        if token.denied {
            found.push(Trait { name: format!("-{}", token.stem), words: [at; 2] });
        }
    }
}

/// Words, pairs of neighbours, and pairs with one word between them; `^` and `$` are the ends of the sentence.
fn of_words(tokens: &[Token], found: &mut Vec<Trait>) {
    let last = tokens.len().saturating_sub(1);
    let stem = |at: usize| match at {
        0 => "^",
        at if at > tokens.len() => "$",
        at => tokens[at - 1].stem.as_str(),
    };
    // Places count from 1 here, because the beginning of the sentence is place 0.
    let place = |at: usize| at.saturating_sub(1).min(last);
    for at in 0..tokens.len() + 2 {
        found.push(Trait { name: stem(at).to_owned(), words: [place(at); 2] });
        if at <= tokens.len() {
            found.push(Trait { name: format!("{}_{}", stem(at), stem(at + 1)), words: [place(at), place(at + 1)] });
        }
        if at < tokens.len() {
            found.push(Trait { name: format!("{}_*_{}", stem(at), stem(at + 2)), words: [place(at), place(at + 2)] });
        }
    }
}

/// Meanings, meanings in their order, and a word beside a meaning.
fn of_meanings(tokens: &[Token], found: &mut Vec<Trait>) {
    for (at, token) in tokens.iter().enumerate() {
        for meaning in &token.meanings {
            found.push(Trait { name: format!("#{meaning}"), words: [at; 2] });
            for (later, other) in tokens.iter().enumerate().take(at + REACH + 1).skip(at + 1) {
                let pairs = other.meanings.iter().map(|other| format!("#{meaning}>{other}"));
                found.extend(pairs.map(|name| Trait { name, words: [at, later] }));
            }
            if let Some(next) = tokens.get(at + 1) {
                found.push(Trait { name: format!("#{meaning}>{}", next.stem), words: [at, at + 1] });
            }
        }
        for meaning in tokens.get(at + 1).map_or(&[][..], |next| &next.meanings) {
            found.push(Trait { name: format!("{}>#{meaning}", token.stem), words: [at, at + 1] });
        }
    }
}

/// A word without its ending, roughly: `werken`, `werkt` and `werk` are one. Rough is enough, because it is the same
/// for the examples and for the text.
fn stem(form: &str) -> String {
    if !form.chars().all(char::is_alphabetic) {
        return form.to_owned();
    }
    let mut letters: Vec<char> = form.chars().collect();
    letters.dedup();
    for ending in ["en", "t", "e", "s"] {
        let left = letters.len().saturating_sub(ending.len());
        if left >= 3 && letters[left..].iter().copied().eq(ending.chars()) {
            letters.truncate(left);
        }
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{stem, traits};
    use crate::check::language::sentences::sentences;

    fn names(text: &str) -> Vec<String> {
        traits(&sentences(text)[0]).into_iter().map(|one| one.name).collect()
    }

    #[test]
    fn forms_of_one_word_are_one_stem() {
        assert_eq!(stem("werken"), stem("werkt"));
        assert_eq!(stem("werken"), stem("werk"));
        assert_eq!(stem("zitten"), stem("zit"));
    }

    #[test]
    fn other_words_with_the_same_meaning_in_the_same_order_share_traits() {
        let one = names("U moet verschijnen.");
        let other = names("Ouders dienen mee te doen.");
        assert!(one.iter().any(|name| name.starts_with('#') && name.contains('>') && other.contains(name)), "{one:?}");
    }

    #[test]
    fn a_sentence_about_neither_people_nor_help_is_known() {
        let about_help = |text: &str| super::is_about_help(&sentences(text)[0]);
        assert!(about_help("Het wijkteam beslist.") && about_help("Van afzien van hulp kan geen sprake zijn."));
        assert!(!about_help("Dit is een zin van acht gewone korte woorden."));
    }

    #[test]
    fn what_somebody_else_says_is_no_trait_but_a_word_between_quotation_marks_is() {
        let quoted = names("Soms horen ouders ‘werk mee of het gaat mis’, en dat mag niet.");
        assert!(!quoted.contains(&stem("werk")) && quoted.contains(&stem("ouders")), "{quoted:?}");
        assert!(names("Dit is uw ‘laatste kans’ bij ons.").contains(&stem("kans")));
    }

    #[test]
    fn a_clause_with_a_denial_and_one_without_it_have_other_traits() {
        let denied = names("U hoeft niet te komen, want wij vragen alleen iets.");
        assert!(denied.contains(&format!("-{}", stem("komen"))), "{denied:?}");
        assert!(!denied.contains(&format!("-{}", stem("vragen"))), "{denied:?}");
    }

    #[test]
    fn a_question_and_a_quotation_are_traits() {
        assert!(names("Moet ik komen?").contains(&"?".to_owned()));
        assert!(names("Zij zeggen ‘u moet komen’.").contains(&"‘".to_owned()));
    }
}
