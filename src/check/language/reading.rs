//! A passage that has been read: sentences, and where a pattern fits in them.

use std::ops::Range;

use super::passage::Passage;
use super::pattern::Pattern;
use super::sentences::{Sentence, sentences};

/// A passage with its sentences.
#[derive(Debug)]
pub struct Reading<'p> {
    /// The passage.
    pub passage: &'p Passage,
    pub(super) sentences: Vec<Sentence>,
}

/// Patterns of a rule, read once.
#[derive(Debug)]
pub struct Patterns(Vec<Pattern>);

impl Patterns {
    /// Reads patterns (`pattern.rs` explains how they are written).
    pub fn new(patterns: &[&str]) -> Patterns {
        Patterns(patterns.iter().map(|pattern| Pattern::read(pattern)).collect())
    }
}

/// A place where a pattern fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Number of the sentence in the passage.
    pub sentence: usize,
    /// First word and one past the last, numbered in the sentence.
    pub words: Range<usize>,
}

impl<'p> Reading<'p> {
    /// Reads a passage.
    pub fn new(passage: &'p Passage) -> Reading<'p> {
        Reading { passage, sentences: sentences(&passage.text) }
    }

    /// Number of sentences.
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// Whether there is no word in it.
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// All places where one of the patterns fits, from begin to end.
    pub fn find(&self, patterns: &Patterns) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for number in 0..self.sentences.len() {
            found.extend(self.find_in(number, patterns));
        }
        found
    }

    /// The same within one sentence; places that overlap are one place.
    pub fn find_in(&self, sentence: usize, patterns: &Patterns) -> Vec<Found> {
        let read = &self.sentences[sentence];
        let mut ranges: Vec<Range<usize>> = patterns.0.iter().flat_map(|pattern| pattern.find(read)).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        let mut apart: Vec<Range<usize>> = Vec::new();
        for range in ranges {
            match apart.last_mut() {
                Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                _ => apart.push(range),
            }
        }
        apart.into_iter().map(|words| Found { sentence, words }).collect()
    }

    /// Whether one of the patterns fits in a sentence.
    pub fn has(&self, sentence: usize, patterns: &Patterns) -> bool {
        self.sentences.get(sentence).is_some_and(|read| patterns.0.iter().any(|pattern| !pattern.find(read).is_empty()))
    }

    /// Whether one of the patterns fits anywhere.
    pub fn has_anywhere(&self, patterns: &Patterns) -> bool {
        (0..self.len()).any(|sentence| self.has(sentence, patterns))
    }

    /// Bytes of the passage from the first to the last word of a place.
    pub fn range(&self, found: &Found) -> Range<usize> {
        let words = &self.sentences[found.sentence].words[found.words.clone()];
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => first.range.start..last.range.end,
            _ => 0..0,
        }
    }

    /// The words of a place, as they were written.
    pub fn text(&self, found: &Found) -> &str {
        &self.passage.text[self.range(found)]
    }

    /// Whether the sentence ends with a question mark.
    pub fn is_question(&self, sentence: usize) -> bool {
        self.sentences.get(sentence).is_some_and(|read| read.question)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeSet;

    use super::Passage;
    use crate::check::language::passage::{BlockKind, Places};
    use crate::diag::SourceMap;

    /// A passage of a text that stands alone.
    pub(in crate::check) fn passage(text: &str) -> Passage {
        let file = SourceMap::default().add("proef.txt".into(), text.into());
        Passage {
            text: text.to_owned(),
            places: Places::straight(file, 0, text.len()),
            frame: None,
            kind: BlockKind::Paragraph,
            facts: BTreeSet::new(),
        }
    }
}
