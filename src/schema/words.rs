//! The table of Dutch words for the keys of input files.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

static TABLE: LazyLock<BTreeMap<String, Words>> = LazyLock::new(|| {
    serde_saphyr::from_str(include_str!("uitleg.yaml")).expect("`uitleg.yaml` is held against its type by the tests")
});

/// What an editor is told of one key.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Short name, with a capital letter.
    #[serde(rename = "titel")]
    pub title: String,
    /// One or two sentences.
    #[serde(rename = "uitleg")]
    pub text: String,
    /// What can be typed: values that have the form of the key.
    #[serde(default, rename = "voorbeelden")]
    pub examples: Vec<Value>,
    /// What each word of a choice means.
    #[serde(default, rename = "keuzes")]
    pub choices: BTreeMap<String, String>,
}

impl Words {
    /// The words for a path such as `@gemeente.duur.streef`: of the longest end of the path that the table has.
    pub fn of(path: &str) -> Option<&'static Words> {
        Words::key_of(path).and_then(|key| TABLE.get(key))
    }

    /// The line of the table that explains a path.
    pub(super) fn key_of(path: &str) -> Option<&'static str> {
        ends(path).find_map(|end| TABLE.get_key_value(end)).map(|(key, _)| key.as_str())
    }

    /// All lines of the table.
    #[cfg(test)]
    pub(super) fn keys() -> impl Iterator<Item = &'static str> {
        TABLE.keys().map(String::as_str)
    }
}

/// `@a.b.c`, `a.b.c`, `b.c`, `c`.
fn ends(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |rest| match rest.strip_prefix('@') {
        Some(without_sign) => Some(without_sign),
        None => rest.split_once('.').map(|(_, shorter)| shorter),
    })
}
