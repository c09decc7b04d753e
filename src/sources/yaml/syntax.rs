//! From text to tree: limits, and the Dutch words for what YAML itself does not accept.

use std::ops::Range;
use std::sync::Arc;

use serde_saphyr::{DuplicateKeyPolicy, Error, Location, MergeKeyPolicy, Options};

use super::tree::{Node, byte_range};
use super::typed::NotTyped;
use super::unclosed::{Cause, cause};
use super::{Source, events, neighbours, spaces};
use crate::diag::Diagnostic;

/// Most values in one file: a file of all facts has about four thousand.
pub(super) const MAX_NODES: usize = 20_000;
/// Deepest nesting: our own files need five levels.
pub(super) const MAX_DEPTH: usize = 16;

/// Parses a YAML text into a tree with places, or says in Dutch why not. `ready` is its tree, when it was parsed before.
pub(super) fn parse(yaml: &Source<'_>, ready: Option<Arc<Node>>) -> Result<Arc<Node>, Vec<Diagnostic>> {
    if is_empty(yaml.text) {
        let empty = Diagnostic::error("leeg-bestand", "dit bestand is leeg")
            .at(yaml.span(&(0..0)))
            .help("vul het bestand, of verwijder het als het niet nodig is");
        return Err(vec![empty]);
    }
    let spaces = spaces::problems(yaml);
    if !spaces.is_empty() {
        return Err(spaces);
    }
    match ready {
        Some(tree) => Ok(tree),
        None => tree(yaml.text).map(Arc::new).map_err(|error| vec![explain(yaml, &error)]),
    }
}

/// Lines of remarks are for editors: a file with nothing else says nothing.
fn is_empty(text: &str) -> bool {
    text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// Reads a text as a tree with our limits.
pub(super) fn tree(text: &str) -> Result<Node, Error> {
    events::tree(text).map_or_else(|| by_library(text), Ok)
}

/// The same by the library alone.
pub(super) fn by_library(text: &str) -> Result<Node, Error> {
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

/// The Dutch message for an error of the YAML library.
fn explain(yaml: &Source<'_>, error: &Error) -> Diagnostic {
    let location = error.location();
    let mut range = location.map_or(0..0, |location| place(yaml.text, location));
    if range.is_empty() && location.is_some() {
        range.end += 1;
    }
    known_cause(yaml, error, &range)
        .or_else(|| lone_sign(yaml, &range))
        .unwrap_or_else(|| syntax_problem(yaml, error, &range))
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

/// Errors that the library itself can name.
fn known_cause(yaml: &Source<'_>, error: &Error, range: &Range<usize>) -> Option<Diagnostic> {
    let before = &yaml.text[..range.start.min(yaml.text.len())];
    let (rule, message, help) = match error {
        Error::DuplicateMappingKey { key, .. } => (
            "dubbele-sleutel",
            format!("de sleutel `{}` staat hier voor de tweede keer", key.as_deref().unwrap_or("?")),
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
        _ => return None,
    };
    Some(yaml.error(rule, message, range).help(help))
}

/// `-` and `?` as a value mean something else in YAML, and to the editor they mean that nobody knows.
fn lone_sign(yaml: &Source<'_>, range: &Range<usize>) -> Option<Diagnostic> {
    let (before, after) = yaml.text.split_at_checked(range.start)?;
    let sign = after.lines().next().map(str::trim_end).filter(|rest| matches!(*rest, "-" | "?"))?;
    before.ends_with(": ").then(|| {
        yaml.error("geen-waarde", format!("`{sign}` is geen waarde"), range)
            .help("schrijf de waarde, of `onbekend` als niemand het weet")
    })
}

fn has_anchor(before: &str) -> bool {
    let last_line = before.rsplit('\n').next().unwrap_or("");
    last_line.contains(['&', '*']) || before.ends_with(['&', '*']) || last_line.trim_end().ends_with(':')
}

/// A value that fits its schema and still is no value of its type.
pub(super) fn not_typed(yaml: &Source<'_>, error: &NotTyped) -> Diagnostic {
    let (message, help) = syntax_words(&error.to_string());
    yaml.error("yaml-fout", message, error.range.as_ref().unwrap_or(&(0..0))).help(help)
}

/// The place and reason of an error that only has English words.
fn syntax_problem(yaml: &Source<'_>, error: &Error, range: &Range<usize>) -> Diagnostic {
    match cause(yaml.text, range.start) {
        Some(Cause::StaysOpen { at, sign: sign @ ('"' | '\'') }) => stays_open_quote(yaml, at, sign),
        Some(Cause::StaysOpen { at, sign }) => {
            let closing = if sign == '{' { '}' } else { ']' };
            yaml.error("open-haakje", format!("het haakje `{sign}` opent hier en sluit niet"), &(at..at + 1))
                .help(format!("zet `{closing}` aan het einde, en een komma tussen de onderdelen"))
        }
        Some(Cause::QuotesInside { at }) => yaml
            .error("dubbele-aanhalingstekens", "hier staan aanhalingstekens binnen aanhalingstekens", &(at..at + 1))
            .help("gebruik binnen de tekst ‘ en ’, en alleen om de hele tekst \""),
        None if error.to_string().to_lowercase().contains("mapping value") => {
            let (place, message, help) = neighbours::reason(yaml.text, range.start);
            yaml.error("yaml-fout", message, &place).help(help)
        }
        None => {
            let (message, help) = syntax_words(&error.to_string());
            yaml.error("yaml-fout", message, range).help(help)
        }
    }
}

fn stays_open_quote(yaml: &Source<'_>, at: usize, sign: char) -> Diagnostic {
    let rest = yaml.text[at + 1..].split(['\n', ',', '}']).next().unwrap_or("").trim_end();
    let is_short_form = sign == '\'' && (rest.starts_with("s-") || rest.starts_with("s ") || rest.starts_with("t "));
    let help = if is_short_form {
        format!("zet dubbele aanhalingstekens om de tekst: \"'{rest}\"")
    } else {
        format!("zet `{sign}` ook aan het einde van de tekst")
    };
    yaml.error("open-aanhalingsteken", format!("het aanhalingsteken `{sign}` opent hier en sluit niet"), &(at..at + 1))
        .help(help)
}

/// Turns the library's English reason into what is wrong and what an editor can do.
fn syntax_words(reason: &str) -> (&'static str, &'static str) {
    let reason = reason.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| reason.contains(word));
    if has(&["quoted"]) {
        ("een aanhalingsteken sluit niet", "zet het aanhalingsteken ook aan het einde van de tekst")
    } else if has(&["simple key", "expected ':'"]) {
        ("op deze regel staat geen sleutel met een dubbele punt", "zet een dubbele punt en een spatie achter de sleutel")
    } else if has(&["flow", "','", "bracket"]) {
        ("tussen deze haakjes klopt iets niet", "sluit de haakjes `{ }` of `[ ]`, en zet een komma tussen de onderdelen")
    } else if has(&["indent", "block mapping", "block collection"]) {
        (
            "deze regel springt niet even ver in als de regels erboven",
            "laat sleutels die bij elkaar horen even ver inspringen, met spaties",
        )
    } else {
        (
            "deze regel is niet te lezen",
            "vergelijk met de regels erboven: inspringing, dubbele punt met spatie, aanhalingstekens",
        )
    }
}
