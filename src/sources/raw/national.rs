//! The language-neutral files of `content/`: site, facts, sources, rights, remedies, organisations. The pathway is beside it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::forms::{Citation, DateText, FactIdText, FoundAt, Https, Months, Phone};
use crate::sources::yaml::At;

/// `content/site.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSite {
    /// Name of the whole site, shown on the hub.
    pub naam: String,
    /// Who publishes.
    pub uitgever: String,
    /// Tags of the languages offered, the first one first.
    pub talen: Vec<At<String>>,
    /// Tag of the language that is shown when a text is missing in another.
    pub terugval: At<String>,
    /// Address at which the output is published; used for the site map only.
    pub basisadres: Https,
    /// Neutral site that the exit link leads to.
    pub nooduitgang: Https,
    /// Address for reports about security, in `security.txt`.
    pub veiligheid: Https,
    /// How long knowledge stays fresh.
    #[serde(default)]
    pub houdbaar: RawShelfLife,
}

/// How long knowledge stays fresh; what is left out has the limit of facts M-R1 and U-28.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawShelfLife {
    /// Local values, facts and pages that were read: 12 months.
    pub plaatselijk: Option<At<Months>>,
    /// Numbers and addresses of organisations: 6 months.
    pub contacten: Option<At<Months>>,
}

/// `ja` or `nee`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum YesNo {
    /// Yes.
    Ja,
    /// No.
    Nee,
}

/// How a fact was checked: ✔, ◐, S, ⚠ of the facts sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CheckMark {
    /// ✔ in the law or on the organisation's own page.
    Gecontroleerd,
    /// S: from a source document, true for its year.
    Document,
    /// ◐ on an old or undated page.
    Gedateerd,
    /// ⚠ not confirmed.
    Onzeker,
}

/// One fact of `content/feiten.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawFact {
    /// Its sources.
    pub bron: Vec<At<Citation>>,
    /// How it was checked.
    pub controle: CheckMark,
    /// The day for which it was true.
    pub peildatum: At<DateText>,
}

/// Kind of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// Law.
    Wet,
    /// Treaty.
    Verdrag,
    /// Ruling.
    Uitspraak,
    /// Research.
    Onderzoek,
    /// Report of a meeting.
    Verslag,
    /// Letter.
    Brief,
    /// Report.
    Rapport,
    /// Document of a municipality or region.
    Gemeentestuk,
    /// Web page.
    Webpagina,
}

impl SourceKind {
    /// The word in YAML, also the key of its title in the words of the interface.
    pub fn name(self) -> &'static str {
        match self {
            SourceKind::Wet => "wet",
            SourceKind::Verdrag => "verdrag",
            SourceKind::Uitspraak => "uitspraak",
            SourceKind::Onderzoek => "onderzoek",
            SourceKind::Verslag => "verslag",
            SourceKind::Brief => "brief",
            SourceKind::Rapport => "rapport",
            SourceKind::Gemeentestuk => "gemeentestuk",
            SourceKind::Webpagina => "webpagina",
        }
    }
}

/// One source of `content/bronnen.yaml`, or of a municipality file.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    /// Title as shown.
    pub titel: String,
    /// Kind.
    pub soort: SourceKind,
    /// Where to find it: a web address, or a citation of another source.
    pub vindplaats: Option<At<FoundAt>>,
    /// Day of the text that was read.
    pub stand: Option<At<DateText>>,
    /// Day on which we looked.
    pub gecontroleerd_op: Option<At<DateText>>,
    /// Year of the document.
    pub jaar: Option<At<u16>>,
}

/// Group of rights or of remedies on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum GroupName {
    /// Rights: to decide.
    Beslissen,
    /// Rights: to know.
    Weten,
    /// Rights: help.
    Hulp,
    /// Rights: the file.
    Dossier,
    /// Remedies: to talk.
    Praten,
    /// Remedies: to complain.
    Klacht,
    /// Both: the court.
    Rechter,
}

impl GroupName {
    /// The word in YAML, also the key in addresses and in the words of the interface.
    pub fn name(self) -> &'static str {
        match self {
            GroupName::Beslissen => "beslissen",
            GroupName::Weten => "weten",
            GroupName::Hulp => "hulp",
            GroupName::Dossier => "dossier",
            GroupName::Praten => "praten",
            GroupName::Klacht => "klacht",
            GroupName::Rechter => "rechter",
        }
    }
}

/// For whom a right or remedy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AudienceName {
    /// A parent with gezag.
    OuderMetGezag,
    /// Every parent.
    Ouder,
    /// Every child.
    Kind,
    /// A child from 12.
    #[serde(rename = "kind-12")]
    Kind12,
    /// A child from 16.
    #[serde(rename = "kind-16")]
    Kind16,
    /// A foster parent.
    Pleegouder,
    /// Everybody.
    Iedereen,
}

/// One right of `content/rechten.yaml`, or one remedy of `content/routes.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawRight {
    /// Its fact.
    pub feit: At<FactIdText>,
    /// Group on the site.
    pub groep: At<GroupName>,
    /// For whom.
    #[serde(default)]
    pub voor: Vec<AudienceName>,
    /// Sources.
    pub bron: Vec<At<Citation>>,
    /// The day for which this was true.
    pub peildatum: At<DateText>,
}

/// Kind of organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OrganisationKind {
    /// Direct danger.
    Nood,
    /// Help for parents and children.
    Hulp,
    /// Complaints.
    Klacht,
    /// Supervision.
    Toezicht,
    /// Courts.
    Rechter,
    /// A role on the pathway.
    Rol,
}

/// Is it free of charge?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FreeName {
    /// Yes.
    Ja,
    /// No.
    Nee,
    /// Nobody knows.
    Onbekend,
}

/// One organisation of `content/organisaties.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawOrganisation {
    /// Its fact.
    pub feit: Option<At<FactIdText>>,
    /// Name as written everywhere.
    pub naam: String,
    /// Kind.
    pub soort: OrganisationKind,
    /// Site.
    pub website: Option<At<Https>>,
    /// Number; only when it may be published.
    pub telefoon: Option<At<Phone>>,
    /// Free of charge?
    pub gratis: Option<FreeName>,
    /// Day on which the contact was checked.
    pub gecontroleerd_op: Option<At<DateText>>,
    /// How it was checked.
    pub status: Option<CheckMark>,
    /// Sources.
    #[serde(default)]
    pub bron: Vec<At<Citation>>,
}
