//! What browsers see: the last good edition, and what is wrong with the files of now.

use std::sync::{Arc, Mutex, MutexGuard};

use blake3::Hash;
use camino::Utf8Path;
use tokio::sync::watch;

use super::News;
use super::notice::{Notice, notices};
use crate::diag::{Diagnostic, Diagnostics, SourceMap};
use crate::pipeline::{Edition, Part, Read, Reader};
use crate::settings::Settings;

/// The state of the preview, shared by the server and the watcher.
pub(super) struct Shown {
    settings: Settings,
    reader: Mutex<Reader>,
    inner: Mutex<Inner>,
    /// Tells browsers that are waiting.
    announce: watch::Sender<State>,
}

#[derive(Default)]
struct Inner {
    good: Option<Good>,
    /// Errors of the files of now; empty when they are good.
    errors: Vec<Notice>,
    /// The file that a browser asked for last: it is made before browsers are called.
    on_view: String,
}

/// An edition with the mark of its files.
#[derive(Clone)]
pub(super) struct Good {
    pub(super) edition: Arc<Edition>,
    pub(super) mark: String,
}

/// What a browser must know to choose between showing errors and loading the page again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    /// Mark of the files of the last good edition; empty when there is none.
    pub(super) edition: String,
    /// Mark of the files of now.
    pub(super) files: String,
}

/// The mark of files as browsers get it.
pub(super) fn short(mark: Hash) -> String {
    mark.to_hex()[..16].to_owned()
}

/// What was read, before browsers see it.
pub(super) struct Reading {
    mark: String,
    files: SourceMap,
    problems: Diagnostics,
    edition: Option<Edition>,
    /// Why the folder could not be read at all.
    lost: Option<String>,
}

impl Reading {
    /// Whether something stands in the way of showing it.
    pub(super) fn has_errors(&self) -> bool {
        self.edition.is_none()
    }
}

impl Shown {
    /// Nothing is shown yet.
    pub(super) fn new(settings: Settings) -> Shown {
        let reader = Mutex::new(Reader::new(settings.clone()));
        Shown { settings, reader, inner: Mutex::default(), announce: watch::Sender::new(State::default()) }
    }

    /// The folder that is shown.
    pub(super) fn site_dir(&self) -> &Utf8Path {
        &self.settings.site_dir
    }

    /// The settings of the preview.
    pub(super) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Hears every new state, and begins with the one of now.
    pub(super) fn listen(&self) -> watch::Receiver<State> {
        let mut receiver = self.announce.subscribe();
        receiver.mark_changed();
        receiver
    }

    /// Reads the files and shows them.
    pub(super) fn renew(&self, tell: &dyn Fn(News<'_>)) {
        if let Some(reading) = self.read_if_changed() {
            self.put(reading, tell);
        }
    }

    /// Reads the files; `None` when their names and bytes are those of the last time.
    pub(super) fn read_if_changed(&self) -> Option<Reading> {
        let read = self.reader.lock().expect("no thread panics while it reads").read_if_changed()?;
        Some(match read {
            Ok((mark, Read { files, problems, edition })) => {
                Reading { mark: short(mark), files, problems, edition, lost: None }
            }
            Err(error) => Reading {
                mark: format!("weg: {error}"),
                files: SourceMap::default(),
                problems: Diagnostics::default(),
                edition: None,
                lost: Some(error.to_string()),
            },
        })
    }

    /// Shows a reading: its pages, or its errors over the pages of before.
    pub(super) fn put(&self, reading: Reading, tell: &dyn Fn(News<'_>)) {
        let Reading { mark, files, mut problems, edition, lost } = reading;
        let edition = edition.and_then(|edition| self.tried(edition).map_err(|problem| problems.push(*problem)).ok());
        let mut inner = self.lock();
        inner.errors = match &lost {
            Some(cause) => vec![Notice::of_folder(cause)],
            None if edition.is_none() => notices(&problems, &files),
            None => Vec::new(),
        };
        let news = match (&lost, &edition) {
            (Some(cause), _) => News::Lost(cause),
            (None, None) => News::Errors(&problems, &files),
            (None, Some(_)) => News::Fresh,
        };
        tell(news);
        if let Some(edition) = edition {
            inner.good = Some(Good { edition: Arc::new(edition), mark: mark.clone() });
        }
        let edition = inner.good.as_ref().map_or_else(String::new, |good| good.mark.clone());
        drop(inner);
        self.announce.send_replace(State { edition, files: mark });
    }

    /// Says that a page of the last good edition cannot be made: nobody looked at it before. What is wrong in an edition of
    /// before is old news.
    pub(super) fn cannot_make(&self, of: &Good, problem: &Diagnostic) {
        let mut problems = Diagnostics::default();
        problems.push(problem.clone());
        let mut inner = self.lock();
        if inner.good.as_ref().is_some_and(|good| good.mark == of.mark) {
            inner.errors = notices(&problems, &SourceMap::default());
        }
    }

    /// Makes the part that is on view, so that a template that cannot be filled is found before browsers are called.
    fn tried(&self, edition: Edition) -> Result<Edition, Box<Diagnostic>> {
        let on_view = self.lock().on_view.clone();
        if !on_view.is_empty() {
            edition.make(edition.part_of(&on_view))?;
        }
        Ok(edition)
    }

    /// The edition for a path, which is on view from now on; `None` as long as nothing could be shown.
    pub(super) fn look_at(&self, path: &str) -> Option<(Good, Part)> {
        let mut inner = self.lock();
        let good = inner.good.clone()?;
        let part = good.edition.part_of(path);
        if path.ends_with(".html") {
            path.clone_into(&mut inner.on_view);
        }
        Some((good, part))
    }

    /// The last good edition.
    pub(super) fn good(&self) -> Option<Good> {
        self.lock().good.clone()
    }

    /// Errors of the files of now.
    pub(super) fn errors(&self) -> Vec<Notice> {
        self.lock().errors.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().expect("no thread panics while it holds what is shown")
    }
}
