//! Wakes the preview when an input file may have changed. Whether one did, its bytes say: an event proves nothing.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

use crate::pipeline::input_folders;

/// Writing that is quiet for this long is a save, where the system does not say that the file was closed.
const ONE_SAVE: Duration = Duration::from_millis(20);
/// So many events are waited for, and no more: somebody may write for ever.
const PATIENCE: usize = 100;
/// How long a file with an error may still be half written.
const HALF_SAVED: Duration = Duration::from_millis(120);
/// A folder on a network gives no events, and a folder that is gone has nothing to give them: so look now and then.
const NOW_AND_THEN: Duration = Duration::from_secs(2);

/// Watches the folders of a site.
pub(super) struct Watch {
    site_dir: Utf8PathBuf,
    wake: Sender<Stir>,
    woken: Receiver<Stir>,
    watcher: Option<RecommendedWatcher>,
}

/// What moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stir {
    /// A file is being written, or something of it changed.
    Writing,
    /// A file is whole again: it was closed, or came in the place of another.
    Saved,
    /// A folder that is watched came or went, so it must be watched anew.
    Folder,
}

impl Watch {
    /// Watches what is there.
    pub(super) fn new(site_dir: &Utf8Path) -> Watch {
        // Events carry whole paths.
        let site_dir = site_dir.canonicalize_utf8().unwrap_or_else(|_| site_dir.to_owned());
        let (wake, woken) = channel();
        let mut watch = Watch { site_dir, wake, woken, watcher: None };
        watch.begin();
        watch
    }

    /// Returns after a change, or when it is time to look anyway. A file that is whole is not waited for.
    pub(super) fn wait(&mut self) {
        let mut last = self.woken.recv_timeout(NOW_AND_THEN).ok();
        let mut stirs: Vec<Stir> = last.into_iter().collect();
        while last == Some(Stir::Writing) && stirs.len() < PATIENCE {
            last = self.woken.recv_timeout(ONE_SAVE).ok();
            stirs.extend(last);
        }
        stirs.extend(self.woken.try_iter());
        if stirs.contains(&Stir::Folder) || self.watcher.is_none() {
            self.begin();
        }
    }

    /// Whether something moves again soon.
    pub(super) fn stirs_soon(&mut self) -> bool {
        match self.woken.recv_timeout(HALF_SAVED) {
            Ok(stir) => {
                // The next wait may have to watch anew.
                if stir == Stir::Folder {
                    self.watcher = None;
                }
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }

    /// Watches all folders that are there. Where watching cannot be done, looking now and then is enough.
    fn begin(&mut self) {
        self.watcher = None;
        let folders = input_folders(&self.site_dir);
        let (wake, site_dir, inputs) = (self.wake.clone(), self.site_dir.clone(), folders.clone());
        let report = move |result: notify::Result<Event>| {
            let stir = match &result {
                Ok(event) => stir(event, &site_dir, &inputs),
                Err(_) => Some(Stir::Writing),
            };
            if let Some(stir) = stir {
                // Nobody listens any more when the preview is being stopped.
                let _ = wake.send(stir);
            }
        };
        let Ok(mut watcher) = recommended_watcher(report) else { return };
        let mut parents: Vec<&Utf8Path> = folders.iter().filter_map(|folder| folder.parent()).collect();
        parents.dedup();
        let parents = parents.into_iter().map(|parent| (parent, RecursiveMode::NonRecursive));
        let inside = folders.iter().map(|folder| (folder.as_path(), RecursiveMode::Recursive));
        for (folder, mode) in parents.chain(inside).filter(|(folder, _)| folder.is_dir()) {
            if watcher.watch(folder.as_std_path(), mode).is_err() {
                return;
            }
        }
        self.watcher = self.site_dir.is_dir().then_some(watcher);
    }
}

/// What an event means for the site; `None` for files that nobody reads, such as pages, and for reading.
fn stir(event: &Event, site_dir: &Utf8Path, inputs: &[Utf8PathBuf]) -> Option<Stir> {
    let of_file = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Stir::Saved,
        EventKind::Access(_) => return None,
        EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both)) => Stir::Saved,
        _ => Stir::Writing,
    };
    let paths = event.paths.iter().filter_map(|path| Utf8Path::from_path(path));
    let places = paths.filter_map(|path| place(path, site_dir, inputs));
    places.max().map(|place| if place == Place::Folder { Stir::Folder } else { of_file })
}

