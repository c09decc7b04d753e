//! The page that says what is known of which municipality. It is honest and blames nobody: what is not known is a question.

use jiff::civil::Date;
use serde_json::json;

use super::{Homes, HubRenderer};
use crate::coverage::{Coverage, MunicipalityCoverage, SubjectCoverage};
use crate::render::context::{CoverageRow, CoverageSubject, OpenQuestion};
use crate::render::templates::Values;

/// Where the page lies.
pub(super) const ADDRESS: &str = "dekking/";

impl HubRenderer<'_> {
    /// Values of the page.
    pub(super) fn coverage(&self) -> Values {
        let (counted, homes) = (self.frame.coverage(), self.homes(ADDRESS));
        let all = &counted.municipalities;
        let known: Vec<&MunicipalityCoverage> = all.iter().filter(|one| one.counts.known > 0).collect();
        let confirmed = all.iter().filter(|one| one.confirmed).count();
        let title = self.text("coverage.title");
        self.common(ADDRESS, "coverage", &title, &self.text("coverage.heading"), &self.text("coverage.description"), None)
            .with("numbers", &self.numbers(known.len(), all.len(), confirmed))
            .with("questions", &self.open_questions(counted))
            .with("subjects", &counted.subjects.iter().map(|one| self.subject(one)).collect::<Vec<_>>())
            .with("rows", &known.iter().map(|one| self.coverage_row(one, &homes)).collect::<Vec<_>>())
    }

    /// Sentences with numbers in them.
    fn numbers(&self, known: usize, all: usize, confirmed: usize) -> serde_json::Value {
        let ui = self.prepared.finder.ui();
        let fill = |path: &str, number: usize| ui.fill(path, &[("aantal", &number.to_string()), ("alle", &all.to_string())]);
        json!({
            "known": fill("coverage.known", known),
            "confirmed": if confirmed == 0 { ui.text("coverage.none_confirmed") } else { fill("coverage.confirmed", confirmed) },
            "rest": if known == all { String::new() } else { fill("coverage.rest", all - known) },
        })
    }

    fn open_questions(&self, counted: &Coverage) -> Vec<OpenQuestion> {
        let ui = self.prepared.finder.ui();
        let questions = counted.questions.iter();
        questions
            .map(|question| OpenQuestion {
                question: self.question(question.word),
                open: ui.fill("coverage.open_in", &[("aantal", &question.open.to_string())]),
            })
            .collect()
    }

    fn question(&self, word: &str) -> String {
        self.text(&format!("local.questions.{word}"))
    }

    fn subject(&self, one: &SubjectCoverage) -> CoverageSubject {
        let name = match one.subject.word {
            "" => self.text("coverage.organisations"),
            word => self.text(&format!("local.rows.{word}")),
        };
        let number = |number: usize| number.to_string();
        let counts = &one.counts;
        CoverageSubject {
            name,
            known: number(counts.known),
            confirmed: number(counts.confirmed),
            unknown: number(counts.unknown()),
        }
    }

    fn coverage_row(&self, one: &MunicipalityCoverage, homes: &Homes) -> CoverageRow {
        let ui = self.prepared.finder.ui();
        let (known, all) = (one.counts.known.to_string(), one.counts.all.to_string());
        CoverageRow {
            href: homes.of(&one.key),
            name: one.name.clone(),
            known: ui.fill("coverage.of", &[("aantal", &known), ("alle", &all)]),
            days: self.days(one.oldest, one.youngest),
            confirmed: self.text(if one.confirmed { "local.yes" } else { "local.no" }),
            questions: one.questions.iter().map(|question| self.question(question.word)).collect(),
        }
    }

    /// `1 december 2018`, or that day up to another.
    fn days(&self, oldest: Option<Date>, youngest: Option<Date>) -> String {
        let language = &self.prepared.finder.words().language;
        let written = |day: Date| crate::render::date::written(day, language);
        match (oldest, youngest) {
            (Some(oldest), Some(youngest)) if oldest != youngest => {
                let (from, to) = (written(oldest), written(youngest));
                self.prepared.finder.ui().fill("coverage.period", &[("van", &from), ("tot", &to)])
            }
            (Some(day), _) => written(day),
            _ => self.text("compare.unknown"),
        }
    }
}
