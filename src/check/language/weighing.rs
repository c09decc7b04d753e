//! Weighs how much a sentence presses a parent, with examples as weights.
//!
//! The scale learns from sentences that are labelled by hand (`zinnen.txt` and the examples of the rule pages): every trait
//! gets a weight, and a sentence weighs as much as its traits together. Learning takes a fraction of a second, is the same
//! every time, and happens only when a text is checked, so there is no file of weights that can grow old.

use std::collections::HashMap;

use super::learning::{Example, learn};
use super::reading::{Found, Reading};
use super::sentences::{Sentence, sentences};
use super::traits::{Trait, is_about_help, traits};

/// What examples have taught.
#[derive(Debug)]
pub struct Scale {
    weights: HashMap<String, Known>,
    level: f64,
    /// How rare a trait is that no example has.
    rarest: f64,
}

/// How much a trait that no example has counts in the length of a sentence. A sentence of which little is known weighs
/// little, but strange words must not hide the pressure of the known ones.
const STRANGE: f64 = 0.3;

/// A trait that was learned.
#[derive(Debug)]
struct Known {
    /// How rare it is among the examples: rare traits say more.
    rarity: f64,
    /// Above zero it presses, below zero it reassures.
    weight: f64,
}

/// What a sentence weighs.
#[derive(Clone, Debug)]
pub struct Weight {
    /// Above zero it is more like a sentence that presses, below zero more like one that does not; mostly between -2 and 2.
    pub pressure: f64,
    /// The one or two words that press most, from begin to end.
    pub words: Vec<Found>,
}

impl Scale {
    /// Learns from labelled sentences: `true` is a sentence that presses.
    pub fn learn(labelled: &[(bool, &str)]) -> Scale {
        let read: Vec<(bool, Vec<Trait>)> = labelled
            .iter()
            .flat_map(|(presses, text)| sentences(text).into_iter().map(|one| (*presses, traits(&one))))
            .collect();
        let known = known_traits(&read);
        let examples: Vec<Example> = read
            .iter()
            .map(|(presses, traits)| Example { presses: *presses, values: normal(values(traits, &known)) })
            .collect();
        let learned = learn(&examples, known.len());
        let weights =
            known.into_iter().map(|(name, (number, rarity))| (name, Known { rarity, weight: learned.weights[number] }));
        Scale { weights: weights.collect(), level: learned.level, rarest: rarity(0, read.len()) }
    }

    fn pressure(&self, sentence: &Sentence) -> (f64, Vec<usize>) {
        let own = traits(sentence);
        let present: Vec<(&Trait, &Known)> =
            own.iter().filter_map(|one| self.weights.get(&one.name).map(|known| (one, known))).collect();
        let strange = (own.len() - present.len()) as f64 * STRANGE * self.rarest * self.rarest;
        let length = (present.iter().map(|(_, known)| known.rarity * known.rarity).sum::<f64>() + strange).sqrt().max(1.0);
        let mut of_words = vec![0.0; sentence.words.len()];
        let mut sum = self.level;
        for (one, known) in present {
            let share = known.weight * known.rarity / length;
            sum += share;
            for word in one.words {
                if let Some(word) = of_words.get_mut(word) {
                    *word += share / 2.0;
                }
            }
        }
        (sum, heaviest(&of_words))
    }
}

impl Reading<'_> {
    /// Weighs one sentence.
    pub fn weigh(&self, sentence: usize, scale: &Scale) -> Weight {
        let (pressure, words) = scale.pressure(&self.sentences[sentence]);
        let words = words.into_iter().map(|word| Found::part(sentence, word..word + 1)).collect();
        Weight { pressure, words }
    }

    /// Whether a sentence says enough to weigh: it is written out to its mark, which a title or a label is not, and it
    /// is about people or help.
    pub fn can_be_weighed(&self, sentence: usize) -> bool {
        let sentence = &self.sentences[sentence];
        sentence.finished && is_about_help(sentence)
    }

    /// A whole sentence as a place.
    pub fn sentence(&self, sentence: usize) -> Found {
        Found::part(sentence, 0..self.sentences[sentence].words.len())
    }
}

/// Number and rarity of every trait. Traits of a single example stay in: without them unseen sets went worse.
fn known_traits(read: &[(bool, Vec<Trait>)]) -> HashMap<String, (usize, f64)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, traits) in read {
        for one in traits {
            *counts.entry(&one.name).or_default() += 1;
        }
    }
    let mut names: Vec<(&str, usize)> = counts.into_iter().collect();
    names.sort_unstable();
    let numbered = names.into_iter().enumerate();
    numbered.map(|(number, (name, count))| (name.to_owned(), (number, rarity(count, read.len())))).collect()
}

/// How much a trait says by being there: the fewer of all examples have it, the more.
fn rarity(count: usize, all: usize) -> f64 {
    ((1 + all) as f64 / (1 + count) as f64).ln() + 1.0
}

fn values(traits: &[Trait], known: &HashMap<String, (usize, f64)>) -> Vec<(usize, f64)> {
    traits.iter().filter_map(|one| known.get(&one.name).copied()).collect()
}

/// Every sentence has length 1, so that a long one does not weigh more.
fn normal(mut values: Vec<(usize, f64)>) -> Vec<(usize, f64)> {
    let length = values.iter().map(|(_, value)| value * value).sum::<f64>().sqrt().max(1.0);
    values.iter_mut().for_each(|(_, value)| *value /= length);
    values
}

/// The one or two words with the most pressure, from begin to end.
fn heaviest(words: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..words.len()).filter(|word| words[*word] > 0.0).collect();
    order.sort_by(|one, other| words[*other].total_cmp(&words[*one]).then(one.cmp(other)));
    order.truncate(2);
    order.sort_unstable();
    order
}

#[cfg(test)]
mod tests {
    use super::Scale;
    use crate::check::language::reading::Reading;
    use crate::check::language::reading::tests::passage;

    const LABELLED: &[(bool, &str)] = &[
        (true, "U moet meewerken."),
        (true, "U moet nu tekenen."),
        (true, "Ouders moeten komen."),
        (true, "Wij eisen dat u komt."),
        (false, "U mag nee zeggen."),
        (false, "U mag later tekenen."),
        (false, "Ouders mogen komen."),
        (false, "Wij vragen of u komt."),
    ];

    fn weigh(text: &str) -> (f64, Vec<String>) {
        let passage = passage(text);
        let reading = Reading::new(&passage);
        let weight = reading.weigh(0, &Scale::learn(LABELLED));
        (weight.pressure, weight.words.iter().map(|word| reading.text(word).to_owned()).collect())
    }

    #[test]
    fn a_new_sentence_weighs_like_the_examples_it_resembles() {
        assert!(weigh("Vader moet nu meewerken.").0 > 0.0);
        assert!(weigh("Vader mag later komen.").0 < 0.0);
    }

    #[test]
    fn the_scale_says_which_words_press() {
        assert!(weigh("U moet meewerken.").1.contains(&"moet".to_owned()));
    }

    #[test]
    fn learning_twice_gives_the_same_weights() {
        assert_eq!(weigh("U moet meewerken.").0.to_bits(), weigh("U moet meewerken.").0.to_bits());
    }
}
