//! From pathway and municipality to the input of the diagram.

use jiff::civil::Date;

use super::RenderError;
use super::crowded::{self, Crowded};
use super::date::written;
use super::diagram::picture::{Frame as DrawnFrame, MiniMap, MiniStage, Picture, Road, RoadEnd, RoadKind, StageBox, Words};
use super::diagram::poster::{Paper, PosterWords, poster};
use super::diagram::{self, DrawingError};
use super::hyphens::hyphenate;
use super::prepared::Prepared;
use super::unit::LocalStage;
use crate::model::pathway::{Frame, Kind};

/// Draws pictures of one municipality in one language.
pub(crate) struct PictureMaker<'a> {
    pub(crate) prepared: &'a Prepared<'a>,
    /// What is local about each stage, by index.
    pub(crate) local: &'a [LocalStage],
    /// Name of the municipality.
    pub(crate) municipality: &'a str,
}

impl PictureMaker<'_> {
    /// The overview as SVG, and what makes its letters too small to print, if they are.
    pub(crate) fn overview(&self) -> Result<(String, Option<Crowded>), DrawingError> {
        let picture = self.picture(None);
        let drawing = diagram::overview(&picture)?;
        let too_small = drawing.smallest_print < crowded::SMALLEST_PRINT;
        let crowded = if too_small { crowded::find(&picture, drawing.smallest_print)? } else { None };
        Ok((drawing.svg, crowded))
    }

    /// The overview as a sheet of its own, with a mark on the stage at index `here`.
    pub(crate) fn poster(&self, here: Option<usize>, paper: Paper, as_of: Date) -> Result<String, DrawingError> {
        let finder = self.prepared.finder;
        let ui = finder.ui();
        let day = ui.fill("sources.as_of", &[("datum", &written(as_of, &finder.words().language))]);
        let words = PosterWords {
            heading: self.breakable(&format!("{} · {}", ui.text("steps.picture_title"), self.municipality)),
            // The two sentences that everything carries, never one without the other (facts §1, N-05).
            foot: self.breakable(&format!("{} {} ({day})", ui.text("core.first"), ui.text("core.second"))),
        };
        // No list stands under a sheet, so the description of the page would promise too much.
        let picture = Picture { description: ui.text("steps.poster_description"), ..self.picture(here) };
        poster(&picture, &words, paper)
    }

    /// What is drawn in the overview, with a mark on the stage at index `here`.
    pub(crate) fn picture(&self, here: Option<usize>) -> Picture {
        let finder = self.prepared.finder;
        let ui = finder.ui();
        Picture {
            id: "stappenplaat".to_owned(),
            language: finder.lang.tag().to_owned(),
            direction: finder.lang.direction(),
            title: ui.text("steps.picture_title"),
            description: ui.text("steps.picture_description"),
            stages: (0..self.prepared.stages.len()).map(|index| self.stage_box(index, here)).collect(),
            roads: self.roads(),
            words: self.words(),
        }
    }

    /// The mini-map as SVG; `current` is the index of the stage of the page.
    pub(crate) fn mini_map(&self, current: Option<usize>) -> Result<String, DrawingError> {
        let finder = self.prepared.finder;
        let ui = finder.ui();
        let here = current.map(|index| ui.fill("picture.here_name", &[("stap", &self.name(index))])).unwrap_or_default();
        let title = if here.is_empty() { ui.text("steps.picture_title") } else { here.clone() };
        let stages = (self.prepared.finder.model.pathway.stages.iter().enumerate())
            .map(|(index, stage)| MiniStage {
                key: stage.key.clone(),
                frame: drawn_frame(stage.frame),
                known_here: self.local[index].known_here,
                current: Some(index) == current,
            })
            .collect();
        let lanes = ["lane_voluntary_short", "lane_transition_short", "lane_compulsory_short"];
        diagram::mini_map(&MiniMap {
            id: "kaartje".to_owned(),
            language: finder.lang.tag().to_owned(),
            direction: finder.lang.direction(),
            title,
            lanes: lanes.map(|name| ui.text(&format!("picture.{name}"))),
            stages,
            here,
        })
    }

    fn name(&self, index: usize) -> String {
        self.prepared.stages[index].card.short.clone()
    }

    fn stage_box(&self, index: usize, here: Option<usize>) -> StageBox {
        let stage = &self.prepared.finder.model.pathway.stages[index];
        let words = &self.prepared.stages[index].card;
        let local = &self.local[index];
        let finder = self.prepared.finder;
        // Local names are written in the fallback language, also in the picture of another language.
        let local_breaks = &finder.writer(finder.model.site.fallback).words.language.breaks;
        StageBox {
            key: stage.key.clone(),
            number: index + 1,
            name: words.short_broken.clone(),
            local_name: Some(hyphenate(&local.name, local_breaks)).filter(|name| !name.is_empty()),
            frame: drawn_frame(stage.frame),
            decides: words.decides_short.clone(),
            refuse: words.refuse_short.clone(),
            duration: Some(local.duration.clone()).filter(|duration| !duration.is_empty()),
            known_here: local.known_here,
            current: Some(index) == here,
        }
    }

    /// The text with soft hyphens, also in Dutch terms that stand in a text of another language.
    fn breakable(&self, text: &str) -> String {
        let finder = self.prepared.finder;
        finder.breakable(text, finder.lang)
    }

    fn roads(&self) -> Vec<Road> {
        let pathway = &self.prepared.finder.model.pathway;
        let mut roads: Vec<Road> = Vec::new();
        for edge in &pathway.edges {
            let from =
                if edge.from_everywhere { RoadEnd::Anywhere } else { RoadEnd::Stage(pathway.stages[edge.from].key.clone()) };
            let to = edge.to.map_or(RoadEnd::Outside, |to| RoadEnd::Stage(pathway.stages[to].key.clone()));
            let road = Road { from, to, kind: drawn_kind(edge.kind), fact: edge.fact.0.clone() };
            if !roads.contains(&road) {
                roads.push(road);
            }
        }
        roads
    }

    fn words(&self) -> Words {
        let ui = self.prepared.finder.ui();
        Words::from_names(|name| self.breakable(&ui.text(&format!("picture.{name}"))))
    }
}

