//! Holds a tree against the schema of its type, so that an editor sees all mistakes of a file in one run.

mod words;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, Mutex};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use schemars::JsonSchema;
use serde_json::Value;

use self::words::{
    at_key, expected_words, fits, given_words, inside, kept_form, missing_help, or_unknown, quoted_list, type_help,
    unknown_allowed, yes_no,
};
use super::Source;
use super::form::{self, FORMS, is_stand_in, means_unknown};
use super::known::UNKNOWN;
use super::schema::schema_of;
use super::tree::Node;
use crate::day;
use crate::diag::{Diagnostic, nearest};

/// What a file of one type is held against.
struct Held {
    schema: Value,
    validator: Validator,
}

/// Made once for each type: compiling a schema takes longer than reading a file with it.
fn held_against<T: JsonSchema>() -> Arc<Held> {
    static TYPES: Mutex<BTreeMap<Cow<'static, str>, Arc<Held>>> = Mutex::new(BTreeMap::new());
    let mut types = TYPES.lock().expect("no thread panics while it holds the types");
    let held = types.entry(T::schema_id()).or_insert_with(|| {
        let schema = schema_of::<T>();
        let validator = validator(&schema);
        Arc::new(Held { schema, validator })
    });
    Arc::clone(held)
}

/// Makes the schema of a type before it is needed.
pub(super) fn prepare<T: JsonSchema>() {
    held_against::<T>();
}

/// All places where the tree does not fit the type.
pub(super) fn problems<T: JsonSchema>(yaml: &Source<'_>, tree: &Node) -> Vec<Diagnostic> {
    let held = held_against::<T>();
    let instance = tree.to_json();
    // Nearly every file is right, and saying so takes less than looking for all mistakes.
    if held.validator.is_valid(&instance) {
        return Vec::new();
    }
    let errors: Vec<ValidationError<'_>> = held.validator.iter_errors(&instance).collect();
    let checker = Checker { yaml, tree, schema: &held.schema, meant: meant_keys(&held.schema, &errors) };
    let mut found: Vec<Diagnostic> = errors.iter().flat_map(|error| checker.explain(error)).collect();
    found.sort_by_key(|problem| problem.span);
    found.dedup();
    found
}

fn validator(schema: &Value) -> Validator {
    let mut options = jsonschema::options().should_validate_formats(true);
    for (name, check) in FORMS {
        options = options.with_format(*name, |text: &str| check(text).is_none());
    }
    options.build(schema).expect("a schema made from a Rust type is a valid schema")
}

/// Place and name of keys that are there under a misspelled name: those are not missing as well.
fn meant_keys(schema: &Value, errors: &[ValidationError<'_>]) -> BTreeSet<(String, String)> {
    let mut meant = BTreeSet::new();
    for error in errors {
        if let ValidationErrorKind::AdditionalProperties { unexpected } = error.kind() {
            let known = known_keys(schema, error);
            let found = unexpected.iter().filter_map(|key| nearest(key, known.iter().copied()));
            meant.extend(found.map(|key| (error.instance_path().to_string(), key.to_owned())));
        }
    }
    meant
}

fn known_keys<'a>(schema: &'a Value, error: &ValidationError<'_>) -> Vec<&'a str> {
    let fields = schema.pointer(&format!("{}/properties", parent_path(error))).and_then(Value::as_object);
    fields.map(|fields| fields.keys().map(String::as_str).collect()).unwrap_or_default()
}

/// Where the schema stands of which one keyword was not met.
fn parent_path(error: &ValidationError<'_>) -> String {
    let path = error.schema_path().to_string();
    path.rsplit_once('/').map_or_else(String::new, |(parent, _)| parent.to_owned())
}

struct Checker<'a> {
    yaml: &'a Source<'a>,
    tree: &'a Node,
    schema: &'a Value,
    meant: BTreeSet<(String, String)>,
}

