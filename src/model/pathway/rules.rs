//! What a pathway must be before a parent may see it: reachable, with ways back, and honest about who decides.

use std::collections::BTreeSet;

use super::{Decider, Kind, Pathway, is_compulsory};
use crate::diag::{Diagnostic, FileId};
use crate::model::problems::Problems;
use crate::sources::raw::{RawPathway, RawStage};
use crate::sources::yaml::{At, Loaded};

/// Holds the graph against the rules of `design.md` §2 and facts §2.
pub(super) fn check(pathway: &Pathway, raw: &Loaded<RawPathway>, problems: &mut Problems<'_>) {
    let reached = reachable(pathway);
    for (key, stage) in &raw.value.stappen.0 {
        let Some(index) = pathway.index(&key.value) else { continue };
        let step = Step { pathway, index, file: raw.file, key, stage };
        let found = [step.unreachable(&reached), step.without_way_back(), step.with_wrong_decider()];
        found.into_iter().flatten().for_each(|problem| problems.push(problem));
    }
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

/// Back, out of the diagram, or on to a stage that itself leads back: the request waits for a decision, and that may be no.
fn leads_back(pathway: &Pathway, index: usize) -> bool {
    pathway.edges_from(index).any(|edge| matches!(edge.kind, Kind::Terug | Kind::Uit))
}

/// A stage of the graph beside what was written about it.
struct Step<'a> {
    pathway: &'a Pathway,
    index: usize,
    file: FileId,
    key: &'a At<String>,
    stage: &'a RawStage,
}

impl Step<'_> {
    fn unreachable(&self, reached: &BTreeSet<usize>) -> Option<Diagnostic> {
        (!reached.contains(&self.index)).then(|| {
            self.at_key("onbereikbare-stap", format!("geen overgang leidt naar stap `{}`", self.key.value))
                .help("voeg onder `overgangen:` een overgang toe met `naar: […]`, of zet `begin: ja`")
        })
    }

    /// N-72, L-40: the picture may not look like a one-way road.
    fn without_way_back(&self) -> Option<Diagnostic> {
        let state = &self.pathway.stages[self.index];
        let is_fine = state.begin || state.end || self.stage.geen_terugweg.is_some() || leads_back(self.pathway, self.index);
        (!is_fine).then(|| {
            self.at_key("geen-terugweg", format!("stap `{}` heeft geen weg terug en geen einde", self.key.value))
                .help("voeg een overgang met `soort: terug` toe, of schrijf `geen_terugweg:` met de reden")
        })
    }

    /// C-03, C-05: only the kinderrechter decides on a measure.
    fn with_wrong_decider(&self) -> Option<Diagnostic> {
        let state = &self.pathway.stages[self.index];
        let is_wrong = is_compulsory(state.frame) && state.decider != Decider::Kinderrechter;
        let message = format!("stap `{}` is gedwongen, maar niet de kinderrechter beslist", self.key.value);
        is_wrong.then(|| {
            Diagnostic::error("verkeerde-beslisser", message)
                .at(self.stage.beslisser.span(self.file))
                .help("schrijf `beslisser: kinderrechter`, of een ander `kader` als er geen beslissing van de rechter is")
        })
    }

    fn at_key(&self, rule: &'static str, message: String) -> Diagnostic {
        Diagnostic::error(rule, message).at(self.key.span(self.file))
    }
}
