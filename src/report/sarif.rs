//! Findings in SARIF 2.1.0, the exchange format of code scanners.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Describe, place};
use crate::diag::{Diagnostic, Diagnostics, Severity, SourceMap};

/// Where the format is described.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// All findings, sorted by file and place, with the rules that they name.
pub fn sarif(problems: &Diagnostics, files: &SourceMap, about: Describe<'_>) -> String {
    let sorted = problems.sorted(files);
    let rules: BTreeSet<&str> = sorted.iter().map(|problem| problem.rule).collect();
    let rules: Vec<Value> = rules.into_iter().map(|name| rule(name, about)).collect();
    let results: Vec<Value> = sorted.into_iter().map(|problem| result(problem, files)).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "ouderwijzer", "version": env!("CARGO_PKG_VERSION"), "language": "nl", "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).expect("texts and numbers can always be written as JSON")
}

fn rule(name: &str, about: Describe<'_>) -> Value {
    let known = about(name);
    let mut rule = json!({ "id": name, "properties": { "familie": known.family, "feiten": known.facts } });
    if !known.summary.is_empty() {
        rule["shortDescription"] = json!({ "text": known.summary });
        rule["help"] = json!({ "text": known.page, "markdown": known.page });
    }
    rule
}

fn result(problem: &Diagnostic, files: &SourceMap) -> Value {
    let level = match problem.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Explain | Severity::Tip => "note",
    };
    let help = problem.help.as_ref().map(|help| format!(". Hulp: {help}")).unwrap_or_default();
    let mut result =
        json!({ "ruleId": problem.rule, "level": level, "message": { "text": format!("{}{help}", problem.message) } });
    if let Some((path, line, column)) = place(problem, files) {
        result["locations"] = json!([{ "physicalLocation": {
            "artifactLocation": { "uri": path },
            "region": { "startLine": line, "startColumn": column },
        } }]);
    }
    result
}
