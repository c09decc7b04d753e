//! Messages for editors: what is wrong, where, and what to type. Nothing here prints.

mod source_map;

use serde::Serialize;

pub(crate) use self::source_map::floor_char_boundary;
pub use self::source_map::{FileId, SourceFile, SourceMap};

/// How serious a finding is. The Dutch names are what an editor sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Severity {
    /// `fout`: nothing is published while it stands.
    #[serde(rename = "fout")]
    Error,
    /// `let op`: published, but somebody should look.
    #[serde(rename = "let op")]
    Warning,
    /// `leg uit`: allowed with an explanation near it.
    #[serde(rename = "leg uit")]
    Explain,
    /// `tip`: it could be better.
    #[serde(rename = "tip")]
    Tip,
}

impl Severity {
    /// The Dutch word shown in front of a message.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "fout",
            Severity::Warning => "let op",
            Severity::Explain => "leg uit",
            Severity::Tip => "tip",
        }
    }

    /// The severity with this Dutch word.
    pub fn from_word(word: &str) -> Option<Severity> {
        [Severity::Error, Severity::Warning, Severity::Explain, Severity::Tip].into_iter().find(|one| one.word() == word)
    }
}

/// A piece of an input file: byte offsets, end excluded. `0..0` means the file as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file in the [`SourceMap`].
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The whole file: used when a problem has no narrower place.
    pub fn whole(file: FileId) -> Self {
        Span { file, start: 0, end: 0 }
    }

    /// A piece of `file` from byte `start` up to `end`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Span { file, start, end }
    }
}

/// One finding: a fact, a place and a help (`docs/architecture.md`, "Messages").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Dutch rule id in kebab-case, as an editor types it: `onbekende-sleutel`.
    pub rule: &'static str,
    /// How serious it is.
    pub severity: Severity,
    /// The fact: lower case, no full stop, backticks round values.
    pub message: String,
    /// The place, when there is one.
    pub span: Option<Span>,
    /// Short text under the marked place.
    pub label: Option<String>,
    /// What to type or do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error without a place yet.
    pub fn error(rule: &'static str, message: impl Into<String>) -> Self {
        Diagnostic { rule, severity: Severity::Error, message: message.into(), span: None, label: None, help: None }
    }

    /// A warning without a place yet.
    pub fn warning(rule: &'static str, message: impl Into<String>) -> Self {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(rule, message) }
    }

    /// The same finding, at a place.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same finding, with a word under the marked place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The same finding, with what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// All findings of a run, in the order in which the rooms found them.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    items: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.items.push(diagnostic);
    }

    /// All findings, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.items.iter()
    }

    /// Keeps what `keep` says.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.items.retain(keep);
    }

    /// Adds all findings of another collection.
    pub fn extend(&mut self, others: Diagnostics) {
        self.items.extend(others.items);
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether anything stands in the way of publishing.
    pub fn has_errors(&self) -> bool {
        self.items.iter().any(|item| item.severity == Severity::Error)
    }

    /// Number of findings of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.items.iter().filter(|item| item.severity == severity).count()
    }

    /// The findings by file and place, so that an editor can work from top to bottom.
    pub fn sorted(&self, files: &SourceMap) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.items.iter().collect();
        sorted.sort_by_key(|item| {
            let path = item.span.map(|span| files.path(span.file).as_str().to_owned());
            (path, item.span.map(|span| span.start), item.rule)
        });
        sorted.dedup();
        sorted
    }
}

/// The candidate that looks most like `word`, when one is near enough to be a slip of the keyboard.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        .filter(|(distance, candidate)| *distance < candidate.chars().count().min(folded.chars().count()))
        .min_by_key(|(distance, candidate)| (*distance, *candidate))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_keyboard_finds_the_word_that_was_meant() {
        assert_eq!(nearest("maximun", ["streef", "maximum", "verlenging"]), Some("maximum"));
        assert_eq!(nearest("zzz", ["streef", "maximum"]), None);
        assert_eq!(nearest("Q", ["P"]), None, "one letter is not a slip of another");
    }
}
