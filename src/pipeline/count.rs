//! Counts what is known, without making pages.

use serde_json::Value;

use super::Run;
use crate::coverage::{Coverage, coverage};
use crate::diag::{Diagnostics, SourceMap};
use crate::settings::Settings;
use crate::sources::LoadError;

/// What a count gives.
#[derive(Debug)]
pub struct Counted {
    /// Texts of all input files.
    pub files: SourceMap,
    /// Findings that stand in the way.
    pub problems: Diagnostics,
    /// The numbers and the words of the interface; `None` when errors stand in the way.
    pub coverage: Option<(Coverage, Value)>,
}

/// Counts what is known of the chosen municipalities on the day of the run.
///
/// # Errors
/// When input cannot be read.
pub fn count(settings: &Settings) -> Result<Counted, LoadError> {
    let mut run = Run::read(settings)?;
    let ready = run.ready.take();
    let coverage = ready.map(|(_, model, _)| {
        let ui = model.words.get(&model.site.fallback).map(|words| words.ui.clone()).unwrap_or_default();
        (coverage(&model, &settings.municipalities, settings.as_of), ui)
    });
    let Run { files, problems, .. } = run;
    Ok(Counted { files, problems, coverage })
}
