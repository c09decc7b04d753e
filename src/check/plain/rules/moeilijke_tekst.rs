//! A page that is hard as a whole: the band of its score.

use crate::check::plain::document::Document;
use crate::check::plain::hit::{Finding, Weight};
use crate::check::plain::score::{Band, Counts, GREEN, Score};

pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let Some(score) = Score::of(&Counts::of(document)) else { return Vec::new() };
    let weight = match score.band {
        Band::Green => return Vec::new(),
        Band::Orange => Weight::Warning,
        Band::Red => Weight::Fault,
    };
    let Some((part, sentence)) = document.sentences().find(|(_, sentence)| sentence.counts) else { return Vec::new() };
    vec![Finding {
        block: part.number,
        range: sentence.range.clone(),
        weight,
        message: format!("deze tekst is {}: score {:.2}, het doel is {GREEN} of lager", score.band.word(), score.score),
        help: "maak de langste zinnen korter, en kies gewone woorden".to_owned(),
    }]
}
