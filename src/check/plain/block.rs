//! What goes in: blocks of visible text, each a border for sentences.

use std::ops::Range;

/// What a block is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading, or a title.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list. Items that stand one after the other are one list.
    Item,
    /// A cell of a table.
    Cell,
    /// A value that a page shows under a heading of its own.
    Value,
    /// A word or sentence that stands alone: a label, a button, a caption, an alternative text.
    Label,
}

/// The visible text of one block. Code, other languages and quotations of sources are left out by whoever makes the blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// What a reader sees.
    pub text: String,
    /// Bytes of the text that link to the glossary, or to the page that explains them, in order.
    pub glossary_links: Vec<Range<usize>>,
}

impl Block {
    /// A block without links to the glossary.
    pub fn new(kind: BlockKind, text: impl Into<String>) -> Block {
        Block { kind, text: text.into(), glossary_links: Vec::new() }
    }
}

/// Blocks of a plain text: a line with `#` is a heading, a line with `-` an item, an empty line ends a paragraph.
/// `[woord](woord:sleutel)` is a link to the glossary.
pub fn blocks_from_text(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        let (kind, words) = kind_of_line(line);
        let continues = open && kind == BlockKind::Paragraph && !words.is_empty();
        match blocks.last_mut() {
            Some(last) if continues => {
                last.text.push(' ');
                append(last, words);
            }
            _ if words.is_empty() => {}
            _ => {
                let mut block = Block::new(kind, "");
                append(&mut block, words);
                blocks.push(block);
            }
        }
        open = !words.is_empty() && kind != BlockKind::Heading;
    }
    blocks
}

fn kind_of_line(line: &str) -> (BlockKind, &str) {
    if line.starts_with('#') {
        return (BlockKind::Heading, line.trim_start_matches('#').trim());
    }
    match line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
        Some(item) => (BlockKind::Item, item.trim()),
        None => (BlockKind::Paragraph, line),
    }
}

/// Adds the text of a line, and remembers which part was a link to the glossary.
fn append(block: &mut Block, line: &str) {
    let mut rest = line;
    while let Some((before, label, after)) = next_glossary_link(rest) {
        block.text.push_str(before);
        let start = block.text.len();
        block.text.push_str(label);
        block.glossary_links.push(start..block.text.len());
        rest = after;
    }
    block.text.push_str(rest);
}

fn next_glossary_link(line: &str) -> Option<(&str, &str, &str)> {
    let middle = line.find("](woord:")?;
    let open = line[..middle].rfind('[')?;
    let close = middle + line[middle..].find(')')?;
    Some((&line[..open], &line[open + 1..middle], &line[close + 1..]))
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, blocks_from_text};

    #[test]
    fn lines_of_a_plain_text_become_headings_items_and_paragraphs() {
        let blocks = blocks_from_text("# Uw kind\n\nDit is\néén alinea.\n- een\n- twee\nloopt door\n\nEinde.");
        let seen: Vec<(BlockKind, &str)> = blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
        let expected = [
            (BlockKind::Heading, "Uw kind"),
            (BlockKind::Paragraph, "Dit is één alinea."),
            (BlockKind::Item, "een"),
            (BlockKind::Item, "twee loopt door"),
            (BlockKind::Paragraph, "Einde."),
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_link_to_the_glossary_leaves_its_words_and_its_place() {
        let blocks = blocks_from_text("De [kinderrechter](woord:kinderrechter) beslist.");
        assert_eq!(blocks[0].text, "De kinderrechter beslist.");
        assert_eq!(&blocks[0].text[blocks[0].glossary_links[0].clone()], "kinderrechter");
    }
}
