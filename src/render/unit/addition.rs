//! A municipality's own text, under a heading that says whose it is, with its source and day (M-R1).

use super::{PageFilling, UnitRenderer};
use crate::lang::Lang;
use crate::model::addition::{Addition, Spot};
use crate::render::RenderError;
use crate::render::templates::Values;

impl UnitRenderer<'_> {
    /// The text for a spot as HTML; empty when the municipality has none there. A text that exists only in the fallback
    /// language is shown in that language.
    pub(super) fn addition(&self, spot: &Spot, base: &str) -> Result<String, RenderError> {
        let fallback = self.site.model.site.fallback;
        let found = [self.lang(), fallback].into_iter().find_map(|lang| Some((lang, self.own_text(lang, spot)?)));
        let Some((lang, text)) = found else { return Ok(String::new()) };
        let filling = PageFilling { unit: self, base, fallback: lang != self.lang() };
        let name = self.name();
        let values = Values::new()
            .with_shared("ui", &self.face.words.value)
            .with("from", &self.ui().fill("local.addition", &[("gemeente", name)]))
            .with("title", &text.title)
            .with("body", &self.texts.writer(lang).fragment(&text.body).fill(&filling))
            .with("lang", if lang == self.lang() { "" } else { lang.tag() })
            .with("dir", lang.direction().attribute())
            .with("as_of", &self.texts.finder().sources().day_of(text.as_of, &text.citations))
            .with("note", &self.ui().text("local.may_have_changed"))
            .with("sources", &self.texts.finder().sources().of_citations(&text.citations));
        self.site.templates.render("components/addition/addition.html", &values)
    }

    fn own_text(&self, lang: Lang, spot: &Spot) -> Option<&Addition> {
        self.site.model.additions.get(&(self.face.municipality.key.clone(), lang, spot.clone()))
    }
}
