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

/// Joiners (U+200C, U+200D) and direction marks (U+200E, U+200F) are letters of some languages; these are not.
fn invisible(text: &str) -> Option<(usize, usize)> {
    let is_invisible =
        |sign: char| is_control(sign) || matches!(sign, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}');
    text.char_indices().find(|(_, sign)| is_invisible(*sign)).map(|(at, sign)| (at, sign.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::{damaged, invisible};

    #[test]
    fn a_word_that_was_read_in_the_wrong_encoding_is_seen() {
        assert_eq!(damaged("één café"), None);
        assert_eq!(damaged("cafÃ©"), Some((3, 4)));
        assert_eq!(damaged("thema\u{e2}\u{20ac}\u{2122}s"), Some((5, 5)));
        assert_eq!(damaged("ch\u{e2}teau"), None);
    }

    #[test]
    fn a_joiner_of_persian_is_a_letter_and_a_space_without_width_is_not() {
        assert_eq!(invisible("می\u{200c}خواهم"), None);
        assert_eq!(invisible("a\u{200b}b"), Some((1, 3)));
    }
}