/// Where something moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    File,
    Folder,
}

fn place(path: &Utf8Path, site_dir: &Utf8Path, inputs: &[Utf8PathBuf]) -> Option<Place> {
    if path == site_dir || inputs.iter().any(|folder| folder.starts_with(path)) {
        return Some(Place::Folder);
    }
    let inside = inputs.iter().find_map(|folder| path.strip_prefix(folder).ok())?;
    // Editor programs keep copies beside a file; the site does not read those either.
    let is_read = inside.iter().all(|part| !part.starts_with('.') && !part.ends_with('~'));
    is_read.then_some(Place::File)
}

#[cfg(test)]
mod tests {
    use camino::{Utf8Path, Utf8PathBuf};
    use notify::event::{AccessKind, AccessMode, CreateKind, DataChange, ModifyKind, RemoveKind, RenameMode};
    use notify::{Event, EventKind};

    use super::{Stir, stir};

    fn meaning_of(kind: EventKind, path: &str) -> Option<Stir> {
        let inputs: Vec<Utf8PathBuf> =
            vec!["/site/content".into(), "/site/municipalities".into(), "/site/themes/standaard".into()];
        stir(&Event::new(kind).add_path(path.into()), Utf8Path::new("/site"), &inputs)
    }

    const CHANGE: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));

    #[test]
    fn a_file_that_is_read_wakes_the_preview_and_a_copy_of_an_editor_does_not() {
        assert_eq!(meaning_of(CHANGE, "/site/municipalities/leiden.yaml"), Some(Stir::Writing));
        assert_eq!(meaning_of(CHANGE, "/site/municipalities/.leiden.yaml.swp"), None);
        assert_eq!(meaning_of(CHANGE, "/site/municipalities/leiden.yaml~"), None);
    }

    #[test]
    fn pages_that_are_written_beside_the_site_do_not_wake_it() {
        assert_eq!(meaning_of(CHANGE, "/site/public/index.html"), None);
        assert_eq!(meaning_of(CHANGE, "/site/README.md"), None);
    }

    #[test]
    fn reading_a_file_is_no_change_and_closing_a_written_file_is() {
        let path = "/site/content/site.yaml";
        assert_eq!(meaning_of(EventKind::Access(AccessKind::Open(AccessMode::Any)), path), None);
        assert_eq!(meaning_of(EventKind::Access(AccessKind::Close(AccessMode::Read)), path), None);
        assert_eq!(meaning_of(EventKind::Access(AccessKind::Close(AccessMode::Write)), path), Some(Stir::Saved));
    }

    #[test]
    fn a_file_that_comes_in_the_place_of_another_is_whole_at_once() {
        let path = "/site/municipalities/leiden.yaml";
        let renamed = |mode| meaning_of(EventKind::Modify(ModifyKind::Name(mode)), path);
        assert_eq!(renamed(RenameMode::To), Some(Stir::Saved));
        assert_eq!(renamed(RenameMode::From), Some(Stir::Writing));
    }

    #[test]
    fn a_folder_that_comes_or_goes_is_watched_anew() {
        assert_eq!(meaning_of(EventKind::Remove(RemoveKind::Folder), "/site/content"), Some(Stir::Folder));
        assert_eq!(meaning_of(EventKind::Create(CreateKind::Folder), "/site/themes"), Some(Stir::Folder));
        assert_eq!(meaning_of(EventKind::Remove(RemoveKind::Folder), "/site"), Some(Stir::Folder));
    }
}
