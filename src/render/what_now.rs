//! "Wat kan nu?": one step at a time, with every road from there. The same for every municipality.

use super::blocks::general_text;
use super::context::{NowStep, Outcome};
use super::frames::{frame_label_path, frame_name, kind_name, kind_order};
use super::html::{ROOT_MARK, escape};
use super::prepared::Prepared;
use super::unit::MarkedFilling;
use crate::model::pathway::{Edge, Stage};

/// All steps in the order of the pathway, each with the roads from there, ways back first.
pub(crate) fn now_steps(prepared: &Prepared<'_>) -> Vec<NowStep> {
    let stages = &prepared.finder.model.pathway.stages;
    stages.iter().enumerate().map(|(index, stage)| now_step(prepared, index, stage)).collect()
}

fn now_step(prepared: &Prepared<'_>, index: usize, stage: &Stage) -> NowStep {
    let words = &prepared.stages[index].card;
    let mut edges: Vec<&Edge> = prepared.finder.model.pathway.edges_from(index).collect();
    edges.sort_by_key(|edge| kind_order(edge.kind));
    NowStep {
        number: index + 1,
        anchor: anchor(&stage.key),
        href: format!("{ROOT_MARK}stap/{}/", stage.key),
        title: words.title_html.clone(),
        frame: frame_name(stage.frame),
        frame_label: prepared.finder.ui().text(frame_label_path(stage.frame)),
        refuse: words.refuse_short.clone(),
        decides: words.decides_short.clone(),
        lang: words.lang,
        outcomes: edges.into_iter().filter_map(|edge| outcome(prepared, edge)).collect(),
    }
}

/// A road leads to the next question on the same page.
fn outcome(prepared: &Prepared<'_>, edge: &Edge) -> Option<Outcome> {
    let road = prepared.roads.get(&edge.fact)?;
    let ui = prepared.finder.ui();
    let target = edge.to.map(|to| (to, &prepared.finder.model.pathway.stages[to].key));
    let when = target.and_then(|(_, key)| road.when_to.get(key)).unwrap_or(&road.when);
    let (target_href, target_title, target_number) = match target {
        Some((to, key)) => (format!("#{}", anchor(key)), prepared.stages[to].card.title_html.clone(), to + 1),
        None => (String::new(), escape(&ui.text("steps.outside")), 0),
    };
    Some(Outcome {
        kind: kind_name(edge.kind),
        kind_label: ui.text(&format!("kinds.{}", kind_name(edge.kind))),
        when: when.fill(&MarkedFilling),
        who: escape(&general_text(ui, &road.who)),
        target_title,
        target_href,
        target_number,
        lang: road.lang,
    })
}

fn anchor(key: &str) -> String {
    format!("nu-{key}")
}
