//! Numbers for a whole page: seven features, one score, a band, and two known yardsticks beside it.

use serde::Serialize;

use super::document::{Document, Sentence, as_number};
use super::syllables::syllables;
use super::token::{Word, WordKind};

/// A page with fewer words gets no score.
pub const MINIMUM_WORDS: usize = 60;
/// A page with fewer sentences gets no score.
pub const MINIMUM_SENTENCES: usize = 5;

/// A term that the page explains counts as a word of at most so many syllables.
const SYLLABLES_OF_TERM: usize = 2;
/// Which part of the sentences is looked at for the hardest: one in five.
const HARDEST_PART: usize = 5;
/// No feature weighs more than this many standard deviations.
const CLIP: f64 = 3.0;
/// Up to here a page is easy.
pub(super) const GREEN: f64 = -0.75;
/// Up to here somebody should look.
const ORANGE: f64 = -0.27;

/// The hardest sentences weigh double: one paragraph of law makes a page hard.
const WEIGHTS: [f64; 7] = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0];

/// What is counted. Counts of several pages can be added up.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    pub(super) words: usize,
    /// Words of sentences that count for length, and how many sentences that are.
    pub(super) sentence_words: usize,
    pub(super) sentences: usize,
    spoken_words: usize,
    syllables: usize,
    syllables_with_terms: usize,
    looked_up: usize,
    unknown: usize,
    passives: usize,
    nominalisations: usize,
    formal: usize,
    points: Vec<f64>,
}

impl Counts {
    pub(super) fn of(document: &Document<'_>) -> Counts {
        let mut counts = Counts::default();
        for (_, sentence) in document.sentences() {
            counts.add_sentence(sentence);
        }
        counts
    }

    fn add_sentence(&mut self, sentence: &Sentence) {
        self.words += sentence.words.len();
        if sentence.counts {
            self.sentences += 1;
            self.sentence_words += sentence.words.len();
            self.points.push(sentence.points());
        }
        for word in sentence.words.iter().filter(|word| word.kind != WordKind::Number) {
            let spoken = syllables(&word.lower);
            self.spoken_words += 1;
            self.syllables += spoken;
            self.syllables_with_terms += syllables_for_reader(word, spoken);
        }
        self.looked_up += sentence.looked_up;
        self.unknown += sentence.unknown;
        self.passives += sentence.passives.len();
        self.nominalisations += sentence.nominalisations.len();
        self.formal += sentence.formal_in_score();
    }

    /// Both together.
    pub(super) fn add(&mut self, other: &Counts) {
        let Counts {
            words,
            sentence_words,
            sentences,
            spoken_words,
            syllables,
            syllables_with_terms,
            looked_up,
            unknown,
            passives,
            nominalisations,
            formal,
            points,
        } = other;
        self.words += words;
        self.sentence_words += sentence_words;
        self.sentences += sentences;
        self.spoken_words += spoken_words;
        self.syllables += syllables;
        self.syllables_with_terms += syllables_with_terms;
        self.looked_up += looked_up;
        self.unknown += unknown;
        self.passives += passives;
        self.nominalisations += nominalisations;
        self.formal += formal;
        self.points.extend(points);
    }

    pub(super) fn is_enough(&self) -> bool {
        self.words >= MINIMUM_WORDS && self.sentences >= MINIMUM_SENTENCES
    }

    /// Mean words in a sentence.
    pub(super) fn words_per_sentence(&self) -> f64 {
        ratio(self.sentence_words, self.sentences)
    }

    fn features(&self) -> Features {
        Features {
            words_per_sentence: self.words_per_sentence(),
            syllables_per_word: ratio(self.syllables_with_terms, self.spoken_words),
            unknown_share: ratio(self.unknown, self.looked_up),
            passives_per_sentence: ratio(self.passives, self.sentences),
            nominalisations_per_hundred: 100.0 * ratio(self.nominalisations, self.words),
            formal_per_hundred: 100.0 * ratio(self.formal, self.words),
            hardest_points: self.hardest_points(),
        }
    }

    /// Mean points of the hardest fifth of the sentences, at least one.
    fn hardest_points(&self) -> f64 {
        let mut points = self.points.clone();
        points.sort_by(|one, other| other.total_cmp(one));
        let hardest = &points[..points.len().div_ceil(HARDEST_PART)];
        hardest.iter().sum::<f64>() / as_number(hardest.len().max(1))
    }

    fn flesch_douma(&self) -> f64 {
        206.84 - 77.0 * ratio(self.syllables, self.spoken_words) - 0.93 * self.words_per_sentence()
    }
}

fn syllables_for_reader(word: &Word, spoken: usize) -> usize {
    if word.is_explained() { spoken.min(SYLLABLES_OF_TERM) } else { spoken }
}

fn ratio(part: usize, whole: usize) -> f64 {
    as_number(part) / as_number(whole.max(1))
}

