//! Words and numbers in visible text, as the rules about truth need them.

use std::ops::Range;

use crate::diag::Span;
use crate::model::prose::{Prose, ProseBlock, ProseFile};

/// Words that say that something is not sure, or that the reader should ask.
const HEDGES: &[&str] = &[
    "voor zover wij weten",
    "vraag",
    "weten wij niet",
    "is niet bekend",
    "niet zeker",
    "misschien",
    "soms",
    "vaak",
    "meestal",
    "mogelijk",
    "verschilt",
];

/// Whether a text says that something is not sure, or that the reader should ask.
pub(super) fn is_hedged(text: &str) -> bool {
    let text = text.to_lowercase();
    HEDGES.iter().any(|hedge| text.contains(hedge))
}

/// Whether a year of four digits stands in it.
pub(super) fn has_year(text: &str) -> bool {
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    // A number such as `0800-2000` stays whole.
    text.split(|letter: char| !letter.is_ascii_digit() && letter != '-').any(is_year)
}

/// Sentences of a text as ranges of bytes. A point inside a number or an abbreviation ends nothing.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut begin = 0;
    for (at, letter) in text.char_indices() {
        let rest = text[at + letter.len_utf8()..].trim_start_matches(['’', '”', '\'', '"', ')']);
        let end = text.len() - rest.len();
        if matches!(letter, '.' | '!' | '?') && (rest.is_empty() || rest.starts_with(' ')) {
            found.push(begin..end);
            begin = text.len() - rest.trim_start().len();
        }
    }
    if begin < text.len() {
        found.push(begin..text.len());
    }
    found
}

/// The place of a range of a text in its file.
pub(super) fn place(prose: &Prose, range: &Range<usize>) -> Span {
    prose.places.span(&prose.text, range)
}

/// The texts of a block and of those that belong with it: all of a page, or one value of a file of values.
pub(super) fn around(file: &ProseFile, block: &ProseBlock) -> String {
    let is_page = !matches!(file.kind, crate::model::prose::ProseKind::Values);
    let near = file.blocks.iter().filter(|other| is_page || other.outer == block.outer);
    near.map(|other| other.prose.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The texts of a block, of the one before and of the one after.
pub(super) fn neighbours(file: &ProseFile, index: usize) -> String {
    let near = index.saturating_sub(1)..(index + 2).min(file.blocks.len());
    file.blocks[near].iter().map(|other| other.prose.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{has_year, is_hedged, sentences};

    #[test]
    fn a_point_in_a_number_does_not_end_a_sentence() {
        let text = "Het kost 2.50 euro. Dat is ‘veel.’ Vindt u niet";
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["Het kost 2.50 euro.", "Dat is ‘veel.’", "Vindt u niet"]);
    }

    #[test]
    fn a_year_has_four_digits_and_a_hedge_is_a_word() {
        assert!(has_year("in november 2025.") && !has_year("0800-2000") && !has_year("088 555 1000") && !has_year("12345"));
        assert!(is_hedged("Vraag of dit nog klopt.") && !is_hedged("Dat is zo."));
    }
}
