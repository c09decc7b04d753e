//! Terms that a page may use when it explains them: at their first use, or with a link to the glossary.

use std::collections::BTreeMap;
use std::ops::Range;

use super::block::{Block, BlockKind};
use super::token::Word;

/// The terms of a site.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// Forms by the first two letters of their first word.
    forms: BTreeMap<String, Vec<Form>>,
    /// The terms as an editor wrote them.
    terms: Vec<String>,
    explained_elsewhere: bool,
}

#[derive(Clone, Debug)]
struct Form {
    words: Vec<String>,
    term: usize,
}

/// A term somewhere on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) term: usize,
    pub(super) block: usize,
    pub(super) sentence: usize,
    /// Words of that sentence.
    pub(super) words: Range<usize>,
    /// A link leads from here to the glossary.
    pub(super) linked: bool,
}

impl Glossary {
    /// Terms, each with its other forms. A page must explain them itself.
    pub fn new<'a, Forms: IntoIterator<Item = &'a str>>(terms: impl IntoIterator<Item = Forms>) -> Glossary {
        let mut glossary = Glossary::default();
        for forms in terms {
            glossary.add(forms);
        }
        glossary
    }

    /// The same terms, for a reader who gets every one of them explained: when links to the glossary cannot be seen here.
    #[must_use]
    pub fn explained_elsewhere(self) -> Glossary {
        Glossary { explained_elsewhere: true, ..self }
    }

    fn add<'a>(&mut self, forms: impl IntoIterator<Item = &'a str>) {
        let term = self.terms.len();
        for (number, form) in forms.into_iter().enumerate() {
            if number == 0 {
                self.terms.push(form.to_owned());
            }
            let words: Vec<String> = form.split([' ', ',']).filter(|word| !word.is_empty()).map(str::to_owned).collect();
            if let Some(first) = words.first() {
                self.forms.entry(start_of(&first.to_lowercase())).or_default().push(Form { words, term });
            }
        }
    }

    /// The term as an editor wrote it.
    pub(super) fn name(&self, term: usize) -> &str {
        &self.terms[term]
    }

    pub(super) fn are_explained_elsewhere(&self) -> bool {
        self.explained_elsewhere
    }

    /// The longest term that begins at word `at`: how many words, and which term.
    pub(super) fn term_at(&self, text: &str, words: &[Word], at: usize) -> Option<(usize, usize)> {
        let forms = self.forms.get(&start_of(&words[at].lower))?;
        let fitting = forms.iter().filter(|form| form.fits(text, &words[at..]));
        fitting.map(|form| (form.words.len(), form.term)).max_by_key(|(length, _)| *length)
    }
}

fn start_of(word: &str) -> String {
    word.chars().take(2).collect()
}

impl Form {
    fn fits(&self, text: &str, words: &[Word]) -> bool {
        words.len() >= self.words.len()
            && self.words.iter().zip(words).all(|(form, word)| is_form_of(form, &text[word.range.clone()], &word.lower))
    }
}

/// Whether a word is the form or its plural. A form with a capital is a name: `Veilig Thuis`, `MEE`.
fn is_form_of(form: &str, written: &str, lower: &str) -> bool {
    if form.chars().any(char::is_uppercase) {
        return form == written;
    }
    let Some(ending) = lower.strip_prefix(form) else { return false };
    let doubled = form.chars().next_back().map(|last| format!("{last}en"));
    matches!(ending, "" | "e" | "s" | "n" | "en" | "'s") || doubled.is_some_and(|plural| plural == ending)
}

/// All places where terms are used, in reading order. `sentences` gives the words of each sentence of each block.
pub(super) fn uses(glossary: &Glossary, blocks: &[Block], sentences: &[Vec<Vec<Word>>]) -> Vec<Use> {
    let mut found = Vec::new();
    for (block_number, block) in blocks.iter().enumerate() {
        for (sentence, words) in sentences[block_number].iter().enumerate() {
            let mut at = 0;
            while at < words.len() {
                let Some((length, term)) = glossary.term_at(&block.text, words, at) else {
                    at += 1;
                    continue;
                };
                let place = words[at].range.start..words[at + length - 1].range.end;
                let linked = block.glossary_links.iter().any(|link| link.start < place.end && place.start < link.end);
                found.push(Use { term, block: block_number, sentence, words: at..at + length, linked });
                at += length;
            }
        }
    }
    found
}

/// Which terms the page explains.
pub(super) fn explained(glossary: &Glossary, blocks: &[Block], sentences: &[Vec<Vec<Word>>], uses: &[Use]) -> Vec<bool> {
    (0..glossary.terms.len())
        .map(|term| {
            let mut own = uses.iter().filter(|one| one.term == term);
            glossary.explained_elsewhere
                || own.clone().any(|one| one.linked)
                || own
                    .find(|one| blocks[one.block].kind != BlockKind::Heading)
                    .is_some_and(|first| is_explained_here(&blocks[first.block].text, &sentences[first.block], first))
        })
        .collect()
}

/// `X is een …`, `dat heet X`, `X (… …)`, `volle woorden (X)`, `X: …`, or a next sentence that begins with `Dat is …`.
fn is_explained_here(text: &str, sentences: &[Vec<Word>], first: &Use) -> bool {
    let words = &sentences[first.sentence];
    let after = words[first.words.end - 1].range.end;
    let before = &text[..words[first.words.start].range.start];
    let stands_for_words = before.ends_with('(') && text[after..].starts_with(')');
    let rest = text[after..].trim_start_matches(['’', '\'', '”', '"']).trim_start();
    let named = [
        "heet",
        "heten",
        "heette",
        "noemt",
        "noemen",
        "noem",
        "betekent",
        "betekenen",
        "bedoelen",
        "bedoelt",
        "oftewel",
        "ofwel",
    ];
    stands_for_words
        || words.iter().any(|word| named.contains(&word.lower.as_str()))
        || is_defined(words, first.words.end)
        || begins_with_explanation_in_brackets(rest)
        || rest.starts_with(": ")
        || sentences.get(first.sentence + 1).is_some_and(|next| points_back(next))
}

/// The term is followed by `is een …` or `, iemand die …`.
fn is_defined(words: &[Word], end: usize) -> bool {
    let next = |at: usize| words.get(end + at).map_or("", |word| word.lower.as_str());
    let is_verb = matches!(next(0), "is" | "zijn");
    (is_verb && matches!(next(1), "een" | "de" | "het" | "iemand" | "hulp" | "alle" | "als" | "geld")) || next(0) == "iemand"
}

fn begins_with_explanation_in_brackets(rest: &str) -> bool {
    let inside = rest.strip_prefix('(').and_then(|inside| inside.split_once(')'));
    inside.is_some_and(|(inside, _)| inside.split_whitespace().count() >= 2)
}

/// `Dat is …`, `Zo heet …`.
fn points_back(words: &[Word]) -> bool {
    let word = |at: usize| words.get(at).map_or("", |word| word.lower.as_str());
    matches!(word(0), "dat" | "dit" | "die" | "deze" | "zo" | "hij" | "zij" | "daarmee" | "hiermee")
        && matches!(word(1), "is" | "zijn" | "heet" | "heten" | "betekent" | "bedoelen" | "noemen" | "noemt")
}
