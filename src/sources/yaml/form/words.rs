//! Words that were meant for an editor, and would be published: nothing, a stand-in, `Onbekend`, signs of Markdown.

use super::Wrong;
use crate::diag::nearest;
use crate::sources::yaml::known::UNKNOWN;

/// What people write when they mean to come back later, or when there is nothing to say.
const STAND_INS: &[&str] = &["nvt", "n.v.t", "nog invullen", "invullen", "volgt", "volgt nog", "xxx", "tbd"];
/// What people write when nobody knows.
const NOBODY_KNOWS: &[&str] = &[
    "niet bekend",
    "nog niet bekend",
    "weet niet",
    "weet ik niet",
    "ik weet het niet",
    "weten we niet",
    "weten wij niet",
    "geen idee",
];

/// Text with Markdown, or `onbekend`.
pub(super) fn wrong(text: &str) -> Option<Wrong> {
    says_nothing(text, true).or_else(|| slip_of_unknown(text)).or_else(|| curly_quotes(text))
}

/// Text with Markdown.
pub(super) fn wrong_known(text: &str) -> Option<Wrong> {
    says_nothing(text, false).or_else(|| never_unknown(text)).or_else(|| curly_quotes(text))
}

/// Text that is shown as it is written, or `onbekend`.
pub(super) fn wrong_bare(text: &str) -> Option<Wrong> {
    wrong(text).or_else(|| signs(text))
}

/// Text that is shown as it is written.
pub(super) fn wrong_bare_known(text: &str) -> Option<Wrong> {
    wrong_known(text).or_else(|| signs(text))
}

fn says_nothing(text: &str, may_be_unknown: bool) -> Option<Wrong> {
    let help = if may_be_unknown { "schrijf de waarde, of `onbekend` als niemand het weet" } else { "schrijf de tekst" };
    if text.trim().is_empty() {
        return Some(Wrong::new("lege-waarde", "hier staat een lege tekst", help));
    }
    is_stand_in(text).then(|| Wrong::new("geen-waarde", format!("`{text}` zegt een lezer niets"), help))
}

/// Whether a text stands where a value should come, and is none: `n.v.t.`, `-`, `geen idee`.
pub(in crate::sources::yaml) fn is_stand_in(text: &str) -> bool {
    let folded = folded(text);
    STAND_INS.contains(&folded.as_str()) || nobody_knows(&folded) || !text.chars().any(char::is_alphanumeric)
}

/// Whether a text means `onbekend`: a slip of that word, or other words for it.
pub(in crate::sources::yaml) fn means_unknown(text: &str) -> bool {
    nobody_knows(&folded(text)) || nearest(text, [UNKNOWN]).is_some()
}

fn nobody_knows(folded: &str) -> bool {
    NOBODY_KNOWS.contains(&folded) || (!folded.is_empty() && folded.chars().all(|sign| sign == '?'))
}

/// Small letters, without the full stop at the end.
fn folded(text: &str) -> String {
    text.trim().trim_end_matches('.').to_lowercase()
}

/// `Onbekend` or `onbekent` would be shown as if it were the answer; `onbekend` becomes a question to ask.
fn slip_of_unknown(text: &str) -> Option<Wrong> {
    if text == UNKNOWN {
        return None;
    }
    let bare = text.trim().trim_end_matches('.');
    nearest(bare, [UNKNOWN]).filter(|_| bare.to_lowercase().starts_with("on")).map(|_| {
        Wrong::new(
            "onbekend-anders",
            format!("`{text}` is niet het woord `{UNKNOWN}`"),
            format!("schrijf precies `{UNKNOWN}`"),
        )
    })
}

fn never_unknown(text: &str) -> Option<Wrong> {
    (folded(text) == UNKNOWN).then(|| Wrong::new("onbekend-hier", format!("`{UNKNOWN}` kan hier niet"), "schrijf de tekst"))
}

/// A word processor turns the quotes round a value into signs that YAML does not know.
fn curly_quotes(text: &str) -> Option<Wrong> {
    let inside = text.strip_prefix(['“', '”', '„'])?.strip_suffix(['“', '”'])?;
    (!inside.contains(['“', '”'])).then(|| {
        Wrong::new(
            "kromme-aanhalingstekens",
            "om deze tekst staan kromme aanhalingstekens",
            format!("gebruik rechte: \"{inside}\", of ‘{inside}’ als iemand dit zegt"),
        )
    })
}

/// Signs that mean something in Markdown, in a text that is shown as it is written.
fn signs(text: &str) -> Option<Wrong> {
    let tag =
        text.match_indices('<').find(|(at, _)| text[at + 1..].starts_with(|sign: char| sign.is_alphabetic() || sign == '/'));
    let sign = ["{{", "{", "}", "](", "**", "`"].into_iter().find(|sign| text.contains(sign)).or(tag.map(|_| "<"))?;
    Some(Wrong::new(
        "opmaak-in-tekst",
        format!("`{sign}` kan hier niet: deze tekst komt precies zo op de pagina"),
        "schrijf gewone woorden, zonder link, nadruk of feitnummer",
    ))
}

#[cfg(test)]
mod tests {
    use super::{is_stand_in, means_unknown, wrong, wrong_bare_known, wrong_known};

    #[test]
    fn ordinary_words_are_right() {
        for text in ["onbekend is het niet, want het staat erin", "jeugdteam", "3 < 4", "U mag ‘nee’ zeggen."] {
            assert_eq!(wrong_bare_known(text), None, "{text}");
        }
        assert_eq!(wrong("onbekend"), None);
        assert_eq!(wrong("bekend"), None);
    }

    #[test]
    fn unknown_in_another_spelling_is_not_published_as_an_answer() {
        for text in ["Onbekend", "onbekend.", "onbekent", "?", "-", "n.v.t.", "weet ik niet", "Geen idee."] {
            assert!(wrong(text).is_some(), "{text}");
        }
        assert!(wrong_known("onbekend").is_some());
    }

    #[test]
    fn other_words_for_unknown_are_told_from_words_for_later() {
        for text in ["weet ik niet", "Geen idee", "??", "onbekent"] {
            assert!(means_unknown(text), "{text}");
        }
        for text in ["n.v.t.", "-", "volgt nog"] {
            assert!(is_stand_in(text) && !means_unknown(text), "{text}");
        }
        assert!(!is_stand_in("geen idee van tijd hebben"));
    }
}
