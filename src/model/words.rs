//! The words of one language: checked Markdown by key, and the words of the interface.

mod resolve;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

pub(crate) use self::resolve::{Reader, names, resolve};
use super::fact::FactId;
use super::markup::Markup;

/// All words of one language. What a language does not have is simply not there; the plan decides what is shown instead.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Stages by key.
    pub stages: BTreeMap<String, StageWords>,
    /// Transitions by fact.
    pub transitions: BTreeMap<FactId, TransitionWords>,
    /// Rights by key.
    pub rights: BTreeMap<String, PageWords>,
    /// Remedies by key.
    pub remedies: BTreeMap<String, RemedyWords>,
    /// Pages by key.
    pub pages: BTreeMap<String, PageWords>,
    /// Pages for young people by key.
    pub young: BTreeMap<String, PageWords>,
    /// Organisations by key.
    pub organisations: BTreeMap<String, OrganisationWords>,
    /// Glossary, in the order of the file.
    pub glossary: Vec<Term>,
    /// Words of the interface: a tree of texts.
    pub ui: Value,
    /// Months, date, break points.
    pub language: Language,
}

impl Words {
    /// The long texts: the only ones in which blocks stand.
    pub fn texts(&self) -> impl Iterator<Item = &Markup> {
        let stages = self.stages.values().map(|stage| &stage.body);
        let pages = self.pages.values().chain(self.young.values()).chain(self.rights.values());
        let remedies = self.remedies.values().map(|remedy| &remedy.page);
        stages.chain(pages.chain(remedies).map(|page| &page.body))
    }
}

/// What the program knows of a language itself.
#[derive(Clone, Debug, Default)]
pub struct Language {
    /// Twelve months.
    pub months: Vec<String>,
    /// Pattern with `{dag}`, `{maand}`, `{jaar}`.
    pub date: String,
    /// Long words (lower case) with the byte places where they may break.
    pub breaks: BTreeMap<String, Vec<usize>>,
}

/// Words of a stage.
#[derive(Clone, Debug)]
pub struct StageWords {
    /// Name on the page.
    pub title: String,
    /// Name in the picture.
    pub short: String,
    /// One sentence.
    pub summary: Markup,
    /// Who starts it.
    pub begins: Markup,
    /// Who decides.
    pub decides: Markup,
    /// The same for the picture.
    pub decides_short: String,
    /// May I say no?
    pub refuse: Markup,
    /// The same for the picture.
    pub refuse_short: String,
    /// How long.
    pub duration: Markup,
    /// By what a parent recognises it.
    pub recognise: Vec<Markup>,
    /// The explanation.
    pub body: Markup,
    /// Facts of all of these.
    pub facts: BTreeSet<FactId>,
}

/// Words of a transition.
#[derive(Clone, Debug)]
pub struct TransitionWords {
    /// The condition.
    pub when: Markup,
    /// Other words for one target stage.
    pub when_to: BTreeMap<String, Markup>,
    /// Who may trigger it.
    pub who: Markup,
    /// Facts.
    pub facts: BTreeSet<FactId>,
}

/// Words of a page or a right.
#[derive(Clone, Debug)]
pub struct PageWords {
    /// Title.
    pub title: String,
    /// Description.
    pub summary: Markup,
    /// Text.
    pub body: Markup,
    /// Facts of all of these.
    pub facts: BTreeSet<FactId>,
}

/// Words of a remedy.
#[derive(Clone, Debug)]
pub struct RemedyWords {
    /// Title, summary and extra text.
    pub page: PageWords,
    /// Answers by the key of their question: `tegen`, `wie`, `waar`, `termijn`, `kosten`, `resultaat`, `hulp`.
    pub answers: Vec<(&'static str, Markup)>,
}

/// Words of an organisation.
#[derive(Clone, Debug)]
pub struct OrganisationWords {
    /// Name in this language.
    pub name: Option<String>,
    /// What it is for.
    pub purpose: Markup,
    /// How to reach it.
    pub reach: Option<Markup>,
    /// What it may do.
    pub may: Vec<Markup>,
    /// What it may not do.
    pub may_not: Vec<Markup>,
    /// Facts.
    pub facts: BTreeSet<FactId>,
}

/// A word of the glossary.
#[derive(Clone, Debug)]
pub struct Term {
    /// Key, also the anchor.
    pub key: String,
    /// The word.
    pub word: String,
    /// What it means.
    pub explanation: Markup,
    /// Other words for it.
    pub also: Vec<String>,
    /// Facts.
    pub facts: BTreeSet<FactId>,
}
