//! Which rows a municipality has: every value of its file, and every question that its file does not answer yet.

use serde_json::Value;

use super::cell::{Form, written};
use crate::edit::Step;
use crate::schema::{Kind, UNKNOWN, Words, block_of, inside, keys_of, shape};

/// One value of one municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Name of the municipality.
    pub municipality: String,
    /// Key of the municipality.
    pub key: String,
    /// The block, in Dutch.
    pub part: String,
    /// The question, in Dutch.
    pub question: String,
    /// The text of the cell; empty when the file says nothing.
    pub value: String,
    /// What can be filled in.
    pub explanation: String,
    /// The words to choose from; empty when anything goes.
    pub choices: Vec<String>,
    /// The path, as in `duur.streef` or `bijzonderheden.1.tekst`.
    pub field: String,
}

/// What stands at a path of a file.
pub(super) struct Spot {
    pub(super) form: Form,
    pub(super) steps: Vec<Step>,
}

/// All rows of one municipality, in the standard order. `value` is the file without places.
pub fn rows(key: &str, name: &str, value: &Value) -> Vec<Row> {
    let mut walk = Walk { key, name, rows: Vec::new() };
    walk.visit(shape(Kind::Municipality), Some(value), &mut Vec::new());
    walk.rows
}

struct Walk<'a> {
    key: &'a str,
    name: &'a str,
    rows: Vec<Row>,
}

impl Walk<'_> {
    fn visit(&mut self, schema: &Value, value: Option<&Value>, path: &mut Vec<String>) {
        match (block_of(schema), value) {
            // A contact may be a sentence: a block only where the file has one, or where nothing else is possible.
            (Some(block), Some(Value::Object(_))) => self.visit_block(block, value, path),
            (Some(block), None) if std::ptr::eq(block, schema) => self.visit_block(block, None, path),
            (None, Some(Value::Array(items))) if items.iter().any(Value::is_object) => {
                let Some(item_schema) = inside(schema, "*") else { return };
                for (index, item) in items.iter().enumerate() {
                    path.push((index + 1).to_string());
                    self.visit(item_schema, Some(item), path);
                    path.pop();
                }
            }
            // A list of blocks that is not there: nobody can say how many there will be.
            (None, None) if inside(schema, "*").is_some_and(|item| block_of(item).is_some()) => {}
            _ => self.add(schema, value, path),
        }
    }

    fn visit_block(&mut self, block: &Value, value: Option<&Value>, path: &mut Vec<String>) {
        let mut keys = keys_of(block);
        if keys.is_empty() {
            keys = value.and_then(Value::as_object).map(|fields| fields.keys().cloned().collect()).unwrap_or_default();
        }
        for key in keys {
            let Some(field) = inside(block, &key) else { continue };
            path.push(key.clone());
            self.visit(field, value.and_then(|value| value.get(&key)), path);
            path.pop();
        }
    }

    fn add(&mut self, schema: &Value, value: Option<&Value>, path: &[String]) {
        let form = Form::of(schema);
        let words = words(path);
        let part = match path {
            [one] => title(std::slice::from_ref(one)),
            [first, number, _, ..] if number.parse::<usize>().is_ok() => {
                format!("{} {number}", title(std::slice::from_ref(first)))
            }
            [first, name, _, ..] if first == "bronnen" => format!("{}: {name}", title(std::slice::from_ref(first))),
            [first, middle, _, ..] => {
                format!("{}: {}", title(std::slice::from_ref(first)), title(&[first.clone(), middle.clone()]))
            }
            [first, ..] => title(std::slice::from_ref(first)),
            [] => String::new(),
        };
        self.rows.push(Row {
            municipality: self.name.to_owned(),
            key: self.key.to_owned(),
            part,
            question: words.map(|words| words.title.clone()).unwrap_or_default(),
            value: value.map(written).unwrap_or_default(),
            explanation: explanation(words, &form),
            choices: form.drop_down().map(<[String]>::to_vec).unwrap_or_default(),
            field: path.join("."),
        });
    }
}

fn explanation(words: Option<&Words>, form: &Form) -> String {
    let mut text = words.map(|words| words.text.clone()).unwrap_or_default();
    if form.is_list {
        text.push_str(" Zet elk onderdeel op een eigen regel in de cel.");
    }
    let choices: Vec<&str> = form.choices.iter().map(String::as_str).filter(|word| *word != UNKNOWN).collect();
    if !choices.is_empty() {
        text.push_str(&format!(" Kies uit: {}.", choices.join(", ")));
    } else if let Some(example) = words.and_then(|words| words.examples.first()) {
        text.push_str(&format!(
            " Bijvoorbeeld: {}.",
            example.as_str().map_or_else(|| example.to_string(), str::to_owned).trim_end_matches('.')
        ));
    }
    if form.may_be_unknown {
        text.push_str(" Of: onbekend.");
    }
    text
}

fn title(path: &[String]) -> String {
    words(path).map(|words| words.title.clone()).unwrap_or_default()
}

/// The words of the table for a path in which numbers and names are what they are.
fn words(path: &[String]) -> Option<&'static Words> {
    let mut place = format!("@{}", Kind::Municipality.name());
    for (index, part) in path.iter().enumerate() {
        if part.parse::<usize>().is_ok() {
            continue;
        }
        let is_free = index == 1 && path[0] == "bronnen";
        place.push('.');
        place.push_str(if is_free { "*" } else { part });
    }
    Words::of(&place)
}

/// What a path in the column `Veld` leads to; `None` when no file can have it.
pub(super) fn spot(field: &str) -> Option<Spot> {
    let mut schema = shape(Kind::Municipality);
    let mut steps = Vec::new();
    for part in field.split('.') {
        let item = inside(schema, "*").filter(|_| block_of(schema).is_none());
        match item {
            Some(item) => {
                steps.push(Step::Item(part.parse::<usize>().ok()?.checked_sub(1)?));
                schema = item;
            }
            None => {
                schema = inside(schema, part)?;
                steps.push(Step::Key(part.to_owned()));
            }
        }
    }
    let is_block = block_of(schema).is_some_and(|block| std::ptr::eq(block, schema));
    let form = Form::of(schema);
    // A list of blocks has rows of its own, but can also be `onbekend` as a whole.
    let is_list_of_blocks = inside(schema, "*").is_some_and(|item| block_of(item).is_some()) && !form.may_be_unknown;
    (!is_block && !is_list_of_blocks).then_some(Spot { form, steps })
}