/// What the score is made of, before it is compared with other texts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Features {
    /// Mean words in a sentence.
    #[serde(rename = "woorden_per_zin")]
    pub words_per_sentence: f64,
    /// Mean syllables in a word; an explained term counts as at most two.
    #[serde(rename = "lettergrepen_per_woord")]
    pub syllables_per_word: f64,
    /// Share of words outside the first five thousand, from 0 to 1.
    #[serde(rename = "onbekend")]
    pub unknown_share: f64,
    /// Passives in a sentence.
    #[serde(rename = "lijdend_per_zin")]
    pub passives_per_sentence: f64,
    /// Verbs in disguise in a hundred words.
    #[serde(rename = "vermomd_per_honderd")]
    pub nominalisations_per_hundred: f64,
    /// Formal words in a hundred words.
    #[serde(rename = "formeel_per_honderd")]
    pub formal_per_hundred: f64,
    /// Mean points of the hardest fifth of the sentences.
    #[serde(rename = "zwaarste_zinnen")]
    pub hardest_points: f64,
}

impl Features {
    /// Mean and standard deviation of each feature, over 70 fragments of public websites and 70 of rulings (`docs/readability.md`).
    pub const MEASURED: [(f64, f64); 7] = [
        (2.8016, 0.4562),
        (1.8163, 0.1203),
        (0.1406, 0.0502),
        (0.2648, 0.2508),
        (1.8206, 0.6020),
        (0.7930, 0.7392),
        (2.8490, 1.1730),
    ];

    /// The seven values on the scales of the constants.
    pub fn scaled(&self) -> [f64; 7] {
        [
            self.words_per_sentence.max(1.0).ln(),
            self.syllables_per_word,
            self.unknown_share,
            self.passives_per_sentence.sqrt(),
            self.nominalisations_per_hundred.sqrt(),
            self.formal_per_hundred.sqrt(),
            self.hardest_points.sqrt(),
        ]
    }

    /// How far each value is from the mean of the measured texts, in standard deviations, at most three.
    pub fn distances(&self) -> [f64; 7] {
        let mut distances = self.scaled();
        for (value, (mean, deviation)) in distances.iter_mut().zip(Features::MEASURED) {
            *value = ((*value - mean) / deviation).clamp(-CLIP, CLIP);
        }
        distances
    }

    /// The weighted sum of the distances, divided by seven as in the specification.
    fn score(&self) -> f64 {
        self.distances().iter().zip(WEIGHTS).map(|(distance, weight)| distance * weight).sum::<f64>() / 7.0
    }
}

/// How hard a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Band {
    /// Most people can read it.
    #[serde(rename = "groen")]
    Green,
    /// Somebody should look.
    #[serde(rename = "oranje")]
    Orange,
    /// Too hard.
    #[serde(rename = "rood")]
    Red,
}

impl Band {
    fn of(score: f64) -> Band {
        match score {
            easy if easy <= GREEN => Band::Green,
            middle if middle <= ORANGE => Band::Orange,
            _ => Band::Red,
        }
    }

    /// What a person reads. Never "B1": that is a level of readers.
    pub fn word(self) -> &'static str {
        match self {
            Band::Green => "makkelijk",
            Band::Orange => "let op",
            Band::Red => "te moeilijk",
        }
    }
}

/// The outcome for a text that is long enough.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Score {
    /// Lower is easier.
    pub score: f64,
    /// What that means.
    pub band: Band,
    /// Estimate of LiNT-II: level 1 below 34, 2 below 46, 3 below 58, else 4.
    #[serde(rename = "lint_schatting")]
    pub lint: f64,
    /// Flesch-Douma, for information: 60 to 70 is normal, higher is easier.
    #[serde(rename = "flesch_douma")]
    pub flesch_douma: f64,
    /// What the score is made of.
    #[serde(rename = "kenmerken")]
    pub features: Features,
}

impl Score {
    /// The score of what was counted; `None` when that is too little to say anything.
    pub(super) fn of(counts: &Counts) -> Option<Score> {
        Score::estimate(counts).filter(|_| counts.is_enough())
    }

    /// The numbers of any text with at least one sentence.
    pub(super) fn estimate(counts: &Counts) -> Option<Score> {
        (counts.sentences > 0).then(|| {
            let features = counts.features();
            let score = features.score();
            let lint = 50.0 + 14.6 * score;
            Score { score, band: Band::of(score), lint, flesch_douma: counts.flesch_douma(), features }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Band, Features};

    #[test]
    fn the_mean_of_the_measured_texts_scores_zero_and_is_too_hard() {
        let mean = Features {
            words_per_sentence: 2.8016_f64.exp(),
            syllables_per_word: 1.8163,
            unknown_share: 0.1406,
            passives_per_sentence: 0.2648 * 0.2648,
            nominalisations_per_hundred: 1.8206 * 1.8206,
            formal_per_hundred: 0.7930 * 0.7930,
            hardest_points: 2.8490 * 2.8490,
        };
        assert!(mean.score().abs() < 1e-9);
        assert_eq!(Band::of(mean.score()), Band::Red);
    }

    #[test]
    fn one_feature_weighs_at_most_three_deviations() {
        let long = Features {
            words_per_sentence: 900.0,
            syllables_per_word: 1.8163,
            unknown_share: 0.1406,
            passives_per_sentence: 0.2648 * 0.2648,
            nominalisations_per_hundred: 1.8206 * 1.8206,
            formal_per_hundred: 0.7930 * 0.7930,
            hardest_points: 2.8490 * 2.8490,
        };
        assert!((long.score() - 3.0 / 7.0).abs() < 1e-9);
    }

    #[test]
    fn the_borders_belong_to_the_easier_band() {
        assert_eq!(Band::of(-0.75), Band::Green);
        assert_eq!(Band::of(-0.27), Band::Orange);
        assert_eq!(Band::of(-0.26), Band::Red);
    }
}
