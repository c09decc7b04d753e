//! Local practice: one layer of values, from the national file, a region or a municipality.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor, value};
use serde::{Deserialize, Deserializer};

use super::entries::Entries;
use super::forms::{Citation, DateText, FactIdText, Https, Key, MunicipalityCode, Period, Phone};
use super::national::{RawSource, YesNo};
use crate::sources::yaml::{At, Known};

/// A value that may be left out, and may be `onbekend`.
type Maybe<T> = Option<At<Known<T>>>;

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

/// Local words.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTerms {
    /// Local word for intensive voluntary help.
    pub drang: Maybe<String>,
    /// Local name of the team.
    pub lokaal_team: Maybe<String>,
    /// Local name of the table.
    pub overleg: Maybe<String>,
    /// Sources of the block.
    #[serde(default)]
    pub bron: Vec<At<Citation>>,
    /// The day for which the block was true.
    pub peildatum: Option<At<DateText>>,
}

/// Who carries intensive voluntary help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Carrier {
    /// A gecertificeerde instelling.
    Gi,
    /// The local team.
    LokaalTeam,
    /// A worker of the municipality.
    GemeentelijkeConsulent,
    /// Veilig Thuis.
    VeiligThuis,
    /// There is no separate programme.
    GeenApartTraject,
}

/// An organisation that is around the family here.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawOwnOrganisation {
    /// Name.
    pub naam: String,
    /// What it does here.
    pub rol: Option<String>,
    /// What it may do.
    #[serde(default)]
    pub mag_wel: Vec<String>,
    /// What it may not do.
    #[serde(default)]
    pub mag_niet: Vec<String>,
}

/// Who does it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPractice {
    /// Who carries it.
    pub door: Maybe<Vec<Carrier>>,
    /// Explanation.
    pub toelichting: Maybe<String>,
    /// Organisations.
    pub organisaties: Maybe<Vec<RawOwnOrganisation>>,
    /// Who keeps the lead.
    pub regie: Maybe<String>,
    /// Sources of the block.
    #[serde(default)]
    pub bron: Vec<At<Citation>>,
    /// The day for which the block was true.
    pub peildatum: Option<At<DateText>>,
}

/// How long.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawDuration {
    /// What is aimed at.
    pub streef: Maybe<Period>,
    /// The most, or `geen`.
    pub maximum: Maybe<Period>,
    /// How it is extended.
    pub verlenging: Maybe<String>,
    /// How long research waits.
    pub uitgesteld_onderzoek: Maybe<Period>,
    /// Sources of the block.
    #[serde(default)]
    pub bron: Vec<At<Citation>>,
    /// The day for which the block was true.
    pub peildatum: Option<At<DateText>>,
}

/// Form of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TableForm {
    /// Beschermingstafel.
    Beschermingstafel,
    /// Jeugdbeschermingsplein.
    Jeugdbeschermingsplein,
    /// Casusoverleg.
    Casusoverleg,
    /// There is none.
    Geen,
}

/// The table at which a family is discussed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTable {
    /// Form.
    pub vorm: Maybe<TableForm>,
    /// Who sits there.
    pub deelnemers: Maybe<Vec<String>>,
    /// Who decides.
    pub beslisser: Maybe<String>,
    /// Age from which a child is invited.
    pub kind_vanaf: Maybe<u8>,
    /// May you bring someone?
    pub iemand_meenemen: Maybe<YesNo>,
    /// How long the talk takes.
    pub gespreksduur: Maybe<String>,
    /// Who may register a family.
    pub aanmelden_door: Maybe<Vec<String>>,
    /// What may come out.
    pub uitkomsten: Maybe<Vec<String>>,
    /// How you are prepared.
    pub voorbereiding: Maybe<String>,
    /// Sources of the block.
    #[serde(default)]
    pub bron: Vec<At<Citation>>,
    /// The day for which the block was true.
    pub peildatum: Option<At<DateText>>,
}

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
    pub email: Option<String>,
    /// Explanation.
    pub toelichting: Option<String>,
    /// Sources of the card.
    #[serde(default)]
    pub bron: Vec<At<Citation>>,
    /// The day for which the card was true.
    pub peildatum: Option<At<DateText>>,
}

/// Where to complain.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawComplaint {
    /// About the local team.
    pub lokaal_team: Maybe<RawContact>,
    /// About the gecertificeerde instelling.
    pub gi: Maybe<RawContact>,
    /// About the municipality.
    pub gemeente: Maybe<RawContact>,
    /// Key of the ombudsman in `content/organisaties.yaml`.
    pub ombudsman: Maybe<Key>,
    /// Sources of the block.
    #[serde(default)]
    pub bron: Vec<At<Citation>>,
    /// The day for which the block was true.
    pub peildatum: Option<At<DateText>>,
}

/// Legal form of intensive voluntary help in the local rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LegalForm {
    /// Individuele voorziening.
    IndividueleVoorziening,
    /// Algemene voorziening.
    AlgemeneVoorziening,
    /// The rules do not mention it.
    NietGenoemd,
}

/// Legal form with its source.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLegalForm {
    /// Form.
    pub vorm: Maybe<LegalForm>,
    /// Sources of the block.
    #[serde(default)]
    pub bron: Vec<At<Citation>>,
    /// The day for which the block was true.
    pub peildatum: Option<At<DateText>>,
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

/// Deserializes and describes a value that is a text or a block of keys.
macro_rules! text_or_block {
    ($name:ident, $block:ty, $text:expr, $make:expr, $help:literal) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Both;
                impl<'de> Visitor<'de> for Both {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($help)
                    }
                    fn visit_str<E>(self, text: &str) -> Result<$name, E> {
                        Ok($text(text.to_owned()))
                    }
                    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<$name, A::Error> {
                        <$block>::deserialize(value::MapAccessDeserializer::new(map)).map($make)
                    }
                }
                deserializer.deserialize_any(Both)
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            /// `if` and not `anyOf`: a mistake inside a block is then reported at its own place.
            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "if": { "type": "object" },
                    "then": generator.subschema_for::<$block>(),
                    "else": { "type": "string" }
                })
            }
        }
    };
}

text_or_block!(RawRegionField, RawRegionName, RawRegionField::Key, RawRegionField::Own, "de sleutel van een regio");
text_or_block!(
    RawContact,
    RawContactCard,
    RawContact::Text,
    |card| RawContact::Card(Box::new(card)),
    "een zin of een contact"
);
