//! Shows findings, one file per format.

mod github;
mod human;
mod json;
mod sarif;

pub use self::github::github;
pub use self::human::{Look, human};
pub use self::json::json;
pub use self::sarif::sarif;
use crate::diag::{Diagnostic, SourceMap};

/// What a report says about the rule of a finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// `waar`, `neutraal`, `leesbaar` or `pagina`.
    pub family: &'static str,
    /// Facts on which the rule rests.
    pub facts: Vec<&'static str>,
    /// What it finds, in one sentence; empty when it has no page.
    pub summary: &'static str,
    /// Its page in Markdown; empty when it has none.
    pub page: &'static str,
}

/// Tells about a rule by its name.
pub type Describe<'a> = &'a dyn Fn(&str) -> About;

/// Path, line and column of a finding; line and column from 1.
fn place(problem: &Diagnostic, files: &SourceMap) -> Option<(String, usize, usize)> {
    let span = problem.span?;
    let (line, column) = files.line_column(span);
    Some((files.path(span.file).to_string(), line, column))
}
