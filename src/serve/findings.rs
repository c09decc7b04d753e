//! What the checker says of the page on view. It looks at one municipality, as `check --gemeente` does.

use std::sync::Mutex;

use camino::Utf8Path;

use super::notice::{Notice, notices};
use super::shown::{Shown, short};
use crate::diag::{Diagnostic, SourceMap};
use crate::pipeline::{Outcome, check_with_mark};
use crate::settings::Settings;

/// Keeps what was found last: somebody who clicks through the pages of one municipality waits once.
#[derive(Default)]
pub(super) struct Findings {
    last: Mutex<Option<(String, String, Outcome)>>,
}

impl Findings {
    /// Findings for a page, by its path in the output. `None` when the files changed since.
    pub(super) fn of_page(&self, shown: &Shown, page: &str) -> Option<Vec<Notice>> {
        let mut last = self.last.lock().expect("no thread panics while it checks");
        // Asked for only now: while others waited for their turn, the files may have changed.
        let (good, settings) = (shown.good()?, shown.settings());
        let Some(key) = good.edition.municipality_of(page) else { return Some(Vec::new()) };
        if !last.as_ref().is_some_and(|(mark, municipality, _)| *mark == good.mark && municipality == key) {
            let settings = Settings { municipalities: vec![key.to_owned()], ..settings.clone() };
            *last = Some((good.mark.clone(), key.to_owned(), outcome_for(&good.mark, &settings)?));
        }
        let (_, _, outcome) = last.as_ref()?;
        let texts = good.edition.texts_of(page);
        let mut problems = outcome.problems.clone();
        problems.retain(|problem| concerns(problem, &outcome.files, page, &texts));
        Some(notices(&problems, &outcome.files))
    }
}

/// What the checker finds in the files with this mark. It reads them itself, so a file may have been saved in between; when
/// that was put back at once, nobody is told of a change, and it is worth looking again.
fn outcome_for(mark: &str, settings: &Settings) -> Option<Outcome> {
    let look = || check_with_mark(settings, &|_, _| {}).ok().filter(|(read, _)| short(*read) == mark);
    look().or_else(look).map(|(_, outcome)| outcome)
}

/// A finding stands in a text of the page, or names the page itself, as that of a dead link does.
fn concerns(problem: &Diagnostic, files: &SourceMap, page: &str, texts: &[impl AsRef<Utf8Path>]) -> bool {
    match problem.span {
        Some(span) => texts.iter().any(|text| files.path(span.file).starts_with(text.as_ref())),
        None => problem.message.contains(&format!("`{page}`")),
    }
}
