//! Prose of a site or a letter for the engine of plain Dutch: blocks in, hits out, numbered as the blocks of the file.

use crate::check::plain::{self, Block, BlockKind, Glossary};
use crate::model::prose::{self, ProseBlock, ProseFile, ProseKind};

/// Rules that weigh a page as a whole: of a single value they would say something by chance.
const ABOUT_WHOLE_PAGES: [&str; 4] = ["aanspreken", "lange-zinnen", "moeilijke-tekst", "vaktaal"];

/// What the engine of plain Dutch found in one file.
pub(super) struct Readable {
    /// What its rules found; `block` is the number of the block in the file.
    pub(super) hits: Vec<plain::Hit>,
    /// The measured page; `None` for a file of values.
    pub(super) level: Option<plain::Reading>,
}

/// Reads a page or a letter as a whole, and of a file of values each value by itself.
pub(super) fn read(file: &ProseFile, glossary: &Glossary) -> Readable {
    if file.kind != ProseKind::Values {
        let blocks: Vec<Block> = file.blocks.iter().map(block).collect();
        let level = plain::read(&blocks, glossary);
        return Readable { hits: level.hits.clone(), level: Some(level) };
    }
    // A value is shown on a page with other words around it, and those explain its terms.
    let glossary = glossary.clone().explained_elsewhere();
    let mut hits = Vec::new();
    let mut first = 0;
    for value in file.blocks.chunk_by(|one, next| one.outer == next.outer) {
        let blocks: Vec<Block> = value.iter().map(block).collect();
        let own = plain::read(&blocks, &glossary).hits.into_iter().filter(|hit| !ABOUT_WHOLE_PAGES.contains(&hit.rule));
        hits.extend(own.map(|hit| shifted(hit, first)));
        first += blocks.len();
    }
    Readable { hits, level: None }
}

fn shifted(hit: plain::Hit, first: usize) -> plain::Hit {
    plain::Hit { block: hit.block + first, ..hit }
}

fn block(block: &ProseBlock) -> Block {
    let prose = &block.prose;
    let kind = match prose.kind {
        prose::BlockKind::Heading => BlockKind::Heading,
        prose::BlockKind::Item => BlockKind::Item,
        prose::BlockKind::Cell => BlockKind::Cell,
        prose::BlockKind::Paragraph => BlockKind::Paragraph,
        prose::BlockKind::Value => BlockKind::Value,
    };
    Block { kind, text: prose.text.clone(), glossary_links: prose.glossary.clone() }
}
