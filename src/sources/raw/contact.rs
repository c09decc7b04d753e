//! A contact: one sentence, one word, or a card.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor, value};
use serde::{Deserialize, Deserializer};

use super::forms::{Citation, DateText, Email, Https, Phone};
use super::text_or_block::text_or_block;
use crate::sources::yaml::At;

/// A contact: one sentence or word, or a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawContact {
    /// A sentence, or a word such as `landelijk`.
    Text(String),
    /// A card.
    Card(Box<RawContactCard>),
}

/// A contact with an address.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawContactCard {
    /// Name.
    pub naam: String,
    /// Site.
    pub website: Option<Https>,
    /// Number.
    pub telefoon: Option<Phone>,
    /// Mail address.
    pub email: Option<Email>,
    /// Explanation.
    pub toelichting: Option<String>,
    /// Sources of the card.
    #[serde(default)]
    pub bron: Vec<At<Citation>>,
    /// The day for which the card was true.
    pub peildatum: Option<At<DateText>>,
}

text_or_block!(
    RawContact,
    RawContactCard,
    RawContact::Text,
    |card| RawContact::Card(Box::new(card)),
    "een zin of een contact"
);
