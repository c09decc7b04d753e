//! Narrows a schema to one kind of file, and gives it the shape that editor programs complete best.

use serde_json::{Map, Value, json};

use super::Kind;

/// A municipality, a region and the country have one type; each may have only its own keys (`docs/content-format.md` §6).
pub(super) fn of_layer(kind: Kind, mut schema: Value) -> Value {
    let Some(fields) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return schema };
    let not_here: &[&str] = match kind {
        Kind::Municipality => &["binnen"],
        Kind::Region => &["gemeente", "opgegaan_in"],
        _ => &["gemeente", "opgegaan_in", "binnen", "regio"],
    };
    fields.retain(|name, _| !not_here.contains(&name.as_str()));
    if let Some(region) = fields.get_mut("regio") {
        let branch = if kind == Kind::Municipality { "else" } else { "then" };
        *region = region.get(branch).cloned().unwrap_or_default();
    }
    let required: &[&str] = match kind {
        Kind::Municipality => &["gemeente"],
        Kind::Region => &["regio"],
        _ => &[],
    };
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

/// `if … then … else` says exactly where a mistake is, which our own messages need; editors complete `anyOf` better.
pub(super) fn prefer_choices(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(prefer_choices),
        Value::Object(fields) => {
            if let (Some(block), Some(text)) = (fields.remove("then"), fields.remove("else")) {
                fields.remove("if");
                fields.insert("anyOf".to_owned(), json!([block, text]));
            }
            flatten_branches(fields);
            fields.values_mut().for_each(prefer_choices);
        }
        _ => {}
    }
}

/// A choice inside a choice is one choice.
fn flatten_branches(fields: &mut Map<String, Value>) {
    let Some(Value::Array(branches)) = fields.get_mut("anyOf") else { return };
    let flat: Vec<Value> = branches.drain(..).flat_map(inner_branches).collect();
    *branches = flat;
}

fn inner_branches(branch: Value) -> Vec<Value> {
    let Value::Object(mut fields) = branch else { return vec![branch] };
    if let (Some(block), Some(text)) = (fields.get("then").cloned(), fields.get("else").cloned()) {
        return vec![block, text];
    }
    match fields.remove("anyOf") {
        Some(Value::Array(inner)) if fields.is_empty() => inner,
        Some(other) => {
            fields.insert("anyOf".to_owned(), other);
            vec![Value::Object(fields)]
        }
        None => vec![Value::Object(fields)],
    }
}

/// The schema of what stands under a key; `*` is an item of a list.
pub(crate) fn inside<'a>(schema: &'a Value, key: &str) -> Option<&'a Value> {
    if key == "*" {
        return branches(schema).into_iter().find_map(|branch| branch.get("items"));
    }
    let block = block_of(schema)?;
    let named = block.get("properties").and_then(|fields| fields.get(key));
    named.or_else(|| block.get("additionalProperties").filter(|entry| entry.is_object()))
}

/// Of a choice, the branch that is a block of keys.
pub(crate) fn block_of(schema: &Value) -> Option<&Value> {
    branches(schema).into_iter().find(|branch| branch.get("type").is_some_and(|name| name == "object"))
}

/// The schema itself, or everything that it may be.
fn branches(schema: &Value) -> Vec<&Value> {
    let choices = schema.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    let choices = choices.chain(schema.get("then")).chain(schema.get("else"));
    let inner: Vec<&Value> = choices.flat_map(branches).collect();
    if inner.is_empty() { vec![schema] } else { inner }
}
