//! The words of one language: front matter of Markdown files and the word files.

use schemars::JsonSchema;
use serde::Deserialize;

use super::entries::Entries;
use super::forms::FactIdText;
use super::pathway::FrameName;
use crate::sources::yaml::At;

/// Front matter of a stage.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawStageWords {
    /// Name on the page.
    #[schemars(extend("x-opmaak" = "geen"))]
    pub titel: At<String>,
    /// Name in the picture.
    #[schemars(extend("x-opmaak" = "geen"), length(max = 34))]
    pub kort: At<String>,
    /// One sentence.
    pub samenvatting: At<String>,
    /// Who starts it.
    pub wie_begint: At<String>,
    /// Who decides.
    pub wie_beslist: At<String>,
    /// The same for the picture.
    #[schemars(extend("x-opmaak" = "geen"), length(max = 26))]
    pub wie_beslist_kort: At<String>,
    /// May I say no?
    pub mag_nee: At<String>,
    /// The same for the picture.
    #[schemars(extend("x-opmaak" = "geen"), length(max = 26))]
    pub mag_nee_kort: At<String>,
    /// How long.
    pub hoe_lang: At<String>,
    /// Letters and sentences by which a parent recognises the stage.
    pub herken: Vec<At<String>>,
    /// Facts of all these texts.
    pub feiten: Vec<At<FactIdText>>,
}

/// Words of one transition.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTransitionWords {
    /// The condition in neutral words.
    pub wanneer: At<String>,
    /// Who may trigger it.
    pub wie: At<String>,
    /// Facts.
    pub feiten: Vec<At<FactIdText>>,
    /// Other words for one target.
    #[serde(default)]
    pub wanneer_naar: Entries<At<String>>,
}

/// Front matter of a right.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRightWords {
    /// Name of the right.
    #[schemars(extend("x-opmaak" = "geen"))]
    pub titel: At<String>,
    /// One sentence.
    pub samenvatting: At<String>,
    /// Facts.
    pub feiten: Vec<At<FactIdText>>,
}

/// Front matter of a remedy.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRemedyWords {
    /// Name of the remedy.
    #[schemars(extend("x-opmaak" = "geen"))]
    pub titel: At<String>,
    /// One sentence.
    pub samenvatting: At<String>,
    /// Against what.
    pub tegen: At<String>,
    /// By whom.
    pub wie: At<String>,
    /// Where.
    pub waar: At<String>,
    /// Until when.
    pub termijn: At<String>,
    /// What it costs.
    pub kosten: At<String>,
    /// What it can achieve.
    pub resultaat: At<String>,
    /// Who helps.
    pub hulp: At<String>,
    /// Facts.
    pub feiten: Vec<At<FactIdText>>,
}

/// Front matter of a page.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPageWords {
    /// Title.
    #[schemars(extend("x-opmaak" = "geen"))]
    pub titel: At<String>,
    /// Description and text on cards.
    pub samenvatting: At<String>,
    /// Legal frame of which the page speaks, for the checker.
    pub kader: Option<FrameName>,
    /// Facts of the whole page.
    #[serde(default)]
    pub feiten: Vec<At<FactIdText>>,
}

/// Words of an organisation.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawOrganisationWords {
    /// Name in this language; the Dutch name stays next to it.
    #[schemars(extend("x-opmaak" = "geen"))]
    pub naam: Option<At<String>>,
    /// What it is for.
    pub waarvoor: At<String>,
    /// How to reach it.
    pub bereik: Option<At<String>>,
    /// What it may do or decide.
    #[serde(default)]
    pub mag_wel: Vec<At<String>>,
    /// What it may not do.
    #[serde(default)]
    pub mag_niet: Vec<At<String>>,
    /// Facts.
    pub feiten: Vec<At<FactIdText>>,
}

/// One word of the glossary.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGlossaryEntry {
    /// The word.
    #[schemars(extend("x-opmaak" = "geen"))]
    pub woord: At<String>,
    /// What it means.
    pub uitleg: At<String>,
    /// Other words for it.
    #[serde(default)]
    pub ook: Vec<At<String>>,
    /// Facts.
    pub feiten: Vec<At<FactIdText>>,
}

/// `content/<lang>/taal.yaml`: what the program must know of a language itself.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawLanguage {
    /// Names of the twelve months.
    pub maanden: Vec<String>,
    /// How a day is written, with `{dag}`, `{maand}` and `{jaar}`.
    pub datum: String,
    /// Long words with `|` where they may break.
    #[serde(default)]
    pub afbreken: Vec<String>,
}
