//! A paragraph that is too long, or much text without a heading.

use crate::check::plain::block::BlockKind;
use crate::check::plain::document::{Document, Part, Sentence};
use crate::check::plain::hit::{Finding, Weight};

const MOST_SENTENCES: usize = 5;
const MOST_WORDS: usize = 80;
const WORDS_WITHOUT_HEADING: usize = 150;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let mut found: Vec<Finding> = document.parts.iter().filter_map(long_paragraph).collect();
    found.extend(without_heading(document));
    found
}

fn long_paragraph(part: &Part<'_>) -> Option<Finding> {
    let (sentences, words) = (part.sentences.len(), words(part));
    let is_long = matches!(part.block.kind, BlockKind::Paragraph | BlockKind::Value) && (sentences > MOST_SENTENCES || words > MOST_WORDS);
    is_long.then(|| Finding {
        block: part.number,
        range: whole(part),
        weight: Weight::Warning,
        message: format!("deze alinea heeft {sentences} zinnen en {words} woorden"),
        help: "maak deze alinea korter, of maak er twee alinea's van".to_owned(),
    })
}

fn words(part: &Part<'_>) -> usize {
    part.sentences.iter().map(|sentence: &Sentence| sentence.words.len()).sum()
}

fn whole(part: &Part<'_>) -> std::ops::Range<usize> {
    let first = part.sentences.first().map_or(0, |sentence| sentence.range.start);
    first..part.sentences.last().map_or(first, |sentence| sentence.range.end)
}

/// The block at which a stretch without heading becomes too long, once for each stretch.
fn without_heading(document: &Document<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let (mut stretch, mut told) = (0, false);
    for part in &document.parts {
        match part.block.kind {
            BlockKind::Heading | BlockKind::Value => {
                (stretch, told) = (0, false);
                continue;
            }
            // A table has headings of its own.
            BlockKind::Cell => continue,
            BlockKind::Paragraph | BlockKind::Item | BlockKind::Label => {}
        }
        stretch += words(part);
        if stretch > WORDS_WITHOUT_HEADING && !told {
            told = true;
            found.push(Finding {
                block: part.number,
                range: whole(part),
                weight: Weight::Warning,
                message: format!("tot en met dit stuk staan {stretch} woorden zonder kop"),
                help: "zet er een tussenkop boven".to_owned(),
            });
        }
    }
    found
}
