//! Permissions of editors for rules about truth: `# mag: regel reden` in YAML, `<!-- mag: regel reden -->` in Markdown.
//!
//! Such a finding is about a line of a file, so a permission stands on that line or directly above it. Above the first key of a file, or alone
//! at the top of a text, it holds for the whole file.

use std::collections::BTreeSet;

use super::RULES;
use crate::diag::{Diagnostic, FileId, SourceMap, Span};

/// A permission, and the lines for which it holds.
struct Permission {
    file: FileId,
    rule: &'static str,
    has_reason: bool,
    place: Span,
    /// Line numbers from 1; `None` for the whole file.
    line: Option<usize>,
}

/// Whether permissions for this rule are judged here: its findings stand at lines of files, not in blocks of prose.
pub fn is_allowed_elsewhere(rule: &str) -> bool {
    RULES.iter().any(|one| one.name == rule)
}

/// Takes away what is allowed; adds permissions that have no reason or allow nothing.
pub(super) fn apply(found: &mut Vec<Diagnostic>, files: &SourceMap) {
    let permissions: Vec<Permission> = files.ids().flat_map(|file| of_file(file, files.text(file))).collect();
    let mut used: BTreeSet<usize> = BTreeSet::new();
    found.retain(|one| {
        let Some(span) = one.span else { return true };
        let line = files.line_column(span).0;
        let allows = |permission: &Permission| {
            permission.file == span.file && permission.rule == one.rule && permission.line.is_none_or(|only| only == line)
        };
        let allowed: Vec<usize> = (0..permissions.len()).filter(|number| allows(&permissions[*number])).collect();
        used.extend(&allowed);
        allowed.is_empty()
    });
    for (number, permission) in permissions.iter().enumerate() {
        let name = permission.rule;
        if !permission.has_reason {
            let bare = Diagnostic::error("mag-zonder-reden", format!("bij `mag: {name}` staat niet waarom"));
            found.push(bare.at(permission.place).help(format!("schrijf de reden erachter: `mag: {name} …`")));
        } else if !used.contains(&number) {
            let idle = Diagnostic::warning("mag-ongebruikt", format!("`mag: {name}` staat niets meer toe"));
            found.push(idle.at(permission.place).help("haal deze regel weg"));
        }
    }
}

/// All permissions of a file that name a rule about truth.
fn of_file(file: FileId, text: &str) -> Vec<Permission> {
    let mut found = Vec::new();
    let mut begin = 0;
    let mut content_seen = false;
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for (index, line) in lines.iter().enumerate() {
        if let Some((place, rule, reason)) = parse(line) {
            let alone = place == line.len() - line.trim_start().len();
            let next = lines[index + 1..].iter().position(|next| is_content(next)).map(|ahead| index + 2 + ahead);
            let line_number = match (alone, content_seen) {
                (true, false) => None,
                (true, true) => next,
                (false, _) => Some(index + 1),
            };
            let end = begin + line.trim_end().len();
            let has_reason = !reason.is_empty();
            found.push(Permission { file, rule, has_reason, place: Span::new(file, begin + place, end), line: line_number });
        }
        content_seen |= is_content(line) && line.trim() != "---";
        begin += line.len();
    }
    found
}

/// A line that is not empty and no comment.
fn is_content(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && !line.starts_with('#') && !line.starts_with("<!--") || line.starts_with("##")
}

/// Column in bytes, rule and reason of a permission on this line.
fn parse(line: &str) -> Option<(usize, &'static str, &str)> {
    let (place, words) = match line.find("# mag:") {
        Some(at) => (at, &line[at + "# mag:".len()..]),
        None => (line.find("<!-- mag:")?, line.split_once("<!-- mag:")?.1.split("-->").next().unwrap_or_default()),
    };
    let (name, reason) = words.trim().split_once(char::is_whitespace).unwrap_or((words.trim(), ""));
    let rule = RULES.iter().find(|rule| rule.name == name)?;
    Some((place, rule.name, reason.trim()))
}

#[cfg(test)]
mod tests {
    use super::apply;
    use crate::diag::{Diagnostic, SourceMap, Span};

    /// Rules and lines that are left of one finding on line 3.
    fn left(text: &str) -> Vec<(&'static str, usize)> {
        let mut files = SourceMap::default();
        let file = files.add("content/bronnen.yaml".into(), text.into());
        let start: usize = text.split_inclusive('\n').take(2).map(str::len).sum();
        let mut found = vec![Diagnostic::warning("ongebruikte-bron", "iets").at(Span::new(file, start, start + 1))];
        apply(&mut found, &files);
        found.iter().map(|one| (one.rule, files.line_column(one.span.expect("at a place")).0)).collect()
    }

    #[test]
    fn a_permission_holds_for_its_own_line_the_next_line_or_the_file() {
        assert_eq!(left("a: 1\n# mag: ongebruikte-bron nodig voor later\nb: 2\n"), []);
        assert_eq!(left("a: 1\nb: 2\nc: 3 # mag: ongebruikte-bron nodig voor later\n"), []);
        assert_eq!(left("# mag: ongebruikte-bron alles is nodig\na: 1\nb: 2\n"), []);
    }

    #[test]
    fn a_permission_without_reason_or_for_another_line_is_a_finding() {
        assert_eq!(left("a: 1\n# mag: ongebruikte-bron\nb: 2\n"), [("mag-zonder-reden", 2)]);
        let other = left("a: 1 # mag: ongebruikte-bron nodig\nc: 2\nb: 2\n");
        assert_eq!(other, [("ongebruikte-bron", 3), ("mag-ongebruikt", 1)]);
    }
}
