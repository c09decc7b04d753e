//! Words of the interface, by path.

use serde_json::Value;

/// The words of one language.
#[derive(Clone, Copy)]
pub(crate) struct Ui<'a> {
    pub(crate) words: &'a Value,
}

impl<'a> Ui<'a> {
    /// The text at a path such as `local.rows.aim`. A path that is not there shows itself, so that a test finds it.
    pub(crate) fn text(self, path: &str) -> String {
        self.find(path).unwrap_or(path).to_owned()
    }

    /// The text at a path, when there is one.
    pub(crate) fn find(self, path: &str) -> Option<&'a str> {
        path.split('.').try_fold(self.words, |value, part| value.get(part))?.as_str()
    }

    /// The text at a path with `{name}` replaced.
    pub(crate) fn fill(self, path: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.find(path).unwrap_or(path).to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }
}

/// The same tree of words with `{name}` replaced everywhere.
pub(crate) fn fill_tree(words: &Value, name: &str, value: &str) -> Value {
    let hole = format!("{{{name}}}");
    match words {
        Value::String(text) if text.contains(&hole) => Value::String(text.replace(&hole, value)),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(key, inner)| (key.clone(), fill_tree(inner, name, value))).collect())
        }
        other => other.clone(),
    }
}
