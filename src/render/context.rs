//! What templates get: `docs/template-contexts.md` as types. Serializable on purpose: themes rely on these names.

use serde::Serialize;

use super::tongue::Tongue;

/// A link in a list. Here and below `lang` is set when the text is in another language than the page.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Link {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) lang: Option<Tongue>,
}

/// A link of the main navigation, a language or the crumbs.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NavLink {
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) current: bool,
    pub(crate) lang: Option<Tongue>,
}

/// A language of the page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LanguageLink {
    pub(crate) lang: &'static str,
    pub(crate) dir: &'static str,
    pub(crate) name: &'static str,
    pub(crate) href: String,
    pub(crate) current: bool,
}

/// The page itself.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Page {
    pub(crate) kind: &'static str,
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) heading: String,
    pub(crate) description: String,
    pub(crate) lang: &'static str,
    pub(crate) dir: &'static str,
    pub(crate) base: String,
    pub(crate) root: String,
    pub(crate) canonical: String,
    pub(crate) frame: &'static str,
    pub(crate) young: bool,
    pub(crate) fallback: bool,
    pub(crate) content_lang: &'static str,
    pub(crate) content_dir: &'static str,
    pub(crate) checked: String,
}

/// The municipality, as far as every page needs it.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct MunicipalityContext {
    pub(crate) name: String,
    pub(crate) key: String,
    pub(crate) status: &'static str,
    pub(crate) banner: String,
    pub(crate) website: String,
    pub(crate) former: Vec<String>,
}

/// A line in a list of sources.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub(crate) struct SourceLine {
    pub(crate) title: String,
    pub(crate) lang: Option<Tongue>,
    pub(crate) places: String,
    pub(crate) url: String,
    pub(crate) as_of: String,
}

/// A number at the foot of every page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Helpline {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) lang: Option<Tongue>,
    pub(crate) phone: String,
    pub(crate) tel: String,
    pub(crate) href: String,
    pub(crate) when: String,
}

/// One answer in the box at the top of a stage.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Answer {
    pub(crate) label: String,
    pub(crate) value: String,
}

/// A stage as a card.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct StageCard {
    pub(crate) key: String,
    pub(crate) number: usize,
    pub(crate) anchor: String,
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) frame: &'static str,
    pub(crate) frame_label: String,
    pub(crate) voluntary: bool,
    pub(crate) summary: String,
    pub(crate) local_name: String,
    pub(crate) local_lang: Option<Tongue>,
    pub(crate) known_here: bool,
    pub(crate) unknown_note: String,
    pub(crate) decides: String,
    pub(crate) refuse: String,
    pub(crate) duration: String,
    pub(crate) current: bool,
    pub(crate) lang: Option<Tongue>,
    pub(crate) outcomes: Vec<ShortOutcome>,
}

/// What can happen after a stage.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Outcome {
    pub(crate) kind: &'static str,
    pub(crate) kind_label: String,
    pub(crate) when: String,
    pub(crate) who: String,
    pub(crate) target_title: String,
    pub(crate) target_href: String,
    pub(crate) target_number: usize,
    pub(crate) lang: Option<Tongue>,
}

/// A step with the roads from there, one question at a time.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NowStep {
    pub(crate) number: usize,
    pub(crate) anchor: String,
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) frame: &'static str,
    pub(crate) frame_label: String,
    pub(crate) refuse: String,
    pub(crate) decides: String,
    pub(crate) lang: Option<Tongue>,
    pub(crate) outcomes: Vec<Outcome>,
}

/// What can happen after a stage, in the list of all stages: roads that differ only in where they lead are one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ShortOutcome {
    pub(crate) kind: &'static str,
    pub(crate) kind_label: String,
    pub(crate) when: String,
    pub(crate) who: String,
    pub(crate) targets: Vec<StageTarget>,
    pub(crate) lang: Option<Tongue>,
}

/// A stage to which a road leads; without address when it is not on the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct StageTarget {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) number: usize,
}

