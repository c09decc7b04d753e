//! The pages of one municipality in one language.

mod addition;
mod around;
mod cards;
mod everywhere;
mod face;
mod fillings;
mod links;
mod local_stages;
mod page_filling;
mod pages;
mod pictures;
mod reads;

use std::cell::RefCell;
use std::collections::BTreeSet;

pub(crate) use self::everywhere::give_everywhere;
pub(crate) use self::face::{Face, FilledWords};
pub(crate) use self::fillings::{MarkedFilling, NoFilling};
pub(crate) use self::local_stages::{LocalStage, local_stages};
use self::page_filling::PageFilling;
pub(crate) use self::pictures::Pictures;
use self::reads::{Read, Reads};
use super::blocks::SharedBlocks;
use super::local::LocalWriter;
use super::prepared::Prepared;
use super::ui::Ui;
use super::values::LocalValues;
use super::{Frame as SiteFrame, SmallPrint};
use crate::lang::Lang;
use crate::model::markup::ValueName;
use crate::plan::{PageKind, PagePlan};

/// What all municipalities of a language share.
pub(crate) struct Shared<'a> {
    pub(crate) site: &'a SiteFrame<'a>,
    pub(crate) prepared: &'a Prepared<'a>,
    pub(crate) blocks: &'a SharedBlocks,
    pub(crate) pages: &'a [PagePlan],
}

/// Makes pages of one face, and notes what they take from it.
pub(crate) struct UnitRenderer<'a> {
    pub(crate) site: &'a SiteFrame<'a>,
    pub(crate) prepared: &'a Prepared<'a>,
    pub(crate) blocks: &'a SharedBlocks,
    pub(crate) pages: &'a [PagePlan],
    face: &'a Face<'a>,
    reads: Reads,
    small_print: RefCell<Option<SmallPrint>>,
}

impl<'a> UnitRenderer<'a> {
    /// Nothing made, nothing taken.
    pub(crate) fn new(shared: &Shared<'a>, face: &'a Face<'a>) -> UnitRenderer<'a> {
        let Shared { site, prepared, blocks, pages } = *shared;
        UnitRenderer { site, prepared, blocks, pages, face, reads: Reads::default(), small_print: RefCell::new(None) }
    }

    /// What was taken from the face, and whether the picture has letters that are too small to print.
    fn finish(self) -> (BTreeSet<Read>, Option<SmallPrint>) {
        (self.reads.take(), self.small_print.into_inner())
    }

    fn lang(&self) -> Lang {
        self.prepared.finder.lang
    }

    fn ui(&self) -> Ui<'_> {
        self.face.words.ui()
    }

    /// The name, which stands on every page.
    fn name(&self) -> &str {
        &self.face.municipality.name
    }

    fn local_writer(&self) -> LocalWriter<'_> {
        self.reads.note(Read::Everything);
        LocalWriter { finder: self.prepared.finder, municipality: &self.face.municipality }
    }

    fn local_stages(&self) -> &[LocalStage] {
        self.reads.note(Read::Stages);
        &self.face.stages
    }

    fn values(&self, name: ValueName) -> &LocalValues {
        self.reads.note(Read::Value(name));
        &self.face.values
    }

    fn plain(&self, text: &super::plain::Plain) -> String {
        text.fill(&|name| self.values(name).plain(name))
    }

    /// Text without links as HTML, in which a local value keeps its own language.
    fn line(&self, text: &super::plain::Plain) -> String {
        text.fill_html(&|name| self.values(name).html(name))
    }
}

/// A value when no municipality is meant: the general word.
pub(crate) fn general_value(ui: Ui<'_>, name: ValueName) -> String {
    match name {
        ValueName::TermHelp => ui.text("terms.help"),
        ValueName::TermTeam => ui.text("terms.team"),
        ValueName::TermTable => ui.text("terms.table"),
        _ => ui.text("terms.unknown_value"),
    }
}

/// Kinds of page as templates know them.
pub(crate) fn kind_template(kind: &PageKind) -> &'static str {
    match kind {
        PageKind::Home => "home",
        PageKind::Steps => "steps",
        PageKind::Stage(_) => "stage",
        PageKind::Page(_) => "page",
        PageKind::RightsGroup(_) => "rights-group",
        PageKind::RemediesGroup(_) => "remedies-group",
        PageKind::Young(_) => "young",
    }
}
