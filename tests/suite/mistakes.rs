//! The table of mistakes in `docs/mistakes.md`: each row is a fixture of `tests/refusals/`, whose whole message is tested there.
//!
//! `UPDATE=1 cargo test mistakes` writes the table anew, with all fixtures.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use super::refusals::Fixture;
use super::site::{files, project};

const TABLE: &str = "docs/mistakes.md";

const HEAD: &str = "# Vergissingen en wat u dan ziet

Niemand hoeft alles in één keer goed te doen. Dit zijn vergissingen die mensen maken in gegevens, kopjes, teksten, links, datums, namen en bestanden. Bij elke staat wat het programma zegt en wat u kunt doen. \
Geen ervan komt zonder bericht op een pagina. Elke regel van deze lijst is een test (`tests/refusals/`), die ook de plaats in het bestand nakijkt.
";

/// A heading, and which files stand under it.
type Group = (&'static str, fn(&str) -> bool);

/// In the order of the table.
const GROUPS: &[Group] = &[
    ("Gegevens van een gemeente of regio", |path| path.starts_with("municipalities/") && !path.ends_with(".md")),
    ("Teksten", |path| path.ends_with(".md") || path.ends_with(".markdown")),
    ("Lijsten van gemeenten en plaatsen", |path| path.starts_with("content/register/")),
    ("Gedeelde bestanden", |_| true),
];

#[test]
fn at_least_forty_typical_mistakes_stand_in_a_table_with_the_message_that_each_gets() {
    let rows = rows();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(project().join(TABLE), table(&rows)).expect("written");
    }
    let text = fs::read_to_string(project().join(TABLE)).expect("the table is there");
    let known: BTreeSet<&String> = rows.values().flatten().collect();
    let shown: Vec<String> = text.lines().filter(|line| is_row(line)).map(str::to_owned).collect();
    let wrong: Vec<&String> = shown.iter().filter(|row| !known.contains(row)).collect();
    assert!(wrong.is_empty(), "no fixture says this, run `UPDATE=1 cargo test mistakes`: {wrong:#?}");
    assert!(shown.len() >= 180, "only {} mistakes are shown", shown.len());
}

/// A row of a table, and not its head or border.
fn is_row(line: &str) -> bool {
    line.starts_with("| ") && !line.starts_with("| Vergissing") && !line.starts_with("| ---")
}

/// Rows by the number of their group.
fn rows() -> BTreeMap<usize, Vec<String>> {
    let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for path in files("tests/refusals", ".md") {
        let fixture = Fixture::parse(&fs::read_to_string(&path).expect("readable"));
        let changed = fixture.changes.first().map(|(_, path, _)| path.as_str()).unwrap_or_default();
        let group = GROUPS.iter().position(|(_, has)| has(changed)).expect("the last group has all");
        rows.entry(group).or_default().push(row(&fixture));
    }
    rows.values_mut().for_each(|rows| rows.sort());
    rows
}

fn row(fixture: &Fixture) -> String {
    let said = fixture.expected.lines().next().unwrap_or_default();
    let help = fixture.expected.lines().find_map(|line| line.split_once("hulp: ")).map_or("", |(_, help)| help);
    format!("| {} | {} | {} |", cell(&fixture.title), cell(said), cell(help))
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}

fn table(rows: &BTreeMap<usize, Vec<String>>) -> String {
    let mut text = HEAD.to_owned();
    for (group, rows) in rows {
        text.push_str(&format!(
            "\n## {}\n\n| Vergissing | Wat u ziet | Wat u kunt doen |\n| --- | --- | --- |\n",
            GROUPS[*group].0
        ));
        rows.iter().for_each(|row| text.push_str(&format!("{row}\n")));
    }
    text
}
