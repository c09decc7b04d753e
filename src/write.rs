//! Fifth room: finished files to disk. Readers see the old page or the new one, never half a page.
//!
//! Changed files are staged beside the output folder and renamed into place when everything is ready: style sheets
//! before the pages that name them, removals after both, the manifest last. Only files of an earlier run are removed.
//! What a run is about to put in place is written down first, so that the run after a stopped one knows what is ours.
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
use self::manifest::{Made, Manifest, touched};
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
    /// Something stands in the way of a file: a folder with its name, or a file with the name of its folder.
    #[error("`{0}` is niet te schrijven: er staat een map of bestand in de weg; haal dat weg of kies een andere map")]
    Blocked(Utf8PathBuf),
    /// Files can only be moved in one step inside a file system.
    #[error("`{0}` is een schijf op zichzelf: kies een map op die schijf, bijvoorbeeld `{0}/site`")]
    OtherDisk(Utf8PathBuf),
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
    lock_file: File,
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
        // When the output is a link, files are staged beside the folder that it leads to.
        let output = output.canonicalize_utf8().unwrap_or_else(|_| output.to_owned());
        let name = output.file_name().unwrap_or("public");
        let beside = output.with_file_name(format!(".{name}-ouderwijzer"));
        fs::create_dir_all(&beside).map_err(system(&beside))?;
        if output.is_dir() && !same_disk(&output, &beside) {
            return Err(WriteError::OtherDisk(output));
        }
        let lock_path = beside.join("bezig");
        let lock = File::create(&lock_path).map_err(system(&lock_path))?;
        if lock.try_lock().is_err() {
            return Err(WriteError::Busy(output));
        }
        let before = Manifest::read(&beside);
        let mut publisher = Publisher { output, beside, before, state: Mutex::new(State::default()), lock_file: lock };
        publisher.repair()?;
        Ok(publisher)
    }

    /// Takes over what a run left that was stopped. The list is on disk before the signs of that run are gone, so that
    /// this may be stopped too.
    fn repair(&mut self) -> Result<(), WriteError> {
        let mark = unfinished_mark(&self.beside);
        if mark.exists() {
            self.before.distrust();
            let intended = fs::read_to_string(&mark).map_err(system(&mark))?;
            for path in intended.lines() {
                // What still waits was not put in place: a file that stands there now is not ours.
                let foreign = self.staging().join(path).exists() && self.output.join(path).exists();
                if !foreign {
                    self.before.add_unseen(path);
                }
            }
            self.before.write(&self.beside)?;
            remove_if_there(&mark)?;
        }
        remove_if_there(&self.beside.join(TEMPORARY))?;
        self.clear_staging()
    }

    fn staging(&self) -> Utf8PathBuf {
        self.beside.join(STAGING)
    }

    fn clear_staging(&self) -> Result<(), WriteError> {
        let staging = self.staging();
        if staging.exists() { fs::remove_dir_all(&staging).map_err(system(&staging)) } else { Ok(()) }
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
        let intact = files.par_iter().all(|(path, made)| self.stands(path, made).is_some());
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
        let standing: Vec<(String, Made)> =
            own.iter().map(|(path, made)| Some(((*path).clone(), self.stands(path, made)?))).collect::<Option<_>>()?;
        if standing.is_empty() {
            return None;
        }
        let pages = standing.iter().filter(|(path, _)| path.ends_with(".html")).count();
        let mut state = self.lock();
        state.made.marks.insert(key.to_owned(), *mark);
        state.made.files.extend(standing);
        Some(pages)
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
        let (hash, length) = (blake3::hash(&file.bytes), file.bytes.len() as u64);
        let before = self.before.files.get(path).filter(|before| before.hash == hash && before.length == length);
        let standing = before.and_then(|before| self.stands(path, before));
        let made = match standing {
            Some(made) => made,
            None => Made { hash, length, touched: self.set_aside(path, &file.bytes)? },
        };
        let mut state = self.lock();
        state.made.files.insert(path.to_owned(), made);
        if standing.is_none() {
            state.staged.insert(path.to_owned());
        }
        Ok(())
    }

    /// Writes a file beside the output and gives its moment. What is in its way there is found now, while the output is
    /// still as it was.
    fn set_aside(&self, path: &str, bytes: &[u8]) -> Result<u64, WriteError> {
        let place = self.output.join(path);
        match fs::metadata(&place) {
            Ok(found) if found.is_dir() => return Err(WriteError::Blocked(place)),
            Err(error) if error.kind() == ErrorKind::NotADirectory => return Err(WriteError::Blocked(place)),
            _ => {}
        }
        let target = self.staging().join(path);
        in_its_folder(&target, || fs::write(&target, bytes))?;
        fs::metadata(&target).map(|found| touched(&found)).map_err(system(&target))
    }

    /// Whether a file stands in the output as an earlier run left it. When someone touched it since, its bytes tell.
    fn stands(&self, path: &str, made: &Made) -> Option<Made> {
        let place = self.output.join(path);
        let found = fs::metadata(&place).ok().filter(|found| found.is_file() && found.len() == made.length)?;
        let touched = touched(&found);
        let untouched = touched != 0 && touched == made.touched;
        let same = untouched || fs::read(&place).is_ok_and(|bytes| blake3::hash(&bytes) == made.hash);
        same.then_some(Made { touched, ..*made })
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
            let intended: String = staged.iter().map(|path| format!("{path}\n")).collect();
            write_beside(&self.beside, &mark, &intended)?;
        }
        // Style sheets and other files that pages need come first.
        for path in staged.iter().filter(|path| !path.ends_with(".html")) {
            self.put(Utf8Path::new(path))?;
        }
        if !staged.is_empty() {
            self.put_folder(Utf8Path::new(""))?;
        }
        // And go last: a page that goes too still needs its style sheet until then.
        let (pages, others): (Vec<&String>, Vec<&String>) = gone.iter().partition(|path| path.ends_with(".html"));
        for path in pages.iter().chain(&others) {
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
        remove_if_there(&mark)?;
        self.clear_staging()?;
        Ok(published)
    }

    /// Puts a staged folder in its place: as a whole where nothing stands yet, else file by file.
    fn put_folder(&self, path: &Utf8Path) -> Result<(), WriteError> {
        let staged = self.staging().join(path);
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
            if self.staging().join(&entry).is_dir() {
                self.put_folder(&entry)?;
            } else {
                self.put(&entry)?;
            }
        }
        Ok(())
    }

    fn put(&self, path: &Utf8Path) -> Result<(), WriteError> {
        let target = self.output.join(path);
        in_its_folder(&target, || fs::rename(self.staging().join(path), &target))
    }

    fn remove(&self, path: &str) -> Result<(), WriteError> {
        let target = self.output.join(path);
        match fs::remove_file(&target).map_err(|error| (error.kind(), error)) {
            // A folder with its name: somebody took our file away already.
            Ok(()) | Err((ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::IsADirectory, _)) => {}
            Err((_, error)) => return Err(system(&target)(error)),
        }
        // Folders that are empty now go too; one with a foreign file in it stays.
        let mut folder = target.parent();
        while let Some(empty) = folder.filter(|folder| *folder != self.output) {
            match fs::remove_dir(empty) {
                // A run that was stopped may have removed the inner folder and not the outer one.
                Err(error) if error.kind() != ErrorKind::NotFound => break,
                _ => {}
            }
            folder = empty.parent();
        }
        Ok(())
    }
}

