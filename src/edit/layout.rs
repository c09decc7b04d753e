//! Indentation, spaces, quotes and blank lines, by the formatter `pretty_yaml`.

use pretty_yaml::config::{FormatOptions, LanguageOptions, LayoutOptions};

use super::EditError;

/// A list or block that an editor wrote on one line stays on one line, however long: nothing is broken off.
const NO_LIMIT: usize = 100_000;

/// The text in the standard layout.
pub(super) fn laid_out(text: &str) -> Result<String, EditError> {
    let options = FormatOptions {
        layout: LayoutOptions { print_width: NO_LIMIT, indent_width: 2, ..LayoutOptions::default() },
        language: LanguageOptions { format_comments: false, trailing_comma: false, ..LanguageOptions::default() },
    };
    pretty_yaml::format_text(text, &options).map_err(|_| EditError::NotReadable)
}
