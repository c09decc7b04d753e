//! A list that is too long, or an item that is.

use crate::check::plain::block::BlockKind;
use crate::check::plain::document::{Document, Part};
use crate::check::plain::hit::{Finding, Weight};

const MOST_ITEMS: usize = 7;
const MOST_WORDS: usize = 20;

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let lists = document.parts.chunk_by(|one, next| is_item(one) && is_item(next));
    lists.filter(|list| is_item(&list[0])).flat_map(in_list).collect()
}

fn is_item(part: &Part<'_>) -> bool {
    part.block.kind == BlockKind::Item
}

fn in_list(list: &[Part<'_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    if list.len() > MOST_ITEMS {
        found.extend(finding(&list[0], format!("deze lijst heeft {} punten", list.len())));
    }
    for part in list {
        let words: usize = part.sentences.iter().map(|sentence| sentence.words.len()).sum();
        if words > MOST_WORDS {
            found.extend(finding(part, format!("dit punt van de lijst heeft {words} woorden")));
        }
    }
    found
}

fn finding(part: &Part<'_>, message: String) -> Option<Finding> {
    let (first, last) = (part.sentences.first()?, part.sentences.last()?);
    Some(Finding {
        block: part.number,
        range: first.range.start..last.range.end,
        weight: Weight::Tip,
        message,
        help: "maak de lijst korter, of maak er twee lijsten van".to_owned(),
    })
}
