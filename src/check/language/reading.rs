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
    /// The words that the pattern names; between them may stand others.
    pub named: Vec<usize>,
}

impl Found {
    /// A part of a sentence that no pattern named.
    pub(in crate::check) fn part(sentence: usize, words: Range<usize>) -> Found {
        Found { sentence, words, named: Vec::new() }
    }
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
        let mut lists: Vec<Vec<usize>> = patterns.0.iter().flat_map(|pattern| pattern.find(read)).collect();
        lists.sort();
        let mut apart: Vec<Found> = Vec::new();
        for named in lists {
            let (Some(first), Some(last)) = (named.first(), named.last()) else { continue };
            let words = *first..*last + 1;
            match apart.last_mut() {
                Some(before) if words.start < before.words.end => {
                    before.words.end = before.words.end.max(words.end);
                    before.named.extend(named);
                }
                _ => apart.push(Found { sentence, words, named }),
            }
        }
        apart
    }

    /// Whether one of the patterns fits in a sentence.
    pub fn has(&self, sentence: usize, patterns: &Patterns) -> bool {
        self.sentences.get(sentence).is_some_and(|read| patterns.0.iter().any(|pattern| !pattern.find(read).is_empty()))
    }

    /// Whether one of the patterns fits anywhere.
    pub fn has_anywhere(&self, patterns: &Patterns) -> bool {
        (0..self.len()).any(|sentence| self.has(sentence, patterns))
    }

    /// Places where a pattern fits from the first word of a sentence, or of a clause after `en` or a comma: a command.
    pub fn commands(&self, patterns: &Patterns) -> Vec<Found> {
        let mut found = self.find(patterns);
        found.retain(|place| self.is_command(place));
        found
    }

    /// A command has its verb in front and no one who does it: `teken het plan`, not `tekent u het plan`.
    fn is_command(&self, place: &Found) -> bool {
        let words = &self.sentences[place.sentence].words;
        let at = place.words.start;
        let in_front = at == 0
            || (words[at].clause != words[at - 1].clause && !self.is_subordinate(place))
            || matches!(words[at - 1].form.as_str(), "en" | "dus" | "daarom" | "graag" | "kom");
        let asked = words.get(at + 1).is_some_and(|next| matches!(next.form.as_str(), "ik" | "wij" | "we" | "je" | "jij"));
        in_front && !asked
    }

    fn is_subordinate(&self, place: &Found) -> bool {
        let words = &self.sentences[place.sentence].words;
        let clause = self.sentences[place.sentence].clause(words[place.words.start].clause.saturating_sub(1));
        words.get(clause.start).is_some_and(|word| word.form == "dat")
    }

    /// Whether two places of one sentence have a clause in common, or the first covers the second.
    pub fn share_clause(&self, one: &Found, other: &Found) -> bool {
        let words = &self.sentences[one.sentence].words;
        let clauses = |found: &Found| -> Vec<usize> { words[found.words.clone()].iter().map(|word| word.clause).collect() };
        let theirs = clauses(other);
        one.sentence == other.sentence && clauses(one).iter().any(|clause| theirs.contains(clause))
    }

    /// Whether a link to the glossary covers a place.
    pub fn is_linked_to_glossary(&self, found: &Found) -> bool {
        let range = self.range(found);
        self.passage.glossary.iter().any(|link| link.start <= range.start && range.end <= link.end)
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
pub(in crate::check) mod tests {
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
            glossary: Vec::new(),
        }
    }
}
