//! Words of values and questions, from the interface of the site.

use serde_json::Value;

use crate::model::municipality::Subject;

/// The question of a parent: `local.questions.<word>`.
pub(super) fn question<'a>(ui: &'a Value, word: &'a str) -> &'a str {
    find(ui, "questions", word)
}

/// What a value is called. The organisations of a municipality have no row of their own on its pages.
pub(super) fn subject<'a>(ui: &'a Value, subject: &Subject) -> &'a str {
    let organisations = || ui.get("coverage").and_then(|words| words.get("organisations")?.as_str());
    if subject.word.is_empty() { organisations().unwrap_or(subject.key) } else { find(ui, "rows", subject.word) }
}

fn find<'a>(ui: &'a Value, group: &str, word: &'a str) -> &'a str {
    ui.get("local").and_then(|local| local.get(group)?.get(word)?.as_str()).unwrap_or(word)
}
