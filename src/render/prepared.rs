//! Shared texts of one language, turned into HTML once, when a page needs them.

use std::collections::{BTreeMap, BTreeSet};

use super::context::SourceLine;
use super::finder::{Finder, Shown, words_of};
use super::html::Fragment;
use super::later::Later;
use super::plain::Plain;
use super::tongue::Tongue;
use crate::lang::Lang;
use crate::model::Model;
use crate::model::catalogue::Right;
use crate::model::fact::FactId;
use crate::model::markup::Markup;
use crate::model::pathway::Stage;
use crate::model::words::{PageWords, StageWords};

/// A stage in one language. Here and below, the text is made only when a page takes it: few runs make all pages.
pub(crate) struct PreparedStage<'a> {
    pub(crate) card: StageCardWords,
    pub(crate) text: Later<'a, StageText>,
}

/// What other pages and the picture show of a stage.
#[derive(Hash)]
pub(crate) struct StageCardWords {
    pub(crate) title: String,
    pub(crate) title_html: String,
    /// Words of the picture, with the places where they may break.
    pub(crate) short: String,
    pub(crate) short_broken: String,
    pub(crate) short_html: String,
    pub(crate) decides_short: String,
    pub(crate) refuse_short: String,
    pub(crate) summary: Plain,
    pub(crate) duration_plain: Plain,
    pub(crate) lang: Option<Tongue>,
}

/// What only the page of a stage shows.
#[derive(Hash)]
pub(crate) struct StageText {
    pub(crate) begins: Fragment,
    pub(crate) decides: Fragment,
    pub(crate) refuse: Fragment,
    pub(crate) duration: Fragment,
    pub(crate) body: Fragment,
    pub(crate) sources: Vec<SourceLine>,
}

/// A road in one language.
#[derive(Hash)]
pub(crate) struct PreparedRoad {
    pub(crate) when: Fragment,
    pub(crate) when_to: BTreeMap<String, Fragment>,
    pub(crate) who: Plain,
    pub(crate) lang: Option<Tongue>,
}

/// A page in one language.
pub(crate) struct PreparedPage<'a> {
    pub(crate) card: PageCard,
    pub(crate) text: Later<'a, PageText>,
}

/// What other pages show of a page.
#[derive(Hash)]
pub(crate) struct PageCard {
    pub(crate) title: String,
    pub(crate) summary: Plain,
    pub(crate) lang: Option<Tongue>,
}

/// What only the page itself shows.
#[derive(Hash)]
pub(crate) struct PageText {
    pub(crate) body: Fragment,
    pub(crate) sources: Vec<SourceLine>,
}

/// A right or remedy in one language.
pub(crate) struct PreparedItem<'a> {
    pub(crate) card: ItemCard,
    pub(crate) text: Later<'a, ItemText>,
}

/// What other pages show of a right or remedy.
#[derive(Hash)]
pub(crate) struct ItemCard {
    pub(crate) key: String,
    pub(crate) group: String,
    pub(crate) title: String,
    pub(crate) summary: Plain,
    pub(crate) lang: Option<Tongue>,
}

/// What only the page of its group shows.
#[derive(Hash)]
pub(crate) struct ItemText {
    pub(crate) rows: Vec<(String, Fragment)>,
    pub(crate) body: Fragment,
    pub(crate) facts: BTreeSet<FactId>,
}

/// Everything of one language.
pub(crate) struct Prepared<'a> {
    pub(crate) finder: Finder<'a>,
    /// Words of the interface for templates, where no municipality is meant.
    pub(crate) ui_value: tera::Value,
    pub(crate) stages: Vec<PreparedStage<'a>>,
    pub(crate) roads: BTreeMap<FactId, PreparedRoad>,
    pub(crate) pages: BTreeMap<String, PreparedPage<'a>>,
    pub(crate) young: BTreeMap<String, PreparedPage<'a>>,
    pub(crate) rights: Vec<PreparedItem<'a>>,
    pub(crate) remedies: Vec<PreparedItem<'a>>,
    /// Sources of the stages and roads themselves, for the page that shows them all; a stage's page has the rest.
    pub(crate) step_sources: Vec<SourceLine>,
}

