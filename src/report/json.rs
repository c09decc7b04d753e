//! Findings for other programs: keys in Dutch, one object for each finding.

use serde::Serialize;

use super::{Describe, place};
use crate::diag::{Diagnostic, Diagnostics, Severity, SourceMap};

#[derive(Serialize)]
struct Report<'a, Level> {
    bevindingen: Vec<Finding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leesniveau: Option<&'a Level>,
}

#[derive(Serialize)]
struct Finding {
    regel: &'static str,
    familie: &'static str,
    feiten: Vec<&'static str>,
    ernst: Severity,
    bestand: Option<String>,
    regelnummer: Option<usize>,
    kolom: Option<usize>,
    tekst: Option<String>,
    melding: String,
    hulp: Option<String>,
}

/// All findings, sorted by file and place, and the reading level when texts were read.
pub fn json<Level: Serialize>(
    problems: &Diagnostics,
    files: &SourceMap,
    about: Describe<'_>,
    leesniveau: Option<&Level>,
) -> String {
    let bevindingen = problems.sorted(files).into_iter().map(|problem| finding(problem, files, about)).collect();
    serde_json::to_string_pretty(&Report { bevindingen, leesniveau })
        .expect("texts and numbers can always be written as JSON")
}

fn finding(problem: &Diagnostic, files: &SourceMap, about: Describe<'_>) -> Finding {
    let rule = about(problem.rule);
    let (path, line, column) = match place(problem, files) {
        Some((path, line, column)) => (Some(path), Some(line), Some(column)),
        None => (None, None, None),
    };
    Finding {
        regel: problem.rule,
        familie: rule.family,
        feiten: rule.facts,
        ernst: problem.severity,
        bestand: path,
        regelnummer: line,
        kolom: column,
        tekst: marked_text(problem, files),
        melding: problem.message.clone(),
        hulp: problem.help.clone(),
    }
}

/// The words that are marked; nothing for a file as a whole.
fn marked_text(problem: &Diagnostic, files: &SourceMap) -> Option<String> {
    let span = problem.span?;
    files.text(span.file).get(span.start..span.end).filter(|text| !text.is_empty()).map(str::to_owned)
}
