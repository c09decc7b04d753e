//! The first steps of every run: from files to a plan.

use std::collections::BTreeSet;

use super::Outcome;
use super::check::surroundings;
use crate::check::Surroundings;
use crate::check::plain;
use crate::diag::{Diagnostic, Diagnostics, FileId, SourceMap, Span, nearest};
use crate::model::{self, Model};
use crate::plan::{self, Selection, SitePlan};
use crate::settings::Settings;
use crate::sources::{self, LoadError, LoadOutcome, Snapshot, Sources, Wanted};

/// Everything up to the plan, when there is no error in the way.
pub(super) struct Run {
    pub(super) files: SourceMap,
    pub(super) problems: Diagnostics,
    pub(super) ready: Option<(Sources, Model, SitePlan)>,
    /// The model when there are errors: no pages come of it, and it can be looked at.
    pub(super) unsound: Option<Model>,
    /// Lines in which something is wrong before anything is judged.
    pub(super) wrong_lines: BTreeSet<(FileId, usize)>,
    /// Address at which the site is published.
    pub(super) own_address: String,
    pub(super) tips: Diagnostics,
    pub(super) levels: Vec<(FileId, plain::Reading)>,
    /// What the rules of language must know; `None` without a pathway.
    pub(super) around: Option<Surroundings>,
}

impl Run {
    /// Reads all of the site.
    pub(super) fn read(settings: &Settings) -> Result<Run, LoadError> {
        Ok(Run::of(sources::load(&settings.site_dir)?, settings))
    }

    /// Reads what is needed for the chosen municipalities and those that are `published` beside them: their own files, and
    /// everything that is about more than one. With any finding it reads all of the site after all, because a file that
    /// was left out may hold what is missing.
    pub(super) fn read_chosen(settings: &Settings, published: &BTreeSet<String>) -> Result<Run, LoadError> {
        if settings.municipalities.is_empty() {
            return Run::read(settings);
        }
        let wanted = settings.municipalities.iter().chain(published).cloned().collect();
        let run = Run::of(sources::load_some(&settings.site_dir, &Wanted::Only(wanted))?, settings);
        if run.problems.is_empty() { Ok(run) } else { Run::read(settings) }
    }

    /// Reads a site from the bytes that were taken of it.
    pub(super) fn of_snapshot(snapshot: Snapshot, settings: &Settings) -> Result<Run, LoadError> {
        Ok(Run::of(sources::load_snapshot(snapshot, None)?, settings))
    }

    /// What files that were read already come to.
    pub(super) fn of(loaded: LoadOutcome, settings: &Settings) -> Run {
        let mut run = Run {
            files: loaded.files,
            problems: loaded.problems,
            ready: None,
            unsound: None,
            wrong_lines: BTreeSet::new(),
            own_address: String::new(),
            tips: Diagnostics::default(),
            levels: Vec::new(),
            around: None,
        };
        let Some(sources) = loaded.sources else { return run };
        let (model, problems) = model::resolve(&sources, &run.files, settings.as_of);
        run.problems.extend(problems);
        let Some(model) = model else { return run };
        run.around = surroundings(&model);
        run.own_address.clone_from(&model.site.base_address);
        unknown_selection(&sources, &model, settings, &mut run.problems);
        let selection = Selection { municipalities: settings.municipalities.clone(), languages: settings.languages.clone() };
        let (plan, problems) = plan::plan(&model, &selection);
        run.problems.extend(problems);
        let places = run.problems.iter().filter_map(|problem| problem.span);
        run.wrong_lines = places.map(|span| line(&run.files, span)).collect();
        match run.problems.has_errors() {
            true => run.unsound = Some(model),
            false => run.ready = Some((sources, model, plan)),
        }
        run
    }

    pub(super) fn nothing(self) -> Outcome {
        let Run { files, problems, ready: _, unsound: _, wrong_lines: _, tips, levels, own_address, around: _ } = self;
        Outcome { files, problems, tips, levels, own_address, municipalities: 0, pages: 0, published: None }
    }
}

/// The line on which something stands.
pub(super) fn line(files: &SourceMap, span: Span) -> (FileId, usize) {
    (span.file, files.line_column(span).0)
}

fn unknown_selection(sources: &Sources, model: &Model, settings: &Settings, problems: &mut Diagnostics) {
    for key in &settings.municipalities {
        let broken = sources.broken.contains(camino::Utf8Path::new(&format!("municipalities/{key}.yaml")));
        if broken || model.municipalities.iter().any(|municipality| &municipality.key == key) {
            continue;
        }
        let help = match nearest(key, model.municipalities.iter().map(|municipality| municipality.key.as_str())) {
            Some(meant) => format!("bedoelt u `{meant}`?"),
            None => "kijk in `content/register/gemeenten.csv`, kolom `sleutel`".to_owned(),
        };
        problems.push(Diagnostic::error("onbekende-gemeente", format!("er is geen gemeente `{key}`")).help(help));
    }
    for lang in settings.languages.iter().filter(|lang| !model.site.languages.contains(lang)) {
        let offered: Vec<&str> = model.site.languages.iter().map(|lang| lang.tag()).collect();
        let unknown = Diagnostic::error("onbekende-taal", format!("deze site heeft de taal `{}` niet", lang.tag()));
        problems.push(unknown.help(format!("u kunt kiezen uit: {}", offered.join(", "))));
    }
}
