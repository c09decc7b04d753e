//! One layer of local values: the national file, a region or a municipality.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor, value};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::contact::RawContact;
use super::entries::Entries;
use super::forms::{Citation, DateText, FactIdText, Https, Key, MunicipalityCode};
use super::national::RawSource;
use super::practice::{Maybe, RawComplaint, RawDuration, RawLegalForm, RawPractice, RawTable, RawTerms};
use super::text_or_block::text_or_block;
use crate::sources::yaml::At;

/// How sure a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StatusName {
    /// Confirmed by the municipality.
    Actueel,
    /// From older sources.
    Gedateerd,
    /// Nothing is known.
    Onbekend,
}

/// `gemeente:` in a municipality file.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawIdentity {
    /// Name that people use.
    pub naam: At<String>,
    /// CBS code.
    pub code: At<MunicipalityCode>,
    /// Province.
    pub provincie: Option<At<String>>,
    /// Site of the municipality.
    pub website: Option<At<Https>>,
}

/// `regio:` is a key in a municipality file and a name in a region file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawRegionField {
    /// Key of a region file.
    Key(String),
    /// Name of the region itself.
    Own(RawRegionName),
}

/// `regio: { naam: … }` in a region file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRegionName {
    /// Name as shown.
    pub naam: String,
}

/// A further local fact.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawNote {
    /// The fact in words.
    pub tekst: At<String>,
    /// Its fact IDs.
    #[serde(default)]
    pub feiten: Vec<At<FactIdText>>,
    /// The day for which it was true.
    pub peildatum: Option<At<DateText>>,
    /// Its sources.
    #[serde(default)]
    pub bron: Vec<At<Citation>>,
}

/// One layer: `content/landelijk.yaml`, a region file or a municipality file.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = bare_texts)]
pub struct RawLayer {
    /// Which municipality this is.
    pub gemeente: Option<RawIdentity>,
    /// Region of the municipality, or the name of this region.
    pub regio: Option<At<RawRegionField>>,
    /// Larger region around this region.
    pub binnen: Option<At<Key>>,
    /// The day for which the file was true.
    pub peildatum: Option<At<DateText>>,
    /// How sure the file is.
    pub status: Option<At<StatusName>>,
    /// Who confirmed it.
    pub bevestigd_door: Option<String>,
    /// When it was confirmed.
    pub bevestigd_op: Option<At<DateText>>,
    /// Facts on which the file rests.
    #[serde(default)]
    pub feiten: Vec<At<FactIdText>>,
    /// Local words.
    pub termen: Option<RawTerms>,
    /// Who does it.
    pub uitvoering: Option<RawPractice>,
    /// How long.
    pub duur: Option<RawDuration>,
    /// The table.
    pub overleg: Option<RawTable>,
    /// Complaints.
    pub klacht: Option<RawComplaint>,
    /// Confidant.
    pub vertrouwenspersoon: Maybe<RawContact>,
    /// Independent client support.
    pub clientondersteuning: Maybe<RawContact>,
    /// Veilig Thuis of the region.
    pub veilig_thuis: Maybe<RawContact>,
    /// Legal form.
    pub rechtsvorm: Option<RawLegalForm>,
    /// Further local facts.
    #[serde(default)]
    pub bijzonderheden: Vec<RawNote>,
    /// Own sources of this file.
    #[serde(default)]
    pub bronnen: Entries<RawSource>,
    /// Key of the municipality into which this one merged.
    pub opgegaan_in: Option<At<Key>>,
}

text_or_block!(RawRegionField, RawRegionName, RawRegionField::Key, RawRegionField::Own, "de sleutel van een regio");

/// The texts of a layer are shown as they are written; only a further fact (`tekst`) is Markdown.
fn bare_texts(schema: &mut Schema) {
    schema.ensure_object().values_mut().for_each(mark_bare);
}

fn mark_bare(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(mark_bare),
        Value::Object(fields) => {
            if fields.get("type").is_some_and(|name| name == "string" || name == &serde_json::json!(["string", "null"])) {
                fields.insert("x-opmaak".to_owned(), "geen".into());
            }
            fields.iter_mut().filter(|(name, _)| *name != "tekst").for_each(|(_, inner)| mark_bare(inner));
        }
        _ => {}
    }
}
