//! When … then …: in one sentence, in a question with an answer, or with `anders`.

use std::ops::Range;
use std::sync::LazyLock;

use super::reading::{Found, Patterns, Reading};

/// A condition with its consequence. The parts may stand in two sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conditional {
    /// What must happen first; `None` with `anders`, where the condition is what was asked before.
    pub condition: Option<Found>,
    /// What happens then: one place for each piece.
    pub consequence: Vec<Found>,
}

const OPENERS: &[&str] = &["als", "indien", "wanneer", "zodra", "mocht", "mochten", "tenzij", "zolang", "stel"];
const OTHERWISE: &[&str] = &["anders", "zoniet"];

static OTHERWISE_PHRASES: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&["zo niet", "in dat geval", "bij gebreke daarvan|hiervan", "zo nee", "of anders"]));

impl Reading<'_> {
    /// All conditionals of the passage.
    pub fn conditionals(&self) -> Vec<Conditional> {
        (0..self.len()).filter_map(|sentence| self.conditional(sentence)).collect()
    }

    fn conditional(&self, sentence: usize) -> Option<Conditional> {
        let read = &self.sentences[sentence];
        let opener =
            (0..read.clauses()).find(|clause| OPENERS.contains(&read.words[read.clause(*clause).start].form.as_str()));
        if let Some(clause) = opener {
            return Some(self.split(sentence, clause));
        }
        if self.begins_with_verb(sentence) {
            return self.verb_first(sentence);
        }
        self.otherwise(sentence)
    }

    /// `Als u niet komt, dan …`; `Stel: u komt niet. Dan …`
    fn split(&self, sentence: usize, clause: usize) -> Conditional {
        let read = &self.sentences[sentence];
        let mut condition = read.clause(clause);
        if read.words[condition.start].form == "stel" && clause + 1 < read.clauses() {
            condition.end = read.clause(clause + 1).end;
        }
        let mut consequence = self.rest(sentence, &condition);
        if consequence.is_empty() && sentence + 1 < self.len() {
            consequence = vec![self.whole(sentence + 1)];
        }
        Conditional { condition: Some(Found::part(sentence, condition)), consequence }
    }

    /// `Werkt u niet mee, dan …`; `Werkt u niet mee? Dan …`
    fn verb_first(&self, sentence: usize) -> Option<Conditional> {
        let read = &self.sentences[sentence];
        if read.question {
            let condition = self.whole(sentence);
            let next = (sentence + 1 < self.len()).then(|| self.whole(sentence + 1))?;
            return Some(Conditional { condition: Some(condition), consequence: vec![next] });
        }
        let condition = read.clause(0);
        let consequence = self.rest(sentence, &condition);
        (!consequence.is_empty()).then(|| Conditional { condition: Some(Found::part(sentence, condition)), consequence })
    }

    /// A verb and then the parent at the front of the sentence.
    fn begins_with_verb(&self, sentence: usize) -> bool {
        let words = &self.sentences[sentence].words;
        let skip = usize::from(words.first().is_some_and(|word| matches!(word.form.as_str(), "en" | "maar" | "want")));
        let (Some(first), Some(second)) = (words.get(skip), words.get(skip + 1)) else { return false };
        let parent = matches!(second.form.as_str(), "u" | "je" | "jij" | "ouders" | "jullie");
        parent
            && first.form.len() > 2
            && !matches!(first.form.as_str(), "dan" | "daarom" | "dus" | "daarna" | "dat" | "ook" | "zegt")
    }

    fn otherwise(&self, sentence: usize) -> Option<Conditional> {
        let read = &self.sentences[sentence];
        let clause =
            (0..read.clauses()).find(|clause| OTHERWISE.contains(&read.words[read.clause(*clause).start].form.as_str()));
        let start = match clause {
            Some(clause) => read.clause(clause).start,
            None => self.find_in(sentence, &OTHERWISE_PHRASES).first()?.words.start,
        };
        let consequence = vec![Found::part(sentence, start..read.words.len())];
        Some(Conditional { condition: None, consequence })
    }

    fn whole(&self, sentence: usize) -> Found {
        Found::part(sentence, 0..self.sentences[sentence].words.len())
    }

    fn rest(&self, sentence: usize, condition: &Range<usize>) -> Vec<Found> {
        let all = self.sentences[sentence].words.len();
        let parts = [0..condition.start, condition.end..all];
        parts.into_iter().filter(|part| !part.is_empty()).map(|words| Found::part(sentence, words)).collect()
    }

    /// The places of `patterns` that lie within `part`.
    pub fn find_within(&self, part: &Found, patterns: &Patterns) -> Vec<Found> {
        let inside = |found: &Found| found.words.start >= part.words.start && found.words.end <= part.words.end;
        self.find_in(part.sentence, patterns).into_iter().filter(inside).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::check::language::reading::Reading;
    use crate::check::language::reading::tests::passage;

    fn parts(text: &str) -> Vec<(String, String)> {
        let passage = passage(text);
        let reading = Reading::new(&passage);
        let join =
            |places: Vec<&super::Found>| places.iter().map(|place| reading.text(place)).collect::<Vec<_>>().join(" | ");
        reading
            .conditionals()
            .iter()
            .map(|one| (join(one.condition.iter().collect()), join(one.consequence.iter().collect())))
            .collect()
    }

    fn pair(condition: &str, consequence: &str) -> Vec<(String, String)> {
        vec![(condition.to_owned(), consequence.to_owned())]
    }

    #[test]
    fn a_condition_is_found_in_every_form() {
        assert_eq!(parts("Als u niet komt, dan bellen wij."), pair("Als u niet komt", "dan bellen wij"));
        assert_eq!(parts("Wij bellen als u niet komt."), pair("als u niet komt", "Wij bellen"));
        assert_eq!(parts("Komt u niet, dan bellen wij."), pair("Komt u niet", "dan bellen wij"));
        assert_eq!(parts("Komt u niet? Dan bellen wij."), pair("Komt u niet", "Dan bellen wij"));
        assert_eq!(parts("Kom op tijd, anders bellen wij."), pair("", "anders bellen wij"));
        assert!(parts("Wij bellen u morgen.").is_empty());
    }
}
