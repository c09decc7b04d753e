//! Blocks about one municipality. They depend on nothing of the page on which they stand, so pages with holes have a hole
//! for them, and each is made once for a face.

use super::Shared;
use super::face::{Face, Member};
use crate::model::markup::{BlockName, LocalPart};
use crate::render::RenderError;
use crate::render::copies::{Copying, Hole, LocalBlock, WithHoles};
use crate::render::finder::Finder;
use crate::render::html::push_escaped;
use crate::render::local::LocalWriter;
use crate::render::local_html::{local_card, map_of_organisations, own_organisations};
use crate::render::templates::Templates;

/// The block that a name means, when it is one about the municipality.
pub(super) fn local_block(name: &BlockName) -> Option<LocalBlock> {
    match name {
        BlockName::Local(part) => Some(LocalBlock::Part(*part)),
        BlockName::Organisations => Some(LocalBlock::Organisations),
        BlockName::OrganisationMap => Some(LocalBlock::Map),
        _ => None,
    }
}

/// What a block is made from.
pub(super) struct BlockMaker<'a> {
    pub(super) finder: Finder<'a>,
    pub(super) templates: &'a Templates,
}

impl BlockMaker<'_> {
    /// A block as HTML.
    pub(super) fn make(&self, block: LocalBlock, face: &Face<'_>) -> Result<String, RenderError> {
        let writer = LocalWriter { finder: self.finder, municipality: &face.municipality };
        let words = &face.words.value;
        match block {
            LocalBlock::Part(part) => self.card(part, &writer, words),
            LocalBlock::Organisations => own_organisations(&writer, words, self.templates),
            LocalBlock::Map => map_of_organisations(&writer, words, self.templates),
        }
    }

    /// The card; who carries the help also shows what else is known here.
    fn card(&self, part: LocalPart, writer: &LocalWriter<'_>, words: &tera::Value) -> Result<String, RenderError> {
        let mut html = local_card(&writer.card(part), words, self.templates)?;
        if part == LocalPart::Practice {
            html.push_str(&local_card(&writer.notes(), words, self.templates)?);
        }
        Ok(html)
    }
}

/// Says that a block is in the language of the page, where the text around it is not; nothing stays nothing.
pub(super) fn in_own_language(finder: Finder<'_>, html: &str) -> String {
    if html.is_empty() {
        return String::new();
    }
    let [open, close] = own_language(finder);
    format!("{open}{html}{close}")
}

fn own_language(finder: Finder<'_>) -> [String; 2] {
    let lang = finder.lang;
    [format!("<div lang=\"{}\" dir=\"{}\">", lang.tag(), lang.direction().attribute()), "</div>".to_owned()]
}

/// Fills the holes of a page for one municipality.
pub(super) struct Filled<'a, 'f> {
    pub(super) shared: &'a Shared<'a>,
    pub(super) face: &'a Face<'f>,
    pub(super) member: &'a Member<'f>,
}

impl Filled<'_, '_> {
    fn block(&self, block: LocalBlock) -> &WithHoles {
        let maker = BlockMaker { finder: self.shared.prepared.finder, templates: self.shared.site.templates };
        self.face.blocks.get(block, || {
            maker.make(block, self.face).unwrap_or_else(|error| {
                self.shared.site.remember(error);
                String::new()
            })
        })
    }
}

impl Copying for Filled<'_, '_> {
    fn push(&self, hole: Hole, page: &mut String) {
        let copied = self.member.copied();
        match hole {
            Hole::Name => page.push_str(&copied.name),
            Hole::Key => page.push_str(&copied.key),
            Hole::Banner => page.push_str(&copied.banner),
            Hole::Website => page.push_str(&copied.website),
            Hole::Html(name) => page.push_str(self.face.values.html(name)),
            Hole::Plain(name) => push_escaped(page, self.face.values.plain(name)),
            Hole::StageName(index) => push_escaped(page, self.face.stages.get(index).map_or("", |stage| &stage.name)),
            Hole::Block(block) => self.block(block).fill_into(page, self),
            Hole::BlockInFallback(block) => {
                let block = self.block(block);
                if !block.is_empty() {
                    let [open, close] = own_language(self.shared.prepared.finder);
                    page.push_str(&open);
                    block.fill_into(page, self);
                    page.push_str(&close);
                }
            }
        }
    }

    fn length(&self, hole: Hole) -> usize {
        let copied = self.member.copied();
        match hole {
            Hole::Name => copied.name.len(),
            Hole::Key => copied.key.len(),
            Hole::Banner => copied.banner.len(),
            Hole::Website => copied.website.len(),
            Hole::Html(name) => self.face.values.html(name).len(),
            Hole::Plain(name) => self.face.values.plain(name).len(),
            Hole::StageName(index) => self.face.stages.get(index).map_or(0, |stage| stage.name.len()),
            Hole::Block(block) | Hole::BlockInFallback(block) => self.block(block).length() + ROOM_AROUND_A_BLOCK,
        }
    }
}

/// The element around it, and a name inside it.
const ROOM_AROUND_A_BLOCK: usize = 80;
