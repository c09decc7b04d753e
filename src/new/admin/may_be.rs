//! What the value of a key may be, read from its schema: a block, a list, a number, a text, a choice, unknown.

use serde_json::{Value, json};

use crate::schema::UNKNOWN;

/// What a value may be.
pub(super) struct MayBe<'a> {
    /// A block of keys.
    pub(super) block: Option<&'a Value>,
    /// What an item of a list may be.
    pub(super) list: Option<&'a Value>,
    /// A whole number.
    pub(super) number: Option<&'a Value>,
    /// A text.
    pub(super) text: Option<&'a Value>,
    /// Words to choose from, as options of a form; `onbekend` is the last of them.
    pub(super) choices: Vec<Value>,
    /// Nobody knows.
    pub(super) unknown: bool,
}

impl<'a> MayBe<'a> {
    /// Of the schema of a key.
    pub(super) fn of(node: &'a Value) -> MayBe<'a> {
        let all = branches(node);
        let of_type = |name: &str| all.iter().copied().find(|branch| branch.get("type").is_some_and(|kind| kind == name));
        let words: Vec<(&Value, &str)> = all.iter().copied().flat_map(choices).collect();
        let known = words.iter().filter(|(word, _)| **word != UNKNOWN);
        let mut options: Vec<Value> = known.map(|(word, meaning)| option(word, meaning)).collect();
        let unknown = words.iter().any(|(word, _)| **word == UNKNOWN) || examples(node).contains(&UNKNOWN.into());
        if unknown && !options.is_empty() {
            options.push(nobody_knows());
        }
        MayBe {
            block: of_type("object"),
            list: of_type("array").and_then(|list| list.get("items")),
            number: of_type("integer"),
            text: all.iter().copied().find(|branch| {
                branch.get("enum").is_none() && branch.get("type").is_none_or(|kind| kind == "string") && is_text(branch)
            }),
            choices: options,
            unknown,
        }
    }
}

/// Examples of the key itself, of what it may be, or of an item of the list.
pub(super) fn examples(node: &Value) -> Vec<Value> {
    let own = node.get("examples").and_then(Value::as_array).cloned();
    let inner = || branches(node).into_iter().chain(node.get("items")).find_map(|branch| branch.get("examples"));
    own.or_else(|| inner().and_then(Value::as_array).cloned()).unwrap_or_default()
}

/// A text has a type, or a form only.
fn is_text(branch: &Value) -> bool {
    branch.get("type").is_some_and(|kind| kind == "string") || branch.get("pattern").is_some()
}

/// The words of a choice with their meaning.
fn choices(branch: &Value) -> Vec<(&Value, &str)> {
    let words = branch.get("enum").and_then(Value::as_array).into_iter().flatten();
    let meanings = texts(branch.get("enumDescriptions"));
    words.enumerate().map(|(index, word)| (word, meanings.get(index).copied().unwrap_or_default())).collect()
}

/// A word of a choice, with what a form shows for it.
pub(super) fn option(word: &Value, meaning: &str) -> Value {
    let own = word.as_str().map_or_else(|| word.to_string(), |word| word.replace('_', " "));
    let meaning = meaning.trim_end_matches('.');
    json!({ "label": if meaning.is_empty() { &own } else { meaning }, "value": word })
}

/// The choice of who does not know.
pub(super) fn nobody_knows() -> Value {
    option(&UNKNOWN.into(), "Onbekend: niemand weet dit nog")
}

/// The node itself, or everything that it may be.
pub(super) fn branches(node: &Value) -> Vec<&Value> {
    match node.get("anyOf").and_then(Value::as_array) {
        Some(inner) => inner.iter().flat_map(branches).collect(),
        None => vec![node],
    }
}

/// The texts of a list.
pub(super) fn texts(list: Option<&Value>) -> Vec<&str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}
