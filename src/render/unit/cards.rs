//! Stages as cards, and what can happen after a stage.

use super::{PageFilling, UnitRenderer};
use crate::model::pathway::{Edge, is_compulsory};
use crate::render::context::{Outcome, ShortOutcome, StageCard, StageTarget};
use crate::render::frames::{frame_label_path, frame_name, kind_name, kind_order};
use crate::render::html::escape;

impl UnitRenderer<'_> {
    /// A stage as a card, with the short answers: the full ones stand on the page of the stage.
    pub(super) fn stage_card(&self, index: usize, base: &str, outcomes: Outcomes) -> StageCard {
        let stage = &self.site.model.pathway.stages[index];
        let words = self.stage_words(index);
        let local = &self.stage_shapes()[index];
        StageCard {
            key: stage.key.clone(),
            number: index + 1,
            anchor: format!("stap-{}", stage.key),
            href: format!("{base}stap/{}/", stage.key),
            title: words.title_html.clone(),
            frame: frame_name(stage.frame),
            frame_label: self.ui().text(frame_label_path(stage.frame)),
            voluntary: !is_compulsory(stage.frame),
            summary: self.plain(&words.summary),
            local_name: local.name.clone(),
            local_lang: self.texts.finder().local_tongue(),
            known_here: local.known_here,
            unknown_note: if local.known_here { String::new() } else { self.ui().text("steps.unknown_here") },
            decides: words.decides_short.clone(),
            refuse: words.refuse_short.clone(),
            duration: self.line(&words.duration_plain),
            current: false,
            lang: words.lang,
            outcomes: match outcomes {
                Outcomes::None => Vec::new(),
                Outcomes::OnSteps => self.short_outcomes(index, base),
            },
        }
    }

    /// What can happen after a stage, for the page of that stage.
    pub(super) fn outcomes(&self, index: usize, base: &str) -> Vec<Outcome> {
        self.edges_of(index).into_iter().filter_map(|edge| self.outcome(edge, base)).collect()
    }

    /// The same for the list of all stages, with links inside the list. What may happen at every stage is said there
    /// once, and not at each.
    pub(super) fn short_outcomes(&self, index: usize, base: &str) -> Vec<ShortOutcome> {
        let mut outcomes: Vec<ShortOutcome> = Vec::new();
        for edge in self.edges_of(index).into_iter().filter(|edge| !edge.from_everywhere) {
            let Some(outcome) = self.outcome(edge, base) else { continue };
            let target = self.target_in_list(edge, outcome.target_title);
            match outcomes.last_mut() {
                Some(last) if (last.kind, &last.when, &last.who) == (outcome.kind, &outcome.when, &outcome.who) => {
                    last.targets.push(target);
                }
                _ => outcomes.push(ShortOutcome {
                    kind: outcome.kind,
                    kind_label: outcome.kind_label,
                    when: outcome.when,
                    who: outcome.who,
                    targets: vec![target],
                    lang: outcome.lang,
                }),
            }
        }
        outcomes
    }

    pub(super) fn target_in_list(&self, edge: &Edge, outside: String) -> StageTarget {
        match edge.to {
            Some(to) => StageTarget {
                href: format!("#stap-{}", self.site.model.pathway.stages[to].key),
                title: self.stage_words(to).short_html.clone(),
                number: to + 1,
            },
            None => StageTarget { href: String::new(), title: outside, number: 0 },
        }
    }

    pub(super) fn edges_of(&self, index: usize) -> Vec<&Edge> {
        let mut edges: Vec<&Edge> = self.site.model.pathway.edges_from(index).collect();
        edges.sort_by_key(|edge| kind_order(edge.kind));
        edges
    }

    pub(super) fn outcome(&self, edge: &Edge, base: &str) -> Option<Outcome> {
        let road = self.texts.road(&edge.fact)?;
        let target = edge.to.map(|to| &self.site.model.pathway.stages[to]);
        let when = target.and_then(|target| road.when_to.get(&target.key)).unwrap_or(&road.when);
        let filling = PageFilling { unit: self, base, fallback: false };
        let (href, title, number) = match (edge.to, target) {
            (Some(to), Some(target)) => {
                (format!("{base}stap/{}/", target.key), self.stage_words(to).title_html.clone(), to + 1)
            }
            _ => (String::new(), escape(&self.ui().text("steps.outside")), 0),
        };
        Some(Outcome {
            kind: kind_name(edge.kind),
            kind_label: self.ui().text(&format!("kinds.{}", kind_name(edge.kind))),
            when: when.fill(&filling),
            who: self.line(&road.who),
            target_title: title,
            target_href: href,
            target_number: number,
            lang: road.lang,
        })
    }
}

/// Whether a card lists what can happen next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcomes {
    None,
    OnSteps,
}
