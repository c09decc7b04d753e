//! Holds a tree against the schema of a Rust type, so that an editor sees all mistakes of a file in one run.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::Source;
use super::known::UNKNOWN;
use super::tree::{Node, unescape};
use crate::diag::{Diagnostic, nearest};

/// The JSON Schema (draft 7, without references) of an input type.
pub(crate) fn schema_of<T: JsonSchema>() -> Value {
    let mut settings = SchemaSettings::draft07();
    settings.inline_subschemas = true;
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    flatten_choices(&mut schema);
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

/// What a file of one type is held against.
struct Form {
    schema: Value,
    validator: Validator,
}

/// Made once for each type: compiling a schema takes longer than reading a file with it.
fn form_of<T: JsonSchema>() -> Arc<Form> {
    static FORMS: Mutex<BTreeMap<Cow<'static, str>, Arc<Form>>> = Mutex::new(BTreeMap::new());
    let mut forms = FORMS.lock().expect("no thread panics while it holds the forms");
    let form = forms.entry(T::schema_id()).or_insert_with(|| {
        let schema = schema_of::<T>();
        let validator = Validator::new(&schema).expect("a schema made from a Rust type is a valid schema");
        Arc::new(Form { schema, validator })
    });
    Arc::clone(form)
}

/// All places where the tree does not fit the type.
pub(super) fn problems<T: JsonSchema>(yaml: &Source<'_>, tree: &Node) -> Vec<Diagnostic> {
    let form = form_of::<T>();
    let instance = tree.to_json();
    let checker = Checker { yaml, tree, schema: &form.schema };
    let mut found: Vec<Diagnostic> =
        form.validator.iter_errors(&instance).flat_map(|error| checker.explain(&error)).collect();
    found.sort_by_key(|problem| problem.span);
    found.dedup();
    found
}

struct Checker<'a> {
    yaml: &'a Source<'a>,
    tree: &'a Node,
    schema: &'a Value,
}

impl Checker<'_> {
    fn explain(&self, error: &ValidationError<'_>) -> Vec<Diagnostic> {
        let pointer = error.instance_path().to_string();
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                unexpected.iter().map(|key| self.unknown_key(error, &pointer, key)).collect()
            }
            ValidationErrorKind::AnyOf { context } => match inner_errors(context) {
                Some(inner) => inner.iter().flat_map(|error| self.explain(error)).collect(),
                None => vec![self.wrong_type(&pointer, error.instance(), None)],
            },
            ValidationErrorKind::Required { property } => vec![self.missing_key(&pointer, property)],
            ValidationErrorKind::Enum { options } => vec![self.wrong_choice(&pointer, error.instance(), options)],
            ValidationErrorKind::Type { .. } => {
                let expected = self.schema_at(&error.schema_path().to_string()).and_then(Value::as_str);
                vec![self.wrong_type(&pointer, error.instance(), expected)]
            }
            ValidationErrorKind::Pattern { .. } => vec![self.wrong_form(error, &pointer)],
            _ => vec![self.out_of_range(&pointer, error.instance())],
        }
    }

    fn schema_at(&self, path: &str) -> Option<&Value> {
        self.schema.pointer(path)
    }

    fn unknown_key(&self, error: &ValidationError<'_>, pointer: &str, key: &str) -> Diagnostic {
        let parent = error.schema_path().to_string();
        let parent = parent.rsplit_once('/').map_or("", |(parent, _)| parent);
        let known: Vec<&str> = self
            .schema_at(&format!("{parent}/properties"))
            .and_then(Value::as_object)
            .map(|fields| fields.keys().map(String::as_str).collect())
            .unwrap_or_default();
        let node = self.tree.follow(pointer);
        let place = node.key_range(key).unwrap_or_else(|| node.range.clone());
        let problem =
            self.yaml.error("onbekende-sleutel", format!("de sleutel `{key}` bestaat niet{}", inside(pointer)), &place);
        match nearest(key, known.iter().copied()) {
            Some(meant) => problem.label(format!("bedoelt u `{meant}`?")).help(format!("verander `{key}` in `{meant}`")),
            None => problem.label("onbekend").help(format!("u kunt kiezen uit: {}", quoted_list(&known))),
        }
    }

    fn missing_key(&self, pointer: &str, property: &Value) -> Diagnostic {
        let key = property.as_str().unwrap_or("?");
        let node = self.tree.follow(pointer);
        let place = node.range.start..node.range.start + 1;
        self.yaml
            .error("ontbrekende-sleutel", format!("de sleutel `{key}` ontbreekt{}", inside(pointer)), &place)
            .help(format!("voeg `{key}:` toe, met een waarde"))
    }

    fn wrong_choice(&self, pointer: &str, given: &Value, options: &Value) -> Diagnostic {
        let choices: Vec<&str> = options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let text = given.as_str().map_or_else(|| given.to_string(), str::to_owned);
        let problem = self.yaml.error(
            "onbekende-keuze",
            format!("`{text}` kan hier niet{}", for_key(pointer)),
            &self.tree.follow(pointer).range,
        );
        let meant = yes_no(&text, &choices).or_else(|| nearest(&text, choices.iter().copied()));
        match meant {
            Some(meant) => problem.label(format!("bedoelt u `{meant}`?")).help(format!("verander `{text}` in `{meant}`")),
            None => problem.help(format!("u kunt kiezen uit: {}", quoted_list(&choices))),
        }
    }

    fn wrong_type(&self, pointer: &str, given: &Value, expected: Option<&str>) -> Diagnostic {
        let place = self.tree.follow(pointer).range.clone();
        if given.is_null() {
            return self
                .yaml
                .error("lege-waarde", format!("hier staat niets{}", for_key(pointer)), &place)
                .help(format!("schrijf de waarde, of `{UNKNOWN}` als niemand het weet"));
        }
        let problem = self.yaml.error(
            "verkeerde-soort",
            format!("hier hoort {}, maar er staat {}{}", expected_words(expected), given_words(given), for_key(pointer)),
            &place,
        );
        problem.help(type_help(given, expected))
    }

    fn wrong_form(&self, error: &ValidationError<'_>, pointer: &str) -> Diagnostic {
        let path = error.schema_path().to_string();
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        let form = self.schema_at(&format!("{parent}/x-vorm")).and_then(Value::as_str).unwrap_or("een andere vorm");
        let text = error.instance().as_str().unwrap_or("?");
        self.yaml
            .error(
                "verkeerde-vorm",
                format!("`{text}` heeft niet de goede vorm{}", for_key(pointer)),
                &self.tree.follow(pointer).range,
            )
            .help(format!("schrijf {form}"))
    }

    fn out_of_range(&self, pointer: &str, given: &Value) -> Diagnostic {
        self.yaml
            .error(
                "verkeerde-waarde",
                format!("`{given}` past hier niet{}", for_key(pointer)),
                &self.tree.follow(pointer).range,
            )
            .help("kijk in de beschrijving van deze sleutel welke waarde hier kan")
    }
}

