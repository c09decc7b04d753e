//! The hall: the only file that knows the order of the rooms.

mod build;
mod check;
mod count;
mod counter;
mod draw;
mod inputs;
mod keep;
mod merge;
mod picture;
mod preview;
mod reading;
mod sheet;
mod tidy;

use std::collections::BTreeSet;

pub use self::build::{build, deliver};
pub use self::check::{check, check_letter, check_texts, check_with_mark, question_letter};
pub use self::count::{Counted, count};
pub use self::draw::{Drawn, PosterSettings, draw};
pub use self::merge::merge;
pub use self::preview::{Edition, Part, Read, Reader, input_folders, read_for_preview};
use self::reading::Run;
pub use self::sheet::{Export, Import, export, import, put_in_place};
pub use self::tidy::{Tidied, tidy};
use crate::check::plain;
use crate::diag::{Diagnostic, Diagnostics, FileId, Severity, SourceMap};
use crate::model::Model;
use crate::plan::SitePlan;
pub use crate::render::server_files::CONTENT_SECURITY_POLICY;
use crate::render::{Job, RenderError};
use crate::settings::Settings;
use crate::sources::{LoadError, Sources};
use crate::write::{Published, WriteError};

/// Why the work could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The site folder cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The output folder cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// What a run gives: texts for messages, findings, and numbers.
#[derive(Debug)]
pub struct Outcome {
    /// Texts of all input files.
    pub files: SourceMap,
    /// All findings.
    pub problems: Diagnostics,
    /// Municipalities that were made.
    pub municipalities: usize,
    /// HTML pages that were made.
    pub pages: usize,
    /// Address at which the site is published; empty when nobody said so.
    pub own_address: String,
    /// Findings of weight `tip`: for an editor who asks for them.
    pub tips: Diagnostics,
    /// The reading level of each Dutch page that was checked.
    pub levels: Vec<(FileId, plain::Reading)>,
    /// What changed on disk; `None` when nothing was written, because of errors or because it was only a check.
    pub published: Option<Published>,
}

impl Outcome {
    /// Adds findings of somebody else; tips are for an editor who asks for them.
    pub fn add_with_tips(&mut self, found: Diagnostics) {
        let (tips, problems) = apart(found);
        self.tips.extend(tips);
        self.problems.extend(problems);
    }
}

/// Tips, and all other findings.
fn apart(found: Diagnostics) -> (Diagnostics, Diagnostics) {
    let (mut tips, mut problems) = (found.clone(), found);
    tips.retain(|one| one.severity == Severity::Tip);
    problems.retain(|one| one.severity != Severity::Tip);
    (tips, problems)
}

/// Called with the number of units that are ready, and the number of all.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

fn job<'a>(
    sources: &'a Sources,
    model: &'a Model,
    plan: &'a SitePlan,
    settings: &Settings,
    listed: &'a BTreeSet<String>,
    published: &'a BTreeSet<String>,
) -> Job<'a> {
    static NOTHING: BTreeSet<usize> = BTreeSet::new();
    Job {
        kept: &NOTHING,
        shared: true,
        only: None,
        model,
        plan,
        theme: &sources.theme.files,
        as_of: settings.as_of,
        listed,
        published,
    }
}

fn chosen(model: &Model, plan: &SitePlan) -> BTreeSet<String> {
    plan.units.iter().map(|unit| model.municipalities[unit.municipality].key.clone()).collect()
}

/// The finding for a page that could not be made.
fn refusal(error: &RenderError, sources: &Sources) -> Diagnostic {
    match error {
        RenderError::Picture { subject, cause } => picture::not_drawn(subject, cause, sources),
        other => Diagnostic::error("thema", other.to_string())
            .help("zet het bestand van het thema terug, of vul het woord aan in `ui.yaml`"),
    }
}

#[cfg(test)]
mod tests;
