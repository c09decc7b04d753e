//! Words and numbers of a text, each with its bytes. Web addresses, e-mail addresses and phone numbers are no words.

use std::ops::Range;

/// What a word counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordKind {
    /// A word that a reader must know.
    Common,
    /// A capital inside a sentence: a name. It counts for length, not for vocabulary.
    Name,
    /// A number in figures.
    Number,
}

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Bytes of the text of the block.
    pub(super) range: Range<usize>,
    /// Small letters, accents composed.
    pub(super) lower: String,
    /// What it counts as.
    pub(super) kind: WordKind,
    /// How it stands to the glossary.
    pub(super) term: TermMark,
}

/// How a word stands to the glossary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TermMark {
    /// It is no term.
    None,
    /// It belongs to a term that the page explains.
    Explained,
    /// It belongs to a term that the page does not explain.
    Unexplained,
}

impl Word {
    /// Whether the reader gets this word explained.
    pub(super) fn is_explained(&self) -> bool {
        self.term == TermMark::Explained
    }

    /// The parts between hyphens and slashes: for vocabulary each must be known.
    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        self.lower.split(['-', '/']).filter(|part| !part.is_empty())
    }
}

/// All words of a text, in order. Names are not known here yet: that takes a sentence.
pub(super) fn words(text: &str) -> Vec<Word> {
    let chunks: Vec<Range<usize>> = chunks(text);
    let mut words = Vec::new();
    let mut at = 0;
    while at < chunks.len() {
        let phone = phone_length(text, &chunks[at..]);
        if phone > 0 {
            at += phone;
            continue;
        }
        if !is_address(&text[chunks[at].clone()]) {
            words_of_chunk(text, &chunks[at], &mut words);
        }
        at += 1;
    }
    words
}

/// Pieces between white space.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        match (letter.is_whitespace(), start) {
            (true, Some(begin)) => {
                chunks.push(begin..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    chunks.extend(start.map(|begin| begin..text.len()));
    chunks
}

fn is_address(chunk: &str) -> bool {
    let bare = chunk.trim_matches(|letter: char| !letter.is_alphanumeric());
    let ends = [".nl", ".org", ".com", ".eu"];
    chunk.contains("://") || bare.starts_with("www.") || bare.contains('@') || ends.iter().any(|end| bare.ends_with(end))
}

/// How many chunks from the first are one phone number: `0800-2000`, `06 12 34 56 78`, `+31 6 …`. Zero when it is none.
fn phone_length(text: &str, chunks: &[Range<usize>]) -> usize {
    let begins = text[chunks[0].clone()].trim_start_matches('(');
    if !(begins.starts_with('0') || begins.starts_with("+31")) {
        return 0;
    }
    let (mut figures, mut length) = (0, 0);
    for chunk in chunks {
        let piece = text[chunk.clone()].trim_matches(['(', ')', '.', ',', ';', ':', '!', '?']);
        let only_figures = piece.chars().all(|letter| letter.is_ascii_digit() || "+-()".contains(letter));
        if !only_figures {
            break;
        }
        figures += piece.chars().filter(char::is_ascii_digit).count();
        length += 1;
        // A sign after the figures ends the number; what follows may be another one.
        if figures >= 10 || text[chunk.clone()].ends_with(['.', ',', ';', ':', '!', '?']) {
            break;
        }
    }
    if figures >= 8 { length } else { 0 }
}

fn words_of_chunk(text: &str, chunk: &Range<usize>, words: &mut Vec<Word>) {
    let letters: Vec<(usize, char)> =
        text[chunk.clone()].char_indices().map(|(at, letter)| (chunk.start + at, letter)).collect();
    let mut at = 0;
    while at < letters.len() {
        let first = at;
        let Some(kind) = kind_of_first(letters[at].1) else {
            at += 1;
            continue;
        };
        while at < letters.len() && continues(kind, &letters, at) {
            at += 1;
        }
        let end = letters.get(at).map_or(chunk.end, |(place, _)| *place);
        let range = letters[first].0..end;
        let lower = fold(&text[range.clone()]);
        if is_end_of_ordinal(&lower) && joins(words.last(), range.start) {
            continue;
        }
        words.push(Word { range, lower, kind, term: TermMark::None });
    }
}

/// `2e`, `1ste`, `3de`: the letters belong to the number.
fn is_end_of_ordinal(lower: &str) -> bool {
    matches!(lower, "e" | "ste" | "de")
}

fn joins(last: Option<&Word>, start: usize) -> bool {
    last.is_some_and(|word| word.kind == WordKind::Number && word.range.end == start)
}

fn kind_of_first(letter: char) -> Option<WordKind> {
    match letter {
        letter if is_letter(letter) => Some(WordKind::Common),
        letter if letter.is_ascii_digit() => Some(WordKind::Number),
        _ => None,
    }
}

fn continues(kind: WordKind, letters: &[(usize, char)], at: usize) -> bool {
    match kind {
        WordKind::Number => continues_number(letters, at),
        WordKind::Common | WordKind::Name => continues_word(letters, at),
    }
}

fn continues_word(letters: &[(usize, char)], at: usize) -> bool {
    let letter = letters[at].1;
    let next_is_letter = letters.get(at + 1).is_some_and(|(_, next)| is_letter(*next));
    is_letter(letter) || (is_joint(letter) && next_is_letter)
}

fn continues_number(letters: &[(usize, char)], at: usize) -> bool {
    let letter = letters[at].1;
    let next_is_figure = letters.get(at + 1).is_some_and(|(_, next)| next.is_ascii_digit());
    letter.is_ascii_digit() || (matches!(letter, '.' | ',' | ':' | '-' | '/') && next_is_figure)
}

/// Signs that stand inside one word: `foto's`, `Jeugd-team`, `en/of`.
fn is_joint(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '-' | '/' | '\u{2010}' | '\u{2011}' | '\u{ad}')
}

fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || is_combining(letter)
}

fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// Small letters with composed accents and straight signs, so that every way to type a word finds it in the list.
/// Bytes of a text never change: only this copy does.
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        match letter {
            '’' => folded.push('\''),
            '\u{2010}' | '\u{2011}' => folded.push('-'),
            '\u{ad}' => {}
            mark if is_combining(mark) => {
                let base = folded.pop().unwrap_or_default();
                folded.push(composed(base, mark));
            }
            letter => folded.push(letter),
        }
    }
    folded
}

fn composed(base: char, mark: char) -> char {
    let letters = match mark {
        '\u{300}' => "aàeèiìoòuù",
        '\u{301}' => "aáeéiíoóuú",
        '\u{302}' => "aâeêiîoôuû",
        '\u{308}' => "aäeëiïoöuü",
        '\u{303}' => "nñaãoõ",
        '\u{327}' => "cç",
        _ => "",
    };
    let pairs: Vec<char> = letters.chars().collect();
    pairs.chunks(2).find(|pair| pair[0] == base).map_or(base, |pair| pair[1])
}

#[cfg(test)]
mod tests {
    use super::words;

    fn seen(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.lower).collect()
    }

    #[test]
    fn words_keep_inner_hyphens_and_apostrophes_and_numbers_are_words() {
        assert_eq!(
            seen("Foto’s van het Jeugd-team, 1.200 stuks (en/of)."),
            ["foto's", "van", "het", "jeugd-team", "1.200", "stuks", "en/of"]
        );
    }

    #[test]
    fn addresses_and_phone_numbers_are_no_words() {
        assert_eq!(seen("Bel 0800-2000, 06 12 34 56 78 of +31 20 123 45 67. Of 112."), ["bel", "of", "of", "112"]);
        assert_eq!(seen("Zie www.voorbeeld.nl of mail info@voorbeeld.nl (https://a.nl/b)."), ["zie", "of", "mail"]);
        assert_eq!(seen("Op 1 juli 2026 om 09.30 uur"), ["op", "1", "juli", "2026", "om", "09.30", "uur"]);
    }

    #[test]
    fn the_letters_of_an_ordinal_belong_to_its_number() {
        assert_eq!(
            seen("Uw 2e kind, de 23ste dag en de 3de 'e'."),
            ["uw", "2", "kind", "de", "23", "dag", "en", "de", "3", "e"]
        );
    }

    #[test]
    fn an_accent_typed_as_two_signs_gives_the_same_word_and_true_bytes() {
        let text = "clie\u{308}nt en ik";
        let found = words(text);
        assert_eq!(found[0].lower, "cliënt");
        assert_eq!(&text[found[1].range.clone()], "en");
    }
}
