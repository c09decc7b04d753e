//! What goes into the holes of a text on a page of a municipality.

use super::UnitRenderer;
use super::local_blocks::{BlockMaker, in_own_language, local_block};
use crate::model::addition::Spot;
use crate::model::markup::{BlockName, LocalPart, ValueName};
use crate::render::RenderError;
use crate::render::copies::{Hole, LocalBlock};
use crate::render::html::Filling;

/// Fills holes on a page of a municipality.
pub(super) struct PageFilling<'a> {
    pub(super) unit: &'a UnitRenderer<'a>,
    pub(super) base: &'a str,
    /// Whether the text around is in the fallback language: a block then says that it is in the language of the page.
    pub(super) fallback: bool,
}

impl Filling for PageFilling<'_> {
    fn base(&self) -> &str {
        self.base
    }

    fn value(&self, name: ValueName) -> &str {
        self.unit.placed_values().html(name)
    }

    fn is_known(&self, name: ValueName) -> bool {
        self.unit.is_known(name)
    }

    fn block(&self, name: &BlockName) -> String {
        match local_block(name) {
            Some(block) => self.local(block),
            None => self.in_own_language(self.shared_block(name)),
        }
    }
}

impl PageFilling<'_> {
    fn in_own_language(&self, html: String) -> String {
        if self.fallback { in_own_language(self.unit.texts.finder(), &html) } else { html }
    }

    fn shared_block(&self, name: &BlockName) -> String {
        if let Some(fragment) = self.unit.texts.block(name) {
            return fragment.fill(self);
        }
        let BlockName::Space(space) = name else { return String::new() };
        self.or_nothing(self.unit.addition(&Spot::Space(space.clone()), self.base))
    }

    /// A block about this municipality: a hole, when the page is for several.
    fn local(&self, block: LocalBlock) -> String {
        let unit = self.unit;
        if block == LocalBlock::Part(LocalPart::Practice) {
            unit.texts.note_titles();
        }
        let hole = if self.fallback { Hole::BlockInFallback(block) } else { Hole::Block(block) };
        if let Some(letter) = hole.letter().filter(|_| unit.face.has_holes) {
            return String::from(letter);
        }
        unit.note_everything();
        let maker = BlockMaker { finder: unit.texts.finder(), templates: unit.site.templates };
        self.in_own_language(self.or_nothing(maker.make(block, unit.face)))
    }

    fn or_nothing(&self, made: Result<String, RenderError>) -> String {
        made.unwrap_or_else(|error| {
            self.unit.site.remember(error);
            String::new()
        })
    }
}
