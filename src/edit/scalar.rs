//! Writes values as YAML: words without quotes where that is safe, long texts folded, short lists on one line.

use serde_json::{Map, Value};

use super::proof::meaning;

/// A line is folded, or a list broken off, when it would be longer than this.
const WIDTH: usize = 100;

/// What stands behind the `:` of a key at column `indent` (or behind the `-` of an item).
pub(super) fn behind_key(value: &Value, indent: usize) -> String {
    match value {
        Value::Object(fields) if !fields.is_empty() => format!("\n{}", block(fields, indent + 2)),
        Value::Array(items) if !items.is_empty() => list(items, indent + 2),
        Value::String(text) if is_foldable(text) && text.chars().count() + indent > WIDTH => folded(text, indent + 2),
        other => format!(" {}", on_one_line(other, false)),
    }
}

/// The lines of a block of keys at column `indent`.
pub(super) fn block(fields: &Map<String, Value>, indent: usize) -> String {
    let lines = fields
        .iter()
        .map(|(key, value)| format!("{}{}:{}", " ".repeat(indent), scalar(key, false), behind_key(value, indent)));
    lines.collect::<Vec<_>>().join("\n")
}

fn list(items: &[Value], indent: usize) -> String {
    let has_blocks = items.iter().any(|item| item.is_object() || item.is_array());
    let line = on_one_line(&Value::Array(items.to_vec()), false);
    if !has_blocks && line.chars().count() + indent <= WIDTH {
        return format!(" {line}");
    }
    let lines = items.iter().map(|item| format!("\n{}-{}", " ".repeat(indent), behind_dash(item, indent)));
    lines.collect()
}

/// What stands behind the `-` of an item at column `indent`.
pub(super) fn behind_dash(item: &Value, indent: usize) -> String {
    match item {
        Value::Object(fields) if !fields.is_empty() => format!(" {}", block(fields, indent + 2).trim_start()),
        other => behind_key(other, indent),
    }
}

/// A value inside `[ ]` or `{ }`, or behind a key on its line.
pub(super) fn on_one_line(value: &Value, inside_brackets: bool) -> String {
    match value {
        Value::String(text) => scalar(text, inside_brackets),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(|item| on_one_line(item, true)).collect::<Vec<_>>().join(", "))
        }
        Value::Object(fields) => {
            let inner: Vec<String> =
                fields.iter().map(|(key, value)| format!("{}: {}", scalar(key, true), on_one_line(value, true))).collect();
            if inner.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", inner.join(", ")) }
        }
        other => other.to_string(),
    }
}

/// A text without quotes when every reader of YAML sees the same text in it; else between double quotes.
fn scalar(text: &str, inside_brackets: bool) -> String {
    let quiet = |letter: char| letter.is_alphanumeric() || " -_/().,;%+&!?’‘'…–°€".contains(letter);
    // Other readers of YAML take digits for a number: a phone number would lose its first nought.
    let has_letters = text.chars().any(char::is_alphabetic) || text.parse::<jiff::civil::Date>().is_ok();
    let plain = has_letters
        && text.starts_with(|letter: char| letter.is_alphanumeric() || letter == '(')
        && text.chars().all(quiet)
        && !(inside_brackets && text.contains(','))
        && text.trim() == text
        && meaning(&format!("k: {text}")).is_ok_and(|read| read["k"] == *text);
    // JSON text is YAML text between double quotes.
    if plain { text.to_owned() } else { Value::String(text.to_owned()).to_string() }
}

/// Folding turns one space into a line end and back: nothing else may lie at the ends of a line.
fn is_foldable(text: &str) -> bool {
    text.trim() == text && !text.contains("  ") && !text.contains(|letter: char| letter.is_control())
}

fn folded(text: &str, indent: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().expect("there is a line");
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() + indent > WIDTH {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    let lines: String = lines.iter().map(|line| format!("\n{}{line}", " ".repeat(indent))).collect();
    format!(" >-{lines}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
    use serde_json::json;

    use super::behind_key;
    use crate::edit::proof::meaning;

    #[test]
    fn words_that_yaml_would_read_otherwise_get_quotes() {
        for (text, written) in [
            ("3 maanden", " 3 maanden"),
            ("0800-2000", " \"0800-2000\""),
            ("2019-12-31", " 2019-12-31"),
            ("0715165000", " \"0715165000\""),
            ("12", " \"12\""),
            ("true", " \"true\""),
            ("Jw:7.3.4", " \"Jw:7.3.4\""),
            ("zie #3", " \"zie #3\""),
            ("", " \"\""),
        ] {
            assert_eq!(behind_key(&json!(text), 0), written);
        }
    }

    #[test]
    fn a_long_text_is_folded_and_a_short_list_stays_on_its_line() {
        let text = "Een lange zin. ".repeat(10);
        assert!(behind_key(&json!(text.trim()), 2).starts_with(" >-\n    Een lange zin."));
        assert_eq!(behind_key(&json!(["a", "b, c"]), 2), " [a, \"b, c\"]");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn whatever_is_written_is_read_back(text in any::<String>(), words in "[a-zé0-9:,#'\"\\[\\]{} .-]{0,200}") {
            let value = json!({ "a": words, "b": [words, text], "c": { "d": text, "e": [{ "f": words, "g": 12 }] } });
            // Signs that no YAML text may hold are refused long before this.
            if !text.chars().any(|letter| letter.is_control() || letter == '\u{feff}' || letter == '\u{fffe}' || letter == '\u{ffff}') {
                let yaml = format!("k:{}\n", behind_key(&value, 0));
                prop_assert_eq!(meaning(&yaml).map(|read| read["k"].clone()), Ok(value), "{}", yaml);
            }
        }
    }
}
