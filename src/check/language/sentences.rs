//! From text to sentences, clauses and words, each with its place.

use std::ops::Range;

use super::lexicon::{Class, Lexicon};
use crate::check::text;

/// A word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Bytes of the text.
    pub(super) range: Range<usize>,
    /// Small letters, without accents: `één` is `een`.
    pub(super) form: String,
    /// As written.
    pub(super) capital: bool,
    /// Classes of the word, also together with its particle.
    pub(super) classes: Vec<Class>,
    /// Number of the clause inside the sentence.
    pub(super) clause: usize,
    /// Length in words of the quotation in which it stands; 0 outside one.
    pub(super) quoted: usize,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Its words.
    pub(super) words: Vec<Word>,
    /// Ends with a question mark.
    pub(super) question: bool,
    /// Ends with a mark, as a title or a label does not.
    pub(super) finished: bool,
}

impl Sentence {
    /// Words of one clause, as numbers of words of the sentence.
    pub(super) fn clause(&self, clause: usize) -> Range<usize> {
        let start = self.words.iter().position(|word| word.clause == clause).unwrap_or(0);
        let length = self.words[start..].iter().take_while(|word| word.clause == clause).count();
        start..start + length
    }

    /// Number of clauses.
    pub(super) fn clauses(&self) -> usize {
        self.words.last().map_or(0, |word| word.clause + 1)
    }
}

/// Words that begin a clause wherever they stand.
const OPENERS: &[&str] = &[
    "als", "indien", "wanneer", "zodra", "zolang", "tenzij", "mits", "omdat", "doordat", "terwijl", "hoewel", "want",
    "maar", "dus", "anders", "zodat", "totdat", "voordat", "nadat", "dan", "mocht", "ongeacht",
];

/// Words after which `en` joins two clauses, not two things.
const NEW_SUBJECTS: &[&str] = &["u", "wij", "we", "dan", "daarom", "dus", "daarna", "anders", "ik"];

/// Reads a text.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let mut sentences: Vec<Sentence> = text::sentences(text).into_iter().map(|range| sentence(text, range)).collect();
    sentences.retain(|sentence| !sentence.words.is_empty());
    sentences
}

fn sentence(text: &str, range: Range<usize>) -> Sentence {
    let written = text[range.clone()].trim_end_matches(|letter: char| "’”\"')".contains(letter) || letter.is_whitespace());
    let (question, finished) = (written.ends_with('?'), written.ends_with(['.', '?', '!', '…']));
    let mut words = words(text, range.clone());
    number_clauses(text, &mut words);
    mark_quotations(text, range, &mut words);
    let mut sentence = Sentence { words, question, finished };
    (0..sentence.clauses()).for_each(|clause| join_particles(&mut sentence, clause));
    sentence
}

