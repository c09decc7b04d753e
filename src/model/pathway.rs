//! The pathway as a typed graph: stages, and the roads between them, forward and back (facts §2).

mod rules;

use jiff::civil::Date;

use super::fact::{Citation, Evidence, FactId, day};
use super::markup::Names;
use super::problems::Problems;
use crate::diag::{Diagnostic, FileId, Span, nearest};
use crate::sources::Sources;
pub use crate::sources::raw::{
    DeciderName as Decider, FrameName as Frame, KindName as Kind, LimitName as Limit, RefuseName as Refuse,
    TopicName as Topic,
};
use crate::sources::raw::{Entries, Key, RawStage, RawTransition, YesNo};
use crate::sources::yaml::At;

/// Reserved target of a transition that leaves the diagram.
const OUTSIDE: &str = "buiten-het-schema";
/// Reserved origin of a transition that is possible from everywhere.
const EVERY_STAGE: &str = "elke-stap";

/// Whether a frame rests on a decision of the kinderrechter. In every other frame help is voluntary (C-01).
pub fn is_compulsory(frame: Frame) -> bool {
    frame == Frame::Gedwongen
}

/// The frame with this name in a file.
pub fn frame(name: &str) -> Option<Frame> {
    match name {
        "vrijwillig" => Some(Frame::Vrijwillig),
        "vrijwillig-intensief" => Some(Frame::VrijwilligIntensief),
        "overgang" => Some(Frame::Overgang),
        "gedwongen" => Some(Frame::Gedwongen),
        _ => None,
    }
}

/// A stage of the pathway.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Key in addresses.
    pub key: String,
    /// Its fact.
    pub fact: FactId,
    /// Legal frame.
    pub frame: Frame,
    /// Who decides.
    pub decider: Decider,
    /// May the parent say no?
    pub refuse: Refuse,
    /// Where a time limit comes from.
    pub limit: Limit,
    /// Drawn as a side step.
    pub side_step: bool,
    /// The road begins here.
    pub begin: bool,
    /// The road may end here.
    pub end: bool,
    /// Rights, most important first.
    pub rights: Vec<String>,
    /// Remedies.
    pub remedies: Vec<String>,
    /// Organisations around the family.
    pub roles: Vec<String>,
    /// Which local values belong to it.
    pub topic: Option<Topic>,
    /// Sources.
    pub citations: Vec<Citation>,
    /// The day for which this was true.
    pub as_of: Date,
}

/// One road between two stages. A transition of the facts sheet with several ends gives several edges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// `T-05`, or the fact of the stage that names the road itself.
    pub fact: FactId,
    /// Index of the stage where it begins.
    pub from: usize,
    /// Index of the stage where it leads; `None` out of the diagram.
    pub to: Option<usize>,
    /// Kind.
    pub kind: Kind,
    /// Whether it may be taken from every stage; drawn once, listed everywhere.
    pub from_everywhere: bool,
}

/// Stages in reading order, and all roads.
#[derive(Clone, Debug, Default)]
pub struct Pathway {
    /// Stages.
    pub stages: Vec<Stage>,
    /// Roads, in the order of the file.
    pub edges: Vec<Edge>,
    /// Facts of all transitions, in the order of the file.
    pub transitions: Vec<FactId>,
}

impl Pathway {
    /// Index of a stage by key.
    pub fn index(&self, key: &str) -> Option<usize> {
        self.stages.iter().position(|stage| stage.key == key)
    }

    /// The roads out of a stage.
    pub fn edges_from(&self, stage: usize) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(move |edge| edge.from == stage)
    }
}

/// What the pathway is held against.
pub(crate) struct Surroundings<'a> {
    pub(crate) evidence: &'a Evidence,
    pub(crate) names: &'a Names,
}

/// Gives meaning to `stappen.yaml`.
pub(crate) fn resolve(sources: &Sources, around: &Surroundings<'_>, problems: &mut Problems<'_>) -> Pathway {
    let raw = &sources.pathway.value;
    let mut builder =
        Builder { file: sources.pathway.file, around, problems, pathway: Pathway::default(), incomplete: false };
    for (key, stage) in &raw.stappen.0 {
        builder.stage(key, stage);
    }
    for (key, stage) in &raw.stappen.0 {
        builder.own_edges(key, stage);
    }
    for (id, transition) in &raw.overgangen.0 {
        builder.transition(id, transition);
    }
    let Builder { pathway, problems, incomplete, .. } = builder;
    if !incomplete {
        rules::check(&pathway, &sources.pathway, problems);
    }
    pathway
}

struct Builder<'a, 'p, 'b> {
    file: FileId,
    around: &'a Surroundings<'a>,
    problems: &'p mut Problems<'b>,
    pathway: Pathway,
    /// A road names a stage that does not exist: then it cannot be said which stages are reached.
    incomplete: bool,
}

