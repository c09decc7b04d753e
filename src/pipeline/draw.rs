//! One picture on a sheet of its own: reads as a build does, draws, writes one file.

use camino::Utf8PathBuf;

use super::{Failure, Run, refusal};
use crate::diag::{Diagnostic, Diagnostics, SourceMap, nearest};
use crate::model::Model;
use crate::plan::SitePlan;
use crate::render::diagram::poster::Paper;
use crate::render::{self, PosterJob};
use crate::settings::Settings;
use crate::write;

/// What is drawn on a sheet of its own.
#[derive(Clone, Debug)]
pub struct PosterSettings {
    /// Key of the stage with the mark of the reader.
    pub here: Option<String>,
    /// On which paper.
    pub paper: Paper,
    /// Where it is written.
    pub file: Utf8PathBuf,
}

/// Draws the picture of one municipality in one language on a sheet of its own. With an error in the input nothing
/// is written. `settings` names one municipality and one language.
///
/// # Errors
/// When input cannot be read or the file cannot be written.
pub fn draw(settings: &Settings, poster: &PosterSettings) -> Result<Drawn, Failure> {
    let mut run = Run::read(settings)?;
    let drawn = match run.ready.take() {
        Some((sources, model, plan)) => {
            let job = poster_job(&model, &plan, poster, settings, &mut run.problems);
            let drawn = job.map(|job| render::draw_poster(&job));
            drawn.and_then(|drawn| drawn.map_err(|error| run.problems.push(refusal(&error, &sources))).ok())
        }
        None => None,
    };
    if let Some(svg) = &drawn {
        write::write_file(&poster.file, svg)?;
    }
    Ok(Drawn { files: run.files, problems: run.problems, written: drawn.is_some() })
}

/// What a drawing gives.
#[derive(Debug)]
pub struct Drawn {
    /// Texts of all input files.
    pub files: SourceMap,
    /// All findings.
    pub problems: Diagnostics,
    /// Whether the file was written.
    pub written: bool,
}

fn poster_job<'a>(
    model: &'a Model,
    plan: &SitePlan,
    poster: &PosterSettings,
    settings: &Settings,
    problems: &mut Diagnostics,
) -> Option<PosterJob<'a>> {
    let unit = plan.units.first()?;
    let here = match &poster.here {
        Some(key) => Some(stage_index(model, key, problems)?),
        None => None,
    };
    let municipality = &model.municipalities[unit.municipality];
    Some(PosterJob { model, municipality, lang: unit.lang, here, paper: poster.paper, as_of: settings.as_of })
}

fn stage_index(model: &Model, key: &str, problems: &mut Diagnostics) -> Option<usize> {
    let found = model.pathway.index(key);
    if found.is_none() {
        let stages = model.pathway.stages.iter().map(|stage| stage.key.as_str());
        let help = match nearest(key, stages.clone()) {
            Some(meant) => format!("bedoelt u `{meant}`?"),
            None => format!("u kunt kiezen uit: {}", stages.collect::<Vec<_>>().join(", ")),
        };
        problems.push(Diagnostic::error("onbekende-stap", format!("er is geen stap `{key}`")).help(help));
    }
    found
}
