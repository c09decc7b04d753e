//! A helping verb whose main verb comes only after many other words.

use std::ops::Range;

use crate::check::plain::document::{Document, Sentence};
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::lexicon::is_infinitive;
use crate::check::plain::passive::is_participle;

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
                weight: Weight::Tip,
                message: format!("de werkwoorden `{helping}` en `{main}` staan ver uit elkaar"),
                help: "zet ze dichter bij elkaar, of maak twee zinnen".to_owned(),
            });
        }
    }
    found
}

/// The main verb stands at the end of its clause.
fn far_pair(sentence: &Sentence, clause: &Range<usize>) -> Option<(usize, usize)> {
    let last = clause.end.checked_sub(1).filter(|last| *last > clause.start)?;
    let lower = |at: usize| sentence.words[at].lower.as_str();
    let list: &[&str] = if is_participle(&sentence.words[last]) {
        &WITH_PARTICIPLE
    } else if is_infinitive(lower(last)) && !BEFORE_NOUN.contains(&lower(last - 1)) {
        &WITH_INFINITIVE
    } else {
        return None;
    };
    let first = clause.clone().find(|at| list.contains(&lower(*at)))?;
    (last - first > FAR).then_some((first, last))
}
