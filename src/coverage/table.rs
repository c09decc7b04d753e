//! Coverage for a person at a terminal, in Dutch.

use serde_json::Value;

use super::{Coverage, MunicipalityCoverage, Question, Reason, words};

/// The country, or some municipalities: numbers, questions, values, municipalities. `ui` are the words of the interface.
pub fn table(coverage: &Coverage, ui: &Value) -> String {
    match &coverage.municipalities[..] {
        [only] => one(only, ui),
        all => {
            [summary(coverage), country_questions(coverage, ui), subjects(coverage, ui), municipalities(all, ui)].join("\n")
        }
    }
}

/// One municipality.
fn one(municipality: &MunicipalityCoverage, ui: &Value) -> String {
    let MunicipalityCoverage { name, described, confirmed, counts, .. } = municipality;
    let mut text = format!("{name}\n\n");
    if !described {
        text += "Deze gemeente heeft nog geen eigen bestand.\n";
    }
    text += &format!("Van {} gegevens zijn er {} bekend, en {} met een dag.\n", counts.all, counts.known, counts.dated);
    if let (Some(oldest), Some(youngest)) = (municipality.oldest, municipality.youngest) {
        text += &format!("Het oudste is van {oldest}, het jongste van {youngest}.\n");
    }
    text += if *confirmed { "De gemeente heeft dit bevestigd.\n" } else { "De gemeente heeft dit nog niet bevestigd.\n" };
    if !municipality.questions.is_empty() {
        text += "\nVraag dit als eerste na:\n";
        for (number, question) in municipality.questions.iter().enumerate() {
            text += &format!("  {}. {}{}\n", number + 1, words::question(ui, question.word), reason(question));
        }
    }
    text
}

fn reason(question: &Question) -> String {
    match question.reason {
        Reason::Unknown => " (niet bekend)".to_owned(),
        Reason::Old(day) => format!(" (bekend, maar van {day})"),
    }
}

fn summary(coverage: &Coverage) -> String {
    let all = &coverage.municipalities;
    let described = all.iter().filter(|one| one.described).count();
    let confirmed = all.iter().filter(|one| one.confirmed).count();
    let counts = &coverage.counts;
    let share = (counts.known * 100).checked_div(counts.all).unwrap_or(0);
    format!(
        "Dekking op {}\n\nEigen bestand: {described} van {} gemeenten. Bevestigd door de gemeente: {confirmed}.\n\
         Bekend: {} van {} gegevens ({share}%). Met een dag: {}. Bevestigd: {}.\n",
        coverage.as_of,
        all.len(),
        counts.known,
        counts.all,
        counts.dated,
        counts.confirmed,
    )
}

fn country_questions(coverage: &Coverage, ui: &Value) -> String {
    let mut text = "Deze vragen staan het vaakst open:\n".to_owned();
    for (number, question) in coverage.questions.iter().enumerate() {
        let words = words::question(ui, question.word);
        text += &format!("  {}. {words} (open in {} gemeenten)\n", number + 1, question.open);
    }
    text
}

fn subjects(coverage: &Coverage, ui: &Value) -> String {
    let rows = coverage.subjects.iter().map(|one| {
        let name = words::subject(ui, &one.subject).to_owned();
        vec![name, one.counts.known.to_string(), one.counts.dated.to_string(), one.counts.confirmed.to_string()]
    });
    columns(&["Gegeven", "bekend", "met dag", "bevestigd"], rows.collect())
}

fn municipalities(all: &[MunicipalityCoverage], ui: &Value) -> String {
    let known = all.iter().filter(|one| one.counts.known > 0);
    let rows: Vec<Vec<String>> = known.map(|one| municipality_row(one, ui)).collect();
    let silent = all.len() - rows.len();
    let table = columns(&["Gemeente", "bekend", "oudste", "jongste", "bevestigd", "vraag dit eerst"], rows);
    match silent {
        0 => table,
        1 => format!("{table}\nVan 1 gemeente is nog niets bekend.\n"),
        more => format!("{table}\nVan {more} gemeenten is nog niets bekend.\n"),
    }
}

fn municipality_row(one: &MunicipalityCoverage, ui: &Value) -> Vec<String> {
    let day = |day: Option<jiff::civil::Date>| day.map_or("-".to_owned(), |day| day.to_string());
    vec![
        one.name.clone(),
        format!("{} van {}", one.counts.known, one.counts.all),
        day(one.oldest),
        day(one.youngest),
        if one.confirmed { "ja" } else { "nee" }.to_owned(),
        one.questions.first().map_or("-", |question| words::question(ui, question.word)).to_owned(),
    ]
}

/// Columns as wide as their widest cell; the last one is not filled up.
fn columns(head: &[&str], rows: Vec<Vec<String>>) -> String {
    let head: Vec<String> = head.iter().map(|word| (*word).to_owned()).collect();
    let lines: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..lines[0].len()).map(width).collect();
    let mut text = String::new();
    for line in &lines {
        let cells: Vec<String> = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        text += cells.join("  ").trim_end();
        text.push('\n');
    }
    text
}
