//! How many words a text may have. The limits hold for the language in which texts are written first: a translation of
//! the same sentence has more words in one language and fewer in another.

use super::Model;
use super::markup::{Element, Markup, Piece};
use super::problems::Problems;
use crate::diag::{Diagnostic, Span};
use crate::sources::Sources;

/// The summary of a stage.
const SUMMARY_WORDS: usize = 15;
/// A sentence that says when a road is taken.
const ROAD_WORDS: usize = 15;
/// The explanation of a right.
const RIGHT_WORDS: usize = 120;
/// The explanation of a remedy, beside the answers to its questions.
const REMEDY_WORDS: usize = 80;

/// Counts the words of summaries, roads, rights and remedies.
pub(crate) fn check(model: &Model, sources: &Sources, problems: &mut Problems<'_>) {
    let fallback = model.site.fallback;
    let (Some(words), Some(raw)) = (model.words.get(&fallback), sources.words.get(&fallback)) else { return };
    for (key, stage) in &words.stages {
        let document = &raw.stages[key];
        let span = document.front.samenvatting.span(document.file);
        limit("de samenvatting", count(&stage.summary), SUMMARY_WORDS, span, problems);
    }
    for (key, right) in &words.rights {
        limit("deze uitleg", count(&right.body), RIGHT_WORDS, Span::whole(raw.rights[key].file), problems);
    }
    for (key, remedy) in &words.remedies {
        limit("deze uitleg", count(&remedy.page.body), REMEDY_WORDS, Span::whole(raw.remedies[key].file), problems);
    }
    if let Some(list) = &raw.transitions {
        for (id, transition) in &list.value.0 {
            let texts = std::iter::once(&transition.wanneer).chain(transition.wanneer_naar.0.iter().map(|(_, at)| at));
            let known = words.transitions.iter().any(|(fact, _)| fact.0 == id.value);
            for at in texts.filter(|_| known) {
                limit("een zin van `wanneer`", longest_sentence(&at.value), ROAD_WORDS, at.span(list.file), problems);
            }
        }
    }
}

fn limit(what: &str, words: usize, most: usize, span: Span, problems: &mut Problems<'_>) {
    if words > most {
        let long = Diagnostic::error("te-lang", format!("{what} heeft {words} woorden, en er passen er {most}"));
        problems.push(long.at(span).help("zeg het korter, of verdeel het over meer zinnen of een andere pagina"));
    }
}

/// Words that a reader sees; the parts of a text are held apart.
fn count(text: &Markup) -> usize {
    let mut plain = String::new();
    for piece in &text.pieces {
        match piece {
            Piece::Text(words) => plain.push_str(words),
            Piece::Value(_) => plain.push_str("waarde"),
            Piece::Open(Element::Strong | Element::Emphasis | Element::Link(_))
            | Piece::Close(Element::Strong | Element::Emphasis | Element::Link(_)) => {}
            _ => plain.push(' '),
        }
    }
    words_in(&plain)
}

fn longest_sentence(text: &str) -> usize {
    text.split_inclusive(['.', '!', '?']).map(words_in).max().unwrap_or(0)
}

fn words_in(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric) && !word.starts_with('{')).count()
}

#[cfg(test)]
mod tests {
    use super::{longest_sentence, words_in};

    #[test]
    fn a_dash_is_no_word_and_sentences_are_counted_one_by_one() {
        assert_eq!(words_in("U mag - altijd - nee zeggen."), 5);
        assert_eq!(longest_sentence("Dat kan. U mag nee zeggen."), 4);
    }
}
