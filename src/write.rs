//! Fifth room: finished files to disk. Readers see the old page or the new one, never half a page.
//!
//! Changed files are staged beside the output folder and renamed into place when everything is ready: style sheets
//! before the pages that name them, removals after both, the manifest last. Only files of an earlier run are removed.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

mod manifest;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::sync::{Mutex, MutexGuard};

use blake3::Hash;
use camino::{Utf8Path, Utf8PathBuf};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

pub use self::manifest::Whole;
use self::manifest::{Made, Manifest};
use crate::output::OutputFile;

/// Why the output could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A file or folder cannot be written.
    #[error("`{path}` is niet te schrijven: {cause}")]
    System {
        /// The file or folder.
        path: Utf8PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// Another build is busy.
    #[error("er is al een opdracht bezig in `{0}`: wacht tot die klaar is")]
    Busy(Utf8PathBuf),
}

/// What a run changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or different.
    pub written: usize,
    /// Files that stayed as they were.
    pub unchanged: usize,
    /// Files of an earlier run that are gone.
    pub removed: usize,
    /// Bytes of all files of this run.
    pub bytes: u64,
}

/// Which files of an earlier run this run may remove when it does not make them.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Keys of municipalities; empty means everything.
    pub municipalities: Vec<String>,
    /// Set when only some languages are built; then nothing is removed.
    pub some_languages: bool,
}

impl Scope {
    fn covers(&self, path: &str) -> bool {
        if self.some_languages {
            return false;
        }
        self.municipalities.is_empty()
            || self
                .municipalities
                .iter()
                .any(|key| path.starts_with(&format!("{key}/")) || path == format!("data/{key}.json"))
    }
}

/// An output folder during a run.
pub struct Publisher {
    output: Utf8PathBuf,
    beside: Utf8PathBuf,
    before: Manifest,
    state: Mutex<State>,
    /// Held for the whole run; the system lets go of it when the program ends, however it ends.
    _lock: File,
}

#[derive(Default)]
struct State {
    made: Manifest,
    staged: BTreeSet<String>,
}

impl Publisher {
    /// Takes hold of an output folder. Nothing in it changes before [`Publisher::publish`].
    ///
    /// # Errors
    /// When another run is busy, or the folder beside the output cannot be made.
    pub fn open(output: &Utf8Path) -> Result<Publisher, WriteError> {
        let name = output.file_name().unwrap_or("public");
        let beside = output.with_file_name(format!(".{name}-ouderwijzer"));
        fs::create_dir_all(&beside).map_err(system(&beside))?;
        let lock_path = beside.join("bezig");
        let lock = File::create(&lock_path).map_err(system(&lock_path))?;
        if lock.try_lock().is_err() {
            return Err(WriteError::Busy(output.to_owned()));
        }
        let staging = beside.join(STAGING);
        if staging.exists() {
            fs::remove_dir_all(&staging).map_err(system(&staging))?;
        }
        let mut before = Manifest::read(&beside);
        if unfinished_mark(&beside).exists() {
            before.distrust();
        }
        Ok(Publisher { output: output.to_owned(), beside, before, state: Mutex::new(State::default()), _lock: lock })
    }

    /// First folders of the files of earlier runs: the municipalities that are published already.
    pub fn published_folders(&self) -> BTreeSet<String> {
        let paths = self.before.files.keys();
        paths.filter_map(|path| path.split_once('/')).map(|(folder, _)| folder.to_owned()).collect()
    }

    /// Files of earlier runs.
    pub fn published_files(&self) -> BTreeSet<String> {
        self.before.files.keys().cloned().collect()
    }

    /// Whether an earlier run published a file at this address.
    pub fn has(&self, file: &OutputFile) -> bool {
        self.before.files.contains_key(file.path.as_str())
    }

    /// What the last run made, when it was made from the same and everything still stands there.
    pub fn up_to_date(&self, mark: &Hash) -> Option<(Whole, Published)> {
        let whole = self.before.whole.filter(|whole| whole.mark == *mark)?;
        let files: Vec<(&String, &Made)> = self.before.files.iter().collect();
        let intact = files.par_iter().all(|(path, made)| self.stands(path, made));
        let bytes = files.iter().map(|(_, made)| made.length).sum();
        intact.then(|| (whole, Published { unchanged: files.len(), bytes, ..Published::default() }))
    }

    /// Keeps the files of a municipality as they are, when they were made from the same and still stand there.
    /// Gives the number of its pages.
    pub fn keep(&self, key: &str, mark: &Hash) -> Option<usize> {
        if self.before.marks.get(key) != Some(mark) {
            return None;
        }
        let (folder, data) = (format!("{key}/"), format!("data/{key}.json"));
        let own: Vec<(&String, &Made)> = self.before.below(&folder).chain(self.before.files.get_key_value(&data)).collect();
        if own.is_empty() || !own.iter().all(|(path, made)| self.stands(path, made)) {
            return None;
        }
        let mut state = self.lock();
        state.made.marks.insert(key.to_owned(), *mark);
        state.made.files.extend(own.iter().map(|(path, made)| ((*path).clone(), **made)));
        Some(own.iter().filter(|(path, _)| path.ends_with(".html")).count())
    }

