//! Letters as word processors write them: bytes of a `.docx` or `.odt` in, their paragraphs as plain text out.
//!
//! Both are zip files with XML in them. A file may claim more than it holds, or hold more than anyone wrote, so everything
//! that is read has a limit. What is left out: images, headers and footers, notes in the margin, and text that was deleted
//! while changes were tracked. Nothing here opens a file.

mod package;
mod paragraphs;

use thiserror::Error;

/// The largest file that is read, in bytes. A letter of a hundred pages is a tenth of this.
pub const LARGEST_FILE: u64 = 20_000_000;

/// The most text that is taken out of a file, in bytes. A small file can hold very much: a zip bomb.
pub const LARGEST_TEXT: u64 = 10_000_000;

/// Kinds of letters that are no plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterFormat {
    /// Office Open XML, as Word writes it.
    Docx,
    /// OpenDocument text, as LibreOffice writes it.
    Odt,
}

/// Why a letter could not be read. The words are for an editor.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LetterError {
    /// Not a zip file, or a damaged one.
    #[error("dit is geen document, of het is beschadigd")]
    NotADocument,
    /// A zip file without the text of a letter.
    #[error("in dit document staat geen `{0}`, dus de tekst is niet te vinden")]
    NoText(&'static str),
    /// The XML inside is broken.
    #[error("de tekst in dit document is beschadigd")]
    Damaged,
    /// More than `LARGEST_FILE` or `LARGEST_TEXT`.
    #[error("dit document is te groot: het mag hoogstens {0} MB zijn")]
    TooLarge(u64),
}

impl LetterFormat {
    /// The format that belongs to the end of a file name; `None` for plain text.
    pub fn of_name(name: &str) -> Option<LetterFormat> {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase())?;
        match ending.as_str() {
            "docx" => Some(LetterFormat::Docx),
            "odt" => Some(LetterFormat::Odt),
            _ => None,
        }
    }

    /// The format that the first bytes betray, for what comes in without a name; `None` when it is no zip file.
    pub fn of_bytes(bytes: &[u8]) -> Option<LetterFormat> {
        if !bytes.starts_with(b"PK\x03\x04") {
            return None;
        }
        // An OpenDocument file begins with its type, not packed.
        let is_odt = bytes.get(..200.min(bytes.len())).is_some_and(|head| contains(head, b"opendocument.text"));
        Some(if is_odt { LetterFormat::Odt } else { LetterFormat::Docx })
    }

    /// Where the text lies inside the file.
    fn part(self) -> &'static str {
        match self {
            LetterFormat::Docx => "word/document.xml",
            LetterFormat::Odt => "content.xml",
        }
    }
}

/// The text of a letter: a paragraph per line, with an empty line between them. Items of a list begin with `- `, headings
/// with `# `.
///
/// # Errors
///
/// When the bytes are no document of this format, or hold too much.
pub fn text(bytes: &[u8], format: LetterFormat) -> Result<String, LetterError> {
    let xml = package::part(bytes, format.part())?;
    paragraphs::text(&xml, format)
}

fn contains(all: &[u8], part: &[u8]) -> bool {
    all.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests;
