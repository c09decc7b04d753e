//! What is about one municipality as HTML: cards of local values, its organisations, and the map of them.

use super::RenderError;
use super::context::OwnOrganisationContext;
use super::local::{LocalCard, LocalWriter};
use super::templates::{Templates, Values};

/// A local card as HTML; empty when it has no rows.
pub(crate) fn local_card(card: &LocalCard, ui: &tera::Value, templates: &Templates) -> Result<String, RenderError> {
    if card.rows.is_empty() {
        return Ok(String::new());
    }
    let values = Values::new()
        .with_shared("ui", ui)
        .with("title", &card.title)
        .with("when", &card.when)
        .with("rows", &card.rows)
        .with("note", &card.note)
        .with("sources", &card.sources);
    templates.render("components/local-card/local-card.html", &values)
}

/// The map of organisations around a family here, as HTML.
pub(crate) fn map_of_organisations(
    writer: &LocalWriter<'_>,
    ui: &tera::Value,
    templates: &Templates,
) -> Result<String, RenderError> {
    let values = Values::new().with_shared("ui", ui).with("map", &super::organisation_map::draw(writer));
    templates.render("components/organisation-map/organisation-map.html", &values)
}

/// The organisations of this municipality as HTML.
pub(crate) fn own_organisations(
    writer: &LocalWriter<'_>,
    ui: &tera::Value,
    templates: &Templates,
) -> Result<String, RenderError> {
    let known = writer.municipality.practice.organisations.known();
    let items: Vec<OwnOrganisationContext> = known
        .into_iter()
        .flatten()
        .map(|one| OwnOrganisationContext {
            name: one.naam.clone(),
            lang: writer.finder.local_tongue(),
            role: one.rol.clone().unwrap_or_default(),
            may: one.mag_wel.clone(),
            may_not: one.mag_niet.clone(),
        })
        .collect();
    let note = if items.is_empty() { "local.no_organisations" } else { "local.may_have_changed" };
    let values = Values::new().with_shared("ui", ui).with("items", &items).with("note", &writer.finder.ui().text(note));
    templates.render("components/organisations/organisations.html", &values)
}
