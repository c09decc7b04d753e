//! The reading level of pages and of a whole site, for a report.

use std::fmt::Write as _;

use serde::Serialize;

use super::hit::Weight;
use super::reading::{HardSentence, Reading};
use super::score::{Counts, Score};

/// A page with this score or a lower one is easy.
const GOAL: f64 = super::score::GREEN;

/// The reading level of a site.
#[derive(Clone, Debug, Serialize)]
#[serde(rename = "leesniveau")]
pub struct ReadingLevel {
    /// All pages together.
    pub site: Summary,
    /// Pages that are too short for a score of their own, together; `None` when there are none.
    #[serde(rename = "korte_paginas")]
    pub short_pages: Option<Summary>,
    /// Page by page, hardest first; pages without a score last, by name.
    #[serde(rename = "paginas")]
    pub pages: Vec<PageLevel>,
}

/// The reading level of one page.
#[derive(Clone, Debug, Serialize)]
pub struct PageLevel {
    /// How the caller names it.
    #[serde(rename = "pagina")]
    pub page: String,
    /// What was measured.
    #[serde(flatten)]
    pub summary: Summary,
    /// Easy, and nothing that blocks.
    #[serde(rename = "geslaagd")]
    pub passes: bool,
    /// Findings that block or are faults.
    #[serde(rename = "fouten")]
    pub faults: usize,
    /// All other findings.
    #[serde(rename = "opmerkingen")]
    pub remarks: usize,
    /// The hardest sentences, hardest first: at most three.
    #[serde(rename = "zinnen")]
    pub sentences: Vec<HardSentence>,
}

/// Numbers of a text.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// `makkelijk`, `let op`, `te moeilijk`, or `te kort`.
    #[serde(rename = "leesniveau")]
    pub level: &'static str,
    /// How many words were read.
    #[serde(rename = "woorden")]
    pub words: usize,
    /// Mean words in a sentence.
    #[serde(rename = "gem_zinslengte")]
    pub words_per_sentence: f64,
    /// The score, when there is enough text.
    #[serde(flatten)]
    pub score: Option<Score>,
}

impl ReadingLevel {
    /// The level of named pages.
    pub fn of<'a>(readings: impl IntoIterator<Item = (&'a str, &'a Reading)>) -> ReadingLevel {
        let (mut all, mut short) = (Counts::default(), Counts::default());
        let mut pages = Vec::new();
        for (page, reading) in readings {
            all.add(&reading.counts);
            if reading.score.is_none() {
                short.add(&reading.counts);
            }
            pages.push(PageLevel::of(page, reading));
        }
        pages.sort_by(|one, other| {
            let (here, there) = (one.value(), other.value());
            there.total_cmp(&here).then_with(|| one.page.cmp(&other.page))
        });
        let short_pages = (short.words > 0).then(|| Summary::of(&short));
        ReadingLevel { site: Summary::of(&all), short_pages, pages }
    }

    /// One line about all pages together, in Dutch.
    pub fn line(&self) -> String {
        let Summary { level, words, words_per_sentence, score } = &self.site;
        match score {
            Some(score) => format!(
                "Leesniveau: {level} (score {:.2}, doel {GOAL} of lager; {words_per_sentence:.1} woorden in een zin).",
                score.score
            ),
            None => format!("Leesniveau: te kort om te meten ({words} woorden)."),
        }
    }

    /// A table for people, in Dutch.
    pub fn table(&self) -> String {
        let width = self.pages.iter().map(|page| page.page.chars().count()).max().unwrap_or(0).max("alle pagina's".len());
        let mut table = format!(
            "{:width$}  {:11}  {:>6}  {:>5}  {:>5}  {:>6}  {:>7}  {:>6}  {:>5}\n",
            "pagina", "leesniveau", "score", "LiNT", "F-D", "w/zin", "woorden", "fouten", "rest"
        );
        for page in &self.pages {
            let cells = page.summary.cells();
            // Writing to a text cannot fail.
            let _ = writeln!(table, "{:width$}  {cells}  {:>6}  {:>5}", page.page, page.faults, page.remarks);
        }
        let own_lines = [("korte pagina's", self.short_pages.as_ref()), ("alle pagina's", Some(&self.site))];
        for (name, summary) in own_lines.iter().filter_map(|(name, summary)| Some((name, (*summary)?))) {
            let _ = writeln!(table, "{name:width$}  {}", summary.cells());
        }
        let passed = self.pages.iter().filter(|page| page.passes).count();
        let _ = writeln!(
            table,
            "{passed} van de {} pagina's zijn makkelijk en hebben geen blokkade (doel B1)",
            self.pages.len()
        );
        table
    }
}

impl PageLevel {
    fn of(page: &str, reading: &Reading) -> PageLevel {
        let faults = reading.hits.iter().filter(|hit| hit.weight >= Weight::Fault).count();
        PageLevel {
            page: page.to_owned(),
            summary: Summary::of(&reading.counts),
            passes: reading.passes(),
            faults,
            remarks: reading.hits.len() - faults,
            sentences: reading.sentences.clone(),
        }
    }

    fn value(&self) -> f64 {
        self.summary.score.map_or(f64::NEG_INFINITY, |score| score.score)
    }
}

impl Summary {
    fn of(counts: &Counts) -> Summary {
        let score = Score::of(counts);
        Summary {
            level: score.map_or("te kort", |score| score.band.word()),
            words: counts.words,
            words_per_sentence: counts.words_per_sentence(),
            score,
        }
    }

    fn cells(&self) -> String {
        let numbers = self.score.map_or_else(
            || format!("{:>6}  {:>5}  {:>5}", "–", "–", "–"),
            |score| format!("{:>6.2}  {:>5.0}  {:>5.0}", score.score, score.lint, score.flesch_douma),
        );
        format!("{:11}  {numbers}  {:>6.1}  {:>7}", self.level, self.words_per_sentence, self.words)
    }
}
