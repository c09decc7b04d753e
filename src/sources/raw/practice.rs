//! Local practice, block by block: words, carriers, duration, the table, complaints, legal form.

use schemars::JsonSchema;
use serde::Deserialize;

use super::contact::RawContact;
use super::forms::{Age, Citation, DateText, Key, Period};
use super::national::YesNo;
use crate::sources::yaml::{At, Known};

/// A value that may be left out, and may be `onbekend`.
pub(super) type Maybe<T> = Option<At<Known<T>>>;

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
    pub kind_vanaf: Maybe<Age>,
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
