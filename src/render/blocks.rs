//! Blocks inside Markdown bodies that are the same for every municipality, made once per language.

mod maker;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use self::maker::Maker;
use super::RenderError;
use super::finder::Finder;
use super::html::Fragment;
use super::plain::Plain;
use super::prepared::Prepared;
use super::templates::Templates;
use super::ui::Ui;
use crate::model::catalogue::{Organisation, OrganisationKind};
use crate::model::markup::{BlockName, Piece};
use crate::model::words::Words;

/// Blocks of one language that are the same for every municipality, each made when somebody first asks for it.
pub(crate) struct SharedBlocks {
    blocks: BTreeMap<BlockName, OnceLock<Result<Fragment, RenderError>>>,
}

impl SharedBlocks {
    /// The shared blocks for which some text of the language asks. None is made yet.
    pub(crate) fn new(finder: Finder<'_>) -> SharedBlocks {
        let asked = asked_for(finder).into_iter().filter(is_shared);
        SharedBlocks { blocks: asked.map(|name| (name, OnceLock::new())).collect() }
    }

    /// Names of all of them.
    pub(crate) fn names(&self) -> impl Iterator<Item = &BlockName> {
        self.blocks.keys()
    }

    /// A shared block, when it is one, made from the texts of its language.
    pub(crate) fn get(
        &self,
        name: &BlockName,
        (prepared, templates): (&Prepared<'_>, &Templates),
    ) -> Option<&Result<Fragment, RenderError>> {
        let make = || {
            let maker = Maker { prepared, finder: prepared.finder, templates, ui: prepared.ui_value.clone() };
            Ok(Fragment::from_marked(&maker.block(name)?))
        };
        Some(self.blocks.get(name)?.get_or_init(make))
    }
}

/// Blocks that texts ask for: those of the language, those shown in their place, and those of municipalities.
fn asked_for(finder: Finder<'_>) -> BTreeSet<BlockName> {
    let model = finder.model;
    let words = [finder.lang, model.site.fallback].into_iter().filter_map(|lang| model.words.get(&lang));
    let additions = model.additions.values().map(|text| &text.body);
    let texts = words.flat_map(Words::texts).chain(additions);
    let asked = texts.flat_map(|text| &text.pieces).filter_map(|piece| match piece {
        Piece::Block(name) => Some(name.clone()),
        _ => None,
    });
    asked.collect()
}

/// Whether a block is the same for every municipality.
fn is_shared(name: &BlockName) -> bool {
    !matches!(name, BlockName::Local(_) | BlockName::Organisations | BlockName::OrganisationMap | BlockName::Space(_))
}

/// A letter as a heading. What begins with a digit is filed together.
pub(crate) fn letter_title(letter: &str) -> String {
    if letter == "0" { "0–9".to_owned() } else { letter.to_uppercase() }
}

/// Whether an organisation has a card on the help page; roles are explained elsewhere.
pub(crate) fn is_contact(organisation: &Organisation) -> bool {
    organisation.kind != OrganisationKind::Rol
}

/// A text with the general words in the place of local ones.
pub(crate) fn general_text(ui: Ui<'_>, text: &Plain) -> String {
    text.fill(&|name| super::unit::general_value(ui, name))
}
