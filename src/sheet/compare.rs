//! Holds a sheet against the files: what is different becomes a change, what cannot be becomes a finding.

use std::collections::BTreeMap;

use camino::Utf8PathBuf;
use serde_json::Value;

use super::cell;
use super::fields::{rows, spot};
use super::old_letters;
use super::read::{ReadRow, Sheet};
use crate::diag::{Diagnostic, Diagnostics, nearest};
use crate::edit::{self, EditError, Step};
use crate::schema::Kind;
use crate::sources::yaml::{layer_problems, plain_value, range_of};

/// A file of a municipality as it would become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The file, from the site folder.
    pub path: Utf8PathBuf,
    /// The text of now.
    pub before: String,
    /// The text with the values of the sheet.
    pub after: String,
}

/// A value that the sheet says differently.
struct Change<'a> {
    row: &'a ReadRow,
    steps: Vec<Step>,
    value: Option<Value>,
}

/// What the sheet changes in the files, by key of the municipality. Every row that cannot be is a finding.
pub fn compare(sheet: &Sheet, files: &BTreeMap<String, (Utf8PathBuf, String)>) -> (Vec<Proposal>, Diagnostics) {
    let mut problems = sheet.problems.clone();
    let mut by_key: BTreeMap<&str, Vec<&ReadRow>> = BTreeMap::new();
    for row in &sheet.rows {
        by_key.entry(&row.key).or_default().push(row);
    }
    let mut proposals = Vec::new();
    for (key, rows) in by_key {
        let Some((path, before)) = files.get(key) else {
            problems.push(unknown_municipality(sheet, rows[0], files));
            continue;
        };
        let changes = changes(sheet, key, &rows, before, &mut problems);
        if changes.is_empty() {
            continue;
        }
        if let Some(after) = apply(sheet, before, &changes, &mut problems) {
            proposals.push(Proposal { path: path.clone(), before: before.clone(), after });
        }
    }
    (proposals, problems)
}

fn unknown_municipality(sheet: &Sheet, row: &ReadRow, files: &BTreeMap<String, (Utf8PathBuf, String)>) -> Diagnostic {
    let key = &row.key;
    let problem = Diagnostic::error("onbekende-gemeente", format!("er is geen bestand `municipalities/{key}.yaml`"))
        .at(row.key_span)
        .label(sheet.place(0));
    match nearest(key, files.keys().map(String::as_str)) {
        Some(meant) => problem.help(format!("bedoelt u `{meant}`?")),
        None => problem.help("maak eerst het bestand van deze gemeente"),
    }
}

/// Rows that say something else than the file. Texts of cells are compared first: an untouched cell changes nothing.
fn changes<'a>(sheet: &Sheet, key: &str, read: &[&'a ReadRow], before: &str, problems: &mut Diagnostics) -> Vec<Change<'a>> {
    let value = plain_value(before).unwrap_or_default();
    let now = rows(key, "", &value);
    let now: BTreeMap<&str, &str> = now.iter().map(|row| (row.field.as_str(), row.value.as_str())).collect();
    let mut seen: BTreeMap<&str, &ReadRow> = BTreeMap::new();
    let mut changes = Vec::new();
    for row in read.iter().copied() {
        if let Some(first) = seen.insert(&row.field, row) {
            if first.value != row.value {
                problems.push(twice(sheet, row));
            }
            continue;
        }
        let Some(spot) = spot(&row.field) else {
            problems.push(unknown_field(sheet, row, &now));
            continue;
        };
        let old = now.get(row.field.as_str()).copied().unwrap_or_default();
        let is_untouched = row.value == old || (sheet.has_old_letters && row.value == old_letters::through(old));
        if is_untouched {
            continue;
        }
        let value = cell::read(&row.value, &spot.form);
        if value != cell::read(old, &spot.form) {
            changes.push(Change { row, steps: spot.steps, value });
        }
    }
    changes
}

