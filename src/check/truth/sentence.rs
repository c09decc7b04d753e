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
    use super::{has_year, is_hedged};

    #[test]
    fn a_year_has_four_digits_and_a_hedge_is_a_word() {
        assert!(has_year("in november 2025.") && !has_year("0800-2000") && !has_year("088 555 1000") && !has_year("12345"));
        assert!(is_hedged("Vraag of dit nog klopt.") && !is_hedged("Dat is zo."));
    }
}
