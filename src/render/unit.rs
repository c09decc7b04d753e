//! The pages of one municipality in one language.

mod addition;
mod around;
mod cards;
mod fillings;
mod links;
mod local_stages;
mod page_filling;
mod pages;
mod pictures;

use tera::Value;

pub(crate) use self::fillings::{MarkedFilling, NoFilling};
pub(crate) use self::local_stages::{LocalStage, local_stages};
use self::page_filling::PageFilling;
pub(crate) use self::pictures::Pictures;
use super::Frame as SiteFrame;
use super::blocks::SharedBlocks;
use super::context::MunicipalityContext;
use super::date::written;
use super::html::escape;
use super::local::LocalWriter;
use super::prepared::Prepared;
use super::templates::shared;
use super::tongue::isolated;
use super::ui::{Ui, fill_tree};
use super::values::LocalValues;
use crate::lang::Lang;
use crate::model::markup::ValueName;
use crate::model::municipality::{Municipality, Status};
use crate::plan::{PageKind, PagePlan};

/// Everything that the pages of one unit share.
pub(crate) struct UnitRenderer<'a> {
    pub(crate) site: &'a SiteFrame<'a>,
    pub(crate) prepared: &'a Prepared<'a>,
    pub(crate) blocks: &'a SharedBlocks,
    pub(crate) pages: &'a [PagePlan],
    /// Folder of the unit.
    pub(crate) root: &'a str,
    municipality: &'a Municipality,
    ui: Value,
    municipality_value: Value,
    ui_words: serde_json::Value,
    values: LocalValues,
    local_stages: Vec<LocalStage>,
}

impl<'a> UnitRenderer<'a> {
    /// Prepares a unit.
    pub(crate) fn new(
        site: &'a SiteFrame<'a>,
        prepared: &'a Prepared<'a>,
        blocks: &'a SharedBlocks,
        pages: &'a [PagePlan],
        (municipality, root): (&'a Municipality, &'a str),
    ) -> UnitRenderer<'a> {
        let name = isolated(&municipality.name, site.model.site.fallback, prepared.finder.lang);
        let ui_words = fill_tree(prepared.finder.ui().words, "gemeente", &name);
        let writer = LocalWriter { finder: prepared.finder, municipality };
        let local_stages = local_stages(site.model, municipality);
        let mut renderer = UnitRenderer {
            site,
            prepared,
            blocks,
            pages,
            root,
            municipality,
            ui: shared(&ui_words),
            municipality_value: Value::none(),
            values: LocalValues::new(municipality, prepared.finder.ui(), &writer),
            ui_words,
            local_stages,
        };
        renderer.municipality_value = shared(&renderer.municipality_context());
        renderer
    }

    fn lang(&self) -> Lang {
        self.prepared.finder.lang
    }

    fn ui(&self) -> Ui<'_> {
        Ui { words: &self.ui_words }
    }

    fn local_writer(&self) -> LocalWriter<'_> {
        LocalWriter { finder: self.prepared.finder, municipality: self.municipality }
    }

    fn plain(&self, text: &super::plain::Plain) -> String {
        text.fill(&|name| self.values.plain(name))
    }

    /// Text without links as HTML, in which a local value keeps its own language.
    fn line(&self, text: &super::plain::Plain) -> String {
        text.fill_html(&|name| self.values.html(name))
    }

    fn municipality_context(&self) -> MunicipalityContext {
        let status = match self.municipality.status {
            Status::Actueel => "actueel",
            Status::Gedateerd => "gedateerd",
            Status::Onbekend => "onbekend",
        };
        let language = &self.prepared.finder.words().language;
        let date = self.municipality.as_of.map(|date| written(date, language)).unwrap_or_default();
        let who = self.municipality.confirmed_by.clone().unwrap_or_default();
        let banner = self.ui().fill(
            &format!("banner.{status}"),
            &[("datum", &date), ("wie", &isolated(&who, self.site.model.site.fallback, self.lang()))],
        );
        MunicipalityContext {
            name: self.municipality.name.clone(),
            key: self.municipality.key.clone(),
            status,
            banner: format!("<p>{}</p>", escape(&banner)),
            website: self.municipality.website.clone().unwrap_or_default(),
            former: self.municipality.former_names.clone(),
        }
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