fn drawn_frame(frame: Frame) -> DrawnFrame {
    match frame {
        Frame::Vrijwillig => DrawnFrame::Voluntary,
        Frame::VrijwilligIntensief => DrawnFrame::VoluntaryIntensive,
        Frame::Overgang => DrawnFrame::Transitional,
        Frame::Gedwongen => DrawnFrame::Compulsory,
    }
}

fn drawn_kind(kind: Kind) -> RoadKind {
    match kind {
        Kind::Verder => RoadKind::Forward,
        Kind::Terug => RoadKind::Back,
        Kind::Zijpad => RoadKind::Sideways,
        Kind::Spoed => RoadKind::Urgent,
        Kind::Lus => RoadKind::Loop,
        Kind::Uit => RoadKind::Exit,
    }
}

/// The words for a stage or road that cannot be drawn, and its key.
pub(crate) fn refusal(error: &DrawingError) -> RenderError {
    let (subject, cause) = match error {
        DrawingError::NoPlace { key } => (key, format!("stap `{key}` heeft geen plaats in de plaat")),
        DrawingError::StageTwice { key } => (key, format!("stap `{key}` staat twee keer in de plaat")),
        DrawingError::NoSuchStage { fact, key } => {
            (fact, format!("overgang `{fact}` noemt stap `{key}`, en die staat niet in de plaat"))
        }
        DrawingError::NoWay { fact } => (fact, format!("overgang `{fact}` heeft geen weg in de plaat")),
    };
    RenderError::Picture { subject: subject.clone(), cause }
}
