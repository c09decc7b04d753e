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
        filled(self.find(path).unwrap_or(path), values)
    }
}

/// A text with `{name}` replaced by its value, in one go: a value is never searched for other names.
pub(crate) fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let room: usize = values.iter().map(|(_, value)| value.len()).sum();
    let mut out = String::with_capacity(text.len() + room);
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let (before, hole) = rest.split_at(at);
        out.push_str(before);
        let named = values.iter().find_map(|(name, value)| {
            let after = hole[1..].strip_prefix(name)?.strip_prefix('}')?;
            Some((value, after))
        });
        match named {
            Some((value, after)) => {
                out.push_str(value);
                rest = after;
            }
            None => {
                out.push('{');
                rest = &hole[1..];
            }
        }
    }
    out.push_str(rest);
    out
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

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn names_between_braces_are_replaced_and_values_are_left_as_they_are() {
        assert_eq!(filled("{a} en {b}, {c} {", &[("a", "{b}"), ("b", "2")]), "{b} en 2, {c} {");
    }
}
