//! One key of an input file as a field of a form: label, hint, choices and form, all from the schema.
//!
//! Three things have another shape in a form than in a file; `beheer/src/form.js` turns them round, and knows them by these marks:
//! a block with free names is a list of which each item begins with the field `_naam`; a file that is such a block has the one
//! field `_alles`; a text or a block is a list of at most one item with `types`. A list that is `onbekend` is a list with that word.

use serde_json::{Map, Value, json};

use super::may_be::{MayBe, branches, examples, nobody_knows, option, texts};
use crate::schema::{Kind, KnownNames, UNKNOWN, keys_of, schema};

/// What holds for all fields of a file.
pub(super) struct Form {
    /// Whether each language has a text of its own.
    pub(super) translated: bool,
    /// Whether an editor may add and remove entries of the file itself.
    pub(super) may_add: bool,
}

/// The official lists decide these.
const LOCKED: [&str; 3] = ["gemeente.gemeente.naam", "gemeente.gemeente.code", "gemeente.gemeente.provincie"];
/// A key that holds the name of a region file.
const REGION_KEYS: [&str; 2] = ["gemeente.regio", "regio.binnen"];
const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
/// From this many numbers on, typing is easier than choosing.
const MANY: u64 = 25;

/// The fields of a kind of file, in the standard order.
pub(super) fn fields_of_file(kind: Kind, names: &KnownNames, form: &Form) -> Value {
    let schema = schema(kind, names);
    let path = kind.name();
    match entries_of(&schema) {
        Some(entry) => {
            let mut all = named_list("_alles", &schema, entry, path, form);
            all["allow_add"] = form.may_add.into();
            all["allow_remove"] = form.may_add.into();
            json!([all])
        }
        None => Value::Array(fields(&schema, path, form)),
    }
}

fn fields(block: &Value, path: &str, form: &Form) -> Vec<Value> {
    let required: Vec<&str> = texts(block.get("required"));
    let properties = block.get("properties").cloned().unwrap_or_default();
    let field_of = |key: String| {
        let node = properties.get(&key)?;
        let mut field = field(&key, node, &format!("{path}.{key}"), form);
        if !required.contains(&key.as_str()) {
            field["required"] = false.into();
        }
        Some(field)
    };
    let mut all: Vec<Value> = keys_of(block).into_iter().filter_map(field_of).collect();
    tell_apart(&mut all);
    all
}

/// Keys that are names of steps have one title: each says its step too.
fn tell_apart(fields: &mut [Value]) {
    let labels: Vec<Value> = fields.iter().map(|field| field["label"].clone()).collect();
    for field in fields {
        if labels.iter().filter(|label| **label == field["label"]).count() > 1 {
            let (label, name) = (field["label"].as_str().unwrap_or_default(), field["name"].as_str().unwrap_or_default());
            field["label"] = format!("{label} ({name})").into();
        }
    }
}

fn field(name: &str, node: &Value, path: &str, form: &Form) -> Value {
    let may_be = MayBe::of(node);
    let shape = match &may_be {
        _ if LOCKED.contains(&path) => json!({ "widget": "string", "readonly": true }),
        _ if REGION_KEYS.contains(&path) => region(),
        MayBe { block: Some(block), text: Some(_), .. } => text_or_block(block, path, form),
        MayBe { block: Some(block), .. } => match entries_of(block) {
            Some(entry) => return named_list(name, node, entry, path, form),
            None => json!({ "widget": "object", "collapsed": true, "fields": fields(block, path, form) }),
        },
        MayBe { list: Some(items), .. } => list(items, path, form, may_be.unknown),
        MayBe { number: Some(number), .. } => one_number(number, may_be.unknown),
        MayBe { text: Some(text), .. } => one_text(node, text),
        MayBe { choices, .. } => json!({ "widget": "select", "options": plain(choices) }),
    };
    dressed(name, node, shape, form)
}

/// A field with its name, label and hint.
fn dressed(name: &str, node: &Value, shape: Value, form: &Form) -> Value {
    let mut field = Map::new();
    field.insert("name".to_owned(), name.into());
    field.insert("label".to_owned(), node.get("title").cloned().unwrap_or_else(|| name.into()));
    field.extend(super::into_map(shape));
    let hint = hint(node);
    if !hint.is_empty() {
        field.insert("hint".to_owned(), hint.into());
    }
    if form.translated {
        field.insert("i18n".to_owned(), true.into());
    }
    Value::Object(field)
}

/// The explanation, what can be typed, and what to do when nobody knows. Forms show no backticks.
fn hint(node: &Value) -> String {
    let words = node.get("description").and_then(Value::as_str).unwrap_or_default();
    let may_be = MayBe::of(node);
    let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let examples: Vec<String> = examples(node).iter().map(plain).filter(|example| example != UNKNOWN).collect();
    let mut hint = words.replace('`', "'");
    if !examples.is_empty() && may_be.choices.is_empty() {
        let stop = if examples.last().is_some_and(|last| last.ends_with(['.', '?', '!'])) { "" } else { "." };
        hint.push_str(&format!(" Bijvoorbeeld: {}{stop}", examples.join("; ")));
    }
    if may_be.unknown && may_be.choices.is_empty() {
        hint.push_str(" Weet niemand dit? Schrijf dan onbekend.");
    }
    hint.trim().to_owned()
}

