//! Blocks of a checked text of the site. Quotations of sources are left out, and so is what is no Dutch text of ours.

use super::block::{Block, BlockKind};
use crate::model::markup::{Element, LinkTarget, Markup, Piece};

/// What stands for a value of the municipality: it is filled in later.
const VALUE: &str = "…";

/// The blocks of a text.
pub fn blocks_from_markup(markup: &Markup) -> Vec<Block> {
    let mut builder = Builder::default();
    for piece in &markup.pieces {
        builder.piece(piece);
    }
    builder.finish_block();
    builder.blocks
}

#[derive(Default)]
struct Builder {
    blocks: Vec<Block>,
    open: String,
    links: Vec<std::ops::Range<usize>>,
    link_start: Option<usize>,
    /// Kinds of the elements that are open.
    kinds: Vec<BlockKind>,
    quotes: usize,
}

impl Builder {
    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Open(element) => self.opens(element),
            Piece::Close(element) => self.closes(element),
            Piece::Text(words) if self.quotes == 0 => self.open.push_str(words),
            Piece::SoftBreak | Piece::HardBreak => self.open.push(' '),
            Piece::Value(_) if self.quotes == 0 => self.open.push_str(VALUE),
            Piece::Rule | Piece::Block(_) => self.finish_block(),
            Piece::Text(_) | Piece::Value(_) | Piece::IfKnown(_) | Piece::Otherwise | Piece::EndIf => {}
        }
    }

    fn opens(&mut self, element: &Element) {
        if let Some(kind) = kind_of(element) {
            self.finish_block();
            self.kinds.push(kind);
        }
        match element {
            Element::Quote => self.quotes += 1,
            Element::Link(target) if explains(target) => self.link_start = Some(self.open.len()),
            _ => {}
        }
    }

    fn closes(&mut self, element: &Element) {
        if kind_of(element).is_some() {
            self.finish_block();
            self.kinds.pop();
        }
        match element {
            Element::Quote => self.quotes = self.quotes.saturating_sub(1),
            Element::Link(target) if explains(target) => {
                self.links.extend(self.link_start.take().map(|start| start..self.open.len()));
            }
            _ => {}
        }
    }

    fn finish_block(&mut self) {
        let text = std::mem::take(&mut self.open);
        let links = std::mem::take(&mut self.links);
        if text.trim().is_empty() {
            return;
        }
        // A paragraph inside an item is a part of the item.
        let item = self.kinds.contains(&BlockKind::Item).then_some(BlockKind::Item);
        let kind = item.or(self.kinds.last().copied()).unwrap_or(BlockKind::Paragraph);
        self.blocks.push(Block { kind, text, glossary_links: links });
    }
}

/// The glossary explains a term; the page of a step explains its own name.
fn explains(target: &LinkTarget) -> bool {
    matches!(target, LinkTarget::Term(_) | LinkTarget::Stage(_))
}

fn kind_of(element: &Element) -> Option<BlockKind> {
    match element {
        Element::Paragraph => Some(BlockKind::Paragraph),
        Element::Heading { .. } => Some(BlockKind::Heading),
        Element::Item => Some(BlockKind::Item),
        Element::TableCell { .. } => Some(BlockKind::Cell),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::blocks_from_markup;
    use crate::check::plain::block::BlockKind;
    use crate::model::markup::{Element, LinkTarget, Markup, Piece};

    #[test]
    fn blocks_keep_links_to_the_glossary_and_leave_out_quotations() {
        let text = |words: &str| Piece::Text(words.to_owned());
        let link = Element::Link(LinkTarget::Term("kinderrechter".to_owned()));
        let pieces = vec![
            Piece::Open(Element::Paragraph),
            text("De "),
            Piece::Open(link.clone()),
            text("kinderrechter"),
            Piece::Close(link),
            text(" beslist."),
            Piece::Close(Element::Paragraph),
            Piece::Open(Element::Quote),
            Piece::Open(Element::Paragraph),
            text("Woorden van een ander."),
            Piece::Close(Element::Paragraph),
            Piece::Close(Element::Quote),
            Piece::Open(Element::List(None)),
            Piece::Open(Element::Item),
            text("een"),
            Piece::Close(Element::Item),
            Piece::Close(Element::List(None)),
        ];
        let blocks = blocks_from_markup(&Markup { pieces, ..Markup::default() });
        let seen: Vec<(BlockKind, &str)> = blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
        assert_eq!(seen, [(BlockKind::Paragraph, "De kinderrechter beslist."), (BlockKind::Item, "een")]);
        assert_eq!(&blocks[0].text[blocks[0].glossary_links[0].clone()], "kinderrechter");
    }
}
