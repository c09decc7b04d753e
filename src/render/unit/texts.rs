//! The shared texts of a language as pages take them: what a page takes is noted, so nobody has to say beforehand which
//! texts stand on which page.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::Shared;
use crate::lang::Lang;
use crate::model::fact::FactId;
use crate::model::markup::BlockName;
use crate::render::Frame;
use crate::render::blocks::SharedBlocks;
use crate::render::context::SourceLine;
use crate::render::finder::Finder;
use crate::render::html::Fragment;
use crate::render::markdown::Writer;
use crate::render::pieces::{Halves, Piece};
use crate::render::prepared::{
    ItemCard, ItemText, PageCard, PageText, Prepared, PreparedItem, PreparedRoad, StageCardWords, StageText,
};

/// The texts, and what was taken of them. Which texts there are is no part of a note: a file more or less makes all pages
/// anew.
pub(super) struct Texts<'a> {
    prepared: &'a Prepared<'a>,
    blocks: &'a SharedBlocks,
    site: &'a Frame<'a>,
    taken: RefCell<BTreeSet<Piece>>,
}

impl<'a> Texts<'a> {
    /// Nothing taken yet.
    pub(super) fn new(shared: &Shared<'a>) -> Texts<'a> {
        Texts { prepared: shared.prepared, blocks: shared.blocks, site: shared.site, taken: RefCell::default() }
    }

    /// What was taken.
    pub(super) fn finish(self) -> BTreeSet<Piece> {
        self.taken.into_inner()
    }

    /// Everything besides the texts that stand in files of their own: words of the interface, organisations, sources. A
    /// change of those makes all pages anew.
    pub(super) fn finder(&self) -> Finder<'a> {
        self.prepared.finder
    }

    pub(super) fn stage_card(&self, index: usize) -> Option<&'a StageCardWords> {
        let stage = self.prepared.stages.get(index)?;
        self.note(Piece::StageCard(index));
        Some(&stage.card)
    }

    pub(super) fn stage_text(&self, index: usize) -> &'a StageText {
        self.note(Piece::StageText(index));
        &self.prepared.stages[index].text
    }

    /// Number of stages: a matter of the pathway, not of a text.
    pub(super) fn stages(&self) -> usize {
        self.prepared.stages.len()
    }

    /// For pictures, which show something of every stage.
    pub(super) fn of_all_stages(&self) -> &'a Prepared<'a> {
        (0..self.prepared.stages.len()).for_each(|index| self.note(Piece::StageCard(index)));
        self.prepared
    }

    pub(super) fn step_sources(&self) -> &'a [SourceLine] {
        self.note(Piece::StepSources);
        &self.prepared.step_sources
    }

    pub(super) fn road(&self, fact: &FactId) -> Option<&'a PreparedRoad> {
        let road = self.prepared.roads.get(fact)?;
        self.note(Piece::Road(fact.clone()));
        Some(road)
    }

    pub(super) fn page_card(&self, key: &str) -> Option<&'a PageCard> {
        let page = self.prepared.pages.get(key)?;
        self.note(Piece::PageCard(key.to_owned()));
        Some(&page.card)
    }

    pub(super) fn page(&self, key: &str) -> (&'a PageCard, &'a PageText) {
        self.note(Piece::PageCard(key.to_owned()));
        self.note(Piece::PageText(key.to_owned()));
        let page = &self.prepared.pages[key];
        (&page.card, &*page.text)
    }

    pub(super) fn young(&self, key: &str) -> (&'a PageCard, &'a PageText) {
        self.note(Piece::YoungCard(key.to_owned()));
        self.note(Piece::YoungText(key.to_owned()));
        let page = &self.prepared.young[key];
        (&page.card, &*page.text)
    }

    /// All pages for young people.
    pub(super) fn young_cards(&self) -> impl Iterator<Item = (&'a str, &'a PageCard)> {
        self.prepared.young.iter().map(|(key, page)| {
            self.note(Piece::YoungCard(key.clone()));
            (key.as_str(), &page.card)
        })
    }

    pub(super) fn right_card(&self, key: &str) -> Option<&'a ItemCard> {
        let card = find(&self.prepared.rights, key)?;
        self.note(Piece::RightCard(key.to_owned()));
        Some(card)
    }

    pub(super) fn remedy_card(&self, key: &str) -> Option<&'a ItemCard> {
        let card = find(&self.prepared.remedies, key)?;
        self.note(Piece::RemedyCard(key.to_owned()));
        Some(card)
    }

    /// The rights of a group.
    pub(super) fn rights_of(&self, group: &str) -> Vec<(&'a ItemCard, &'a ItemText)> {
        self.of_group(&self.prepared.rights, group, (Piece::RightCard, Piece::RightText))
    }

    /// The remedies of a group.
    pub(super) fn remedies_of(&self, group: &str) -> Vec<(&'a ItemCard, &'a ItemText)> {
        self.of_group(&self.prepared.remedies, group, (Piece::RemedyCard, Piece::RemedyText))
    }

    /// A block that is the same everywhere, when it is one.
    pub(super) fn block(&self, name: &BlockName) -> Option<&'a Fragment> {
        let block = self.blocks.get(name, (self.prepared, self.site.templates))?;
        self.note(Piece::Block(name.clone()));
        block.as_ref().map_err(|error| self.site.remember(error.clone())).ok()
    }

    /// Writes texts of a municipality, in which links may show the title of what they lead to.
    pub(super) fn writer(&self, lang: Lang) -> Writer<'a> {
        self.note_titles();
        self.prepared.finder.writer(lang)
    }

    /// Notes that a text was written in which links may show titles.
    pub(super) fn note_titles(&self) {
        self.note(Piece::Titles);
    }

    fn of_group(
        &self,
        items: &'a [PreparedItem<'a>],
        group: &str,
        (card, text): Halves,
    ) -> Vec<(&'a ItemCard, &'a ItemText)> {
        let own = items.iter().filter(|item| item.card.group == group);
        own.map(|item| {
            self.note(card(item.card.key.clone()));
            self.note(text(item.card.key.clone()));
            (&item.card, &*item.text)
        })
        .collect()
    }

    fn note(&self, piece: Piece) {
        self.taken.borrow_mut().insert(piece);
    }
}

fn find<'a>(items: &'a [PreparedItem<'a>], key: &str) -> Option<&'a ItemCard> {
    items.iter().map(|item| &item.card).find(|card| card.key == key)
}
