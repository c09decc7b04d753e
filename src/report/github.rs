//! Findings as annotations of GitHub: one line each, shown at the changed line of a pull request.

use super::place;
use crate::diag::{Diagnostic, Diagnostics, Severity, SourceMap};

/// All findings, sorted by file and place.
pub fn github(problems: &Diagnostics, files: &SourceMap) -> String {
    let lines: Vec<String> = problems.sorted(files).into_iter().map(|problem| line(problem, files)).collect();
    lines.join("\n")
}

fn line(problem: &Diagnostic, files: &SourceMap) -> String {
    let command = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Explain | Severity::Tip => "notice",
    };
    let mut properties = Vec::new();
    if let Some((path, line, column)) = place(problem, files) {
        properties.push(format!("file={},line={line},col={column}", property(&path)));
    }
    properties.push(format!("title={}", property(&format!("{}[{}]", problem.severity.word(), problem.rule))));
    let help = problem.help.as_ref().map(|help| format!("\nhulp: {help}")).unwrap_or_default();
    format!("::{command} {}::{}", properties.join(","), message(&format!("{}{help}", problem.message)))
}

/// A message may hold anything but the signs that end a line.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// In a property a colon and a comma have a meaning too.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::github;
    use crate::diag::{Diagnostic, Diagnostics, SourceMap, Span};

    #[test]
    fn a_finding_is_one_line_with_its_place() {
        let mut files = SourceMap::default();
        let file = files.add("a,b.md".into(), "een\ntwee\n".into());
        let mut problems = Diagnostics::default();
        problems.push(Diagnostic::warning("casus", "100% mis").at(Span::new(file, 4, 8)).help("schrijf `uw gezin`"));
        let expected = "::warning file=a%2Cb.md,line=2,col=1,title=let op[casus]::100%25 mis%0Ahulp: schrijf `uw gezin`";
        assert_eq!(github(&problems, &files), expected);
    }
}