    /// Remembers from what the pages of a municipality were made, for a later [`Publisher::keep`].
    pub fn mark(&self, key: &str, mark: Hash) {
        self.lock().made.marks.insert(key.to_owned(), mark);
    }

    /// Forgets from what pages were made, so that the next run makes them all.
    pub fn unmark(&self) {
        self.lock().made.marks.clear();
    }

    /// Takes a finished file: stages it when it is new or different.
    ///
    /// # Errors
    /// When it cannot be staged; the output is still as it was.
    pub fn stage(&self, file: &OutputFile) -> Result<(), WriteError> {
        let path = file.path.as_str();
        let made = Made { hash: blake3::hash(&file.bytes), length: file.bytes.len() as u64 };
        let changed = self.before.files.get(path) != Some(&made) || !self.stands(path, &made);
        if changed {
            let target = self.beside.join(STAGING).join(path);
            in_its_folder(&target, || fs::write(&target, &file.bytes))?;
        }
        let mut state = self.lock();
        state.made.files.insert(path.to_owned(), made);
        if changed {
            state.staged.insert(path.to_owned());
        }
        Ok(())
    }

    /// Whether a file stands in the output with the length that it should have.
    fn stands(&self, path: &str, made: &Made) -> bool {
        fs::metadata(self.output.join(path)).is_ok_and(|found| found.is_file() && found.len() == made.length)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no thread panics while it holds the state")
    }

    /// Puts everything that was staged in its place, then removes what this run no longer makes. `whole` is kept for
    /// [`Publisher::up_to_date`].
    ///
    /// # Errors
    /// When a file cannot be put in its place. The next run notices and puts everything right.
    pub fn publish(self, scope: &Scope, whole: Option<Whole>) -> Result<Published, WriteError> {
        let State { mut made, staged } = std::mem::take(&mut *self.lock());
        let paths = self.before.files.keys();
        let gone: Vec<&String> = paths.filter(|path| !made.files.contains_key(*path) && scope.covers(path)).collect();
        let mark = unfinished_mark(&self.beside);
        if !staged.is_empty() || !gone.is_empty() {
            fs::write(&mark, "").map_err(system(&mark))?;
        }
        // Style sheets and other files that pages need come first.
        for path in staged.iter().filter(|path| !path.ends_with(".html")) {
            self.put(Utf8Path::new(path))?;
        }
        if !staged.is_empty() {
            self.put_folder(Utf8Path::new(""))?;
        }
        for path in &gone {
            self.remove(path)?;
        }
        let published = Published {
            written: staged.len(),
            unchanged: made.files.len() - staged.len(),
            removed: gone.len(),
            bytes: made.files.values().map(|made| made.length).sum(),
        };
        for (path, earlier) in self.before.files.iter().filter(|(path, _)| !scope.covers(path)) {
            made.files.entry(path.clone()).or_insert(*earlier);
        }
        // After a run for some languages the pages of a municipality are of two minds: nothing may be kept unseen.
        let others = self.before.marks.iter().filter(|(key, _)| !scope.some_languages && !scope.covers(&format!("{key}/")));
        for (key, earlier) in others {
            made.marks.entry(key.clone()).or_insert(*earlier);
        }
        made.whole = whole;
        made.write(&self.beside)?;
        if mark.exists() {
            fs::remove_file(&mark).map_err(system(&mark))?;
        }
        let staging = self.beside.join(STAGING);
        if staging.exists() {
            fs::remove_dir_all(&staging).map_err(system(&staging))?;
        }
        Ok(published)
    }

    /// Puts a staged folder in its place: as a whole where nothing stands yet, else file by file.
    fn put_folder(&self, path: &Utf8Path) -> Result<(), WriteError> {
        let staged = self.beside.join(STAGING).join(path);
        if !self.output.join(path).exists() && path != "" {
            return self.put(path);
        }
        let mut entries: Vec<Utf8PathBuf> = staged
            .read_dir_utf8()
            .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
            .map_err(system(&staged))?
            .iter()
            .map(|entry| path.join(entry.file_name()))
            .collect();
        entries.sort();
        for entry in entries {
            if self.beside.join(STAGING).join(&entry).is_dir() {
                self.put_folder(&entry)?;
            } else {
                self.put(&entry)?;
            }
        }
        Ok(())
    }

    fn put(&self, path: &Utf8Path) -> Result<(), WriteError> {
        let target = self.output.join(path);
        in_its_folder(&target, || fs::rename(self.beside.join(STAGING).join(path), &target))
    }

