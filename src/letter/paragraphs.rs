//! Paragraphs out of the XML of a letter.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{LetterError, LetterFormat};

/// What is being read.
struct Pages {
    format: LetterFormat,
    /// Finished paragraphs, with their mark.
    paragraphs: Vec<String>,
    /// The paragraph that is open.
    open: String,
    mark: &'static str,
    /// How deep we are inside lists of an OpenDocument text.
    lists: usize,
    /// How deep we are inside something whose text is no part of the letter.
    hidden: usize,
    /// Inside an element of which the text counts; in OpenDocument that is every paragraph.
    in_text: bool,
}

/// The text of the XML, a paragraph per line.
pub(super) fn text(xml: &str, format: LetterFormat) -> Result<String, LetterError> {
    let mut reader = Reader::from_str(xml);
    let mut pages =
        Pages { format, paragraphs: Vec::new(), open: String::new(), mark: "", lists: 0, hidden: 0, in_text: false };
    loop {
        match reader.read_event().map_err(|_| LetterError::Damaged)? {
            Event::Start(element) => pages.begin(&element),
            Event::Empty(element) => pages.single(&element),
            Event::End(element) => pages.end(element.local_name().as_ref()),
            Event::Text(text) => pages.add(text.as_ref()),
            Event::GeneralRef(name) => pages.add(&entity(name.as_ref())),
            Event::CData(text) => pages.add(text.as_ref()),
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(pages.paragraphs.join("\n\n"))
}

impl Pages {
    fn begin(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        let name = name.as_ref();
        if self.hidden > 0 || is_hidden(name) {
            self.hidden += 1;
            return;
        }
        match (self.format, name) {
            (LetterFormat::Docx, "t") => self.in_text = true,
            (LetterFormat::Docx, "p") => self.mark = "",
            (LetterFormat::Odt, "list") => self.lists += 1,
            (LetterFormat::Odt, "p") => self.open_paragraph(if self.lists > 0 { "- " } else { "" }),
            (LetterFormat::Odt, "h") => self.open_paragraph("# "),
            _ => self.single(element),
        }
    }

    fn open_paragraph(&mut self, mark: &'static str) {
        self.mark = mark;
        self.in_text = true;
    }

    /// An element without an inside: a break, or a setting of the paragraph.
    fn single(&mut self, element: &BytesStart<'_>) {
        if self.hidden > 0 {
            return;
        }
        match (self.format, element.local_name().as_ref()) {
            (LetterFormat::Docx, "tab" | "br" | "cr") | (LetterFormat::Odt, "tab" | "line-break" | "s") => {
                self.open.push(' ');
            }
            (LetterFormat::Docx, "noBreakHyphen") => self.open.push('-'),
            (LetterFormat::Docx, "numPr") => self.mark = "- ",
            (LetterFormat::Docx, "pStyle") if is_heading(element) => self.mark = "# ",
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.hidden > 0 {
            self.hidden -= 1;
            return;
        }
        match (self.format, name) {
            (LetterFormat::Docx, "t") => self.in_text = false,
            (LetterFormat::Odt, "list") => self.lists = self.lists.saturating_sub(1),
            (_, "p") | (LetterFormat::Odt, "h") => self.close_paragraph(),
            _ => {}
        }
    }

    fn close_paragraph(&mut self) {
        let words: Vec<&str> = self.open.split_whitespace().collect();
        if !words.is_empty() {
            self.paragraphs.push(format!("{}{}", self.mark, words.join(" ")));
        }
        self.open.clear();
        self.mark = "";
        self.in_text = self.in_text && self.format == LetterFormat::Docx;
    }

    fn add(&mut self, text: &str) {
        if self.hidden == 0 && self.in_text {
            self.open.push_str(text);
        }
    }
}

/// Text that a reader of the letter does not see in its place: what was deleted, remarks, notes, and the second copy that
/// Word keeps for old programs.
fn is_hidden(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "tracked-changes" | "annotation" | "note" | "Fallback")
}

/// `Kop1`, `Heading1`, `Title`, `Titel`.
fn is_heading(element: &BytesStart<'_>) -> bool {
    element.attributes().flatten().any(|attribute| {
        let value = attribute.value.to_lowercase();
        attribute.key.local_name().as_ref() == "val"
            && ["kop", "heading", "tit"].iter().any(|start| value.starts_with(start))
    })
}

/// The sign for `amp`, `#235` or `#xEB`; nothing for a name that XML does not know.
fn entity(name: &str) -> String {
    let number = match name.strip_prefix("#x").or(name.strip_prefix("#X")) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => name.strip_prefix('#').and_then(|decimal| decimal.parse().ok()),
    };
    let sign = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => number.and_then(char::from_u32),
    };
    sign.map(String::from).unwrap_or_default()
}
