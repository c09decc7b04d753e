//! What a pathway must be before a parent may see it: reachable, with ways back, and honest about who decides.

use std::collections::BTreeSet;

use super::{Decider, Kind, Pathway, is_compulsory};
use crate::diag::Diagnostic;
use crate::model::problems::Problems;
use crate::sources::raw::{RawPathway, RawStage};
use crate::sources::yaml::{At, Loaded};

/// Holds the graph against the rules of `design.md` §2 and facts §2.
pub(super) fn check(pathway: &Pathway, raw: &Loaded<RawPathway>, problems: &mut Problems<'_>) {
    let reached = reachable(pathway);
    for (key, stage) in &raw.value.stappen.0 {
        let Some(index) = pathway.index(&key.value) else { continue };
        if !reached.contains(&index) {
            problems.push(
                at(raw, key, "onbereikbare-stap", format!("geen overgang leidt naar stap `{}`", key.value))
                    .help("voeg onder `overgangen:` een overgang toe met `naar: […]`, of zet `begin: ja`"),
            );
        }
        way_back(pathway, index, raw, key, stage, problems);
        decider(pathway, index, raw, key, stage, problems);
    }
}

fn at(raw: &Loaded<RawPathway>, key: &At<String>, rule: &'static str, message: String) -> Diagnostic {
    Diagnostic::error(rule, message).at(key.span(raw.file))
}

fn reachable(pathway: &Pathway) -> BTreeSet<usize> {
    let mut reached: BTreeSet<usize> = (0..pathway.stages.len()).filter(|index| pathway.stages[*index].begin).collect();
    loop {
        let next: Vec<usize> = pathway
            .edges
            .iter()
            .filter(|edge| reached.contains(&edge.from))
            .filter_map(|edge| edge.to)
            .filter(|to| !reached.contains(to))
            .collect();
        if next.is_empty() {
            return reached;
        }
        reached.extend(next);
    }
}

/// N-72, L-40: the picture may not look like a one-way road.
fn way_back(
    pathway: &Pathway,
    index: usize,
    raw: &Loaded<RawPathway>,
    key: &At<String>,
    stage: &RawStage,
    problems: &mut Problems<'_>,
) {
    let state = &pathway.stages[index];
    if state.begin || state.end || stage.geen_terugweg.is_some() || leads_back(pathway, index) {
        return;
    }
    problems.push(
        at(raw, key, "geen-terugweg", format!("stap `{}` heeft geen weg terug en geen einde", key.value))
            .help("voeg een overgang met `soort: terug` toe, of schrijf `geen_terugweg:` met de reden"),
    );
}

/// Back, out of the diagram, or on to a stage that itself leads back: the request waits for a decision, and that may be no.
fn leads_back(pathway: &Pathway, index: usize) -> bool {
    pathway.edges_from(index).any(|edge| matches!(edge.kind, Kind::Terug | Kind::Uit))
}

/// C-03, C-05: only the kinderrechter decides on a measure.
fn decider(
    pathway: &Pathway,
    index: usize,
    raw: &Loaded<RawPathway>,
    key: &At<String>,
    stage: &RawStage,
    problems: &mut Problems<'_>,
) {
    let state = &pathway.stages[index];
    if is_compulsory(state.frame) && state.decider != Decider::Kinderrechter {
        problems.push(
            Diagnostic::error(
                "verkeerde-beslisser",
                format!("stap `{}` is gedwongen, maar niet de kinderrechter beslist", key.value),
            )
            .at(stage.beslisser.span(raw.file))
            .help("schrijf `beslisser: kinderrechter`, of een ander `kader` als er geen beslissing van de rechter is"),
        );
    }
}
