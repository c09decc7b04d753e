//! `content/stappen.yaml`: the stages, and the roads between them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::entries::Entries;
use super::forms::{Citation, DateText, FactIdText, Key};
use super::national::YesNo;
use crate::sources::yaml::At;

/// Legal frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FrameName {
    /// Voluntary.
    Vrijwillig,
    /// Voluntary, intensive: legally the same.
    VrijwilligIntensief,
    /// Transition and investigation.
    Overgang,
    /// By decision of the kinderrechter.
    Gedwongen,
}

/// Who decides in a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DeciderName {
    /// The parent.
    Ouder,
    /// Parent and child together.
    OuderEnKind,
    /// A professional.
    Professional,
    /// Veilig Thuis.
    VeiligThuis,
    /// Raad voor de Kinderbescherming.
    Raad,
    /// Kinderrechter.
    Kinderrechter,
    /// Nobody decides yet.
    Niemand,
}

/// May the parent say no?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RefuseName {
    /// Yes.
    Ja,
    /// Partly.
    Deels,
    /// No.
    Nee,
}

/// Where the time limit of a stage comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LimitName {
    /// There is none.
    Geen,
    /// Not known.
    Onbekend,
    /// Local practice.
    Lokaal,
    /// The law.
    Wettelijk,
}

/// Which local values belong to a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TopicName {
    /// Word for, carriers of and duration of intensive voluntary help.
    Drang,
    /// Name of the local team.
    LokaalTeam,
    /// The table.
    Overleg,
    /// How long research waits.
    UitgesteldOnderzoek,
}

/// Kind of transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum KindName {
    /// Forward.
    Verder,
    /// Back.
    Terug,
    /// Sideways.
    Zijpad,
    /// Urgent.
    Spoed,
    /// Loop on the same stage.
    Lus,
    /// Out of the diagram.
    Uit,
}

/// One stage of `content/stappen.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawStage {
    /// Its fact.
    pub feit: At<FactIdText>,
    /// Legal frame.
    pub kader: At<FrameName>,
    /// Who decides.
    pub beslisser: At<DeciderName>,
    /// May the parent say no?
    pub mag_nee: RefuseName,
    /// Time limit.
    pub termijn: LimitName,
    /// Drawn as a side step.
    pub zijpad: Option<YesNo>,
    /// Stages from which this one is also reached, by its own fact, with the kind of that road.
    #[serde(default)]
    pub ook_vanuit: Entries<KindName>,
    /// The road begins here.
    pub begin: Option<YesNo>,
    /// The road may end here.
    pub einde: Option<YesNo>,
    /// Which local values belong to this stage.
    pub lokaal: Option<TopicName>,
    /// Why there is no way back from here.
    pub geen_terugweg: Option<String>,
    /// Rights that matter here, the most important first.
    #[serde(default)]
    pub rechten: Vec<At<Key>>,
    /// Remedies that matter here.
    #[serde(default)]
    pub routes: Vec<At<Key>>,
    /// Organisations that are around the family here.
    #[serde(default)]
    pub rollen: Vec<At<Key>>,
    /// Sources.
    pub bron: Vec<At<Citation>>,
    /// The day for which this was true.
    pub peildatum: At<DateText>,
}

/// One transition of `content/stappen.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTransition {
    /// From which stages; `elke-stap` means from every other stage.
    pub van: Vec<At<Key>>,
    /// To which stages; `buiten-het-schema` leaves the diagram.
    pub naar: Vec<At<Key>>,
    /// Kind.
    pub soort: KindName,
    /// Another kind for one target.
    #[serde(default)]
    pub soort_voor: Entries<KindName>,
    /// Sources.
    pub bron: Vec<At<Citation>>,
    /// The day for which this was true.
    pub peildatum: At<DateText>,
}

/// `content/stappen.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPathway {
    /// Stages in reading order.
    pub stappen: Entries<RawStage>,
    /// Transitions by fact ID.
    pub overgangen: Entries<RawTransition>,
}