impl Builder<'_, '_, '_> {
    fn stage(&mut self, key: &At<String>, raw: &RawStage) {
        let file = self.file;
        let citations = self.around.evidence.citations(&raw.bron, file, self.problems);
        self.without_source(&raw.bron, key, "stap");
        let fact = self.around.evidence.fact_id(raw.feit.value.as_str(), raw.feit.span(file), self.problems);
        let (Some(fact), Some(as_of)) = (fact, day(&raw.peildatum, file, self.problems)) else { return };
        let stage = Stage {
            key: key.value.clone(),
            fact,
            frame: raw.kader.value,
            decider: raw.beslisser.value,
            refuse: raw.mag_nee,
            limit: raw.termijn,
            side_step: raw.zijpad == Some(YesNo::Ja),
            begin: raw.begin == Some(YesNo::Ja),
            end: raw.einde == Some(YesNo::Ja),
            rights: self.keys(&raw.rechten, "recht", |names| &names.rights),
            remedies: self.keys(&raw.routes, "route", |names| &names.remedies),
            roles: self.keys(&raw.rollen, "organisatie", |names| &names.organisations),
            topic: raw.lokaal,
            citations,
            as_of,
        };
        self.pathway.stages.push(stage);
    }

    fn without_source(&mut self, sources: &[At<crate::sources::raw::Citation>], key: &At<String>, what: &str) {
        if sources.is_empty() {
            let bare = Diagnostic::error("geen-bron", format!("{what} `{}` heeft geen bron", key.value))
                .at(key.span(self.file))
                .help("voeg `bron:` toe, met document en plaats, bijvoorbeeld `Jw:2.3`");
            self.problems.push(bare);
        }
    }

    fn keys(
        &mut self,
        raw: &[At<Key>],
        what: &str,
        known: impl Fn(&Names) -> &std::collections::BTreeSet<String>,
    ) -> Vec<String> {
        let known = known(self.around.names);
        let mut keys = Vec::new();
        for at in raw {
            let key = at.value.as_str();
            if known.contains(key) || self.around.names.unreadable.contains(what) {
                keys.push(key.to_owned());
            } else {
                let help = nearest(key, known.iter().map(String::as_str));
                let problem = unknown_key(what, key, help, at.span(self.file));
                self.problems.push(problem);
            }
        }
        keys
    }

    /// Roads that the stage names itself: they have no number of their own in the facts sheet.
    fn own_edges(&mut self, key: &At<String>, raw: &RawStage) {
        let Some(to) = self.pathway.index(&key.value) else { return };
        for (origin, kind) in &raw.ook_vanuit.0 {
            let Some(from) = self.stage_index(&origin.value, origin.span(self.file)) else { continue };
            let fact = self.pathway.stages[to].fact.clone();
            self.pathway.edges.push(Edge { fact, from, to: Some(to), kind: *kind, from_everywhere: false });
        }
    }

    fn transition(&mut self, id: &At<String>, raw: &RawTransition) {
        let file = self.file;
        self.without_source(&raw.bron, id, "overgang");
        self.around.evidence.citations(&raw.bron, file, self.problems);
        day(&raw.peildatum, file, self.problems);
        let Some(fact) = self.around.evidence.fact_id(&id.value, id.span(file), self.problems) else { return };
        self.pathway.transitions.push(fact.clone());
        let everywhere = raw.van.iter().any(|key| key.value.as_str() == EVERY_STAGE);
        for target in &raw.naar {
            let outside = target.value.as_str() == OUTSIDE;
            let to = if outside { None } else { self.stage_index(target.value.as_str(), target.span(file)) };
            if to.is_none() && !outside {
                continue;
            }
            let kind = kind_for(&raw.soort_voor, target.value.as_str()).unwrap_or(raw.soort);
            for from in self.origins(&raw.van, everywhere, to) {
                self.pathway.edges.push(Edge { fact: fact.clone(), from, to, kind, from_everywhere: everywhere });
            }
        }
    }

    fn origins(&mut self, raw: &[At<Key>], everywhere: bool, to: Option<usize>) -> Vec<usize> {
        if everywhere {
            return (0..self.pathway.stages.len()).filter(|index| Some(*index) != to).collect();
        }
        raw.iter().filter_map(|key| self.stage_index(key.value.as_str(), key.span(self.file))).collect()
    }

    fn stage_index(&mut self, key: &str, span: Span) -> Option<usize> {
        let index = self.pathway.index(key);
        if index.is_none() && !self.around.names.stages.contains(key) {
            let meant = nearest(key, self.around.names.stages.iter().map(String::as_str));
            self.problems.push(unknown_key("stap", key, meant, span));
            self.incomplete = true;
        }
        index
    }
}

fn kind_for(special: &Entries<Kind>, target: &str) -> Option<Kind> {
    special.0.iter().find(|(key, _)| key.value == target).map(|(_, kind)| *kind)
}

fn unknown_key(what: &str, key: &str, meant: Option<&str>, span: Span) -> Diagnostic {
    let help = match meant {
        Some(meant) => format!("bedoelt u `{meant}`?"),
        None => "controleer de sleutel, of voeg hem toe".to_owned(),
    };
    Diagnostic::error(unknown_rule(what), format!("{what} `{key}` bestaat niet")).at(span).help(help)
}

fn unknown_rule(what: &str) -> &'static str {
    match what {
        "stap" => "onbekende-stap",
        "recht" => "onbekend-recht",
        "route" => "onbekende-route",
        _ => "onbekende-organisatie",
    }
}
