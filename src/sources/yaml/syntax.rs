//! From text to tree: limits, and the Dutch words for what YAML itself does not accept.

use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_saphyr::{DuplicateKeyPolicy, Error, Location, MergeKeyPolicy, Options};

use super::Source;
use super::tree::{Node, byte_range};
use crate::diag::Diagnostic;

/// Most values in one file: a file of all facts has about four thousand.
const MAX_NODES: usize = 20_000;
/// Deepest nesting: our own files need five levels.
const MAX_DEPTH: usize = 16;

/// Parses a YAML text into a tree with places, or says in Dutch why not.
pub(super) fn parse(yaml: &Source<'_>) -> Result<Node, Vec<Diagnostic>> {
    if yaml.text.trim().is_empty() {
        let empty = Diagnostic::error("leeg-bestand", "dit bestand is leeg")
            .at(yaml.span(&(0..0)))
            .help("vul het bestand, of verwijder het als het niet nodig is");
        return Err(vec![empty]);
    }
    let tabs = tabs_in_indent(yaml);
    if !tabs.is_empty() {
        return Err(tabs);
    }
    typed::<Node>(yaml.text).map_err(|error| vec![explain(yaml, &error)])
}

/// Reads a text as `T` with our limits.
pub(super) fn typed<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_saphyr::from_str_with_options(text, options())
}

fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_nodes: MAX_NODES,
            max_depth: MAX_DEPTH,
            max_anchors: 0,
            max_aliases: 0,
            max_documents: 1,
        },
        duplicate_keys: DuplicateKeyPolicy::Error,
        merge_keys: MergeKeyPolicy::Error,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
    }
}

fn tabs_in_indent(yaml: &Source<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in yaml.text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indent].find('\t') {
            let place = start + tab..start + tab + 1;
            found.push(
                yaml.error("tab-in-yaml", "hier staat een tab", &place)
                    .label("tab")
                    .help("vervang de tab door spaties, twee per niveau"),
            );
        }
        start += line.len();
    }
    found
}

/// The Dutch message for an error of the YAML library.
pub(super) fn explain(yaml: &Source<'_>, error: &Error) -> Diagnostic {
    let location = error.location();
    let mut range = location.map_or(0..0, |location| place(yaml.text, location));
    if range.is_empty() && location.is_some() {
        range.end += 1;
    }
    let (rule, message, help) = words(error, &yaml.text[..range.start.min(yaml.text.len())]);
    yaml.error(rule, message, &range).help(help)
}

/// Byte range of a location; errors of the scanner know only line and column.
fn place(text: &str, location: Location) -> Range<usize> {
    if location.span().byte_offset().is_some() {
        return byte_range(location);
    }
    let line = usize::try_from(location.line()).unwrap_or(1).saturating_sub(1);
    let column = usize::try_from(location.column()).unwrap_or(1).saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let within = text[start..].char_indices().nth(column).map_or(0, |(at, _)| at);
    let at = (start + within).min(text.trim_end().len());
    at..at
}

fn words(error: &Error, before: &str) -> (&'static str, String, String) {
    match error {
        Error::DuplicateMappingKey { key, .. } => (
            "dubbele-sleutel",
            format!("de sleutel `{}` staat hier twee keer", key.as_deref().unwrap_or("?")),
            "laat één van de twee staan".into(),
        ),
        Error::Budget { .. } if has_anchor(before) => (
            "anker-in-yaml",
            "dit bestand gebruikt een anker (`&`) of een verwijzing (`*`)".into(),
            "schrijf de waarde voluit, of zet de tekst tussen aanhalingstekens".into(),
        ),
        Error::Budget { .. } => (
            "te-groot",
            "dit bestand heeft te veel regels of te veel niveaus".into(),
            format!("hoogstens {MAX_NODES} waarden en {MAX_DEPTH} niveaus; controleer of het goede bestand hier staat"),
        ),
        Error::MergeKeyNotAllowed { .. } | Error::UnknownAnchor { .. } | Error::AliasError { .. } => (
            "anker-in-yaml",
            "dit bestand gebruikt een verwijzing (`*` of `<<`)".into(),
            "schrijf de waarde voluit, of zet de tekst tussen aanhalingstekens".into(),
        ),
        Error::MultipleDocuments { .. } => {
            ("yaml-fout", "hier begint een tweede document (`---`)".into(), "haal de regel met `---` weg".into())
        }
        other => ("yaml-fout", "deze regel is geen geldige YAML".into(), syntax_help(&other.to_string(), before)),
    }
}

fn has_anchor(before: &str) -> bool {
    let last_line = before.rsplit('\n').next().unwrap_or("");
    last_line.contains(['&', '*']) || before.ends_with(['&', '*']) || last_line.trim_end().ends_with(':')
}

/// Turns the library's English reason into what an editor can do.
fn syntax_help(reason: &str, before: &str) -> String {
    let reason = reason.to_lowercase();
    let quotes_open = before.rsplit('\n').next().is_some_and(|line| line.matches('"').count() % 2 == 1);
    let help = if reason.contains("mapping values are not allowed") || reason.contains("mapping value") {
        "staat er een dubbele punt in de tekst? Zet de tekst dan tussen aanhalingstekens. Controleer ook de inspringing"
    } else if quotes_open || reason.contains("quoted") {
        "sluit de aanhalingstekens"
    } else if reason.contains("simple key") || reason.contains("expected ':'") {
        "zet een dubbele punt en een spatie achter de sleutel"
    } else if reason.contains("flow") || reason.contains("','") || reason.contains("bracket") {
        "sluit de haakjes `{ }` of `[ ]`, en zet een komma tussen de onderdelen"
    } else if reason.contains("indent") || reason.contains("block mapping") || reason.contains("block collection") {
        "laat sleutels die bij elkaar horen even ver inspringen, met spaties"
    } else {
        "vergelijk deze regel met de regels erboven: inspringing, dubbele punt met spatie, aanhalingstekens"
    };
    help.to_owned()
}
