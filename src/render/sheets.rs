//! Pictures without a page around them: on a sheet of their own, and each different one once.

use jiff::civil::Date;

use super::RenderError;
use super::diagram::picture::Picture;
use super::diagram::poster::Paper;
use super::picture::{self, PictureMaker};
use super::prepared::Prepared;
#[cfg(test)]
use super::unit::LocalStage;
use super::unit::local_stages;
use crate::lang::Lang;
use crate::model::Model;
use crate::model::municipality::Municipality;

/// Which picture is drawn on a sheet of its own.
#[derive(Clone, Copy, Debug)]
pub struct PosterJob<'a> {
    /// Meaning.
    pub model: &'a Model,
    /// Of which municipality.
    pub municipality: &'a Municipality,
    /// In which language.
    pub lang: Lang,
    /// Index of the stage with the mark of the reader.
    pub here: Option<usize>,
    /// On which paper.
    pub paper: Paper,
    /// The day for which it holds.
    pub as_of: Date,
}

/// Draws the picture of all stages on a sheet of its own, as SVG.
///
/// # Errors
/// When the composition has no place for a stage or no way for a road.
pub fn draw_poster(job: &PosterJob<'_>) -> Result<String, RenderError> {
    let prepared = Prepared::new(job.model, job.lang);
    let local = local_stages(job.model, job.municipality);
    let maker = PictureMaker { prepared: &prepared, local: &local, municipality: &job.municipality.name };
    let drawn = maker.poster(job.here, job.paper, job.as_of);
    drawn.map_err(|error| picture::refusal(&error))
}

/// The sheets of all municipalities in one language, without a mark and with a mark on every stage. The paper only
/// says how large they are printed.
#[cfg(test)]
pub(crate) fn posters(model: &Model, lang: Lang, as_of: Date) -> Vec<String> {
    let prepared = Prepared::new(model, lang);
    let mut seen: Vec<Vec<LocalStage>> = Vec::new();
    let mut sheets = Vec::new();
    for municipality in &model.municipalities {
        let local = local_stages(model, municipality);
        if seen.contains(&local) {
            continue;
        }
        let maker = PictureMaker { prepared: &prepared, local: &local, municipality: &municipality.name };
        for here in std::iter::once(None).chain((0..local.len()).map(Some)) {
            sheets.push(maker.poster(here, Paper::A4, as_of).expect("every stage has a place and every road a way"));
        }
        seen.push(local);
    }
    sheets
}

/// The overview pictures of all municipalities in one language, each different one once: what is drawn, not drawn yet.
pub fn overview_pictures(model: &Model, lang: Lang) -> Vec<Picture> {
    let prepared = Prepared::new(model, lang);
    let mut pictures: Vec<Picture> = Vec::new();
    for municipality in &model.municipalities {
        let local = local_stages(model, municipality);
        let maker = PictureMaker { prepared: &prepared, local: &local, municipality: &municipality.name };
        let picture = maker.picture(None);
        if !pictures.contains(&picture) {
            pictures.push(picture);
        }
    }
    pictures
}
