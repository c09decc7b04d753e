//! The only place that reads YAML: text in, a typed value and all its problems out.
//!
//! Three steps: guards and syntax (`syntax`), the whole tree held against the `schema` of the Rust type so that every
//! mistake is reported at once (`mismatch`), then the typed value (`At<T>` keeps the place of a value).

mod at;
mod events;
mod form;
mod known;
mod mismatch;
mod neighbours;
mod remarks;
mod schema;
mod spaces;
mod syntax;
mod tree;
mod typed;
mod unclosed;

use std::ops::Range;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

pub use self::at::At;
pub use self::known::Known;
pub(crate) use self::schema::schema_of;
pub(crate) use self::tree::Node as Tree;
pub use self::tree::TextValue;
use crate::diag::{Diagnostic, Diagnostics, FileId, Span};

/// A file's typed value together with the file it came from.
#[derive(Clone, Debug)]
pub struct Loaded<T> {
    /// The file.
    pub file: FileId,
    /// The value.
    pub value: T,
}

impl<T> Loaded<T> {
    /// The place of a value of this file.
    pub fn span<U>(&self, at: &At<U>) -> Span {
        at.span(self.file)
    }
}

/// Reads one YAML text as `T`. All problems go into `problems`; `None` when there was one.
///
/// `range` is the part of the file that holds the YAML: the whole file, or front matter. `tree` is what [`tree`] made of
/// that part, when somebody asked it before.
pub(crate) fn read<T: DeserializeOwned + JsonSchema>(
    file: FileId,
    text: &str,
    (range, tree): (Range<usize>, Option<Arc<Tree>>),
    problems: &mut Diagnostics,
) -> Option<Loaded<T>> {
    let yaml = Source { file, text: &text[range.clone()], offset: range.start };
    let tree = match syntax::parse(&yaml, tree) {
        Ok(tree) => tree,
        Err(found) => {
            found.into_iter().for_each(|problem| problems.push(problem));
            return None;
        }
    };
    let found = [mismatch::problems::<T>(&yaml, &tree), remarks::problems(&yaml, &tree)].concat();
    if !found.is_empty() {
        found.into_iter().for_each(|problem| problems.push(problem));
        return None;
    }
    match at::with_offset(range.start, || typed::typed::<T>(&tree)) {
        Ok(value) => Some(Loaded { file, value }),
        Err(error) => {
            problems.push(syntax::not_typed(&yaml, &error));
            None
        }
    }
}

/// The tree of a YAML text; none when it is not valid, which `read` reports.
pub(crate) fn tree(text: &str) -> Option<Tree> {
    syntax::tree(text).ok()
}

/// Makes ready to hold files against the schema of `T`.
pub(crate) fn prepare<T: JsonSchema>() {
    mismatch::prepare::<T>();
}

/// All texts of a YAML text, in order; none when it is not valid, which `read` reports.
pub fn text_values(text: &str) -> Vec<TextValue> {
    let mut found = Vec::new();
    if let Ok(tree) = syntax::tree(text) {
        tree.texts_with_keys(&mut Vec::new(), &mut found);
    }
    found
}

/// The values of a YAML text, without their places; `None` when it is not valid, which `read` reports.
pub(crate) fn plain_value(text: &str) -> Option<serde_json::Value> {
    syntax::tree(text).ok().map(|tree| tree.to_json())
}

/// What is wrong with the text of a file of a municipality; places are bytes of the text.
pub(crate) fn layer_problems(text: &str) -> Diagnostics {
    let mut files = crate::diag::SourceMap::default();
    let file = files.add("gemeente.yaml".into(), text.into());
    let mut problems = Diagnostics::default();
    read::<super::raw::RawLayer>(file, text, (0..text.len(), None), &mut problems);
    problems
}

/// The bytes of the value that a JSON pointer leads to, or of the deepest one on the way.
pub(crate) fn range_of(text: &str, pointer: &str) -> Option<Range<usize>> {
    syntax::tree(text).ok().map(|tree| tree.follow(pointer).range.clone())
}

/// A YAML text and where it stands in its file.
struct Source<'a> {
    file: FileId,
    text: &'a str,
    offset: usize,
}

impl Source<'_> {
    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, self.offset + range.start, self.offset + range.end)
    }

    fn error(&self, rule: &'static str, message: impl Into<String>, range: &Range<usize>) -> Diagnostic {
        Diagnostic::error(rule, message).at(self.span(range))
    }
}
