//! The words of messages about values: what was expected, what stands there, what to type.

use jsonschema::ValidationError;
use serde_json::Value;

use super::parent_path;
use crate::day;
use crate::sources::yaml::form::means_unknown;
use crate::sources::yaml::known::UNKNOWN;
use crate::sources::yaml::tree::unescape;

/// Words that YAML of other programs reads as yes or no.
pub(super) fn yes_no<'a>(text: &str, choices: &[&'a str]) -> Option<&'a str> {
    let meant = match text.to_lowercase().as_str() {
        "yes" | "true" | "on" | "y" | "j" => "ja",
        "no" | "false" | "off" | "n" => "nee",
        _ => return None,
    };
    choices.iter().copied().find(|choice| *choice == meant)
}

/// ` in \`duur\``, or nothing for the outermost block.
pub(super) fn inside(pointer: &str) -> String {
    last_name(pointer).map(|name| format!(" in `{name}`")).unwrap_or_default()
}

/// `bij \`duur\``, or `hier` for the outermost block.
pub(super) fn at_key(pointer: &str) -> String {
    last_name(pointer).map_or_else(|| "hier".to_owned(), |name| format!("bij `{name}`"))
}

fn last_name(pointer: &str) -> Option<String> {
    pointer.rsplit('/').find(|part| !part.is_empty() && part.parse::<usize>().is_err()).map(unescape)
}

/// Words between backticks.
pub(super) fn quoted_list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// What a type is called.
pub(super) fn expected_words(expected: Option<&str>) -> &'static str {
    match expected {
        Some("string") => "een tekst",
        Some("integer" | "number") => "een heel getal",
        Some("array") => "een lijst",
        Some("object") => "een blok met sleutels",
        _ => "iets anders",
    }
}

/// What stands there.
pub(super) fn given_words(given: &Value) -> String {
    match given {
        Value::Null => "niets".into(),
        Value::Bool(value) => format!("`{value}`"),
        Value::Number(number) => format!("het getal `{number}`"),
        Value::String(text) if text.chars().count() <= 40 => format!("de tekst `{text}`"),
        Value::String(_) => "een tekst".into(),
        Value::Array(_) => "een lijst".into(),
        Value::Object(_) => "een blok met sleutels".into(),
    }
}

/// What to type in place of a value of another type.
pub(super) fn type_help(given: &Value, expected: Option<&str>, schema: &Value) -> String {
    match (given, expected) {
        (Value::Number(number), Some("string")) => number_as_text(&number.to_string(), schema),
        (Value::Bool(value), _) => format!("schrijf `{}`", if *value { "ja" } else { "nee" }),
        (Value::String(text), Some("array")) if text.starts_with('-') => "zet een spatie achter het streepje".into(),
        (Value::String(text), Some("array")) if text.chars().count() <= 40 => format!("maak er een lijst van: [{text}]"),
        (Value::Object(_), Some("string")) => "zet de hele tekst tussen aanhalingstekens, met de dubbele punt erin".into(),
        (_, Some("array")) => "zet elk onderdeel op een eigen regel, met een streepje ervoor".into(),
        (_, Some("object")) => "zet de sleutels op eigen regels eronder, twee spaties verder".into(),
        (Value::String(text), Some("integer" | "number")) => only_the_number(text),
        (_, Some("integer" | "number")) => "schrijf alleen het getal, zonder komma".into(),
        _ => "schrijf een gewone tekst op deze regel".into(),
    }
}

/// For a value that may also be unknown.
pub(super) fn or_unknown(help: String) -> String {
    help + ", of `onbekend` als niemand het weet"
}

/// A number becomes a text between quotes, when it has the form of that text.
fn number_as_text(number: &str, schema: &Value) -> String {
    match (fits(number, schema), schema.get("x-vorm").and_then(Value::as_str)) {
        (false, Some(form)) => format!("schrijf {form}"),
        _ => format!("zet het tussen aanhalingstekens: \"{number}\""),
    }
}

fn only_the_number(text: &str) -> String {
    let digits = digits_for_letters(text);
    let number: String = digits.chars().skip_while(|sign| !sign.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    if number.is_empty() {
        "schrijf alleen het getal, in cijfers".into()
    } else {
        format!("schrijf alleen het getal: {number}")
    }
}

/// What to add for a key that is missing.
pub(super) fn missing_help(key: &str, wanted: &Value) -> String {
    if let Some(words) = wanted.get("enum").and_then(Value::as_array) {
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        return format!("voeg `{key}:` toe, met een van deze woorden: {}", quoted_list(&words));
    }
    match (wanted.get("x-vorm").and_then(Value::as_str), wanted.get("type").and_then(Value::as_str)) {
        (Some(form), _) => format!("voeg `{key}:` toe, met {form}"),
        (None, Some("array")) => format!("voeg `{key}:` toe, met een lijst tussen `[` en `]`"),
        (None, Some("object")) => format!("voeg `{key}:` toe, met een blok eronder"),
        _ => format!("voeg `{key}:` toe, met een tekst"),
    }
}

/// Whether `onbekend` is a value here: said by the schema itself, or by the choice around it.
pub(super) fn unknown_allowed(schema: &Value, root: &Value, error: &ValidationError<'_>) -> bool {
    let says_so = |schema: &Value| {
        let branches = schema.get("anyOf").and_then(Value::as_array);
        schema.get("x-onbekend") == Some(&Value::Bool(true))
            || branches.is_some_and(|list| list.iter().any(|branch| branch.get("const") == Some(&UNKNOWN.into())))
    };
    let path = parent_path(error);
    // Of a block or a list that may be unknown, the keys and the items may not.
    let is_inside = |at: usize| path[at..].contains("/properties/") || path[at..].contains("/items");
    let around = path.rfind("/anyOf/").filter(|at| !is_inside(*at)).map(|at| &path[..at]);
    says_so(schema) || around.and_then(|path| root.pointer(path)).is_some_and(says_so)
}

/// A slip of which it is clear what was meant: a Dutch date, the letter o for a nought, `http`, other words for `onbekend`.
pub(super) fn kept_form(text: &str, schema: &Value, may_be_unknown: bool) -> Option<String> {
    if may_be_unknown && means_unknown(text) {
        return Some(UNKNOWN.to_owned());
    }
    let candidates = [
        text.trim().trim_matches(['“', '”', '„', '‘', '’', '"', '\'']).to_owned(),
        digits_for_letters(text),
        text.replacen("+31 ", "0", 1).replacen("+31", "0", 1),
        day::read(text).map(|day| day.to_string()).unwrap_or_default(),
        text.replacen("http://", "https://", 1),
        format!("https://{text}"),
        text.to_lowercase().replace([' ', '_'], "-"),
        text.to_uppercase(),
    ];
    candidates.into_iter().find(|candidate| candidate != text && fits(candidate, schema))
}

/// Whether a text has the pattern of a schema.
pub(super) fn fits(text: &str, schema: &Value) -> bool {
    let only_text = serde_json::json!({ "type": "string", "pattern": schema.get("pattern") });
    schema.get("pattern").is_some() && jsonschema::is_valid(&only_text, &Value::String(text.to_owned()))
}

fn digits_for_letters(text: &str) -> String {
    text.replace(['o', 'O'], "0").replace(['l', 'I'], "1")
}
