//! Where a sentence ends: a full stop is often part of an abbreviation, a date or a name.

use std::ops::Range;

use super::short_forms::{is_abbreviation, is_short_month};

/// Bytes of the sentences of one block, without white space around them.
pub(in crate::check) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut at = 0;
    while at < letters.len() {
        if !is_end_sign(letters[at].1) {
            at += 1;
            continue;
        }
        let signs_begin = at;
        while at < letters.len() && (is_end_sign(letters[at].1) || is_closing(letters[at].1)) {
            at += 1;
        }
        let end = letters.get(at).map_or(text.len(), |(place, _)| *place);
        let stop = Stop { text, start, sign: letters[signs_begin].0, signs: &letters[signs_begin..at], end };
        if stop.ends_sentence() {
            push_trimmed(text, start..end, &mut found);
            start = end;
        }
    }
    push_trimmed(text, start..text.len(), &mut found);
    found
}

fn is_end_sign(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…')
}

fn is_closing(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '’' | '”' | '»' | ')' | ']')
}

fn push_trimmed(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    if start < end {
        found.push(start..end);
    }
}

/// One or more signs that may end a sentence.
struct Stop<'a> {
    text: &'a str,
    /// Where the sentence began.
    start: usize,
    /// The first sign.
    sign: usize,
    signs: &'a [(usize, char)],
    /// One past the last sign.
    end: usize,
}

impl Stop<'_> {
    fn ends_sentence(&self) -> bool {
        let after = &self.text[self.end..];
        if !after.is_empty() && !after.starts_with(char::is_whitespace) {
            return false;
        }
        let next = after.trim_start().trim_start_matches(['"', '\'', '‘', '“', '«', '(', '[']).chars().next();
        if next.is_some_and(char::is_lowercase) || self.stands_alone() {
            return false;
        }
        !(self.is_single_full_stop() && self.is_part_of_token(next))
    }

    /// `…` between spaces stands for a value that is filled in later, or for words left out.
    fn stands_alone(&self) -> bool {
        let is_dots = self.signs.iter().all(|(_, sign)| *sign == '…');
        let before = self.text[self.start..self.sign].chars().next_back();
        is_dots && before.is_none_or(char::is_whitespace)
    }

    fn is_single_full_stop(&self) -> bool {
        self.signs.first().is_some_and(|(_, sign)| *sign == '.')
            && self.signs.get(1).is_none_or(|(_, sign)| !is_end_sign(*sign))
    }

    /// Whether the full stop belongs to the token before it: an abbreviation, an initial, the number of a list.
    fn is_part_of_token(&self, next: Option<char>) -> bool {
        let token = last_token(&self.text[self.start..self.sign]);
        let bare = token.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let lower = bare.to_lowercase();
        if matches!(lower.as_str(), "enz" | "etc") {
            return !next.is_some_and(char::is_uppercase);
        }
        is_abbreviation(&lower) || is_initials(bare) || self.is_short_month(&lower) || self.is_list_number(bare)
    }

    /// `3 jan. 2026`; but `Dit is Jan.` ends.
    fn is_short_month(&self, lower: &str) -> bool {
        let before = self.text[self.start..self.sign].trim_end_matches(|letter: char| !letter.is_whitespace());
        let number = last_token(before.trim_end());
        is_short_month(lower) && !number.is_empty() && number.chars().all(|letter| letter.is_ascii_digit())
    }

    /// `1.` at the start of a block.
    fn is_list_number(&self, bare: &str) -> bool {
        let at_block_start = self.text[..self.sign].trim() == bare;
        at_block_start && !bare.is_empty() && bare.chars().all(|letter| letter.is_ascii_digit())
    }
}

fn last_token(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// `J` or `J.W`: capitals with full stops between them.
fn is_initials(token: &str) -> bool {
    !token.is_empty() && token.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[track_caller]
    fn splits(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn ordinary_sentences_end_at_their_sign() {
        splits("U mag nee zeggen. Dat is uw recht! Wilt u dat?", &["U mag nee zeggen.", "Dat is uw recht!", "Wilt u dat?"]);
        splits("Dat mag u. Bel 112. 24 uur per dag.", &["Dat mag u.", "Bel 112.", "24 uur per dag."]);
    }

    #[test]
    fn abbreviations_initials_and_dates_do_not_end_a_sentence() {
        splits(
            "Vraag dhr. De Boer en J.W. Smit om hulp. Dat mag.",
            &["Vraag dhr. De Boer en J.W. Smit om hulp.", "Dat mag."],
        );
        splits("Op 3 jan. 2026 komt Jan. Hij belt.", &["Op 3 jan. 2026 komt Jan.", "Hij belt."]);
        splits("Neem o.a. Uw pas mee, bijv. Een paspoort.", &["Neem o.a. Uw pas mee, bijv. Een paspoort."]);
        splits("Zie art. 8 EVRM. Dat geldt.", &["Zie art. 8 EVRM.", "Dat geldt."]);
    }

    #[test]
    fn etcetera_ends_only_before_a_capital() {
        splits("Brood, melk enz. U betaalt.", &["Brood, melk enz.", "U betaalt."]);
        splits("Brood, melk enz. en kaas.", &["Brood, melk enz. en kaas."]);
    }

    #[test]
    fn quotes_and_brackets_close_with_the_sentence() {
        splits("‘Mag dat?’ vraagt u. ‘Ja.’ Dan mag het.", &["‘Mag dat?’ vraagt u.", "‘Ja.’", "Dan mag het."]);
        splits("Bel ons (gratis). Of mail.", &["Bel ons (gratis).", "Of mail."]);
    }

    #[test]
    fn a_point_in_a_number_does_not_end_a_sentence() {
        splits(
            "Het kost 2.50 euro. Dat is ‘veel.’ Vindt u niet",
            &["Het kost 2.50 euro.", "Dat is ‘veel.’", "Vindt u niet"],
        );
    }

    #[test]
    fn the_number_of_a_list_stays_with_its_item_and_a_value_is_no_end() {
        splits("1. Vraag hulp. Wacht.", &["1. Vraag hulp.", "Wacht."]);
        splits("Bel … Veilig Thuis helpt. Wacht…", &["Bel … Veilig Thuis helpt.", "Wacht…"]);
        splits("", &[]);
    }
}
