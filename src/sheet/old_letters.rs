//! Sheets that a Dutch Excel saved as plain CSV: letters of an old Windows (code page 1252), a byte for each.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// Bytes that are lower case letters with a sign in the old letters of a Mac, and next to nothing in those of Windows.
const MAC_LETTERS: &[u8] = &[0x87, 0x88, 0x89, 0x8a, 0x8d, 0x8e, 0x8f, 0x90, 0x98, 0x9a, 0x9d, 0x9e, 0x9f];

/// The text; `None` when these are other letters. Every sheet of ours has words such as `cliënt` in its explanations.
pub(super) fn read(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let of_windows = bytes.iter().filter(|byte| **byte >= 0xe0).count();
    let of_mac = bytes.iter().filter(|byte| MAC_LETTERS.contains(byte)).count();
    if of_mac >= of_windows {
        return None;
    }
    WINDOWS_1252.decode_without_bom_handling_and_without_replacement(bytes)
}

/// A text as it comes back: a letter that the old Windows does not have is a question mark.
pub(super) fn through(text: &str) -> String {
    let is_known = |letter: char| !WINDOWS_1252.encode(letter.encode_utf8(&mut [0; 4])).2;
    text.chars().map(|letter| if is_known(letter) { letter } else { '?' }).collect()
}

#[cfg(test)]
mod tests {
    use super::{read, through};

    #[test]
    fn letters_of_windows_are_read_and_those_of_an_old_mac_are_not() {
        assert_eq!(read(b"Frysl\xe2n, cli\xebnt, \x80 5").as_deref(), Some("Fryslân, cliënt, € 5"));
        assert_eq!(read(b"Frysl\x89n, cli\x91nt, \x8e\x8en"), None);
    }

    #[test]
    fn a_letter_that_the_old_windows_does_not_have_becomes_a_question_mark() {
        assert_eq!(through("één → ș"), "één ? ?");
    }
}
