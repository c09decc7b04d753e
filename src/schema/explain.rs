//! Puts the Dutch words of the table into a schema.

use serde_json::{Map, Value, json};

use super::{Kind, Words};

/// The word that stands for a value that nobody knows.
pub(crate) const UNKNOWN: &str = "onbekend";
/// What `onbekend` means, wherever it is a value (fact M-R4).
const UNKNOWN_TEXT: &str = "Niemand weet dit nog. De pagina toont dan een vraag die een ouder kan stellen.";

/// Where a key stands.
pub(super) struct Place<'a> {
    /// The path: `@gemeente.duur.streef`, with `*` for a name that an editor chooses.
    pub(super) path: &'a str,
}

/// Calls `look` for the file itself, for every key, and for every entry of a map with free names.
pub(super) fn visit(kind: Kind, schema: &mut Value, look: &mut impl FnMut(&Place<'_>, &mut Value)) {
    visit_key(&format!("@{}", kind.name()), schema, look);
}

fn visit_key(path: &str, node: &mut Value, look: &mut impl FnMut(&Place<'_>, &mut Value)) {
    look(&Place { path }, node);
    visit_inside(path, node, look);
}

fn visit_inside(path: &str, node: &mut Value, look: &mut impl FnMut(&Place<'_>, &mut Value)) {
    let Value::Object(fields) = node else { return };
    if let Some(Value::Object(keys)) = fields.get_mut("properties") {
        for (name, key) in keys {
            visit_key(&format!("{path}.{name}"), key, look);
        }
    }
    if let Some(entry @ Value::Object(_)) = fields.get_mut("additionalProperties") {
        visit_key(&format!("{path}.*"), entry, look);
    }
    for same_place in ["items", "then", "else"] {
        if let Some(inner) = fields.get_mut(same_place) {
            visit_inside(path, inner, look);
        }
    }
    if let Some(Value::Array(branches)) = fields.get_mut("anyOf") {
        branches.iter_mut().for_each(|branch| visit_inside(path, branch, look));
    }
}

/// The words of a choice, also of a choice in a list or beside `onbekend`.
#[cfg(test)]
pub(super) fn choices(node: &Value) -> Vec<String> {
    let mut found: Vec<String> = node
        .get("enum")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    found.extend(node.get("items").map(choices).unwrap_or_default());
    found.extend(node.get("anyOf").and_then(Value::as_array).into_iter().flatten().flat_map(choices));
    found
}

/// Gives every key its title, explanation, examples, and the meaning of each word of a choice.
pub(super) fn explain(kind: Kind, schema: &mut Value) {
    visit(kind, schema, &mut |place, node| {
        if let Some(words) = Words::of(place.path) {
            name(node, words, true);
        }
    });
}

fn name(node: &mut Value, words: &Words, is_key: bool) {
    let Value::Object(fields) = node else { return };
    let may_be_unknown = may_be_unknown(fields);
    fields.insert("title".to_owned(), words.title.as_str().into());
    fields.insert("description".to_owned(), words.text.as_str().into());
    if is_key {
        fields.insert("markdownDescription".to_owned(), marked(words, may_be_unknown).into());
    }
    explain_choices(fields, words);
    let examples: Vec<Value> = words.examples.clone();
    let is_plain =
        fields.get("type").is_some_and(|name| name == "string" || name == "integer") && !fields.contains_key("enum");
    if is_plain && !examples.is_empty() {
        fields.insert("examples".to_owned(), with_unknown(examples, may_be_unknown));
    } else if is_plain && may_be_unknown {
        fields.insert("examples".to_owned(), json!([UNKNOWN]));
    }
    if let Some(items) = fields.get_mut("items").filter(|items| !is_block(items)) {
        name(items, words, false);
    }
    if let Some(Value::Array(branches)) = fields.get_mut("anyOf") {
        branches.iter_mut().for_each(|branch| match branch.get("const") {
            Some(_) => *branch = json!({ "enum": [UNKNOWN], "enumDescriptions": [UNKNOWN_TEXT], "title": "Onbekend", "description": UNKNOWN_TEXT }),
            None => name(branch, words, false),
        });
    }
}

fn is_block(schema: &Value) -> bool {
    schema.get("type").is_some_and(|name| name == "object")
}

fn may_be_unknown(fields: &Map<String, Value>) -> bool {
    let branches = fields.get("anyOf").and_then(Value::as_array);
    fields.get("x-onbekend") == Some(&Value::Bool(true))
        || branches.is_some_and(|list| list.iter().any(|branch| branch.get("const") == Some(&UNKNOWN.into())))
}

fn with_unknown(mut examples: Vec<Value>, may_be_unknown: bool) -> Value {
    if may_be_unknown {
        examples.push(UNKNOWN.into());
    }
    Value::Array(examples)
}

fn explain_choices(fields: &mut Map<String, Value>, words: &Words) {
    let Some(Value::Array(options)) = fields.get("enum") else { return };
    let texts: Vec<&str> = options
        .iter()
        .map(|option| match option.as_str() {
            Some(option) => words.choices.get(option).map_or(UNKNOWN_TEXT, String::as_str),
            None => "",
        })
        .collect();
    fields.insert("enumDescriptions".to_owned(), json!(texts));
}

/// The explanation for editors that show Markdown: what it is, then what can be typed.
fn marked(words: &Words, may_be_unknown: bool) -> String {
    let mut text = words.text.clone();
    if !words.examples.is_empty() {
        let examples: Vec<String> = words.examples.iter().map(|example| format!("`{}`", plain(example))).collect();
        text.push_str(&format!("\n\nBijvoorbeeld: {}", examples.join(", ")));
    }
    if !words.choices.is_empty() {
        text.push_str("\n\nU kunt kiezen uit:\n");
        for (word, meaning) in &words.choices {
            text.push_str(&format!("\n- `{word}`: {meaning}"));
        }
    }
    if may_be_unknown || words.choices.contains_key(UNKNOWN) {
        text.push_str(&format!("\n\nWeet u het niet? Schrijf `{UNKNOWN}`."));
    }
    text
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// Turns what our own checker reads (`x-…`, `format`) into what an editor shows: Dutch messages.
pub(super) fn finish(kind: Kind, schema: &mut Value) {
    let mut root = schema.take();
    tidy(&mut root);
    if let Value::Object(fields) = &mut root {
        fields.insert("$schema".to_owned(), "http://json-schema.org/draft-07/schema#".into());
        fields.insert(
            "$comment".to_owned(),
            format!("Gemaakt door `ouderwijzer schema {}`; niet met de hand veranderen.", kind.name()).into(),
        );
    }
    *schema = root;
}

fn tidy(node: &mut Value) {
    match node {
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Object(fields) => {
            if fields.contains_key("type") || fields.contains_key("enum") || fields.contains_key("anyOf") {
                put_messages(fields);
            }
            for name in ["x-vorm", "x-onbekend", "x-opmaak", "format", "default"] {
                fields.remove(name);
            }
            fields.values_mut().for_each(tidy);
        }
        _ => {}
    }
}

fn put_messages(fields: &mut Map<String, Value>) {
    if let Some(form) = fields.get("x-vorm").and_then(Value::as_str) {
        let message = format!("schrijf {form}");
        fields.insert("patternErrorMessage".to_owned(), message.into());
    }
    if let Some(message) = message(fields) {
        fields.insert("errorMessage".to_owned(), message.into());
    }
}

fn message(fields: &Map<String, Value>) -> Option<String> {
    if let Some(Value::Array(options)) = fields.get("enum") {
        return (options.len() <= 40)
            .then(|| format!("dit kan hier niet; u kunt kiezen uit: {}", list(options.iter().map(plain))));
    }
    match fields.get("type").and_then(Value::as_str)? {
        "object" => {
            let keys = fields.get("properties").and_then(Value::as_object)?;
            Some(format!("hier kunnen alleen deze sleutels staan: {}", list(keys.keys().cloned())))
        }
        "array" => Some("hier hoort een lijst; schrijf bijvoorbeeld [een, twee]".to_owned()),
        "integer" => Some("hier hoort een heel getal".to_owned()),
        "string" => Some("hier hoort een tekst; zet aanhalingstekens om een getal".to_owned()),
        _ => None,
    }
}

fn list(words: impl Iterator<Item = String>) -> String {
    words.map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
