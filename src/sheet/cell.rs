//! A value as the text of a cell, and back.

use serde_json::Value;

use crate::day;
use crate::schema::UNKNOWN;

/// What a cell can hold, as its key says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// A list: an item on each line of the cell.
    pub(super) is_list: bool,
    /// A whole number.
    pub(super) is_number: bool,
    /// A day.
    pub(super) is_day: bool,
    /// Whether `onbekend` is a value.
    pub(super) may_be_unknown: bool,
    /// The words to choose from; empty when anything goes.
    pub(super) choices: Vec<String>,
}

impl Form {
    /// Of the schema of a key.
    pub(super) fn of(schema: &Value) -> Form {
        let mut form = Form { is_list: false, is_number: false, is_day: false, may_be_unknown: false, choices: Vec::new() };
        form.look_at(schema);
        form
    }

    fn look_at(&mut self, schema: &Value) {
        self.is_list |= schema.get("type").is_some_and(|name| name == "array");
        self.is_number |= schema.get("type").is_some_and(|name| name == "integer");
        self.is_day |= schema.get("x-vorm").and_then(Value::as_str).is_some_and(|form| form.starts_with("een datum"));
        let words = schema.get("enum").and_then(Value::as_array).into_iter().flatten().chain(schema.get("const"));
        self.choices.extend(words.filter_map(Value::as_str).map(str::to_owned));
        self.may_be_unknown |=
            schema.get("x-onbekend") == Some(&Value::Bool(true)) || self.choices.iter().any(|word| word == UNKNOWN);
        let inner = schema.get("anyOf").and_then(Value::as_array).into_iter().flatten();
        inner.chain(schema.get("else")).chain(schema.get("items")).for_each(|branch| self.look_at(branch));
    }

    /// The word of the list that was typed: a spreadsheet program likes a capital in front.
    fn chosen<'a>(&'a self, typed: &'a str) -> &'a str {
        self.choices.iter().find(|word| word.eq_ignore_ascii_case(typed)).map_or(typed, String::as_str)
    }

    /// The list that a person chooses from; none for a list of words, of which several may be chosen.
    pub(super) fn drop_down(&self) -> Option<&[String]> {
        (self.choices.len() > 1 && !self.is_list && !self.is_number).then_some(&self.choices)
    }
}

/// The text of a cell.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let lines: Option<Vec<&str>> = items.iter().map(|item| item.as_str().filter(|text| is_line(text))).collect();
            match lines {
                Some(lines) if !lines.is_empty() && !lines[0].starts_with('[') => lines.join("\n"),
                // A list that lines cannot say is written as YAML and JSON both write it.
                _ => value.to_string(),
            }
        }
        other => other.to_string(),
    }
}

/// Whether a text can be a line of a cell.
fn is_line(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.contains('\n')
}

/// The value that somebody typed; `None` for an empty cell. What does not have the form of the key stays a text: the
/// check of the file then says what is wrong with it.
pub(super) fn read(text: &str, form: &Form) -> Option<Value> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return None;
    }
    if form.may_be_unknown && trimmed.eq_ignore_ascii_case(UNKNOWN) {
        return Some(UNKNOWN.into());
    }
    if form.is_list {
        let as_json = trimmed.starts_with('[').then(|| serde_json::from_str(trimmed).ok()).flatten();
        let lines = trimmed.lines().map(str::trim).filter(|line| !line.is_empty());
        return Some(as_json.unwrap_or_else(|| lines.map(|line| Value::from(form.chosen(line))).collect()));
    }
    if form.is_number
        && let Ok(number) = trimmed.parse::<i64>()
    {
        return Some(number.into());
    }
    // A Dutch spreadsheet program writes `31-12-2019` when it saves a sheet as CSV. What may mean two days stays as it was typed.
    if form.is_day
        && let Some(day) = day::read(trimmed)
    {
        return Some(day.to_string().into());
    }
    Some(form.chosen(trimmed).into())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Form, read, written};

    const TEXT: Form = Form { is_list: false, is_number: false, is_day: false, may_be_unknown: false, choices: Vec::new() };

    #[test]
    fn a_list_has_an_item_on_each_line() {
        let form = Form { is_list: true, may_be_unknown: true, ..TEXT };
        for value in [json!(["ouders", "Raad"]), json!(["een\ntwee"]), json!(["[x]"]), json!([" a"]), json!([])] {
            assert_eq!(read(&written(&value), &form), Some(value));
        }
        assert_eq!(read("onbekend", &form), Some(json!("onbekend")));
        assert_eq!(read(" ouders \n\n Raad\n", &form), Some(json!(["ouders", "Raad"])));
    }

    #[test]
    fn a_capital_that_a_spreadsheet_program_put_in_front_is_no_other_word() {
        let form = Form { may_be_unknown: true, choices: vec!["ja".to_owned(), "nee".to_owned()], ..TEXT };
        assert_eq!(read("Onbekend", &form), Some(json!("onbekend")));
        assert_eq!(read("Ja ", &form), Some(json!("ja")));
        assert_eq!(
            read("GI\nlokaal_team", &Form { is_list: true, choices: vec!["gi".to_owned()], ..TEXT }),
            Some(json!(["gi", "lokaal_team"]))
        );
        assert_eq!(read("Onbekend", &TEXT), Some(json!("Onbekend")), "a text that may not be unknown");
    }

    #[test]
    fn noughts_days_and_numbers_stay_what_they_are() {
        assert_eq!(read("0715165000", &TEXT), Some(json!("0715165000")));
        assert_eq!(read("12", &Form { is_number: true, ..TEXT }), Some(json!(12)));
        assert_eq!(read("twaalf", &Form { is_number: true, ..TEXT }), Some(json!("twaalf")));
        let day = Form { is_day: true, ..TEXT };
        assert_eq!(read("31-12-2019", &day), Some(json!("2019-12-31")));
        assert_eq!(read("2019-12-31", &day), Some(json!("2019-12-31")));
        assert_eq!(read("30-02-2019", &day), Some(json!("30-02-2019")), "the check of the file says what is wrong");
        assert_eq!(read("  ", &TEXT), None);
    }

    #[test]
    fn between_strokes_a_day_is_taken_only_when_it_can_be_no_month() {
        let day = Form { is_day: true, ..TEXT };
        assert_eq!(read("31/12/2019", &day), Some(json!("2019-12-31")));
        assert_eq!(read("12/31/2019", &day), Some(json!("2019-12-31")));
        assert_eq!(read("5/5/2019", &day), Some(json!("2019-05-05")));
        assert_eq!(read("5/6/2019", &day), Some(json!("5/6/2019")), "the check of the file names both days");
        assert_eq!(read("5-6-2019", &day), Some(json!("2019-06-05")));
    }
}
