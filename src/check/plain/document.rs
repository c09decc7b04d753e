//! A page taken apart: blocks, sentences, words, and of each sentence what makes it hard.

use std::ops::Range;

use super::block::{Block, BlockKind};
use super::formal::{FormalUse, formal_uses};
use super::glossary::{self, Glossary, Use};
use super::lexicon;
use super::nominalisation::is_nominalisation;
use super::passive::passives;
use super::token::{TermMark, Word, WordKind, words};
use crate::check::text::sentences;

/// A heading of so few words says nothing about the length of sentences.
const SHORT_HEADING: usize = 4;

/// Words that carry a condition or a reason in the language of the law.
const HARD_CONNECTIVES: [&str; 14] = [
    "waarbij",
    "waardoor",
    "waaronder",
    "waarna",
    "hetgeen",
    "indien",
    "mits",
    "tenzij",
    "aangezien",
    "teneinde",
    "alvorens",
    "opdat",
    "ofschoon",
    "alsmede",
];

/// A page taken apart.
#[derive(Debug)]
pub struct Document<'a> {
    /// Its blocks in order.
    pub(super) parts: Vec<Part<'a>>,
    glossary: &'a Glossary,
    /// First uses of terms that the page does not explain.
    unexplained: Vec<Use>,
}

/// A block taken apart.
#[derive(Debug)]
pub(super) struct Part<'a> {
    /// The block.
    pub(super) block: &'a Block,
    /// Its number on the page, from 0.
    pub(super) number: usize,
    /// Its sentences in order.
    pub(super) sentences: Vec<Sentence>,
}

/// A sentence and what makes it hard.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Bytes of the text of its block.
    pub(super) range: Range<usize>,
    /// Its words.
    pub(super) words: Vec<Word>,
    /// Words of each passive.
    pub(super) passives: Vec<Range<usize>>,
    /// Numbers of words that are verbs in disguise.
    pub(super) nominalisations: Vec<usize>,
    /// Formal words.
    pub(super) formal: Vec<FormalUse>,
    /// How many parts of words are outside the list, in the score.
    pub(super) unknown: usize,
    /// How many parts of words have been looked up.
    pub(super) looked_up: usize,
    /// How many hard connectives.
    pub(super) connectives: usize,
    /// Whether it counts for the length of sentences.
    pub(super) counts: bool,
}

impl<'a> Document<'a> {
    /// Takes a page apart.
    pub fn new(blocks: &'a [Block], glossary: &'a Glossary) -> Document<'a> {
        let mut split: Vec<Vec<Vec<Word>>> = blocks.iter().map(words_by_sentence).collect();
        let uses = glossary::uses(glossary, blocks, &split);
        let explained = glossary::explained(glossary, blocks, &split, &uses);
        mark_terms(&mut split, &uses, &explained);
        let parts = blocks.iter().zip(split).enumerate();
        let parts = parts.map(|(number, (block, sentences))| Part::new(block, number, sentences)).collect();
        Document { parts, glossary, unexplained: first_unexplained(uses, &explained) }
    }

    /// Each sentence with its block.
    pub(super) fn sentences(&self) -> impl Iterator<Item = (&Part<'a>, &Sentence)> {
        self.parts.iter().flat_map(|part| part.sentences.iter().map(move |sentence| (part, sentence)))
    }

    /// First uses of terms that the page does not explain: the place and the term as an editor wrote it.
    pub(super) fn unexplained_terms(&self) -> impl Iterator<Item = (usize, Range<usize>, &str)> {
        self.unexplained.iter().map(|one| {
            let words = &self.parts[one.block].sentences[one.sentence].words[one.words.clone()];
            let range = words[0].range.start..words[words.len() - 1].range.end;
            (one.block, range, self.glossary.name(one.term))
        })
    }

    /// Whether links to the glossary could be seen.
    pub(super) fn shows_links(&self) -> bool {
        !self.glossary.are_explained_elsewhere()
    }
}

fn words_by_sentence(block: &Block) -> Vec<Vec<Word>> {
    let mut all = words(&block.text).into_iter().peekable();
    let mut split = Vec::new();
    for range in sentences(&block.text) {
        let mut own = Vec::new();
        while let Some(word) = all.next_if(|word| word.range.start < range.end) {
            own.push(word);
        }
        mark_names(&block.text, &mut own);
        if !own.is_empty() {
            split.push(own);
        }
    }
    split
}

/// A capital inside a sentence is a name, unless a quotation or an explanation begins there.
fn mark_names(text: &str, words: &mut [Word]) {
    for at in 1..words.len() {
        let between = &text[words[at - 1].range.end..words[at].range.start];
        let begins_again = between.contains(['‘', '“', '"', ':', '(', '«', '?', '!']) || between.contains(" '");
        let has_capital = text[words[at].range.clone()].chars().next().is_some_and(char::is_uppercase);
        if words[at].kind == WordKind::Common && has_capital && !begins_again {
            words[at].kind = WordKind::Name;
        }
    }
    for word in words.iter_mut().filter(|word| word.kind == WordKind::Common && is_acronym(&text[word.range.clone()])) {
        word.kind = WordKind::Name;
    }
}

