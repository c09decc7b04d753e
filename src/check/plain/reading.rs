//! One page measured: score, hardest sentences and hits.

use std::ops::Range;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::block::Block;
use super::document::Document;
use super::glossary::Glossary;
use super::hit::{Hit, Weight};
use super::rules;
use super::score::{Band, Counts, Score};

/// Sentences with so many points are worth a look.
const LOOK: f64 = 3.0;
/// Sentences with so many points must be written again.
const REWRITE: f64 = 5.0;
/// How many hard sentences a page shows.
const SHOWN: usize = 3;

/// One of the hardest sentences of a page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HardSentence {
    /// Number of the block.
    #[serde(rename = "blok")]
    pub block: usize,
    /// Bytes of the text of that block.
    #[serde(rename = "plek")]
    pub range: Range<usize>,
    /// The sentence.
    #[serde(rename = "tekst")]
    pub text: String,
    /// 0 is easy.
    #[serde(rename = "punten")]
    pub points: f64,
    /// What to do about it; `None` when it is the hardest of an easy page.
    #[serde(rename = "hulp")]
    pub help: Option<&'static str>,
}

/// What was measured on a page.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The score; `None` when the page is too short for one.
    pub score: Option<Score>,
    /// The hardest sentences, hardest first: at most three.
    pub sentences: Vec<HardSentence>,
    /// What rules found, by place.
    pub hits: Vec<Hit>,
    pub(super) counts: Counts,
}

/// Measures a page.
pub fn read(blocks: &[Block], glossary: &Glossary) -> Reading {
    let document = Document::new(blocks, glossary);
    let counts = Counts::of(&document);
    Reading { score: Score::of(&counts), sentences: hardest(&document), hits: rules::hits(&document), counts }
}

fn hardest(document: &Document<'_>) -> Vec<HardSentence> {
    let mut hard: Vec<HardSentence> = document
        .sentences()
        .map(|(part, sentence)| (part, sentence, sentence.points()))
        .filter(|(_, _, points)| *points > 0.0)
        .map(|(part, sentence, points)| HardSentence {
            block: part.number,
            range: sentence.range.clone(),
            text: part.text(&sentence.range).to_owned(),
            points,
            help: help(points),
        })
        .collect();
    hard.sort_by(|one, other| other.points.total_cmp(&one.points));
    hard.truncate(SHOWN);
    hard
}

fn help(points: f64) -> Option<&'static str> {
    match points {
        hard if hard >= REWRITE => Some("herschrijf deze zin"),
        middle if middle >= LOOK => Some("kijk of deze zin makkelijker kan"),
        _ => None,
    }
}

impl Reading {
    /// Whether the page can go to readers: easy, and nothing that blocks. A page too short for a score passes by its rules alone.
    pub fn passes(&self) -> bool {
        let easy = self.score.is_none_or(|score| score.band == Band::Green);
        easy && self.hits.iter().all(|hit| hit.weight < Weight::Block)
    }

    /// The same numbers also for a text that is too short to be judged by them; `None` when there is no sentence at all.
    /// Only to compare texts with each other.
    pub fn estimate(&self) -> Option<Score> {
        Score::estimate(&self.counts)
    }

    /// How many words were read.
    pub fn words(&self) -> usize {
        self.counts.words
    }

    /// Mean words in a sentence.
    pub fn words_per_sentence(&self) -> f64 {
        self.counts.words_per_sentence()
    }
}

impl Serialize for Reading {
    /// The names are a promise to whoever reads the report: `docs/readability.md`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("score", &self.score.map(|score| score.score))?;
        map.serialize_entry("band", &self.score.map(|score| score.band))?;
        map.serialize_entry("lint_schatting", &self.score.map(|score| score.lint))?;
        map.serialize_entry("flesch_douma", &self.score.map(|score| score.flesch_douma))?;
        map.serialize_entry("gem_zinslengte", &self.words_per_sentence())?;
        map.serialize_entry("geslaagd", &self.passes())?;
        map.serialize_entry("zinnen", &self.sentences)?;
        map.serialize_entry("bevindingen", &self.hits)?;
        map.end()
    }
}
