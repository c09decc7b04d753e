//! Fifth room: finished files to disk. Readers see the old page or the new one, never half a page.
//!
//! Changed files are staged beside the output folder and renamed into place when everything is ready: style sheets
//! before the pages that name them, removals after both, the manifest last. Only files of an earlier run are removed.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

mod manifest;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::sync::Mutex;

use camino::{Utf8Path, Utf8PathBuf};

use self::manifest::Manifest;
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
    folders: BTreeSet<Utf8PathBuf>,
    bytes: u64,
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
        let staging = beside.join("nieuw");
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
        self.before.paths().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder.to_owned()).collect()
    }

    /// Whether an earlier run published a file at this address.
    pub fn has(&self, file: &OutputFile) -> bool {
        self.before.contains(file.path.as_str())
    }

    /// Takes a finished file: stages it when it is new or different.
    ///
    /// # Errors
    /// When it cannot be staged; the output is still as it was.
    pub fn stage(&self, file: &OutputFile) -> Result<(), WriteError> {
        let path = file.path.as_str();
        let hash = blake3::hash(&file.bytes);
        let changed = !self.is_published(path, &hash, file.bytes.len());
        if changed {
            let target = self.beside.join("nieuw").join(path);
            self.make_folder(target.parent().unwrap_or(&self.beside))?;
            fs::write(&target, &file.bytes).map_err(system(&target))?;
        }
        let mut state = self.lock();
        state.made.insert(path, hash);
        state.bytes += file.bytes.len() as u64;
        if changed {
            state.staged.insert(path.to_owned());
        }
        Ok(())
    }

    fn is_published(&self, path: &str, hash: &blake3::Hash, length: usize) -> bool {
        let target = self.output.join(path);
        let same_size = || fs::metadata(&target).is_ok_and(|found| found.is_file() && found.len() == length as u64);
        self.before.has(path, hash) && same_size()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().expect("no thread panics while it holds the state")
    }

    fn make_folder(&self, folder: &Utf8Path) -> Result<(), WriteError> {
        if self.lock().folders.contains(folder) {
            return Ok(());
        }
        fs::create_dir_all(folder).map_err(system(folder))?;
        self.lock().folders.insert(folder.to_owned());
        Ok(())
    }

    /// Puts everything that was staged in its place, then removes what this run no longer makes.
    ///
    /// # Errors
    /// When a file cannot be put in its place. The next run notices and puts everything right.
    pub fn publish(self, scope: &Scope) -> Result<Published, WriteError> {
        let State { mut made, staged, bytes, .. } = std::mem::take(&mut *self.lock());
        let gone: Vec<String> =
            self.before.paths().filter(|path| !made.contains(path) && scope.covers(path)).map(str::to_owned).collect();
        let mark = unfinished_mark(&self.beside);
        if !staged.is_empty() || !gone.is_empty() {
            fs::write(&mark, "").map_err(system(&mark))?;
        }
        let (pages, assets): (Vec<&String>, Vec<&String>) = staged.iter().partition(|path| path.ends_with(".html"));
        for path in assets.into_iter().chain(pages) {
            self.put(path)?;
        }
        for path in &gone {
            self.remove(path)?;
        }
        let published =
            Published { written: staged.len(), unchanged: made.len() - staged.len(), removed: gone.len(), bytes };
        made.keep_others(&self.before, |path| !scope.covers(path));
        made.write(&self.beside)?;
        if mark.exists() {
            fs::remove_file(&mark).map_err(system(&mark))?;
        }
        let staging = self.beside.join("nieuw");
        if staging.exists() {
            fs::remove_dir_all(&staging).map_err(system(&staging))?;
        }
        Ok(published)
    }

    fn put(&self, path: &str) -> Result<(), WriteError> {
        let target = self.output.join(path);
        self.make_folder(target.parent().unwrap_or(&self.output))?;
        fs::rename(self.beside.join("nieuw").join(path), &target).map_err(system(&target))
    }

    fn remove(&self, path: &str) -> Result<(), WriteError> {
        let target = self.output.join(path);
        match fs::remove_file(&target) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(system(&target)(error)),
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

/// Hash by path.
type Hashes = BTreeMap<String, String>;

#[cfg(test)]
mod tests {
    use super::{Publisher, Scope};
    use crate::output::OutputFile;

    fn run(dir: &camino::Utf8Path, files: &[(&str, &str)]) -> super::Published {
        let publisher = Publisher::open(dir).expect("free");
        for (path, text) in files {
            publisher.stage(&OutputFile::text(*path, *text)).expect("staged");
        }
        publisher.publish(&Scope::default()).expect("published")
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
        let published = publisher.publish(&scope).expect("published");
        assert_eq!((published.written, published.removed), (1, 0));
        assert!(out.join("urk/index.html").exists());
        let again = run(&out, &[("leiden/index.html", "new"), ("urk/index.html", "u")]);
        assert_eq!((again.written, again.unchanged), (0, 2));
    }
}