fn words(text: &str, range: Range<usize>) -> Vec<Word> {
    let lexicon = Lexicon::dutch();
    let mut found = Vec::new();
    let mut start = None;
    for (offset, letter) in text[range.clone()].char_indices().chain(std::iter::once((range.len(), ' '))) {
        let at = range.start + offset;
        match (start, is_word_letter(text, at, letter)) {
            (None, true) => start = Some(at),
            (Some(first), false) => {
                let written = &text[first..at];
                let form = plain(written);
                let classes = lexicon.classes(&form);
                let capital = written.chars().next().is_some_and(char::is_uppercase);
                found.push(Word { range: first..at, form, capital, classes, clause: 0, quoted: 0 });
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Letters and digits; a hyphen or apostrophe only between them (`oma's`, `niet-coöperatief`).
fn is_word_letter(text: &str, at: usize, letter: char) -> bool {
    if letter.is_alphanumeric() {
        return true;
    }
    let joins = matches!(letter, '-' | '\'' | '’');
    let after = text[at..].chars().nth(1).is_some_and(char::is_alphanumeric);
    let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    joins && before && after
}

/// Small letters without accents and soft hyphens, so that one spelling in a pattern is enough.
fn plain(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| *letter != '\u{ad}')
        .map(|letter| match letter {
            'é' | 'è' | 'ë' | 'ê' => 'e',
            'ï' | 'í' | 'î' => 'i',
            'ö' | 'ó' | 'ô' => 'o',
            'ü' | 'ú' | 'û' => 'u',
            'á' | 'à' | 'ä' | 'â' => 'a',
            '’' => '\'',
            other => other,
        })
        .collect()
}

fn number_clauses(text: &str, words: &mut [Word]) {
    let mut clause = 0;
    for at in 1..words.len() {
        let gap = &text[words[at - 1].range.end..words[at].range.start];
        let joins_clauses =
            words[at].form == "en" && words.get(at + 1).is_some_and(|next| NEW_SUBJECTS.contains(&next.form.as_str()));
        let opens = OPENERS.contains(&words[at].form.as_str()) && !is_comparison(words, at);
        if gap.contains([',', ';', ':', '(', ')', '–', '—', '|']) || joins_clauses || opens {
            clause += 1;
        }
        words[at].clause = clause;
    }
}

/// `meer dan`, `niet anders dan`, `zoals als`, `alleen als`: no new clause.
fn is_comparison(words: &[Word], at: usize) -> bool {
    let before = words[at - 1].form.as_str();
    match words[at].form.as_str() {
        "dan" => matches!(before, "anders" | "minder" | "meer" | "keuze" | "mogelijkheid") || before.ends_with("er"),
        "anders" => {
            matches!(before, "niet" | "iets" | "niets" | "iemand" | "ergens" | "niemand")
                || words.get(at + 1).is_some_and(|next| next.form == "dan")
        }
        "als" => words.get(at + 1).is_some_and(|next| {
            matches!(
                next.form.as_str(),
                "voorwaarde" | "eis" | "weigering" | "toestemming" | "akkoord" | "bewijs" | "ouder" | "ouders"
            )
        }),
        "maar" => matches!(before, "alleen" | "mag") || words.get(at + 1).is_some_and(|next| next.form == "een"),
        _ => false,
    }
}

/// A particle that left its verb (`werkt u niet mee`) gives the verb its class back.
fn join_particles(sentence: &mut Sentence, clause: usize) {
    let range = sentence.clause(clause);
    let lexicon = Lexicon::dutch();
    for at in range.clone() {
        let found: Vec<Class> = lexicon
            .with_particle(&sentence.words[at].form)
            .iter()
            .filter(|(particle, _)| range.clone().any(|other| is_particle(sentence, &range, other, at, particle)))
            .map(|(_, class)| *class)
            .collect();
        sentence.words[at].classes.extend(found);
    }
}

/// A preposition looks like a particle. It is one at the end of its clause, in front of (`te`) the verb, or in front of a
/// real preposition (`schalen op naar`); `mee` always is.
fn is_particle(sentence: &Sentence, clause: &Range<usize>, at: usize, verb: usize, particle: &str) -> bool {
    if sentence.words[at].form != particle {
        return false;
    }
    let before_verb =
        at < verb && verb - at <= 4 && sentence.words[at + 1..verb].iter().all(|word| is_small_verb(&word.form));
    let before_preposition = sentence.words.get(at + 1).is_some_and(is_preposition);
    particle == "mee" || before_verb || (at > verb && (at + 1 == clause.end || before_preposition))
}

fn is_preposition(word: &Word) -> bool {
    Lexicon::dutch().class("voorzetsel").is_some_and(|class| word.classes.contains(&class))
}

fn is_small_verb(form: &str) -> bool {
    matches!(
        form,
        "te" | "moet"
            | "moeten"
            | "kan"
            | "kunnen"
            | "zal"
            | "zullen"
            | "wil"
            | "willen"
            | "mag"
            | "mogen"
            | "wordt"
            | "gaan"
    )
}

/// Notes which words stand between quotation marks, and how many they are.
fn mark_quotations(text: &str, range: Range<usize>, words: &mut [Word]) {
    let mut open: Option<(char, usize)> = None;
    for (offset, letter) in text[range.clone()].char_indices() {
        let at = range.start + offset;
        match open {
            None => open = closing_mark(text, at, letter).map(|close| (close, at)),
            Some((close, start)) if letter == close && !inside_word(text, at) => {
                set_quoted(words, start..at);
                open = None;
            }
            Some(_) => {}
        }
    }
    // The quotation goes on in the next sentence, or its end fell off: all that follows is quoted.
    if let Some((_, start)) = open {
        set_quoted(words, start..range.end);
    }
}

fn set_quoted(words: &mut [Word], range: Range<usize>) {
    let inside = |word: &Word| word.range.start >= range.start && word.range.end <= range.end;
    let length = words.iter().filter(|word| inside(word)).count();
    words.iter_mut().filter(|word| inside(word)).for_each(|word| word.quoted = length);
}

fn inside_word(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let after = text[at..].chars().nth(1).is_some_and(char::is_alphanumeric);
    before && after
}

fn closing_mark(text: &str, at: usize, letter: char) -> Option<char> {
    let at_word_start = !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    match letter {
        '‘' => Some('’'),
        '“' | '„' => Some('”'),
        '«' => Some('»'),
        '"' => Some('"'),
        '\'' if at_word_start => Some('\''),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, sentences};

    fn clauses(text: &str) -> Vec<String> {
        let read = sentences(text);
        let one = read.first().expect("a sentence");
        let join =
            |clause| one.words[one.clause(clause)].iter().map(|word| word.form.as_str()).collect::<Vec<_>>().join(" ");
        (0..one.clauses()).map(join).collect()
    }

    #[test]
    fn sentences_end_at_a_mark_but_not_at_a_short_form() {
        assert_eq!(sentences("Bel bijv. Jeugdstem. Werkt dat? Goed zo!").len(), 3);
        assert_eq!(sentences("Dit duurt o.a. drie weken.").len(), 1);
        assert!(sentences("Werkt u mee?")[0].question);
    }

    #[test]
    fn a_condition_and_its_consequence_are_two_clauses() {
        assert_eq!(clauses("Als u niet meewerkt dan volgt er iets."), ["als u niet meewerkt", "dan volgt er iets"]);
        assert_eq!(clauses("U kunt niet anders dan tekenen."), ["u kunt niet anders dan tekenen"]);
    }

    #[test]
    fn a_verb_that_fell_apart_is_still_that_verb() {
        let class = Lexicon::dutch().class("meedoen").expect("named");
        for text in ["Werkt u niet mee?", "U moet mee gaan werken", "om mee te werken", "U moet het aanbod aannemen."] {
            let read = sentences(text);
            assert!(read[0].words.iter().any(|word| word.classes.contains(&class)), "{text}");
        }
    }

    #[test]
    fn words_between_quotation_marks_know_how_long_the_quotation_is() {
        let read = sentences("Zegt iemand ‘u moet tekenen’? Dat klopt niet.");
        let lengths: Vec<usize> = read[0].words.iter().map(|word| word.quoted).collect();
        assert_eq!(lengths, [0, 0, 3, 3, 3]);
    }
}
