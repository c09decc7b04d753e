//! A hard term of the glossary that the page does not explain.

use crate::check::plain::document::Document;
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::lexicon::is_known_to_all;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    if !document.shows_links() {
        return Vec::new();
    }
    document
        .unexplained_terms()
        .filter(|(block, range, _)| is_hard(document.parts[*block].text(range)))
        .map(|(block, range, term)| Finding {
            block,
            weight: Weight::Fault,
            message: format!("de term `{}` heeft geen uitleg op deze pagina", document.parts[block].text(&range)),
            help: format!("leg `{term}` uit bij het eerste gebruik, of link naar de woordenlijst"),
            range,
        })
        .collect()
}

/// Words that everybody knows need no explanation, also when the glossary has them. Nor do names, such as `Juridisch Loket`.
fn is_hard(term: &str) -> bool {
    term.split(' ').any(|word| !is_name(word) && !is_known_to_all(&word.to_lowercase()))
}

/// One capital and then small letters; at the start of a sentence a term looks the same, and is told at its next use.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}