/// Of a choice between a value and `onbekend`, the errors of the value are the ones that help.
fn inner_errors<'a>(context: &'a [Vec<ValidationError<'static>>]) -> Option<&'a Vec<ValidationError<'static>>> {
    context.iter().find(|errors| {
        !errors.is_empty() && !errors.iter().any(|error| matches!(error.kind(), ValidationErrorKind::Constant { .. }))
    })
}

/// Words that YAML of other programs reads as yes or no.
fn yes_no<'a>(text: &str, choices: &[&'a str]) -> Option<&'a str> {
    let meant = match text.to_lowercase().as_str() {
        "yes" | "true" | "on" | "y" | "j" => "ja",
        "no" | "false" | "off" | "n" => "nee",
        _ => return None,
    };
    choices.iter().copied().find(|choice| *choice == meant)
}

fn inside(pointer: &str) -> String {
    match last_name(pointer) {
        Some(name) => format!(" in `{name}`"),
        None => String::new(),
    }
}

fn for_key(pointer: &str) -> String {
    match last_name(pointer) {
        Some(name) => format!(" bij `{name}`"),
        None => String::new(),
    }
}

fn last_name(pointer: &str) -> Option<String> {
    pointer.rsplit('/').find(|part| !part.is_empty() && part.parse::<usize>().is_err()).map(unescape)
}

fn quoted_list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn expected_words(expected: Option<&str>) -> &'static str {
    match expected {
        Some("string") => "een tekst",
        Some("integer" | "number") => "een getal",
        Some("array") => "een lijst",
        Some("object") => "een blok met sleutels",
        Some("boolean") => "`true` of `false`",
        _ => "iets anders",
    }
}

fn given_words(given: &Value) -> String {
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

fn type_help(given: &Value, expected: Option<&str>) -> String {
    match (given, expected) {
        (Value::Number(number), Some("string")) => format!("zet het tussen aanhalingstekens: \"{number}\""),
        (Value::Bool(value), _) => format!("schrijf `{}`", if *value { "ja" } else { "nee" }),
        (Value::String(text), Some("array")) if text.chars().count() <= 40 => format!("maak er een lijst van: [{text}]"),
        (_, Some("array")) => "zet elk onderdeel op een eigen regel, met een streepje ervoor".into(),
        (_, Some("object")) => "zet de sleutels op eigen regels eronder, twee spaties verder".into(),
        (_, Some("integer" | "number")) => "schrijf alleen het getal".into(),
        _ => "schrijf een gewone tekst op deze regel".into(),
    }
}