fn twice(sheet: &Sheet, row: &ReadRow) -> Diagnostic {
    Diagnostic::error("dubbele-regel", format!("`{}` van `{}` staat er twee keer, met twee waarden", row.field, row.key))
        .at(row.value_span)
        .label(sheet.place(1))
        .help("haal een van de twee regels weg")
}

fn unknown_field(sheet: &Sheet, row: &ReadRow, now: &BTreeMap<&str, &str>) -> Diagnostic {
    let problem = Diagnostic::error("onbekend-veld", format!("het veld `{}` bestaat niet", row.field))
        .at(row.field_span)
        .label(sheet.place(2));
    match nearest(&row.field, now.keys().copied()) {
        Some(meant) => problem.help(format!("verander `{}` in `{meant}`", row.field)),
        None => problem.help("zet het veld terug zoals `ouderwijzer export` het schreef"),
    }
}

/// The text with all changes; `None`, with findings, when it would not be a right file any more.
fn apply(sheet: &Sheet, before: &str, changes: &[Change<'_>], problems: &mut Diagnostics) -> Option<String> {
    let was_tidy = edit::tidy(Kind::Municipality, before).is_ok_and(|tidy| tidy == before);
    let mut text = before.to_owned();
    let mut sets: Vec<&Change<'_>> = changes.iter().filter(|change| change.value.is_some()).collect();
    let mut removals: Vec<&Change<'_>> = changes.iter().filter(|change| change.value.is_none()).collect();
    sets.sort_by(|one, other| one.steps.cmp(&other.steps));
    // A cell that says nothing any more because rows below it now say more.
    removals.retain(|gone| !sets.iter().any(|set| set.steps.starts_with(&gone.steps)));
    // From the back: an item that goes must not change the number of one that goes after it.
    removals.sort_by(|one, other| other.steps.cmp(&one.steps));
    let mut failed = false;
    for change in sets.into_iter().chain(removals) {
        let changed = match &change.value {
            Some(value) => edit::set(&text, &change.steps, value),
            None => edit::remove(&text, &change.steps),
        };
        match changed {
            Ok(changed) => text = changed,
            Err(error) => {
                problems.push(cannot(sheet, change.row, &error));
                failed = true;
            }
        }
    }
    let found = layer_problems(&text);
    for problem in found.iter() {
        problems.push(in_the_sheet(sheet, problem, changes, &text));
    }
    if failed || found.has_errors() {
        return None;
    }
    // A tidy file stays tidy; in another one nothing moves.
    Some(if was_tidy { edit::tidy(Kind::Municipality, &text).unwrap_or(text) } else { text })
}

fn cannot(sheet: &Sheet, row: &ReadRow, error: &EditError) -> Diagnostic {
    let problem = Diagnostic::error("cel", format!("deze waarde van `{}` kan niet in het bestand: {error}", row.field))
        .at(row.value_span)
        .label(sheet.place(1));
    match error {
        EditError::NoPlace => problem.help("gebruik het eerste nummer dat nog vrij is, zoals `bijzonderheden.2.tekst`"),
        _ => problem.help(format!("verander deze waarde in `municipalities/{}.yaml` zelf", row.key)),
    }
}

/// A finding about the new text, at the cell that it comes from; else at the first changed cell of the municipality.
fn in_the_sheet(sheet: &Sheet, problem: &Diagnostic, changes: &[Change<'_>], text: &str) -> Diagnostic {
    let start = problem.span.map_or(0, |span| span.start);
    let is_inside = |change: &&Change<'_>| {
        change.value.is_some()
            && range_of(text, &pointer(&change.steps)).is_some_and(|range| (range.start..=range.end).contains(&start))
    };
    let change = changes.iter().find(is_inside).unwrap_or(&changes[0]);
    let mut moved = problem.clone().at(change.row.value_span);
    moved.label = Some(match &problem.label {
        Some(label) => format!("{}: {label}", sheet.place(1)),
        None => sheet.place(1),
    });
    moved
}

fn pointer(steps: &[Step]) -> String {
    let parts = steps.iter().map(|step| match step {
        Step::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Step::Item(index) => format!("/{index}"),
    });
    parts.collect()
}