/// A block of which an editor chooses the names.
fn named_list(name: &str, node: &Value, entry: &Value, path: &str, form: &Form) -> Value {
    let label = entry.get("title").and_then(Value::as_str).unwrap_or("Naam");
    let mut key = json!({
        "name": "_naam",
        "label": format!("Sleutel ({})", label.to_lowercase()),
        "widget": "string",
        "hint": "De naam waarmee andere plaatsen hiernaar verwijzen.",
    });
    if form.translated {
        key["i18n"] = true.into();
    }
    if !form.may_add {
        key["readonly"] = true.into();
    }
    let mut inner = vec![key];
    let entry_path = format!("{path}.*");
    match entry.get("properties") {
        Some(_) => inner.extend(fields(entry, &entry_path, form)),
        None => inner.push(field("_waarde", entry, &entry_path, form)),
    }
    let shape = json!({
        "widget": "list",
        "label_singular": label,
        "summary": "{{fields._naam}}",
        "collapsed": true,
        "minimize_collapsed": true,
        "fields": inner,
    });
    dressed(name, node, shape, form)
}

/// The block inside a block with free names.
fn entries_of(block: &Value) -> Option<&Value> {
    block.get("additionalProperties").filter(|entry| entry.is_object())
}

fn text_or_block(block: &Value, path: &str, form: &Form) -> Value {
    let mut sentence = json!({
        "name": "tekst",
        "label": "In één zin",
        "widget": "text",
        "hint": "Weet niemand dit? Schrijf dan onbekend.",
    });
    if form.translated {
        sentence["i18n"] = true.into();
    }
    json!({
        "widget": "list",
        "max": 1,
        "collapsed": false,
        "types": [
            { "name": "zin", "label": "Eén zin", "widget": "object", "fields": [sentence] },
            { "name": "contact", "label": "Contact met naam en adres", "widget": "object", "fields": fields(block, path, form) },
        ],
    })
}

fn list(items: &Value, path: &str, form: &Form, may_be_unknown: bool) -> Value {
    let inside = MayBe::of(items);
    if let Some(block) = inside.block {
        return json!({
            "widget": "list",
            "collapsed": true,
            "minimize_collapsed": true,
            "summary": first_of(block),
            "fields": fields(block, path, form),
        });
    }
    if inside.text.is_none() && !inside.choices.is_empty() {
        let mut options = inside.choices;
        if may_be_unknown {
            options.push(nobody_knows());
        }
        return json!({ "widget": "select", "multiple": true, "options": plain(&options) });
    }
    let mut item = json!({ "name": "item", "label": "Regel" });
    item.as_object_mut().into_iter().for_each(|field| field.extend(super::into_map(one_text(items, items))));
    if form.translated {
        item["i18n"] = true.into();
    }
    json!({ "widget": "list", "collapsed": false, "field": item })
}

/// What a folded item of a list shows.
fn first_of(block: &Value) -> String {
    keys_of(block).first().map_or_else(String::new, |key| format!("{{{{fields.{key}}}}}"))
}

fn one_number(number: &Value, may_be_unknown: bool) -> Value {
    let bound = |name: &str| number.get(name).and_then(Value::as_u64);
    match (bound("minimum"), bound("maximum")) {
        (Some(low), Some(high)) if high - low < MANY => {
            let mut options: Vec<Value> = (low..=high).map(|number| option(&number.into(), &number.to_string())).collect();
            if may_be_unknown {
                options.push(nobody_knows());
            }
            json!({ "widget": "select", "options": options })
        }
        _ => json!({ "widget": "number", "value_type": "int" }),
    }
}

fn one_text(node: &Value, text: &Value) -> Value {
    let pattern = branches(text).into_iter().find_map(|branch| branch.get("pattern")).and_then(Value::as_str);
    let message = branches(text).into_iter().find_map(|branch| branch.get("patternErrorMessage"));
    if pattern == Some(DAY) {
        return json!({
            "widget": "datetime",
            "type": "date",
            "format": "YYYY-MM-DD",
            "date_format": "YYYY-MM-DD",
            "time_format": false,
            "default": "",
        });
    }
    let Some(pattern) = pattern else {
        return json!({ "widget": if asks_for_sentences(node) { "text" } else { "string" } });
    };
    let message = message.and_then(Value::as_str).unwrap_or("dit heeft niet de goede vorm").replace('`', "'");
    json!({ "widget": "string", "pattern": [with_unknown(pattern, node), message] })
}

/// `onbekend` has another form than the value.
fn with_unknown(pattern: &str, node: &Value) -> String {
    let bare = pattern.trim_start_matches('^').trim_end_matches('$');
    match MayBe::of(node).unknown && !bare.contains(UNKNOWN) {
        true => format!("^({UNKNOWN}|{bare})$"),
        false => pattern.to_owned(),
    }
}

/// Whether the explanation speaks of sentences: those need room.
fn asks_for_sentences(node: &Value) -> bool {
    let words = node.get("description").and_then(Value::as_str).unwrap_or_default();
    let examples = examples(node);
    let longest = examples.iter().filter_map(Value::as_str).map(|example| example.chars().count()).max().unwrap_or(0);
    let speaks_of_sentences =
        words.split(|letter: char| !letter.is_alphabetic()).any(|word| matches!(word, "zin" | "zinnen"));
    node.get("maxLength").is_none() && (longest > 60 || speaks_of_sentences)
}

/// The files of regions are a collection themselves.
fn region() -> Value {
    json!({
        "widget": "relation",
        "collection": "regios",
        "search_fields": ["regio.naam"],
        "display_fields": ["regio.naam"],
        "value_field": "{{slug}}",
    })
}

/// Words that say it themselves need no label.
fn plain(options: &[Value]) -> Value {
    let says_itself = |option: &Value| option["label"] == option["value"];
    match options.iter().all(says_itself) {
        true => options.iter().map(|option| option["value"].clone()).collect(),
        false => options.into(),
    }
}
