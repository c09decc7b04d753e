//! The pages of one municipality in one language.

mod addition;
mod around;
mod aspects;
mod cards;
mod everywhere;
mod face;
mod fillings;
mod links;
mod local_blocks;
mod local_stages;
mod page_filling;
mod pages;
mod pictures;
mod reads;
mod texts;

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;

pub use self::aspects::LocalMarks;
pub(crate) use self::everywhere::{Taken, give_everywhere};
pub(crate) use self::face::{Face, FilledWords};
pub(crate) use self::fillings::{MarkedFilling, NoFilling};
pub(crate) use self::local_stages::{LocalStage, local_stages};
use self::page_filling::PageFilling;
pub(crate) use self::pictures::Pictures;
use self::reads::{Read, Reads};
use self::texts::Texts;
use super::blocks::SharedBlocks;
use super::pieces::Piece;
use super::prepared::{Prepared, StageCardWords};
use super::templates::Values;
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
    pub(crate) pages: &'a [PagePlan],
    texts: Texts<'a>,
    face: &'a Face<'a>,
    /// What is equal for all faces with holes.
    around: &'a OnceCell<Values>,
    reads: Reads,
    small_print: RefCell<Option<SmallPrint>>,
}

impl<'a> UnitRenderer<'a> {
    /// Nothing made, nothing taken. `around` is one for a page and all faces with holes.
    pub(crate) fn new(shared: &Shared<'a>, face: &'a Face<'a>, around: &'a OnceCell<Values>) -> UnitRenderer<'a> {
        UnitRenderer {
            site: shared.site,
            pages: shared.pages,
            texts: Texts::new(shared),
            face,
            around,
            reads: Reads::default(),
            small_print: RefCell::new(None),
        }
    }

    /// What was taken from the face and from the shared texts, and whether the picture has letters that are too small to
    /// print.
    fn finish(self) -> (BTreeSet<Read>, BTreeSet<Piece>, Option<SmallPrint>) {
        (self.reads.take(), self.texts.finish(), self.small_print.into_inner())
    }

    fn lang(&self) -> Lang {
        self.texts.finder().lang
    }

    fn ui(&self) -> Ui<'_> {
        self.face.words.ui()
    }

    /// The name, which stands on every page.
    fn name(&self) -> &str {
        &self.face.municipality.name
    }

    fn local_stages(&self) -> &[LocalStage] {
        self.reads.note(Read::Stages);
        &self.face.stages
    }

    /// Which stages have a local name, and which are known to exist.
    fn stage_shapes(&self) -> &[LocalStage] {
        self.reads.note(Read::StageShapes);
        &self.face.shapes
    }

    /// Values to place, which may be holes.
    fn placed_values(&self) -> &LocalValues {
        &self.face.placed
    }

    fn is_known(&self, name: ValueName) -> bool {
        self.reads.note(Read::Known(name));
        self.face.values.is_known(name)
    }

    /// Notes that a page depends on everything that is known here.
    fn note_everything(&self) {
        self.reads.note(Read::Everything);
    }

    /// Every stage of the pathway has words: without them nothing is made.
    fn stage_words(&self, index: usize) -> &'a StageCardWords {
        self.texts.stage_card(index).expect("a stage without words is a finding")
    }

    fn plain(&self, text: &super::plain::Plain) -> String {
        text.fill(&|name| self.placed_values().plain(name).to_owned())
    }

    /// Text without links as HTML, in which a local value keeps its own language.
    fn line(&self, text: &super::plain::Plain) -> String {
        text.fill_html(&|name| self.placed_values().html(name))
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
