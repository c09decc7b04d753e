//! Signs that nobody typed on purpose: letters that a wrong encoding damaged, and signs that cannot be seen.

use crate::diag::{Diagnostic, FileId, Span};

/// What a sign is called, and what to do about it.
struct Wrong {
    rule: &'static str,
    what: &'static str,
    help: &'static str,
}

const DAMAGED: Wrong = Wrong {
    rule: "verminkte-letters",
    what: "hier zijn letters verminkt",
    help: "typ het woord opnieuw, en sla het bestand op met de codering UTF-8",
};
const INVISIBLE: Wrong = Wrong {
    rule: "onzichtbaar-teken",
    what: "hier staat een teken dat niemand ziet",
    help: "haal het teken weg: verwijder de tekst op deze plaats en typ die opnieuw",
};

/// The first of each kind in a text: who pastes one such sign, often pastes hundreds.
pub(super) fn problems(file: FileId, text: &str) -> Vec<Diagnostic> {
    let first = |wrong: &Wrong, find: fn(&str) -> Option<(usize, usize)>| {
        find(text).map(|(start, length)| {
            Diagnostic::error(wrong.rule, wrong.what).at(Span::new(file, start, start + length)).help(wrong.help)
        })
    };
    [first(&DAMAGED, damaged), first(&INVISIBLE, invisible)].into_iter().flatten().collect()
}

/// Whether a text has signs with which it cannot be read any further.
pub(super) fn has_control(text: &str) -> bool {
    text.chars().any(is_control)
}

/// Whether a look at the bytes is enough to know that nothing is wrong. Nearly every file is clean, and every file of
/// every run is looked at: a run of bytes in which nothing can begin is passed over as a whole.
pub(super) fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let runs = bytes.chunks(RUN).enumerate().filter(|(_, run)| run.iter().fold(false, |any, byte| any | begins(*byte)));
    runs.map(|(place, run)| place * RUN..place * RUN + run.len()).all(|range| is_clean_within(bytes, range))
}

/// Bytes that are passed over at once.
const RUN: usize = 64;

/// Whether a wrong sign may begin with this byte.
fn begins(byte: u8) -> bool {
    (byte < 0x20) & (byte != b'\n') & (byte != b'\t')
        | (byte == 0x7f)
        | (byte == 0xc2)
        | (byte == 0xc3)
        | (byte == 0xe2)
        | (byte >= 0xee)
}

/// Whether no wrong sign begins in this part of the bytes.
fn is_clean_within(bytes: &[u8], range: std::ops::Range<usize>) -> bool {
    let next = |at: usize| bytes.get(at).copied().unwrap_or_default();
    !range.map(|at| (at, bytes[at])).any(|(at, byte)| match byte {
        b'\n' | b'\t' => false,
        0..=0x1f | 0x7f => true,
        // The last control signs.
        0xc2 => next(at + 1) < 0xa0,
        // Â, Ã and â, before a sign that damage leaves behind them.
        0xc3 => match next(at + 1) {
            0x82 | 0x83 => next(at + 2) == 0xc2,
            0xa2 => matches!((next(at + 2), next(at + 3)), (0xe2, 0x82) | (0xc2, 0x80)),
            _ => false,
        },
        // Signs without width and signs that turn the direction; not the quotation marks between them.
        0xe2 => match next(at + 1) {
            0x80 => matches!(next(at + 2), 0x8b | 0xaa..=0xae),
            0x81 => next(at + 2) == 0xa0,
            _ => false,
        },
        // Private use, the mark of a lost letter, and the byte order mark.
        0xee => true,
        0xef => next(at + 1) < 0xa4 || matches!((next(at + 1), next(at + 2)), (0xbf, 0xbd) | (0xbb, 0xbf)),
        _ => false,
    })
}

fn is_control(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\n' | '\t')
}

/// `é` that was read as another encoding and saved again (`Ã©`), or was lost altogether.
fn damaged(text: &str) -> Option<(usize, usize)> {
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let pair = match sign {
            'Ã' | 'Â' => next.filter(|next| ('\u{80}'..='\u{bf}').contains(next)),
            'â' => next.filter(|next| *next == '€' || *next == '\u{80}'),
            _ => None,
        };
        if let Some(next) = pair {
            return Some((at, sign.len_utf8() + next.len_utf8()));
        }
        if sign == '\u{fffd}' {
            return Some((at, sign.len_utf8()));
        }
    }
    None
}

/// Joiners (U+200C, U+200D) and direction marks (U+200E, U+200F) are letters of some languages; these are not. Signs for
/// private use (U+E000 to U+F8FF) mean something else on every machine, and holes in shared pages here.
fn invisible(text: &str) -> Option<(usize, usize)> {
    let is_invisible = |sign: char| {
        is_control(sign)
            || matches!(sign, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{e000}'..='\u{f8ff}')
    };
    text.char_indices().find(|(_, sign)| is_invisible(*sign)).map(|(at, sign)| (at, sign.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::{damaged, invisible, is_clean, is_control};

    #[test]
    fn a_word_that_was_read_in_the_wrong_encoding_is_seen() {
        assert_eq!(damaged("één café"), None);
        assert_eq!(damaged("cafÃ©"), Some((3, 4)));
        assert_eq!(damaged("thema\u{e2}\u{20ac}\u{2122}s"), Some((5, 5)));
        assert_eq!(damaged("ch\u{e2}teau"), None);
    }

    #[test]
    fn the_look_at_the_bytes_misses_no_sign_that_is_wrong() {
        let mut wrong = 0;
        for before in ["a", "Ã", "Â", "â"] {
            for sign in '\0'..=char::MAX {
                let text = format!("{before}{sign}b");
                let is_wrong = damaged(&text).is_some() || invisible(&text).is_some() || is_control(sign);
                assert!(!is_wrong || !is_clean(&text), "{text:?} is wrong");
                wrong += usize::from(is_wrong);
            }
        }
        let damage_of_pairs = 2 * (0xc0 - 0xa0) + 1;
        assert_eq!(wrong, 4 * (72 + 6_400) + damage_of_pairs);
        assert!(!is_clean("cafÃ©") && !is_clean("thema\u{e2}\u{20ac}\u{2122}s"));
        assert!(is_clean("één ‘café’ – ’s-Hertogenbosch, Skûlenboarch, Sânfurd, می\u{200c}خواهم"));
    }

    #[test]
    fn a_joiner_of_persian_is_a_letter_and_a_space_without_width_is_not() {
        assert_eq!(invisible("می\u{200c}خواهم"), None);
        assert_eq!(invisible("a\u{200b}b"), Some((1, 3)));
    }
}
