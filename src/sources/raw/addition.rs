//! Front matter of a municipality's own text.

use schemars::JsonSchema;
use serde::Deserialize;

use super::forms::{Citation, DateText};
use crate::lang::Lang;
use crate::sources::yaml::At;

/// Where a municipality's own text goes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// At the end of a page: `<lang>/paginas/<page>.md`.
    Page(String),
    /// Where the shared text has `{{ ruimte: … }}`: `<lang>/ruimten/<name>.md`.
    Space(String),
}

/// Which text: municipality, language, spot.
pub type AdditionKey = (String, Lang, Spot);

/// A text that a municipality adds to a page, or puts in a marked space of the shared text.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAddition {
    /// Heading above the text.
    #[schemars(extend("x-opmaak" = "geen"))]
    pub titel: At<String>,
    /// Where it comes from.
    pub bron: Vec<At<Citation>>,
    /// The day for which it was true.
    pub peildatum: At<DateText>,
}
