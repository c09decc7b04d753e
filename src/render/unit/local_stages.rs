//! What is local about the stages: names, durations, and whether they are known to exist.

use crate::model::Model;
use crate::model::municipality::{Local, Municipality, TableForm};
use crate::model::pathway::Topic;

/// What is local about a stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LocalStage {
    /// Local name; empty when there is none.
    pub(crate) name: String,
    /// Local duration; empty when it is not known.
    pub(crate) duration: String,
    /// Whether it is known that the stage exists here.
    pub(crate) known_here: bool,
}

/// What is local about every stage, in their order.
pub(crate) fn local_stages(model: &Model, municipality: &Municipality) -> Vec<LocalStage> {
    model.pathway.stages.iter().map(|stage| local_stage(stage.topic, municipality)).collect()
}

fn local_stage(topic: Option<Topic>, municipality: &Municipality) -> LocalStage {
    let practice = &municipality.practice;
    let text = |local: &Local<String>| local.known().cloned().unwrap_or_default();
    match topic {
        None => LocalStage { known_here: true, ..LocalStage::default() },
        Some(Topic::LokaalTeam) => {
            LocalStage { name: text(&practice.terms.team), duration: String::new(), known_here: true }
        }
        Some(Topic::Drang) => LocalStage {
            name: text(&practice.terms.help),
            duration: text(&practice.aim),
            known_here: practice.terms.help.known().is_some() || practice.carriers.known().is_some(),
        },
        Some(Topic::Overleg) => LocalStage {
            name: text(&practice.terms.table),
            duration: String::new(),
            known_here: practice.terms.table.known().is_some()
                || practice.table_form.known().is_some_and(|form| *form != TableForm::Geen),
        },
        Some(Topic::UitgesteldOnderzoek) => LocalStage {
            name: String::new(),
            duration: text(&practice.postponed),
            known_here: practice.postponed.known().is_some(),
        },
    }
}
