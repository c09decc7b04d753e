//! A page that does not speak to its reader, or in two ways.

use crate::check::plain::block::BlockKind;
use crate::check::plain::document::{Document, Part, Sentence};
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::token::Word;

/// After so many words without `u` or `je` a reader is out of sight.
const LONG: usize = 100;
const FORMAL: [&str; 3] = ["u", "uw", "uzelf"];
const FAMILIAR: [&str; 7] = ["je", "jij", "jou", "jouw", "jullie", "jezelf", "jouwe"];

/// First words of a sentence that asks the reader to do something.
const ASKS: [&str; 24] = [
    "bel", "vraag", "lees", "kijk", "neem", "schrijf", "zeg", "let", "ga", "stuur", "vertel", "denk", "maak", "geef", "zoek", "bewaar", "noem",
    "praat", "probeer", "zorg", "vul", "leg", "doe", "spreek",
];

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = silences(document);
    found.extend(mixed(document));
    found
}

/// Every stretch of a hundred words in which nobody is spoken to.
fn silences(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut words = 0;
    let mut begin: Option<(&Part<'_>, &Sentence)> = None;
    for (part, sentence) in document.sentences() {
        // A table speaks for itself.
        if part.block.kind == BlockKind::Cell {
            continue;
        }
        begin = begin.or(Some((part, sentence)));
        words += sentence.words.len();
        if speaks_to_reader(sentence) {
            (words, begin) = (0, None);
        } else if words >= LONG {
            found.extend(begin.map(|(part, sentence)| Finding {
                block: part.number,
                range: sentence.range.clone(),
                weight: Weight::Warning,
                message: format!("vanaf hier staan {words} woorden zonder `u`"),
                help: "spreek de ouder aan met `u`".to_owned(),
            }));
            (words, begin) = (0, None);
        }
    }
    found
}

/// `u`, `je`, or a sentence that asks the reader to do something: `Bel de gemeente`.
fn speaks_to_reader(sentence: &Sentence) -> bool {
    let asks = sentence.words.first().is_some_and(|first| is_in(&ASKS, first));
    asks || sentence.words.iter().any(|word| is_in(&FORMAL, word) || is_in(&FAMILIAR, word))
}

fn is_in(list: &[&str], word: &Word) -> bool {
    list.contains(&word.lower.as_str())
}

/// The first word of the way that is used least. What somebody says between quotation marks does not count.
fn mixed(document: &Document<'_>) -> Option<Finding> {
    let own = |list: &'static [&'static str]| {
        document.sentences().flat_map(move |(part, sentence)| {
            let unquoted = sentence.words.iter().filter(move |word| is_in(list, word) && !is_quoted(part, word));
            unquoted.map(move |word| (part, word))
        })
    };
    let (formal, familiar) = (own(&FORMAL).count(), own(&FAMILIAR).count());
    if formal == 0 || familiar == 0 {
        return None;
    }
    let rare: &'static [&'static str] = if formal < familiar { &FORMAL } else { &FAMILIAR };
    let (part, word) = own(rare).next()?;
    Some(Finding {
        block: part.number,
        range: word.range.clone(),
        weight: Weight::Warning,
        message: format!("hier staat `{}`, en op andere plaatsen `{}`", word.lower, if formal < familiar { "je" } else { "u" }),
        help: "spreek de lezer overal hetzelfde aan: een ouder met `u`, een kind met `je`".to_owned(),
    })
}

fn is_quoted(part: &Part<'_>, word: &Word) -> bool {
    let before = &part.block.text[..word.range.start];
    let open = before.matches(['‘', '“']).count();
    let closed = before.matches('”').count() + before.match_indices('’').filter(|(at, _)| closes(before, *at)).count();
    open > closed
}

/// `’` between letters is an apostrophe: `foto’s`.
fn closes(text: &str, at: usize) -> bool {
    !text[at + '’'.len_utf8()..].chars().next().is_some_and(char::is_alphabetic)
}
