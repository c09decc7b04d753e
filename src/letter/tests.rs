//! Letters made in the test, byte by byte.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{LARGEST_TEXT, LetterError, LetterFormat, text};

fn package(name: &str, inside: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, SimpleFileOptions::default()).expect("a file can begin");
    zip.write_all(inside).expect("memory can be written");
    zip.finish().expect("a zip file can end").into_inner()
}

fn docx(body: &str) -> Vec<u8> {
    let xml = format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    package("word/document.xml", xml.as_bytes())
}

fn odt(body: &str) -> Vec<u8> {
    let xml = format!("<?xml version=\"1.0\"?><office:text xmlns:office=\"o\" xmlns:text=\"t\">{body}</office:text>");
    package("content.xml", xml.as_bytes())
}

#[test]
fn paragraphs_headings_and_items_of_word_come_out_as_lines() {
    let letter = docx(
        "<w:p><w:pPr><w:pStyle w:val=\"Kop1\"/></w:pPr><w:r><w:t>Uitnodiging</w:t></w:r></w:p>\
         <w:p><w:r><w:t>U mag </w:t></w:r><w:r><w:t>nee &amp; ja zeggen.</w:t></w:r></w:p>\
         <w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>caf&#233;</w:t><w:br/><w:t>thuis</w:t></w:r></w:p>",
    );
    let expected = "# Uitnodiging\n\nU mag nee & ja zeggen.\n\n- café thuis";
    assert_eq!(text(&letter, LetterFormat::Docx).as_deref(), Ok(expected));
}

#[test]
fn paragraphs_headings_and_items_of_an_open_document_come_out_as_lines() {
    let letter = odt("<text:h>Uitnodiging</text:h><text:p>U mag <text:span>nee</text:span> zeggen.</text:p>\
         <text:list><text:list-item><text:p>een<text:s/>vriend</text:p></text:list-item></text:list><text:p>Dag</text:p>");
    let expected = "# Uitnodiging\n\nU mag nee zeggen.\n\n- een vriend\n\nDag";
    assert_eq!(text(&letter, LetterFormat::Odt).as_deref(), Ok(expected));
}

#[test]
fn what_was_deleted_is_not_read() {
    let letter = docx(
        "<w:p><w:del><w:r><w:delText>U moet</w:delText><w:t>U moet</w:t></w:r></w:del><w:r><w:t>U mag</w:t></w:r></w:p>",
    );
    assert_eq!(text(&letter, LetterFormat::Docx).as_deref(), Ok("U mag"));
}

#[test]
fn a_small_file_that_grows_without_end_is_refused() {
    let bomb = package("word/document.xml", &vec![b' '; usize::try_from(LARGEST_TEXT).expect("fits") + 10]);
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    assert_eq!(text(&bomb, LetterFormat::Docx), Err(LetterError::TooLarge(10)));
}

#[test]
fn what_is_no_document_has_a_message_and_no_panic() {
    assert_eq!(text(b"geen zip", LetterFormat::Docx), Err(LetterError::NotADocument));
    assert_eq!(text(b"", LetterFormat::Odt), Err(LetterError::NotADocument));
    assert_eq!(text(&odt("<text:p>Dag</text:p>"), LetterFormat::Docx), Err(LetterError::NoText("word/document.xml")));
    assert_eq!(text(&docx("<w:p></w:r>"), LetterFormat::Docx), Err(LetterError::Damaged));
    let whole = docx("<w:p><w:r><w:t>U mag nee zeggen.</w:t></w:r></w:p>");
    for length in 0..whole.len() {
        assert!(text(&whole[..length], LetterFormat::Docx).is_err(), "a piece of {length} bytes was read");
    }
}

#[test]
fn a_format_is_known_by_its_name_or_its_first_bytes() {
    assert_eq!(LetterFormat::of_name("Brief.DOCX"), Some(LetterFormat::Docx));
    assert_eq!(LetterFormat::of_name("brief.txt"), None);
    assert_eq!(LetterFormat::of_bytes(&docx("")), Some(LetterFormat::Docx));
    assert_eq!(LetterFormat::of_bytes(&package("mimetype", b"")), Some(LetterFormat::Docx));
    assert_eq!(LetterFormat::of_bytes(b"Geachte ouder"), None);
}
