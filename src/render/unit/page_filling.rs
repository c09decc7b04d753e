//! What goes into the holes of a text on a page of a municipality.

use super::UnitRenderer;
use crate::model::addition::Spot;
use crate::model::markup::{BlockName, LocalPart, ValueName};
use crate::render::RenderError;
use crate::render::blocks::{local_card, map_of_organisations, own_organisations};
use crate::render::html::Filling;
use crate::render::local::LocalWriter;
use crate::render::templates::Templates;

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
        self.unit.values(name).html(name)
    }

    fn is_known(&self, name: ValueName) -> bool {
        self.unit.values(name).is_known(name)
    }

    fn block(&self, name: &BlockName) -> String {
        let html = self.block_html(name);
        if !self.fallback || html.is_empty() {
            return html;
        }
        let lang = self.unit.lang();
        format!("<div lang=\"{}\" dir=\"{}\">{html}</div>", lang.tag(), lang.direction().attribute())
    }
}

impl PageFilling<'_> {
    fn block_html(&self, name: &BlockName) -> String {
        if let Some(fragment) = self.unit.blocks.get(name) {
            return fragment.fill(self);
        }
        let writer = self.unit.local_writer();
        let templates = self.unit.site.templates;
        let html = match name {
            BlockName::Local(part) => self.local(*part, &writer, templates),
            BlockName::Space(name) => self.unit.addition(&Spot::Space(name.clone()), self.base),
            BlockName::Organisations => own_organisations(&writer, &self.unit.face.words.value, templates),
            BlockName::OrganisationMap => map_of_organisations(&writer, &self.unit.face.words.value, templates),
            _ => Ok(String::new()),
        };
        html.unwrap_or_else(|error| {
            self.unit.site.remember(error);
            String::new()
        })
    }

    /// The card; who carries the help also shows what else is known here.
    fn local(&self, part: LocalPart, writer: &LocalWriter<'_>, templates: &Templates) -> Result<String, RenderError> {
        let mut html = local_card(&writer.card(part), &self.unit.face.words.value, templates)?;
        if part == LocalPart::Practice {
            html.push_str(&local_card(&writer.notes(), &self.unit.face.words.value, templates)?);
        }
        Ok(html)
    }
}
