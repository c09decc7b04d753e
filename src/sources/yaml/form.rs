//! Forms of text that a pattern cannot describe, each with the Dutch reason why a text does not have it.
//!
//! A schema names a form in `format`. Texts that name none get one of the four kinds of plain words at the end of the list.

mod phone;
mod words;

pub(super) use self::words::{is_stand_in, means_unknown};

/// Why a text does not have its form: the fact, and what to type.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) rule: &'static str,
    pub(super) message: String,
    pub(super) help: String,
}

impl Wrong {
    fn new(rule: &'static str, message: impl Into<String>, help: impl Into<String>) -> Wrong {
        Wrong { rule, message: message.into(), help: help.into() }
    }
}

/// Looks at a text; `None` when it is right.
pub(super) type Check = fn(&str) -> Option<Wrong>;

/// Text with Markdown.
const MARKED: &str = "tekst-met-opmaak";
/// Text with Markdown, or `onbekend`.
const MARKED_OR_UNKNOWN: &str = "tekst-met-opmaak-of-onbekend";
/// Text that is shown as it is written.
const BARE: &str = "tekst";
/// Text that is shown as it is written, or `onbekend`.
const BARE_OR_UNKNOWN: &str = "tekst-of-onbekend";

/// All forms by the name in `format`.
pub(super) const FORMS: &[(&str, Check)] = &[
    ("telefoonnummer", phone::wrong),
    (MARKED, words::wrong_known),
    (MARKED_OR_UNKNOWN, words::wrong),
    (BARE, words::wrong_bare_known),
    (BARE_OR_UNKNOWN, words::wrong_bare),
];

/// The form of words that may also be `onbekend`.
pub(super) fn or_unknown(form: &str) -> &str {
    match form {
        MARKED => MARKED_OR_UNKNOWN,
        BARE => BARE_OR_UNKNOWN,
        other => other,
    }
}

/// The form of words: may they be `onbekend`, are they shown as written?
pub(super) fn of_words(may_be_unknown: bool, bare: bool) -> &'static str {
    match (may_be_unknown, bare) {
        (false, false) => MARKED,
        (true, false) => MARKED_OR_UNKNOWN,
        (false, true) => BARE,
        (true, true) => BARE_OR_UNKNOWN,
    }
}
