//! What an editor is told about the picture: a stage without a place, and words for which it has too little room.

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::model::Model;
use crate::model::pathway::Topic;
use crate::render::SmallPrint;
use crate::render::crowded::Part;
use crate::sources::Sources;

/// A stage or road that has no place in the picture: where it stands in the pathway.
pub(super) fn not_drawn(subject: &str, cause: &str, sources: &Sources) -> Diagnostic {
    let pathway = &sources.pathway;
    let stages = pathway.value.stappen.0.iter().map(|(key, _)| key);
    let roads = pathway.value.overgangen.0.iter().map(|(key, _)| key);
    let place = stages.chain(roads).find(|key| key.value == subject);
    Diagnostic::error("niet-in-de-plaat", cause)
        .at(place.map_or(Span::whole(pathway.file), |key| key.span(pathway.file)))
        .help("haal deze regels weg, of vraag een ontwikkelaar om een plaats in de plaat (`render/diagram/composition.rs`)")
}

/// Letters under nine points: still published, but somebody should say it shorter.
pub(super) fn small_print(small: &[SmallPrint], sources: &Sources, model: &Model) -> Diagnostics {
    let mut problems = Diagnostics::default();
    for one in small {
        let crowded = &one.crowded;
        let points = format!("{},{}", crowded.print / 100, crowded.print % 100 / 10);
        let words = part_words(crowded.part);
        let message = format!("op papier zijn de kleinste letters van de plaat {points} punt, en 9 is het minste");
        let help = format!("maak bij stap `{}` vooral {words} korter: nu {} tekens", crowded.stage, crowded.length);
        let warning = Diagnostic::warning("kleine-letters", message).help(help);
        problems.push(match place(one, sources, model) {
            Some(span) => warning.at(span),
            None => warning,
        });
    }
    problems
}

fn part_words(part: Part) -> &'static str {
    match part {
        Part::Name => "`kort`",
        Part::LocalName => "de naam die de gemeente gebruikt",
        Part::Decides => "`wie_beslist_kort`",
        Part::Refuse => "`mag_nee_kort`",
        Part::Duration => "de tijd",
    }
}

/// Where the longest text stands.
fn place(small: &SmallPrint, sources: &Sources, model: &Model) -> Option<Span> {
    let crowded = &small.crowded;
    let document = sources.words.get(&small.lang).and_then(|words| words.stages.get(&crowded.stage))?;
    let (front, file) = (&document.front, document.file);
    match crowded.part {
        Part::Name => Some(front.kort.span(file)),
        Part::Decides => Some(front.wie_beslist_kort.span(file)),
        Part::Refuse => Some(front.mag_nee_kort.span(file)),
        Part::LocalName => local_name(small, model),
        Part::Duration => sources.municipalities.get(&small.municipality).map(|layer| Span::whole(layer.file)),
    }
}

fn local_name(small: &SmallPrint, model: &Model) -> Option<Span> {
    let practice = &model.municipalities.iter().find(|one| one.key == small.municipality)?.practice;
    let stage = &model.pathway.stages[model.pathway.index(&small.crowded.stage)?];
    let term = match stage.topic? {
        Topic::Drang | Topic::UitgesteldOnderzoek => &practice.terms.help,
        Topic::LokaalTeam => &practice.terms.team,
        Topic::Overleg => &practice.terms.table,
    };
    term.origin.as_ref().map(|origin| origin.span)
}
