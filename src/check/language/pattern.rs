//! A tiny language for word patterns, so that a rule can say what it looks for in one line.
//!
//! | Written | Means |
//! |---|---|
//! | `laatste kans` | these words, one after the other |
//! | `kans\|waarschuwing` | one of these |
//! | `@meedoen` | a word of this class of `woorden.txt` |
//! | `uithuisplaats*`, `*traject` | a word with this beginning, with this ending |
//! | `een?` | this word may be there |
//! | `gezag … kwijt` | in this order, with anything between |
//! | `@ouder & @moet` | both, in any order |
//! | `& !kan` | and nowhere this |
//! | `zin: …` | anywhere in the sentence; otherwise all within one clause |

use std::ops::Range;

use super::lexicon::{Class, Lexicon};
use super::sentences::{Sentence, Word};

/// One pattern, ready to match.
#[derive(Debug)]
pub(super) struct Pattern {
    whole_sentence: bool,
    wanted: Vec<Vec<Vec<Item>>>,
    unwanted: Vec<Vec<Vec<Item>>>,
}

#[derive(Debug)]
struct Item {
    choices: Vec<Choice>,
    optional: bool,
}

#[derive(Debug)]
enum Choice {
    Word(String),
    Start(String),
    End(String),
    Class(Class),
}

impl Pattern {
    /// Reads a pattern. Patterns stand in our own code, so a mistake in one is a mistake of ours.
    pub(super) fn read(text: &str) -> Pattern {
        let (whole_sentence, rest) = text.strip_prefix("zin: ").map_or((false, text), |rest| (true, rest));
        let mut pattern = Pattern { whole_sentence, wanted: Vec::new(), unwanted: Vec::new() };
        for group in rest.split(" & ") {
            match group.strip_prefix('!') {
                Some(group) => pattern.unwanted.push(read_group(group)),
                None => pattern.wanted.push(read_group(group)),
            }
        }
        pattern
    }

    /// The words that fit, in order, one list for each clause (or sentence) in which the pattern fits.
    pub(super) fn find(&self, sentence: &Sentence) -> Vec<Vec<usize>> {
        if self.whole_sentence {
            return self.within(&sentence.words, 0).into_iter().collect();
        }
        let clauses = (0..sentence.clauses()).map(|clause| sentence.clause(clause));
        clauses.filter_map(|range| self.within(&sentence.words[range.clone()], range.start)).collect()
    }

    fn within(&self, words: &[Word], first: usize) -> Option<Vec<usize>> {
        if self.unwanted.iter().any(|group| find_group(group, words, 0).is_some()) {
            return None;
        }
        let found: Option<Vec<Vec<Range<usize>>>> = self.wanted.iter().map(|group| find_group(group, words, 0)).collect();
        let mut fitting: Vec<usize> = found?.into_iter().flatten().flatten().map(|at| first + at).collect();
        fitting.sort_unstable();
        fitting.dedup();
        (!fitting.is_empty()).then_some(fitting)
    }
}

/// A group is runs of words with gaps between them.
fn read_group(text: &str) -> Vec<Vec<Item>> {
    text.split(" … ").map(|run| run.split_whitespace().map(read_item).collect()).collect()
}

fn read_item(text: &str) -> Item {
    let (text, optional) = text.strip_suffix('?').map_or((text, false), |text| (text, true));
    Item { choices: text.split('|').map(read_choice).collect(), optional }
}

fn read_choice(text: &str) -> Choice {
    if let Some(name) = text.strip_prefix('@') {
        return Choice::Class(Lexicon::dutch().class(name).expect("a test reads every pattern of every rule"));
    }
    match (text.strip_prefix('*'), text.strip_suffix('*')) {
        (Some(end), _) => Choice::End(end.to_owned()),
        (_, Some(start)) => Choice::Start(start.to_owned()),
        _ => Choice::Word(text.to_owned()),
    }
}

/// The runs of a group in order, from word `from`.
fn find_group(runs: &[Vec<Item>], words: &[Word], from: usize) -> Option<Vec<Range<usize>>> {
    let (run, rest) = runs.split_first()?;
    for start in from..words.len() {
        let Some(length) = run_length(run, &words[start..]) else { continue };
        let found = start..start + length;
        if rest.is_empty() {
            return Some(vec![found]);
        }
        if let Some(later) = find_group(rest, words, found.end) {
            return Some(std::iter::once(found).chain(later).collect());
        }
    }
    None
}

/// How many words a run of items takes from the front.
fn run_length(items: &[Item], words: &[Word]) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else { return Some(0) };
    if let Some((word, later)) = words.split_first()
        && item.choices.iter().any(|choice| fits(choice, word))
        && let Some(length) = run_length(rest, later)
    {
        return Some(length + 1);
    }
    if item.optional { run_length(rest, words) } else { None }
}

fn fits(choice: &Choice, word: &Word) -> bool {
    match choice {
        Choice::Word(form) => word.form == *form,
        Choice::Start(start) => word.form.starts_with(start.as_str()),
        Choice::End(end) => word.form.ends_with(end.as_str()),
        Choice::Class(class) => word.classes.contains(class),
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use crate::check::language::sentences::sentences;

    fn fits(pattern: &str, text: &str) -> bool {
        !Pattern::read(pattern).find(&sentences(text)[0]).is_empty()
    }

    #[test]
    fn words_stand_next_to_each_other_unless_the_pattern_leaves_a_gap() {
        assert!(fits("laatste kans|waarschuwing", "Dit is uw laatste kans."));
        assert!(!fits("laatste kans", "De laatste grote kans."));
        assert!(fits("laatste … kans", "De laatste grote kans."));
    }

    #[test]
    fn both_sides_of_an_and_may_stand_in_any_order_within_a_clause() {
        assert!(fits("u & moet & @meedoen", "Daarom moet u nu meewerken."));
        assert!(!fits("u & moet & @meedoen", "De hulpverlener moet bellen, zodat u kunt meewerken."));
        assert!(fits("zin: u & moet & @meedoen", "De hulpverlener moet bellen, zodat u kunt meewerken."));
    }

    #[test]
    fn an_unwanted_word_takes_the_match_away() {
        assert!(!fits("wij & melden & !kunnen", "Wij kunnen dat melden."));
        assert!(fits("de een? rechter", "Dat doet de rechter."));
    }
}
