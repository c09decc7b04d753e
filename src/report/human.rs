//! Findings for a person at a terminal: the line, the marked place, the help.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diag::{Diagnostic, Diagnostics, Severity, SourceMap};

/// With colours, or plain for a file or a pipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Colours.
    Styled,
    /// No colours.
    Plain,
}

/// All findings, sorted by file and place.
pub fn human(problems: &Diagnostics, files: &SourceMap, look: Look) -> String {
    let renderer = match look {
        Look::Styled => Renderer::styled(),
        Look::Plain => Renderer::plain(),
    };
    let renderer = renderer.decor_style(DecorStyle::Unicode);
    let shown: Vec<String> = problems.sorted(files).iter().map(|problem| one(problem, files, &renderer)).collect();
    shown.join("\n\n")
}

fn one(problem: &Diagnostic, files: &SourceMap, renderer: &Renderer) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Explain => Level::INFO,
        Severity::Tip => Level::NOTE,
    };
    let title = level.with_name(problem.severity.word()).primary_title(problem.message.as_str()).id(problem.rule);
    let mut group = Group::with_title(title);
    let mut origin = String::new();
    if let Some(span) = problem.span {
        let text = files.text(span.file);
        if span.end == 0 || text.is_empty() {
            origin = files.path(span.file).to_string();
        } else {
            let start = crate::diag::floor_char_boundary(text, span.start);
            let end = crate::diag::floor_char_boundary(text, span.end).max(start);
            let mut mark = AnnotationKind::Primary.span(start..end_on_line(text, start, end));
            if let Some(label) = &problem.label {
                mark = mark.label(label.as_str());
            }
            group = group.element(Snippet::source(text).path(files.path(span.file).as_str()).annotation(mark));
        }
    }
    let mut origin_group = group;
    if !origin.is_empty() {
        origin_group = origin_group.element(annotate_snippets::Origin::path(origin.as_str()));
    }
    if let Some(help) = &problem.help {
        origin_group = origin_group.element(Level::HELP.with_name("hulp").message(help.as_str()));
    }
    renderer.render(&[origin_group])
}

/// A mark over many lines hides more than it shows: it stops at the end of the first line.
fn end_on_line(text: &str, start: usize, end: usize) -> usize {
    text[start..end].find('\n').map_or(end, |at| start + at)
}
