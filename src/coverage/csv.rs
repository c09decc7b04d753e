//! Coverage for a spreadsheet: a row for each municipality.

use jiff::civil::Date;
use serde_json::Value;

use super::{Coverage, MunicipalityCoverage, words};

const HEAD: [&str; 13] = [
    "sleutel",
    "naam",
    "eigen_bestand",
    "bevestigd",
    "gegevens",
    "bekend",
    "met_dag",
    "onbekend",
    "oudste",
    "jongste",
    "vraag_1",
    "vraag_2",
    "vraag_3",
];

/// A head and a row for each municipality. `ui` are the words of the interface.
pub fn csv(coverage: &Coverage, ui: &Value) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let in_memory = "writing to memory cannot fail, and every row is as long as the head";
    writer.write_record(HEAD).expect(in_memory);
    for one in &coverage.municipalities {
        writer.write_record(row(one, ui)).expect(in_memory);
    }
    String::from_utf8(writer.into_inner().expect(in_memory)).expect("made of texts")
}

fn row(one: &MunicipalityCoverage, ui: &Value) -> [String; HEAD.len()] {
    let yes = |is: bool| if is { "ja" } else { "nee" }.to_owned();
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let question = |number: usize| one.questions.get(number).map_or("", |asked| words::question(ui, asked.word)).to_owned();
    [
        one.key.clone(),
        one.name.clone(),
        yes(one.described),
        yes(one.confirmed),
        one.counts.all.to_string(),
        one.counts.known.to_string(),
        one.counts.dated.to_string(),
        one.counts.unknown().to_string(),
        day(one.oldest),
        day(one.youngest),
        question(0),
        question(1),
        question(2),
    ]
}