impl<'a> Prepared<'a> {
    /// Makes what other pages show of each text; the text itself becomes HTML when its page is made.
    pub(crate) fn new(model: &'a Model, lang: Lang) -> Prepared<'a> {
        let finder = Finder { model, lang };
        let full = words_of(model, model.site.fallback);
        let stages = model.pathway.stages.iter().enumerate();
        let stages = stages
            .filter_map(|(index, stage)| {
                let roads = model.pathway.edges_from(index).map(|edge| &edge.fact).collect();
                prepare_stage(finder, stage, roads)
            })
            .collect();
        let facts: BTreeSet<&FactId> = model.pathway.edges.iter().map(|edge| &edge.fact).collect();
        let roads = facts.into_iter().filter_map(|fact| Some((fact.clone(), prepare_road(finder, fact)?))).collect();
        let page = |shown: Shown<'a, PageWords>| prepare_page(finder, shown);
        let pages = full.pages.keys().filter_map(|key| Some((key.clone(), page(finder.page(key)?)))).collect();
        let young = full.young.keys().filter_map(|key| Some((key.clone(), page(finder.young(key)?)))).collect();
        let rights = model.rights.iter().filter_map(|right| prepare_right(finder, right)).collect();
        let remedies = model.remedies.iter().filter_map(|remedy| prepare_remedy(finder, remedy)).collect();
        let step_sources = step_sources(finder);
        let ui_value = super::templates::shared(finder.ui().words);
        Prepared { finder, ui_value, stages, roads, pages, young, rights, remedies, step_sources }
    }
}

/// `roads` are the facts of the roads that the page shows.
fn prepare_stage<'a>(finder: Finder<'a>, stage: &'a Stage, roads: BTreeSet<&'a FactId>) -> Option<PreparedStage<'a>> {
    let shown = finder.stage(&stage.key)?;
    let words = shown.words;
    let hyphenated = |text: &str| finder.breakable(text, shown.lang);
    let card = StageCardWords {
        title: words.title.clone(),
        title_html: super::html::escape(&hyphenated(&words.title)),
        short: words.short.clone(),
        short_broken: hyphenated(&words.short),
        short_html: super::html::escape(&hyphenated(&words.short)),
        decides_short: hyphenated(&words.decides_short),
        refuse_short: hyphenated(&words.refuse_short),
        summary: Plain::new(&words.summary),
        duration_plain: Plain::new(&words.duration),
        lang: finder.tongue(&shown),
    };
    Some(PreparedStage { card, text: Later::new(move || stage_text(finder, stage, &roads, shown)) })
}

fn stage_text(finder: Finder<'_>, stage: &Stage, roads: &BTreeSet<&FactId>, shown: Shown<'_, StageWords>) -> StageText {
    let (writer, words) = (finder.writer(shown.lang), shown.words);
    let mut facts = words.facts.clone();
    facts.insert(stage.fact.clone());
    facts.extend(roads.iter().flat_map(|fact| road_facts(finder, fact)));
    let sources = finder.sources();
    StageText {
        begins: writer.answer(&words.begins),
        decides: writer.answer(&words.decides),
        refuse: writer.answer(&words.refuse),
        duration: writer.answer(&words.duration),
        body: writer.fragment(&words.body),
        sources: sources.of_citations(sources.citations(&facts).chain(&stage.citations)),
    }
}

fn step_sources(finder: Finder<'_>) -> Vec<SourceLine> {
    let pathway = &finder.model.pathway;
    let roads = pathway.edges.iter().flat_map(|edge| road_facts(finder, &edge.fact));
    let facts: BTreeSet<FactId> = roads.chain(pathway.stages.iter().map(|stage| stage.fact.clone())).collect();
    let sources = finder.sources();
    let own = pathway.stages.iter().flat_map(|stage| &stage.citations);
    sources.of_citations(sources.citations(&facts).chain(own))
}

/// A road's own fact and those of its words.
fn road_facts(finder: Finder<'_>, road: &FactId) -> BTreeSet<FactId> {
    let words = finder.transition(road).map(|shown| shown.words.facts.clone()).unwrap_or_default();
    words.into_iter().chain([road.clone()]).collect()
}

fn prepare_road(finder: Finder<'_>, fact: &FactId) -> Option<PreparedRoad> {
    let shown = finder.transition(fact)?;
    let writer = finder.writer(shown.lang);
    Some(PreparedRoad {
        when: writer.fragment(&shown.words.when),
        when_to: shown.words.when_to.iter().map(|(key, markup)| (key.clone(), writer.fragment(markup))).collect(),
        who: Plain::new(&shown.words.who),
        lang: finder.tongue(&shown),
    })
}

fn prepare_page<'a>(finder: Finder<'a>, shown: Shown<'a, PageWords>) -> PreparedPage<'a> {
    let card = PageCard {
        title: shown.words.title.clone(),
        summary: Plain::new(&shown.words.summary),
        lang: finder.tongue(&shown),
    };
    let text = move || PageText {
        body: finder.writer(shown.lang).fragment(&shown.words.body),
        sources: finder.sources().of_facts(&shown.words.facts),
    };
    PreparedPage { card, text: Later::new(text) }
}

fn prepare_right<'a>(finder: Finder<'a>, right: &'a Right) -> Option<PreparedItem<'a>> {
    let shown = finder.right(&right.key)?;
    Some(item(finder, right, (shown.words, shown.lang), &[]))
}

fn prepare_remedy<'a>(finder: Finder<'a>, remedy: &'a Right) -> Option<PreparedItem<'a>> {
    let shown = finder.remedy(&remedy.key)?;
    Some(item(finder, remedy, (&shown.words.page, shown.lang), &shown.words.answers))
}

fn item<'a>(
    finder: Finder<'a>,
    right: &'a Right,
    (words, lang): (&'a PageWords, Lang),
    answers: &'a [(&'static str, Markup)],
) -> PreparedItem<'a> {
    let card = ItemCard {
        key: right.key.clone(),
        group: right.group.clone(),
        title: words.title.clone(),
        summary: Plain::new(&words.summary),
        lang: Tongue::of(lang, finder.lang),
    };
    let text = move || {
        let writer = finder.writer(lang);
        let label = |name: &str| writer.ui.text(&format!("remedies.rows.{name}"));
        let rows = answers.iter().map(|(name, answer)| (label(name), writer.fragment(answer)));
        let mut facts = words.facts.clone();
        facts.insert(right.fact.clone());
        ItemText { rows: rows.collect(), body: writer.fragment(&words.body), facts }
    };
    PreparedItem { card, text: Later::new(text) }
}
