//! A `#` after a space begins a remark: the rest of the line is not published, and nobody is told.

use super::Source;
use super::tree::Node;
use crate::diag::Diagnostic;

/// Values after which a remark begins that looks like a part of the text: `team #1`.
pub(super) fn problems(yaml: &Source<'_>, tree: &Node) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    tree.each_text(&mut |node| found.extend(problem(yaml, node)));
    found
}

fn problem(yaml: &Source<'_>, node: &Node) -> Option<Diagnostic> {
    let rest = yaml.text.get(node.range.end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let remark = rest.trim_start();
    let is_part = remark.len() < rest.len() && remark.starts_with('#') && remark[1..].starts_with(char::is_alphanumeric);
    let is_quoted = yaml.text[..node.range.end].ends_with(['"', '\'']);
    (is_part && !is_quoted).then(|| {
        let start = node.range.end + rest.len() - remark.len();
        yaml.error("afgesneden", "vanaf `#` telt deze tekst niet mee", &(start..node.range.end + rest.len()))
            .help("zet de hele tekst tussen aanhalingstekens; een opmerking begint met een `#` en een spatie")
    })
}
