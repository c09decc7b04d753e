//! What is known of each municipality and of the country, and which questions are most worth asking.
//!
//! It only counts: the model goes in, numbers come out. Texts of them are in `table`, `json` and `csv`; the page of the hub shows the same
//! numbers. It blames nobody: what is not known is a question, and most of the country was never asked.

mod csv;
mod json;
mod questions;
mod table;
mod words;

use std::collections::BTreeSet;

use jiff::civil::Date;

pub use self::csv::csv;
pub use self::json::json;
pub use self::questions::{Question, Reason};
pub use self::table::table;
use crate::model::Model;
use crate::model::municipality::{Layer, Municipality, Status, Subject};

/// How many values were counted, and how sure they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All values.
    pub all: usize,
    /// Values that somebody knows.
    pub known: usize,
    /// Known values with the day for which they were true.
    pub dated: usize,
    /// Known values that the municipality itself confirmed.
    pub confirmed: usize,
}

impl Counts {
    /// Values that nobody knows.
    pub fn unknown(&self) -> usize {
        self.all - self.known
    }

    fn add(&mut self, other: Counts) {
        self.all += other.all;
        self.known += other.known;
        self.dated += other.dated;
        self.confirmed += other.confirmed;
    }
}

/// One municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MunicipalityCoverage {
    /// Key in addresses.
    pub key: String,
    /// Name that people use.
    pub name: String,
    /// Whether it has a file of its own.
    pub described: bool,
    /// Whether the municipality confirmed its file.
    pub confirmed: bool,
    /// Its values.
    pub counts: Counts,
    /// Day of the oldest known local value.
    pub oldest: Option<Date>,
    /// Day of the youngest known local value.
    pub youngest: Option<Date>,
    /// The questions that are most worth asking, at most three, the most urgent first.
    pub questions: Vec<Question>,
}

/// One value in all municipalities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SubjectCoverage {
    /// Which value.
    pub subject: Subject,
    /// In how many municipalities.
    pub counts: Counts,
}

/// The country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The day of the run: it decides what is old.
    pub as_of: Date,
    /// All values of all municipalities.
    pub counts: Counts,
    /// Municipalities by key.
    pub municipalities: Vec<MunicipalityCoverage>,
    /// Values, in the order of the file.
    pub subjects: Vec<SubjectCoverage>,
    /// The questions that are most worth asking in the country, at most three.
    pub questions: Vec<Question>,
}

/// Counts what is known on a day. With `only`, of these municipalities; when it is empty, of all.
///
/// What holds for the whole country says nothing of a municipality, so values of the national layer are not counted.
pub fn coverage(model: &Model, only: &[String], as_of: Date) -> Coverage {
    let chosen = |one: &&Municipality| only.is_empty() || only.contains(&one.key);
    let chosen: Vec<&Municipality> = model.municipalities.iter().filter(chosen).collect();
    let limit = model.site.shelf_life.local;
    let municipalities: Vec<MunicipalityCoverage> = chosen.iter().map(|one| of_municipality(one, as_of, limit)).collect();
    let values: Vec<Vec<Local>> = chosen.iter().map(|one| local_values(one)).collect();
    let mut counts = Counts::default();
    municipalities.iter().for_each(|one| counts.add(one.counts));
    Coverage { as_of, counts, subjects: subjects(&chosen), questions: questions::of_country(&values), municipalities }
}

/// Values that a municipality itself can know: each with its day, when it is known.
struct Local {
    subject: Subject,
    known: bool,
    as_of: Option<Date>,
}

fn local_values(municipality: &Municipality) -> Vec<Local> {
    let states = municipality.practice.states().into_iter();
    states
        .filter(|state| state.origin.is_none_or(|origin| origin.layer != Layer::National))
        .map(|state| Local {
            subject: state.subject,
            known: state.known,
            as_of: state.origin.filter(|_| state.known).and_then(|origin| origin.as_of),
        })
        .collect()
}

fn is_confirmed(municipality: &Municipality) -> bool {
    municipality.status == Status::Actueel && municipality.confirmed_by.is_some()
}

fn count<'a>(values: impl IntoIterator<Item = &'a Local>, confirmed: bool) -> Counts {
    let mut counts = Counts::default();
    for value in values {
        counts.add(Counts {
            all: 1,
            known: usize::from(value.known),
            dated: usize::from(value.as_of.is_some()),
            confirmed: usize::from(value.known && confirmed),
        });
    }
    counts
}

fn of_municipality(municipality: &Municipality, as_of: Date, limit: u16) -> MunicipalityCoverage {
    let values = local_values(municipality);
    let days: BTreeSet<Date> = values.iter().filter_map(|value| value.as_of).collect();
    let confirmed = is_confirmed(municipality);
    MunicipalityCoverage {
        key: municipality.key.clone(),
        name: municipality.name.clone(),
        described: municipality.described,
        confirmed,
        counts: count(&values, confirmed),
        oldest: days.first().copied(),
        youngest: days.last().copied(),
        questions: questions::of_municipality(&values, as_of, limit),
    }
}

fn subjects(municipalities: &[&Municipality]) -> Vec<SubjectCoverage> {
    let mut found: Vec<SubjectCoverage> = Vec::new();
    for municipality in municipalities {
        let confirmed = is_confirmed(municipality);
        for value in local_values(municipality) {
            let counts = count([&value], confirmed);
            match found.iter_mut().find(|one| one.subject == value.subject) {
                Some(one) => one.counts.add(counts),
                None => found.push(SubjectCoverage { subject: value.subject, counts }),
            }
        }
    }
    found
}