impl Checker<'_> {
    fn explain(&self, error: &ValidationError<'_>) -> Vec<Diagnostic> {
        let pointer = error.instance_path().to_string();
        let given = error.instance();
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                unexpected.iter().map(|key| self.unknown_key(error, &pointer, key)).collect()
            }
            ValidationErrorKind::AnyOf { context } => match inner_errors(context) {
                Some(inner) => inner.iter().flat_map(|error| self.explain(error)).collect(),
                None => vec![self.wrong_type(error, &pointer)],
            },
            ValidationErrorKind::Required { property } => {
                self.missing_key(error, &pointer, property.as_str().unwrap_or("?")).into_iter().collect()
            }
            ValidationErrorKind::Enum { options } => vec![self.wrong_choice(&pointer, given, options)],
            ValidationErrorKind::Type { .. } => vec![self.wrong_type(error, &pointer)],
            ValidationErrorKind::Pattern { .. } => vec![self.wrong_form(error, &pointer)],
            ValidationErrorKind::Format { format } => self.wrong_words(error, &pointer, format).into_iter().collect(),
            ValidationErrorKind::MaxLength { limit } => vec![self.too_long(&pointer, given, *limit)],
            _ => vec![self.out_of_range(error, &pointer)],
        }
    }

    fn error(&self, rule: &'static str, message: String, pointer: &str) -> Diagnostic {
        self.yaml.error(rule, message, &self.tree.follow(pointer).range)
    }

    /// The schema of which one keyword was not met.
    fn schema_of_error(&self, error: &ValidationError<'_>) -> &Value {
        self.schema.pointer(&parent_path(error)).unwrap_or(&Value::Null)
    }

    fn is_required(&self, error: &ValidationError<'_>) -> bool {
        let path = parent_path(error);
        let Some((block, name)) = path.rsplit_once("/properties/") else { return false };
        let required = self.schema.pointer(&format!("{block}/required")).and_then(Value::as_array);
        required.is_some_and(|names| names.iter().any(|other| other == name))
    }

    fn unknown_key(&self, error: &ValidationError<'_>, pointer: &str, key: &str) -> Diagnostic {
        let known = known_keys(self.schema, error);
        let node = self.tree.follow(pointer);
        let place = node.key_range(key).unwrap_or_else(|| node.range.clone());
        let problem =
            self.yaml.error("onbekende-sleutel", format!("de sleutel `{key}` bestaat niet{}", inside(pointer)), &place);
        match nearest(key, known.iter().copied()) {
            Some(meant) => problem.label(format!("bedoelt u `{meant}`?")).help(format!("verander `{key}` in `{meant}`")),
            None => problem.label("onbekend").help(format!("u kunt kiezen uit: {}", quoted_list(&known))),
        }
    }

    fn missing_key(&self, error: &ValidationError<'_>, pointer: &str, key: &str) -> Option<Diagnostic> {
        if self.meant.contains(&(pointer.to_owned(), key.to_owned())) {
            return None;
        }
        let wanted = self.schema.pointer(&format!("{}/properties/{key}", parent_path(error))).unwrap_or(&Value::Null);
        let message = format!("de sleutel `{key}` ontbreekt{}", inside(pointer));
        let problem = Diagnostic::error("ontbrekende-sleutel", message).help(missing_help(key, wanted));
        Some(problem.at(self.yaml.span(&self.owner(pointer))))
    }

    /// The key of the block in which something is missing; the first sign of the text when it is the outermost block.
    fn owner(&self, pointer: &str) -> Range<usize> {
        let key = pointer.rsplit_once('/').and_then(|(parent, name)| self.tree.follow(parent).key_range(name));
        key.unwrap_or_else(|| {
            let start = self.tree.follow(pointer).range.start;
            start..start + 1
        })
    }

    fn wrong_choice(&self, pointer: &str, given: &Value, options: &Value) -> Diagnostic {
        let choices: Vec<&str> = options.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if given.is_null() {
            return self
                .error("lege-waarde", format!("{} staat niets", at_key(pointer)), pointer)
                .help(format!("u kunt kiezen uit: {}", quoted_list(&choices)));
        }
        let text = given.as_str().map_or_else(|| given.to_string(), str::to_owned);
        let problem = self.error("onbekende-keuze", format!("`{text}` kan niet {}", at_key(pointer)), pointer);
        let unknown = choices.iter().copied().find(|choice| *choice == UNKNOWN && means_unknown(&text));
        let meant = yes_no(&text, &choices).or(unknown).or_else(|| nearest(&text, choices.iter().copied()));
        match meant {
            Some(meant) => problem.label(format!("bedoelt u `{meant}`?")).help(format!("verander `{text}` in `{meant}`")),
            None => problem.help(format!("u kunt kiezen uit: {}", quoted_list(&choices))),
        }
    }

    fn wrong_type(&self, error: &ValidationError<'_>, pointer: &str) -> Diagnostic {
        let given = error.instance();
        let schema = self.schema_of_error(error);
        let may_be_unknown = unknown_allowed(schema, self.schema, error);
        if given.is_null() {
            let help = match (may_be_unknown, self.is_required(error)) {
                (true, _) => "schrijf de waarde, of `onbekend` als niemand het weet",
                (false, true) => "schrijf de waarde",
                (false, false) => "schrijf de waarde, of haal de sleutel weg",
            };
            return self.error("lege-waarde", format!("{} staat niets", at_key(pointer)), pointer).help(help);
        }
        let expected = schema.get("type").and_then(Value::as_str);
        let message =
            format!("{} hoort {}, maar er staat {}", at_key(pointer), expected_words(expected), given_words(given));
        let help = match given.as_str().filter(|_| may_be_unknown) {
            Some(text) if means_unknown(text) => format!("bedoelt u `{UNKNOWN}`?"),
            Some(text) if is_stand_in(text) => or_unknown(type_help(given, expected, schema)),
            _ => type_help(given, expected, schema),
        };
        self.error("verkeerde-soort", message, pointer).help(help)
    }

    fn wrong_form(&self, error: &ValidationError<'_>, pointer: &str) -> Diagnostic {
        let schema = self.schema_of_error(error);
        let form = schema.get("x-vorm").and_then(Value::as_str).unwrap_or("een andere vorm");
        let text = error.instance().as_str().unwrap_or("?");
        if text.trim().is_empty() {
            return self
                .error("lege-waarde", format!("{} staat een lege tekst", at_key(pointer)), pointer)
                .help(format!("schrijf {form}"));
        }
        let problem = self.error("verkeerde-vorm", format!("`{text}` kan niet {}", at_key(pointer)), pointer);
        let plain = super::spaces::plain(text);
        if plain != text && fits(&plain, schema) {
            return problem.help("hierin staat een vaste spatie: verwijder de spatie en typ een gewone");
        }
        if let [one, other] = day::readings(&plain)[..]
            && fits(&one.to_string(), schema)
        {
            let choice = format!("schrijf `{one}` voor {}, of `{other}` voor {}", day::in_words(one), day::in_words(other));
            return problem.help(choice);
        }
        let may_be_unknown = unknown_allowed(schema, self.schema, error);
        match kept_form(&plain, schema, may_be_unknown) {
            Some(meant) => problem.label(format!("bedoelt u `{meant}`?")).help(format!("verander `{text}` in `{meant}`")),
            None if may_be_unknown && is_stand_in(text) => problem.help(or_unknown(format!("schrijf {form}"))),
            None => problem.help(format!("schrijf {form}")),
        }
    }

    /// A text that does not even have the pattern of its form is reported for that alone.
    fn wrong_words(&self, error: &ValidationError<'_>, pointer: &str, format: &str) -> Option<Diagnostic> {
        let text = error.instance().as_str()?;
        let schema = self.schema_of_error(error);
        if schema.get("pattern").is_some() && !fits(text, schema) {
            return None;
        }
        let name = if unknown_allowed(schema, self.schema, error) { form::or_unknown(format) } else { format };
        let (_, check) = FORMS.iter().find(|(form, _)| *form == name)?;
        let wrong = check(text)?;
        Some(self.error(wrong.rule, wrong.message, pointer).help(wrong.help))
    }

    fn too_long(&self, pointer: &str, given: &Value, limit: u64) -> Diagnostic {
        let length = given.as_str().unwrap_or_default().chars().count();
        self.error("te-lang", format!("{} staan {length} tekens, en er passen er {limit}", at_key(pointer)), pointer)
            .help("zeg het korter: deze tekst staat in de plaat")
    }

    fn out_of_range(&self, error: &ValidationError<'_>, pointer: &str) -> Diagnostic {
        let schema = self.schema_of_error(error);
        let limit = |name: &str| schema.get(name).and_then(Value::as_f64);
        let help = match (limit("minimum"), limit("maximum")) {
            (Some(least), Some(most)) => format!("schrijf een getal van {least} tot en met {most}"),
            _ => "kijk in de beschrijving van deze sleutel welke waarde hier kan".to_owned(),
        };
        self.error("verkeerde-waarde", format!("`{}` kan niet {}", error.instance(), at_key(pointer)), pointer).help(help)
    }
}

/// Of a choice between a value and `onbekend`, the errors of the value are the ones that help.
fn inner_errors<'a>(context: &'a [Vec<ValidationError<'static>>]) -> Option<&'a Vec<ValidationError<'static>>> {
    context.iter().find(|errors| {
        !errors.is_empty() && !errors.iter().any(|error| matches!(error.kind(), ValidationErrorKind::Constant { .. }))
    })
}