/// A right or a remedy on the page of its group.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Item {
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) rows: Vec<Answer>,
    pub(crate) body: String,
    pub(crate) lang: Option<Tongue>,
}

/// A group of links.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LinkGroup {
    pub(crate) key: String,
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) items: Vec<Link>,
}

/// A row of what is known here.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LocalRow {
    pub(crate) label: String,
    pub(crate) known: bool,
    pub(crate) value: String,
    pub(crate) question: String,
    /// The day and the layer, in words; empty when the whole card says it.
    pub(crate) when: String,
}

/// An organisation with its contact.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ContactContext {
    pub(crate) key: String,
    pub(crate) anchor: String,
    pub(crate) name: String,
    pub(crate) purpose: String,
    pub(crate) reach: String,
    pub(crate) phone: String,
    pub(crate) tel: String,
    pub(crate) website: String,
    pub(crate) website_label: String,
    pub(crate) free: bool,
    pub(crate) checked: String,
    pub(crate) lang: Option<Tongue>,
}

/// A role: who may do what.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RoleContext {
    pub(crate) key: String,
    pub(crate) anchor: String,
    pub(crate) name: String,
    pub(crate) purpose: String,
    pub(crate) may: Vec<String>,
    pub(crate) may_not: Vec<String>,
    pub(crate) lang: Option<Tongue>,
}

/// An organisation of this municipality.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OwnOrganisationContext {
    pub(crate) name: String,
    pub(crate) lang: Option<Tongue>,
    pub(crate) role: String,
    pub(crate) may: Vec<String>,
    pub(crate) may_not: Vec<String>,
}

/// Sentences by which a parent recognises a stage.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RecogniseGroup {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) frame: &'static str,
    pub(crate) frame_label: String,
    pub(crate) phrases: Vec<String>,
    pub(crate) lang: Option<Tongue>,
}

/// A row of the table of time limits.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LimitRow {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) duration: String,
    pub(crate) decides: String,
    pub(crate) frame_label: String,
    pub(crate) lang: Option<Tongue>,
}

/// Words of the glossary under one letter.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GlossaryLetter {
    pub(crate) key: String,
    pub(crate) letter: String,
    pub(crate) items: Vec<GlossaryItem>,
}

/// A word of the glossary.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GlossaryItem {
    pub(crate) key: String,
    pub(crate) anchor: String,
    pub(crate) word: String,
    pub(crate) explanation: String,
    pub(crate) also: String,
    pub(crate) lang: Option<Tongue>,
}

/// Sources of one kind.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SourceGroup {
    pub(crate) title: String,
    pub(crate) items: Vec<SourceItem>,
}

/// A source in the list of all sources.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SourceItem {
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) lang: Option<Tongue>,
    pub(crate) url: String,
    pub(crate) as_of: String,
    pub(crate) checked: String,
}

/// Municipalities under one letter.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HubLetter {
    pub(crate) key: String,
    pub(crate) letter: String,
    pub(crate) items: Vec<HubItem>,
}

/// A municipality in the list of the hub.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HubItem {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) former: String,
    pub(crate) province: String,
    pub(crate) known: bool,
    pub(crate) status: &'static str,
}

/// A place in the list of a letter.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PlaceItem {
    pub(crate) place: String,
    pub(crate) href: String,
    pub(crate) municipality: String,
    pub(crate) province: String,
}

/// A row of the comparison.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CompareRow {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) cells: Vec<String>,
}

/// A row of what is known of a municipality.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CoverageRow {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) known: String,
    pub(crate) days: String,
    pub(crate) confirmed: String,
    pub(crate) questions: Vec<String>,
}

/// In how many municipalities a value is known.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CoverageSubject {
    pub(crate) name: String,
    pub(crate) known: String,
    pub(crate) confirmed: String,
    pub(crate) unknown: String,
}

/// A question that is open in many municipalities.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OpenQuestion {
    pub(crate) question: String,
    pub(crate) open: String,
}
