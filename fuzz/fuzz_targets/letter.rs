//! Markdown and plain text through all rules of language: a letter is anything. Its first byte says what it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use ouderwijzer::letter::{self, LetterFormat};
use ouderwijzer::pipeline::{check_letter, question_letter};
use ouderwijzer_fuzz::site::show;

fuzz_target!(|input: &[u8]| {
    let Some((kind, bytes)) = input.split_first() else { return };
    let (path, text) = match kind % 4 {
        0 => ("brief.txt", String::from_utf8_lossy(bytes).into_owned()),
        1 => ("brief.md", String::from_utf8_lossy(bytes).into_owned()),
        2 => ("brief.docx", letter::text(bytes, LetterFormat::Docx).unwrap_or_default()),
        _ => ("brief.odt", letter::text(bytes, LetterFormat::Odt).unwrap_or_default()),
    };
    let outcome = check_letter(path, &text, None);
    show(&outcome.problems, &outcome.files);
    show(&outcome.tips, &outcome.files);
    question_letter(path, &text, &outcome);
});
