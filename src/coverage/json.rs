//! Coverage for other programs: keys in Dutch. Others rely on these names.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

use super::words;
use super::{Counts, Coverage, MunicipalityCoverage, Question, Reason, SubjectCoverage};

#[derive(Serialize)]
struct Report<'a> {
    gegevens: Numbers,
    vragen: Vec<Asked<'a>>,
    onderwerpen: Vec<Subject<'a>>,
    gemeenten: Vec<Municipality<'a>>,
}

#[derive(Serialize)]
struct Numbers {
    alle: usize,
    bekend: usize,
    met_dag: usize,
    bevestigd: usize,
    onbekend: usize,
}

#[derive(Serialize)]
struct Asked<'a> {
    vraag: &'a str,
    reden: &'static str,
    stand: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open_in: Option<usize>,
}

#[derive(Serialize)]
struct Subject<'a> {
    sleutel: &'static str,
    naam: &'a str,
    gegevens: Numbers,
}

#[derive(Serialize)]
struct Municipality<'a> {
    sleutel: &'a str,
    naam: &'a str,
    eigen_bestand: bool,
    bevestigd: bool,
    gegevens: Numbers,
    oudste: Option<String>,
    jongste: Option<String>,
    vragen: Vec<Asked<'a>>,
}

/// Everything, as JSON. `ui` are the words of the interface.
pub fn json(coverage: &Coverage, ui: &Value) -> String {
    let report = Report {
        gegevens: numbers(&coverage.counts),
        vragen: coverage.questions.iter().map(|one| Asked { open_in: Some(one.open), ..asked(one, ui) }).collect(),
        onderwerpen: coverage.subjects.iter().map(|one| subject(one, ui)).collect(),
        gemeenten: coverage.municipalities.iter().map(|one| municipality(one, ui)).collect(),
    };
    let mut text = serde_json::to_string_pretty(&report).expect("texts and numbers can always be written as JSON");
    text.push('\n');
    text
}

fn numbers(counts: &Counts) -> Numbers {
    let Counts { all, known, dated, confirmed } = *counts;
    Numbers { alle: all, bekend: known, met_dag: dated, bevestigd: confirmed, onbekend: counts.unknown() }
}

fn asked<'a>(question: &Question, ui: &'a Value) -> Asked<'a> {
    let (reden, stand) = match question.reason {
        Reason::Unknown => ("onbekend", None),
        Reason::Old(day) => ("oud", Some(day)),
    };
    Asked { vraag: words::question(ui, question.word), reden, stand: stand.as_ref().map(Date::to_string), open_in: None }
}

fn subject<'a>(one: &'a SubjectCoverage, ui: &'a Value) -> Subject<'a> {
    let naam = words::subject(ui, &one.subject);
    Subject { sleutel: one.subject.key, naam, gegevens: numbers(&one.counts) }
}

fn municipality<'a>(one: &'a MunicipalityCoverage, ui: &'a Value) -> Municipality<'a> {
    Municipality {
        sleutel: &one.key,
        naam: &one.name,
        eigen_bestand: one.described,
        bevestigd: one.confirmed,
        gegevens: numbers(&one.counts),
        oudste: one.oldest.as_ref().map(Date::to_string),
        jongste: one.youngest.as_ref().map(Date::to_string),
        vragen: one.questions.iter().map(|question| asked(question, ui)).collect(),
    }
}
