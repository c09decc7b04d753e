//! Holds municipality files against the official register: a wrong name or code leads a parent to the wrong place.

use std::collections::BTreeMap;

use super::{Merged, Municipality};
use crate::diag::{Diagnostic, FileId, Span, nearest};
use crate::model::problems::Problems;
use crate::sources::raw::{Key, RawIdentity};
use crate::sources::yaml::{At, Loaded};
use crate::sources::{FormerMunicipality, RegisteredMunicipality, Sources};

/// Looks at every municipality file; a site without a register cannot.
pub(super) fn check(sources: &Sources, problems: &mut Problems<'_>) {
    if sources.register.municipalities.is_empty() {
        return;
    }
    for (key, layer) in &sources.municipalities {
        let Some(raw) = &layer.value.gemeente else { continue };
        let found = match &layer.value.opgegaan_in {
            Some(into) => former(key, raw, into, layer.file, sources),
            None => current(key, raw, layer.file, sources),
        };
        found.into_iter().for_each(|problem| problems.push(problem));
    }
}

fn current(key: &str, raw: &RawIdentity, file: FileId, sources: &Sources) -> Vec<Diagnostic> {
    let rows = &sources.register.municipalities;
    match rows.iter().find(|row| row.key == key) {
        Some(row) => {
            other_municipality(key, raw, row, file, rows).map_or_else(|| differences(raw, row, file), |one| vec![one])
        }
        None => vec![unknown(key, raw, file, sources)],
    }
}

/// Name and code belong together, but not to this file.
fn other_municipality(
    key: &str,
    raw: &RawIdentity,
    row: &RegisteredMunicipality,
    file: FileId,
    rows: &[RegisteredMunicipality],
) -> Option<Diagnostic> {
    let other = rows.iter().find(|other| other.code == raw.code.value.as_str() && other.name == raw.naam.value)?;
    (other.key != row.key).then(|| {
        Diagnostic::error("gemeente-klopt-niet", format!("dit bestand heet `{key}.yaml` en gaat over {}", other.name))
            .at(raw.naam.span(file))
            .help(format!("verander de bestandsnaam in `{}.yaml`, of vul hier {} in", other.key, row.name))
    })
}

fn differences(raw: &RawIdentity, row: &RegisteredMunicipality, file: FileId) -> Vec<Diagnostic> {
    let checks = [
        (Some((raw.code.value.as_str(), raw.code.span(file))), row.code.as_str(), "de code"),
        (Some((raw.naam.value.as_str(), raw.naam.span(file))), row.name.as_str(), "de naam"),
        (raw.provincie.as_ref().map(|at| (at.value.as_str(), at.span(file))), row.province.as_str(), "de provincie"),
    ];
    let wrong = checks.into_iter().filter_map(|(given, official, what)| {
        let (given, span) = given.filter(|(given, _)| *given != official)?;
        let message = format!("{what} van {} is niet `{given}`", row.name);
        Some(Diagnostic::error("gemeente-klopt-niet", message).at(span).help(format!("schrijf `{official}`")))
    });
    wrong.collect()
}

fn unknown(key: &str, raw: &RawIdentity, file: FileId, sources: &Sources) -> Diagnostic {
    if let Some(row) = former_row(raw, sources) {
        let into = current_of(row, sources);
        let into = into.map_or("…", |row| row.key.as_str());
        return Diagnostic::error("opgegane-gemeente", format!("de gemeente {} bestaat niet meer", row.name))
            .at(raw.naam.span(file))
            .help(format!("voeg `opgegaan_in: {into}` toe; het oude adres leidt dan naar de nieuwe gemeente"));
    }
    let rows = &sources.register.municipalities;
    let same_code = rows.iter().find(|row| row.code == raw.code.value.as_str()).map(|row| row.key.as_str());
    let help = match same_code.or_else(|| nearest(key, rows.iter().map(|row| row.key.as_str()))) {
        Some(meant) => format!("verander de bestandsnaam in `{meant}.yaml`"),
        None => "kijk in `content/register/gemeenten.csv`, kolom `sleutel`".to_owned(),
    };
    Diagnostic::error("onbekende-gemeente", format!("er is geen gemeente met de sleutel `{key}`"))
        .at(raw.naam.span(file))
        .help(help)
}

/// A file about a municipality that merged.
fn former(key: &str, raw: &RawIdentity, into: &At<Key>, file: FileId, sources: &Sources) -> Vec<Diagnostic> {
    let span: Span = into.span(file);
    if sources.register.municipalities.iter().any(|row| row.key == key) {
        let alive = Diagnostic::error("gemeente-bestaat-nog", format!("de gemeente {} bestaat nog", raw.naam.value));
        return vec![alive.at(span).help("haal de regel `opgegaan_in:` weg")];
    }
    let official = former_row(raw, sources).and_then(|row| current_of(row, sources));
    match official.filter(|row| row.key != into.value.as_str()) {
        Some(row) => {
            let message = format!("{} is niet opgegaan in `{}`", raw.naam.value, into.value.as_str());
            vec![Diagnostic::error("gemeente-klopt-niet", message).at(span).help(format!("schrijf `{}`", row.key))]
        }
        None => Vec::new(),
    }
}

fn former_row<'a>(raw: &RawIdentity, sources: &'a Sources) -> Option<&'a FormerMunicipality> {
    let rows = &sources.register.former;
    rows.iter()
        .find(|row| row.code == raw.code.value.as_str())
        .or_else(|| rows.iter().find(|row| row.name == raw.naam.value))
}

fn current_of<'a>(former: &FormerMunicipality, sources: &'a Sources) -> Option<&'a RegisteredMunicipality> {
    sources.register.municipalities.iter().find(|row| row.code == former.current_code)
}

/// The new municipality must be one of this site.
pub(super) fn check_merged(
    merged: &[Merged],
    municipalities: &BTreeMap<String, Municipality>,
    sources: &Sources,
    problems: &mut Problems<'_>,
) {
    for old in merged.iter().filter(|old| !municipalities.contains_key(&old.into)) {
        let path = format!("municipalities/{}.yaml", old.into);
        let found = sources.municipalities.get(&old.key).filter(|_| !problems.is_broken(path.as_str().into()));
        if let Some((layer, at)) = found.and_then(|layer| layer.value.opgegaan_in.as_ref().map(|at| (layer, at))) {
            problems.push(unknown_successor(at, layer, municipalities));
        }
    }
}

fn unknown_successor<T>(at: &At<Key>, layer: &Loaded<T>, municipalities: &BTreeMap<String, Municipality>) -> Diagnostic {
    let help = match nearest(at.value.as_str(), municipalities.keys().map(String::as_str)) {
        Some(meant) => format!("bedoelt u `{meant}`?"),
        None => "kies een sleutel uit `content/register/gemeenten.csv`".to_owned(),
    };
    Diagnostic::error("onbekende-gemeente", format!("de gemeente `{}` bestaat niet", at.value.as_str()))
        .at(at.span(layer.file))
        .help(help)
}
