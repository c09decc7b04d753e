//! A word that many readers do not know and that nobody explains to them.

use crate::check::plain::document::{Document, Part, as_number};
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::lexicon::is_known_or_compound;
use crate::check::plain::score::MINIMUM_WORDS;
use crate::check::plain::token::{TermMark, Word, WordKind};

/// More than this share of the words is a fault.
const MANY: f64 = 0.05;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let words = || document.sentences().flat_map(|(part, sentence)| sentence.words.iter().map(move |word| (part, word)));
    let unknown: Vec<(&Part<'_>, &Word)> = words().filter(|(_, word)| is_unknown(word)).collect();
    let all = words().count();
    let many = all >= MINIMUM_WORDS && as_number(unknown.len()) / as_number(all) > MANY;
    let finding = |(number, (part, word)): (usize, (&Part<'_>, &Word))| Finding {
        block: part.number,
        range: word.range.clone(),
        // One fault for the page: its first unknown word carries it.
        weight: if many && number == 0 { Weight::Fault } else { Weight::Tip },
        message: format!("`{}` kennen veel lezers niet", part.text(&word.range)),
        help: "kies een gewoon woord, of leg het uit".to_owned(),
    };
    unknown.into_iter().enumerate().map(finding).collect()
}

/// A term of the glossary has a rule of its own.
pub(super) fn is_unknown(word: &Word) -> bool {
    word.kind == WordKind::Common && word.term == TermMark::None && word.parts().any(|part| !is_known_or_compound(part))
}
