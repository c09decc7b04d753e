//! The hall: the only file that knows the order of the rooms.

mod build;
mod check;
mod counter;
mod draw;
mod inputs;
mod picture;
mod preview;
mod reading;
mod sheet;
mod tidy;

use std::collections::BTreeSet;

pub use self::build::build;
pub use self::check::{check, check_letter, check_texts};
pub use self::draw::{Drawn, PosterSettings, draw};
pub use self::preview::{Edition, Part, Read, input_folders, mark_of_input, read_for_preview};
use self::reading::Run;
pub use self::sheet::{Export, Import, export, import, put_in_place};
pub use self::tidy::{Tidied, tidy};
use crate::check::plain;
use crate::diag::{Diagnostic, Diagnostics, FileId, SourceMap};
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
    /// Findings of weight `tip` about language: for an editor who asks for them.
    pub tips: Diagnostics,
    /// The reading level of each Dutch page that was checked.
    pub levels: Vec<(FileId, plain::Reading)>,
    /// What changed on disk; `None` when nothing was written, because of errors or because it was only a check.
    pub published: Option<Published>,
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
    Job { kept: &NOTHING, shared: true, model, plan, theme: &sources.theme.files, as_of: settings.as_of, listed, published }
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
mod tests {
    use camino::Utf8Path;

    use crate::render::diagram::overview;
    use crate::render::diagram::tests::faults_of;
    use crate::{model, render, sources};

    #[test]
    fn the_pictures_of_all_municipalities_in_all_languages_are_sound() {
        let loaded = sources::load(Utf8Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the project can be read");
        let sources = loaded.sources.expect("our own content is sound");
        let (model, _) = model::resolve(&sources, &loaded.files, jiff::civil::date(2026, 11, 22));
        let model = model.expect("our own content is sound");
        let mut seen = 0;
        for lang in &model.site.languages {
            for picture in render::overview_pictures(&model, *lang) {
                assert_eq!(faults_of(&picture), Vec::<String>::new(), "{}: {:?}", lang.tag(), picture.stages[4]);
                let drawing = overview(&picture).expect("every stage has a place and every road a way");
                assert!(drawing.smallest_print >= 900, "{}: {} hundredths of a point", lang.tag(), drawing.smallest_print);
                assert!(drawing.svg.len() <= 25_000, "{}: {} bytes", lang.tag(), drawing.svg.len());
                seen += 1;
            }
        }
        assert!(seen > model.site.languages.len(), "municipalities differ, so there is more than one picture a language");
    }
}