    fn remove(&self, path: &str) -> Result<(), WriteError> {
        let target = self.output.join(path);
        match fs::remove_file(&target) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(system(&target)(error)),
            _ => {}
        }
        // Folders that are empty now go too; one with a foreign file in it stays.
        let mut folder = target.parent();
        while let Some(empty) = folder.filter(|folder| *folder != self.output) {
            if fs::remove_dir(empty).is_err() {
                break;
            }
            folder = empty.parent();
        }
        Ok(())
    }
}

/// Folder beside the output in which new files wait.
const STAGING: &str = "nieuw";

/// Does something with a file; when its folder is not there yet, makes the folder and tries again.
fn in_its_folder(file: &Utf8Path, act: impl Fn() -> std::io::Result<()>) -> Result<(), WriteError> {
    match act() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder).map_err(system(folder))?;
            }
            act().map_err(system(file))
        }
        done => done.map_err(system(file)),
    }
}

/// Writes one file that is asked for by name: the old file stays until the new one is complete.
///
/// # Errors
/// When the file, or the one beside it that becomes it, cannot be written.
pub fn write_file(target: &Utf8Path, text: &str) -> Result<(), WriteError> {
    let name = target.file_name().unwrap_or("bestand");
    let beside = target.with_file_name(format!(".{name}.nieuw"));
    fs::write(&beside, text).map_err(system(&beside))?;
    fs::rename(&beside, target).map_err(|cause| {
        // The file that we made ourselves; when it is gone already, that is what we wanted.
        let _ = fs::remove_file(&beside);
        system(target)(cause)
    })
}

/// There while files are being put in place; found later, it says that a run was stopped halfway.
fn unfinished_mark(beside: &Utf8Path) -> Utf8PathBuf {
    beside.join("onaf")
}

fn system(path: &Utf8Path) -> impl FnOnce(std::io::Error) -> WriteError {
    let path = path.to_owned();
    move |cause| WriteError::System { path, cause }
}

#[cfg(test)]
mod tests {
    use super::{Publisher, Scope};
    use crate::output::OutputFile;

    fn run(dir: &camino::Utf8Path, files: &[(&str, &str)]) -> super::Published {
        let publisher = Publisher::open(dir).expect("free");
        for (path, text) in files {
            publisher.stage(&OutputFile::text(*path, *text)).expect("staged");
        }
        publisher.publish(&Scope::default(), None).expect("published")
    }

    fn folder() -> (tempfile::TempDir, camino::Utf8PathBuf) {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let path = camino::Utf8PathBuf::from_path_buf(dir.path().join("public")).expect("UTF-8");
        (dir, path)
    }

    #[test]
    fn a_second_run_touches_only_what_changed() {
        let (_guard, out) = folder();
        run(&out, &[("a/index.html", "one"), ("b/index.html", "two")]);
        let second = run(&out, &[("a/index.html", "one"), ("b/index.html", "2")]);
        assert_eq!((second.written, second.unchanged, second.removed), (1, 1, 0));
    }

    #[test]
    fn files_that_we_did_not_make_are_never_removed() {
        let (_guard, out) = folder();
        run(&out, &[("a/index.html", "one")]);
        std::fs::write(out.join("a/own.txt"), "foreign").expect("written");
        let second = run(&out, &[("b/index.html", "two")]);
        assert_eq!(second.removed, 1);
        assert!(out.join("a/own.txt").exists());
        assert!(!out.join("a/index.html").exists());
    }

    #[test]
    fn a_run_that_was_stopped_halfway_is_put_right_by_the_next() {
        let (_guard, out) = folder();
        run(&out, &[("a/index.html", "one")]);
        std::fs::write(out.join("a/index.html"), "eno").expect("written");
        std::fs::write(out.with_file_name(".public-ouderwijzer").join("onaf"), "").expect("written");
        let next = run(&out, &[("a/index.html", "one")]);
        assert_eq!(next.written, 1);
        assert_eq!(std::fs::read_to_string(out.join("a/index.html")).expect("there"), "one");
    }

    #[test]
    fn two_runs_at_once_are_refused() {
        let (_guard, out) = folder();
        let first = Publisher::open(&out).expect("free");
        let second = Publisher::open(&out).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(second.contains("er is al een opdracht bezig"), "{second}");
        drop(first);
    }

    #[test]
    fn a_part_of_the_country_leaves_the_rest_alone() {
        let (_guard, out) = folder();
        run(&out, &[("leiden/index.html", "l"), ("urk/index.html", "u")]);
        let publisher = Publisher::open(&out).expect("free");
        publisher.stage(&OutputFile::text("leiden/index.html", "new")).expect("staged");
        let scope = Scope { municipalities: vec!["leiden".into()], some_languages: false };
        let published = publisher.publish(&scope, None).expect("published");
        assert_eq!((published.written, published.removed), (1, 0));
        assert!(out.join("urk/index.html").exists());
        let again = run(&out, &[("leiden/index.html", "new"), ("urk/index.html", "u")]);
        assert_eq!((again.written, again.unchanged), (0, 2));
    }
}
