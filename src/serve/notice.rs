//! A finding as a browser gets it: the line apart from the marked words, so that the panel can show both without markup from here.

use serde::Serialize;

use crate::diag::{Diagnostic, Diagnostics, SourceMap, Span, floor_char_boundary};

/// One finding for the panel. Keys are Dutch, as in the report in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Notice {
    ernst: &'static str,
    regel: &'static str,
    melding: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    plaats: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hulp: Option<String>,
}

/// Where it is. Line and column count from 1; both are absent for a file as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Place {
    bestand: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    stuk: Option<Piece>,
}

/// The line, cut in three at the marked words, and what is said of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Piece {
    regelnummer: usize,
    kolom: usize,
    voor: String,
    gemerkt: String,
    na: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    bijschrift: Option<String>,
}

impl Notice {
    /// The site folder is gone, or is no site folder.
    pub(super) fn of_folder(cause: &str) -> Notice {
        Notice {
            ernst: "fout",
            regel: "map",
            melding: cause.to_owned(),
            plaats: None,
            hulp: Some("zet de map terug; het voorbeeld gaat dan vanzelf verder".to_owned()),
        }
    }
}

/// All findings by file and place, errors first.
pub(super) fn notices(problems: &Diagnostics, files: &SourceMap) -> Vec<Notice> {
    let mut sorted = problems.sorted(files);
    sorted.sort_by_key(|problem| problem.severity);
    sorted.into_iter().map(|problem| notice(problem, files)).collect()
}

/// One finding.
pub(super) fn notice(problem: &Diagnostic, files: &SourceMap) -> Notice {
    let place = problem.span.map(|span| Place {
        bestand: files.path(span.file).to_string(),
        stuk: piece(span, files, problem.label.as_deref()),
    });
    Notice {
        ernst: problem.severity.word(),
        regel: problem.rule,
        melding: problem.message.clone(),
        plaats: place,
        hulp: problem.help.clone(),
    }
}

/// A mark over many lines stops at the end of the first.
fn piece(span: Span, files: &SourceMap, label: Option<&str>) -> Option<Piece> {
    let text = files.text(span.file);
    if span.end == 0 || text.is_empty() {
        return None;
    }
    let start = floor_char_boundary(text, span.start);
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = floor_char_boundary(text, span.end).clamp(start, line_end);
    let (line, column) = files.line_column(span);
    Some(Piece {
        regelnummer: line,
        kolom: column,
        voor: text[line_start..start].to_owned(),
        gemerkt: text[start..end].to_owned(),
        na: text[end..line_end].to_owned(),
        bijschrift: label.map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::notice;
    use crate::diag::{Diagnostic, SourceMap, Span};

    #[test]
    fn a_finding_has_its_line_in_three_pieces() {
        let mut files = SourceMap::default();
        let file = files.add("a.yaml".into(), "één: 1\n  maximun: 6 maanden\n".into());
        let problem = Diagnostic::error("onbekende-sleutel", "de sleutel `maximun` bestaat niet")
            .at(Span::new(file, 11, 18))
            .label("bedoelt u `maximum`?")
            .help("verander `maximun` in `maximum`");
        let json = serde_json::to_string(&notice(&problem, &files)).expect("texts and numbers");
        let expected = r#"{"ernst":"fout","regel":"onbekende-sleutel","melding":"de sleutel `maximun` bestaat niet","#
            .to_owned()
            + r#""plaats":{"bestand":"a.yaml","stuk":{"regelnummer":2,"kolom":3,"voor":"  ","gemerkt":"maximun","#
            + r#""na":": 6 maanden","bijschrift":"bedoelt u `maximum`?"}},"hulp":"verander `maximun` in `maximum`"}"#;
        assert_eq!(json, expected);
    }

    #[test]
    fn a_finding_about_a_whole_file_has_no_line() {
        let mut files = SourceMap::default();
        let file = files.add("a.yaml".into(), "x".into());
        let problem = Diagnostic::error("bestandsnaam", "de bestandsnaam kan niet").at(Span::whole(file));
        let json = serde_json::to_string(&notice(&problem, &files)).expect("texts");
        assert!(json.contains(r#""plaats":{"bestand":"a.yaml"}"#), "{json}");
    }
}
