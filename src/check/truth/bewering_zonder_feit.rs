//! `bewering-zonder-feit` (N-61): a sentence in the shared texts that says something and names no fact.

use super::Grounds;
use super::rule::{Claim, TruthRule};
use super::sentence::place;
use crate::model::prose::{BlockKind, ProseBlock, ProseFile, ProseKind};
use crate::check::text::sentences;

/// The rule.
pub(super) const RULE: TruthRule =
    TruthRule { name: "bewering-zonder-feit", page: include_str!("bewering_zonder_feit.md"), find };

/// A shorter sentence is a pointer or a greeting: `Lees verder.`
const FEWEST_WORDS: usize = 5;

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let pages = grounds.prose.iter().filter(|file| is_shared_page(grounds, file));
    pages.flat_map(|file| bare_statements(grounds, file)).collect()
}

/// Texts of a municipality name their sources in the front matter; those of the country name facts.
fn is_shared_page(grounds: &Grounds<'_>, file: &ProseFile) -> bool {
    let is_page = matches!(file.kind, ProseKind::Page | ProseKind::Stage(_));
    is_page && grounds.files.path(file.file).starts_with("content")
}

fn bare_statements(grounds: &Grounds<'_>, file: &ProseFile) -> Vec<Claim> {
    let text = grounds.files.text(file.file);
    let front = text.strip_prefix("---\n").and_then(|rest| rest.find("\n---\n")).map_or(0, |end| end + 4);
    let statements = file.blocks.iter().filter(|block| block.prose.places.begin() > front);
    let bare = statements.filter(|block| !rests_on_facts(file, block, text)).filter_map(|block| {
        let range = sentences(&block.prose.text).into_iter().find(|range| is_statement(&block.prose.text[range.clone()]))?;
        Some(Claim {
            place: place(&block.prose, &range),
            message: "bij deze zin staat geen feit".to_owned(),
            help: "zoek het feit in `content/feiten.yaml`, en zet het nummer achter de zin, zoals `{C-02}`".to_owned(),
        })
    });
    bare.collect()
}

/// Facts of the text itself, of its list or quote, or of a heading above it.
fn rests_on_facts(file: &ProseFile, block: &ProseBlock, text: &str) -> bool {
    block.prose.kind == BlockKind::Heading
        || file.blocks.iter().any(|other| other.outer == block.outer && !other.prose.facts.is_empty())
        || heading_has_facts(&text[..block.prose.places.begin()])
}

/// Whether one of the headings that are open at the end of `text` names facts.
fn heading_has_facts(text: &str) -> bool {
    let mut open = usize::MAX;
    for line in text.lines().rev() {
        let level = line.len() - line.trim_start_matches('#').len();
        if level >= 2 && level < open {
            if line.contains("feiten=") {
                return true;
            }
            open = level;
        }
    }
    false
}

/// A question, a link and an instruction on this site say nothing about the law; the last are recognised by their shortness.
fn is_statement(sentence: &str) -> bool {
    let begins = sentence.trim_start_matches(['‘', '“', '\'', '"']).chars().next().is_some_and(char::is_uppercase);
    begins && sentence.ends_with('.') && sentence.split_whitespace().count() >= FEWEST_WORDS
}
