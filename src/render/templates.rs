//! The templates of the theme, compiled once.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Tera, Value};

use super::RenderError;

/// Compiled templates.
pub(crate) struct Templates {
    tera: Tera,
}

impl Templates {
    /// Compiles all `.html` files of the theme.
    pub(crate) fn new(theme: &BTreeMap<String, String>) -> Result<Templates, RenderError> {
        let mut tera = Tera::new();
        let files: Vec<(&str, String)> = theme
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
            .map(|(path, text)| (path.as_str(), without_line_breaks(text)))
            .collect();
        tera.add_raw_templates(files.iter().map(|(path, text)| (*path, text.as_str())))
            .map_err(|error| RenderError::Theme { cause: error.to_string() })?;
        Ok(Templates { tera })
    }

    /// Renders a template. An unknown variable is an error, never an empty place.
    pub(crate) fn render(&self, template: &str, values: &Values) -> Result<String, RenderError> {
        self.tera
            .render(template, &values.context)
            .map_err(|error| RenderError::Template { template: template.to_owned(), cause: error.to_string() })
    }
}

/// Indentation and empty lines of a template are for its author, not for a phone.
fn without_line_breaks(template: &str) -> String {
    let lines: Vec<&str> = template.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// The values for one page. Cloning shares what is large.
#[derive(Clone)]
pub(crate) struct Values {
    context: Context,
}

impl Values {
    /// No values yet.
    pub(crate) fn new() -> Self {
        Values { context: Context::new() }
    }

    /// Adds a value.
    #[must_use]
    pub(crate) fn with<T: Serialize + ?Sized>(mut self, name: &'static str, value: &T) -> Self {
        self.context.insert(name, value);
        self
    }

    /// Adds a value that was made before and is shared by many pages.
    #[must_use]
    pub(crate) fn with_shared(mut self, name: &'static str, value: &Value) -> Self {
        self.context.insert_value(name, value.clone());
        self
    }
}

/// Makes a value that many pages share.
pub(crate) fn shared<T: Serialize + ?Sized>(value: &T) -> Value {
    Value::from_serializable(value)
}
