//! The JSON Schema of an input type: what an editor program knows of a file, and what a file is held against.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::form;

/// The JSON Schema (draft 7, without references) of an input type.
pub(crate) fn schema_of<T: JsonSchema>() -> Value {
    let mut settings = SchemaSettings::draft07();
    settings.inline_subschemas = true;
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    flatten_choices(&mut schema);
    name_forms(&mut schema);
    schema
}

/// A choice whose words are explained comes as `oneOf`; as one `enum` a slip is answered with the list of words.
fn flatten_choices(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(flatten_choices),
        Value::Object(fields) => {
            forbid_nothing(fields);
            if let Some(words) = fields.get("oneOf").and_then(constants) {
                fields.remove("oneOf");
                fields.insert("enum".to_owned(), Value::Array(words));
            }
            fields.values_mut().for_each(flatten_choices);
            if let Some(words) = fields.get("anyOf").and_then(choice_or_unknown) {
                fields.remove("anyOf");
                fields.insert("enum".to_owned(), Value::Array(words));
            }
        }
        _ => {}
    }
}

/// A key may be left out, but a key without a value is a slip: an `Option` does not make `null` a value.
fn forbid_nothing(fields: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = fields.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            fields.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(words)) = fields.get_mut("enum") {
        words.retain(|word| !word.is_null());
    }
    if let Some(Value::Array(branches)) = fields.get_mut("anyOf") {
        branches.retain(|branch| branch.get("type").is_none_or(|name| name != "null"));
        if let [Value::Object(only)] = branches.as_slice() {
            let only = only.clone();
            fields.remove("anyOf");
            fields.extend(only);
        }
    }
}

fn constants(branches: &Value) -> Option<Vec<Value>> {
    branches.as_array()?.iter().map(|branch| branch.get("const").cloned()).collect()
}

/// A choice that may also be `onbekend` is one list of words.
fn choice_or_unknown(branches: &Value) -> Option<Vec<Value>> {
    let [choice, unknown] = branches.as_array()?.as_slice() else { return None };
    let mut words = choice.get("enum")?.as_array()?.clone();
    words.push(unknown.get("const")?.clone());
    Some(words)
}

/// Every text that has no form of its own gets a form of words (see [`form`]).
fn name_forms(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(name_forms),
        Value::Object(fields) => {
            let has_form = ["enum", "const", "pattern", "format"].iter().any(|name| fields.contains_key(*name));
            if fields.get("type").is_some_and(|name| name == "string") && !has_form {
                let may_be_unknown = fields.get("x-onbekend") == Some(&Value::Bool(true));
                let bare = fields.get("x-opmaak").is_some_and(|marks| marks == "geen");
                fields.insert("format".to_owned(), form::of_words(may_be_unknown, bare).into());
            }
            fields.values_mut().for_each(name_forms);
        }
        _ => {}
    }
}