/// `SVB`, also where a sentence or an explanation begins: letters of a name, and no word to know.
fn is_acronym(written: &str) -> bool {
    written.chars().count() > 1 && written.chars().all(char::is_uppercase)
}

fn mark_terms(split: &mut [Vec<Vec<Word>>], uses: &[Use], explained: &[bool]) {
    for one in uses {
        let mark = if explained[one.term] { TermMark::Explained } else { TermMark::Unexplained };
        for word in &mut split[one.block][one.sentence][one.words.clone()] {
            word.term = mark;
        }
    }
}

fn first_unexplained(uses: Vec<Use>, explained: &[bool]) -> Vec<Use> {
    let mut told = vec![false; explained.len()];
    uses.into_iter().filter(|one| !explained[one.term] && !std::mem::replace(&mut told[one.term], true)).collect()
}

impl<'a> Part<'a> {
    fn new(block: &'a Block, number: usize, split: Vec<Vec<Word>>) -> Part<'a> {
        let is_heading = block.kind == BlockKind::Heading;
        let ranges: Vec<Range<usize>> = sentences(&block.text);
        let range_of = |words: &[Word]| ranges.iter().find(|range| words[0].range.start < range.end).cloned();
        let sentences = split
            .into_iter()
            .map(|words| {
                let range = range_of(&words).unwrap_or(0..block.text.len());
                Sentence::new(&block.text, range, words, is_heading)
            })
            .collect();
        Part { block, number, sentences }
    }

    /// The words at a place of this block.
    pub(super) fn text(&self, range: &Range<usize>) -> &'a str {
        &self.block.text[range.clone()]
    }
}

impl Sentence {
    fn new(text: &str, range: Range<usize>, words: Vec<Word>, is_heading: bool) -> Sentence {
        let formal = formal_uses(text, &words);
        let relative = formal.iter().filter(|one| matches!(words[one.words.start].lower.as_str(), "welke" | "welk")).count();
        let looked_up = words.iter().filter(|word| is_vocabulary(word)).flat_map(Word::parts).count();
        let unknown = words.iter().filter(|word| is_vocabulary(word)).flat_map(Word::parts);
        let unknown = unknown.filter(|part| !lexicon::is_known_to_all(part)).count();
        let in_disguise = |word: &Word| is_vocabulary(word) && word.parts().last().is_some_and(is_nominalisation);
        Sentence {
            range,
            passives: passives(&words),
            nominalisations: (0..words.len()).filter(|at| in_disguise(&words[*at])).collect(),
            formal,
            unknown,
            looked_up,
            connectives: relative + words.iter().filter(|word| HARD_CONNECTIVES.contains(&word.lower.as_str())).count(),
            counts: !(is_heading && words.len() <= SHORT_HEADING),
            words,
        }
    }

    /// How hard the sentence is: 0 is easy, from 3 somebody should look, from 5 it must be written again.
    pub(super) fn points(&self) -> f64 {
        let length = (as_number(self.words.len()) - 12.0) / 4.0;
        length.max(0.0)
            + 0.8 * as_number(self.unknown)
            + 0.8 * as_number(self.passives.len().min(2))
            + 0.8 * as_number(self.formal_in_score())
            + 0.5 * as_number(self.nominalisations.len())
            + 0.5 * as_number(self.connectives)
    }

    /// How many formal words make it harder in the score.
    pub(super) fn formal_in_score(&self) -> usize {
        self.formal.iter().filter(|one| one.formal.counts).count()
    }

    /// Bytes from the first word of a range to the last.
    pub(super) fn bytes(&self, words: Range<usize>) -> Range<usize> {
        self.words[words.start].range.start..self.words[words.end - 1].range.end
    }

    /// Numbers of words, cut where a sign shows that another part of the sentence begins.
    pub(super) fn clauses(&self, text: &str) -> Vec<Range<usize>> {
        let mut clauses = Vec::new();
        let mut start = 0;
        for at in 1..self.words.len() {
            let between = &text[self.words[at - 1].range.end..self.words[at].range.start];
            if between.contains([',', ';', ':', '(', ')', '–', '—', '‘', '’', '“', '”', '"', '?', '!', '.']) {
                clauses.push(start..at);
                start = at;
            }
        }
        clauses.push(start..self.words.len());
        clauses
    }
}

/// Names and numbers are no vocabulary; a term that the page explains is known.
fn is_vocabulary(word: &Word) -> bool {
    word.kind == WordKind::Common && !word.is_explained()
}

/// A count as a number to calculate with: far below the point where that loses anything.
#[expect(clippy::cast_precision_loss, reason = "counts of words on a page")]
pub(super) fn as_number(count: usize) -> f64 {
    count as f64
}