impl Drop for Publisher {
    /// A run that was given up leaves no files: after a full disk they are what fills it. After a publication that was
    /// broken off they tell the next run what was put in place.
    fn drop(&mut self) {
        if !unfinished_mark(&self.beside).exists() {
            let _ = self.clear_staging();
        }
        // Said aloud, because a process that was started meanwhile may still hold the file open.
        let _ = self.lock_file.unlock();
    }
}

/// Folder beside the output in which new files wait.
const STAGING: &str = "nieuw";

/// A list that is being written beside the output.
const TEMPORARY: &str = "lijst.nieuw";

/// Writes a list beside the output: whole, or not at all.
fn write_beside(beside: &Utf8Path, target: &Utf8Path, text: &str) -> Result<(), WriteError> {
    let temporary = beside.join(TEMPORARY);
    fs::write(&temporary, text).map_err(system(&temporary))?;
    fs::rename(&temporary, target).map_err(system(target))
}

fn remove_if_there(path: &Utf8Path) -> Result<(), WriteError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(system(path)(error)),
        _ => Ok(()),
    }
}

/// Whether a file can be moved from one folder to the other in one step.
#[cfg(unix)]
fn same_disk(one: &Utf8Path, other: &Utf8Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Utf8Path| fs::metadata(path).map(|found| found.dev()).ok();
    disk(one) == disk(other)
}

/// Not known here; moving the first file fails when it is another disk, and the output is still as it was.
#[cfg(not(unix))]
fn same_disk(_: &Utf8Path, _: &Utf8Path) -> bool {
    true
}

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

/// Writes one file that is asked for by name, and its folder when that is not there yet: the old file stays until the
/// new one is complete.
///
/// # Errors
/// When the file, or the one beside it that becomes it, cannot be written.
pub fn write_file(target: &Utf8Path, bytes: impl AsRef<[u8]>) -> Result<(), WriteError> {
    if let Some(folder) = target.parent().filter(|folder| !folder.as_str().is_empty()) {
        fs::create_dir_all(folder).map_err(system(folder))?;
    }
    let name = target.file_name().unwrap_or("bestand");
    let beside = target.with_file_name(format!(".{name}.nieuw"));
    fs::write(&beside, bytes).map_err(system(&beside))?;
    fs::rename(&beside, target).map_err(|cause| {
        // The file that we made ourselves; when it is gone already, that is what we wanted.
        let _ = fs::remove_file(&beside);
        system(target)(cause)
    })
}

/// Writes several files that belong together: all new ones are complete before the first takes the place of an old one.
///
/// # Errors
/// When a file cannot be written; up to the last step every old file then still stands.
pub fn write_files(files: &[(Utf8PathBuf, String)]) -> Result<(), WriteError> {
    let beside = |target: &Utf8Path| target.with_file_name(format!(".{}.nieuw", target.file_name().unwrap_or("bestand")));
    for (index, (target, text)) in files.iter().enumerate() {
        if let Err(cause) = fs::write(beside(target), text) {
            for (made, _) in &files[..=index] {
                // What cannot be removed has a name that no room reads.
                let _ = fs::remove_file(beside(made));
            }
            return Err(system(target)(cause));
        }
    }
    files.iter().try_for_each(|(target, _)| fs::rename(beside(target), target).map_err(system(target)))
}

/// There while files are being put in place, and names them; found later, it says that a run was stopped halfway.
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
