//! Fifth room: finished files to disk. Readers see the old page or the new one, never half a page.
//!
//! Changed files are staged beside the output folder and renamed into place when everything is ready: style sheets
//! before the pages that name them, removals after both, the manifest last. Only files of an earlier run are removed.
//! What a run is about to put in place is written down first, so that the run after a stopped one knows what is ours.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

mod compressed;
mod disk;
mod earlier;
mod error;
mod file_list;
mod found;
mod held;
mod manifest;
mod notes;
mod parts;
mod publish;
mod repair;
mod since;
mod waiting;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::sync::{Mutex, MutexGuard, OnceLock};

use camino::{Utf8Path, Utf8PathBuf};

use self::disk::{in_its_folder, same_disk};
pub use self::disk::{write_file, write_files};
pub use self::earlier::published_folders;
pub use self::error::WriteError;
use self::error::system;
pub use self::found::{FoundError, add_file, found};
use self::held::HeldFolder;
pub use self::manifest::Whole;
use self::manifest::{FileMark, Made, Manifest, touched};
pub use self::notes::{LocalNotes, MadeFrom, PageNotes, TextNotes};
pub use self::parts::Parts;
pub use self::publish::{Published, Scope};
use self::repair::unfinished_mark;
pub use self::since::{Changes, since};
use crate::output::OutputFile;

/// An output folder during a run.
pub struct Publisher {
    output: Utf8PathBuf,
    beside: Utf8PathBuf,
    before: Manifest,
    /// The output folder as it stood when the run began.
    held: HeldFolder,
    /// Of each file of the earlier runs, in their order, when it was last written; `None` when it does not stand as they left
    /// it. Looked up when somebody asks.
    standing: OnceLock<Vec<Option<u64>>>,
    /// First folders that stood in the output when the run began.
    folders: BTreeSet<String>,
    state: Mutex<State>,
    /// Held for the whole run; the system lets go of it when the program ends, however it ends.
    lock_file: File,
}

#[derive(Default)]
struct State {
    made: Manifest,
    /// Files of this run that are new or different.
    new: Vec<(String, Made)>,
    /// Of each file of the earlier runs, in their order, when it was last written, if this run keeps it.
    kept: Vec<Option<u64>>,
    /// Set when nothing may be kept by the notes of this run or an earlier one.
    forget_notes: bool,
}

impl Publisher {
    /// Takes hold of an output folder. Nothing in it changes before [`Publisher::publish`].
    ///
    /// # Errors
    /// When another run is busy, or the folder beside the output cannot be made.
    pub fn open(output: &Utf8Path) -> Result<Publisher, WriteError> {
        let output = real(output);
        let beside = beside(&output);
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
        let mut publisher = Publisher {
            folders: folders_in(&output),
            held: HeldFolder::open(&output),
            output,
            beside,
            before,
            standing: OnceLock::new(),
            state: Mutex::new(State::default()),
            lock_file: lock,
        };
        publisher.repair()?;
        publisher.lock().kept = vec![None; publisher.before.files.len()];
        Ok(publisher)
    }

    /// Remembers from what the files of a municipality were made, for a later run.
    pub fn mark(&self, key: &str, from: MadeFrom) {
        self.lock().made.marks.insert(key.to_owned(), from);
    }

    /// Remembers what pages can show of a municipality; what was remembered of it before in this run stays.
    pub fn note_local(&self, key: &str, notes: LocalNotes) {
        self.lock().made.local.entry(key.to_owned()).or_insert(notes);
    }

    /// Remembers what pages took from shared texts; without it what the last run noted stays.
    pub fn note(&self, notes: TextNotes) {
        self.lock().made.notes = Some(notes);
    }

    /// Forgets from what pages were made, so that the next run makes them all.
    pub fn unmark(&self) {
        let mut state = self.lock();
        state.made.marks.clear();
        state.made.local.clear();
        state.forget_notes = true;
    }

    /// Takes a finished file: stages it when it is new or different, and says whether it was.
    ///
    /// # Errors
    /// When it cannot be staged; the output is still as it was.
    pub fn stage(&self, file: &OutputFile) -> Result<bool, WriteError> {
        let path = file.path.as_str();
        let (mark, length) = (FileMark::of(&file.bytes), file.bytes.len() as u64);
        let same = |before: &Made| before.mark == mark && before.length == length;
        let standing = |place: usize| Some((place, self.standing(place, same)?));
        if let Some((place, touched)) = self.before.files.position(path).and_then(standing) {
            self.lock().kept[place] = Some(touched);
            return Ok(false);
        }
        let touched = self.set_aside(path, &file.bytes)?;
        self.lock().new.push((path.to_owned(), Made { mark, length, touched }));
        Ok(true)
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
        let waiting = self.waiting(path);
        let write = || {
            let mut file = File::create(&waiting)?;
            file.write_all(bytes)?;
            file.metadata()
        };
        in_its_folder(&waiting, write).map(|written| touched(&written))
    }

    /// Where a new file waits.
    fn waiting(&self, path: &str) -> Utf8PathBuf {
        let place = if self.is_in_new_folder(path) { waiting::in_folder } else { waiting::alone };
        place(&self.beside, path)
    }

    /// Whether a file belongs in a folder that did not stand in the output when the run began.
    fn is_in_new_folder(&self, path: &str) -> bool {
        path.split_once('/').is_some_and(|(folder, _)| !self.folders.contains(folder))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no thread panics while it holds the state")
    }
}

/// When the output is a link, files are staged beside the folder that it leads to.
fn real(output: &Utf8Path) -> Utf8PathBuf {
    output.canonicalize_utf8().unwrap_or_else(|_| output.to_owned())
}

/// Names of the folders in a folder; none when it is not there.
fn folders_in(folder: &Utf8Path) -> BTreeSet<String> {
    let entries = folder.read_dir_utf8().into_iter().flatten().flatten();
    let is_folder = |entry: &camino::Utf8DirEntry| entry.file_type().is_ok_and(|kind| kind.is_dir());
    entries.filter(is_folder).map(|entry| entry.file_name().to_owned()).collect()
}

/// The folder beside the output that remembers what was made.
fn beside(output: &Utf8Path) -> Utf8PathBuf {
    let name = output.file_name().unwrap_or("public");
    output.with_file_name(format!(".{name}-ouderwijzer"))
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

#[cfg(test)]
mod tests;
