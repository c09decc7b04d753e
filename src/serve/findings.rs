//! What the checker says of the page on view. It looks at one municipality, as `check --gemeente` does.

use std::sync::Mutex;

use camino::Utf8Path;

use super::notice::{Notice, notices};
use super::shown::Shown;
use crate::diag::{Diagnostic, SourceMap};
use crate::pipeline::{Outcome, check};
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
            *last = Some((good.mark.clone(), key.to_owned(), check(&settings, &|_, _| {}).ok()?));
        }
        let (_, _, outcome) = last.as_ref()?;
        let texts = good.edition.texts_of(page);
        let mut problems = outcome.problems.clone();
        problems.retain(|problem| concerns(problem, &outcome.files, page, &texts));
        Some(notices(&problems, &outcome.files))
    }
}

/// A finding stands in a text of the page, or names the page itself, as that of a dead link does.
fn concerns(problem: &Diagnostic, files: &SourceMap, page: &str, texts: &[impl AsRef<Utf8Path>]) -> bool {
    match problem.span {
        Some(span) => texts.iter().any(|text| files.path(span.file).starts_with(text.as_ref())),
        None => problem.message.contains(&format!("`{page}`")),
    }
}
