//! A helping verb whose main verb comes only after many other words.

use std::ops::Range;

use crate::check::plain::document::{Document, Sentence};
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::lexicon::is_infinitive;
use crate::check::plain::passive::is_participle;
use crate::check::plain::token::{TermMark, WordKind};

/// So many words between them are too many.
const FAR: usize = 7;
/// Helping verbs that take a participle.
const WITH_PARTICIPLE: [&str; 12] =
    ["heeft", "heb", "hebt", "hebben", "had", "hadden", "is", "zijn", "wordt", "worden", "werd", "werden"];
/// Helping verbs that take a whole verb.
const WITH_INFINITIVE: [&str; 18] = [
    "kan", "kunt", "kunnen", "kon", "mag", "mogen", "mocht", "moet", "moeten", "moest", "wil", "wilt", "willen", "zal", "zult", "zullen", "zou",
    "zouden",
];
/// Before a noun, so that what ends on -en is no verb.
const BEFORE_NOUN: [&str; 24] = [
    "de", "het", "een", "uw", "je", "mijn", "hun", "haar", "zijn", "geen", "alle", "veel", "deze", "die", "andere", "van", "voor", "met", "aan",
    "bij", "over", "naar", "of", "twee",
];

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (part, sentence) in document.sentences() {
        for clause in sentence.clauses(&part.block.text) {
            let Some((first, last)) = far_pair(sentence, &clause) else { continue };
            let (helping, main) = (&sentence.words[first].lower, &sentence.words[last].lower);
            found.push(Finding {
                block: part.number,
                range: sentence.bytes(first..last + 1),
                weight: Weight::Warning,
                message: format!("de werkwoorden `{helping}` en `{main}` staan ver uit elkaar"),
                help: "zet ze dichter bij elkaar, of maak twee zinnen".to_owned(),
            });
        }
    }
    found
}

/// A helping verb and the first verb after it that goes with it; what follows belongs to another verb: `kan praten of een brief
/// schrijven`, `mag vragen om te stoppen`.
fn far_pair(sentence: &Sentence, clause: &Range<usize>) -> Option<(usize, usize)> {
    clause.clone().find_map(|first| {
        let main = (first + 1..clause.end).find(|at| goes_with(sentence, first, *at))?;
        (words_between(sentence, first, main) >= FAR).then_some((first, main))
    })
}

fn goes_with(sentence: &Sentence, helping: usize, at: usize) -> bool {
    let lower = |at: usize| sentence.words[at].lower.as_str();
    let is_main = is_infinitive(lower(at)) && !BEFORE_NOUN.contains(&lower(at - 1));
    (WITH_PARTICIPLE.contains(&lower(helping)) && is_participle(&sentence.words[at]) && !is_main)
        || (WITH_INFINITIVE.contains(&lower(helping)) && is_main)
}

/// A name or a term of several words is one word to a reader: `de Raad voor de Kinderbescherming`.
fn words_between(sentence: &Sentence, first: usize, last: usize) -> usize {
    let is_named = |at: usize| sentence.words[at].kind == WordKind::Name || sentence.words[at].term != TermMark::None;
    let links = |at: usize| matches!(sentence.words[at].lower.as_str(), "voor" | "van" | "de" | "het" | "der");
    let is_inside = |at: usize| {
        let before = (first + 1..at).rev().find(|before| !links(*before)).is_some_and(is_named);
        let after = (at..last).find(|after| !links(*after)).is_some_and(is_named);
        before && after
    };
    (first + 1..last).filter(|at| !is_inside(*at)).count()
}
