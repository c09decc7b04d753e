//! What a stopped run left, and how the next one takes it over.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use super::Publisher;
use super::disk::{TEMPORARY, remove_if_there};
use super::error::{WriteError, system};
use super::waiting;
use crate::output::is_inside;

impl Publisher {
    /// Takes over what a run left that was stopped. The list is on disk before the signs of that run are gone, so that
    /// this may be stopped too.
    pub(super) fn repair(&mut self) -> Result<(), WriteError> {
        let mark = unfinished_mark(&self.beside);
        if mark.exists() {
            self.before.distrust();
            let intended = fs::read(&mark).map_err(system(&mark))?;
            let intended = String::from_utf8_lossy(&intended);
            // What still waits was not put in place: a file that stands there now is not ours. A disk that lost its power
            // may have damaged a path; such a path is nobody's.
            let ours =
                intended.lines().filter(|path| is_inside(path) && !(self.waits(path) && self.output.join(path).exists()));
            let ours: Vec<&str> = ours.collect();
            self.before.add_unseen(&ours);
            self.before.write(&self.beside)?;
            remove_if_there(&mark)?;
        }
        remove_if_there(&self.beside.join(TEMPORARY))?;
        self.clear_staging()
    }

    pub(super) fn clear_staging(&self) -> Result<(), WriteError> {
        let staging = self.staging();
        if staging.exists() { fs::remove_dir_all(&staging).map_err(system(&staging)) } else { Ok(()) }
    }

    /// Whether a new file still waits for its place.
    fn waits(&self, path: &str) -> bool {
        [waiting::alone(&self.beside, path), waiting::in_folder(&self.beside, path)].iter().any(|place| place.exists())
    }

    pub(super) fn staging(&self) -> Utf8PathBuf {
        waiting::all(&self.beside)
    }
}

/// There while files are being put in place, and names them; found later, it says that a run was stopped halfway.
pub(super) fn unfinished_mark(beside: &Utf8Path) -> Utf8PathBuf {
    beside.join("onaf")
}
