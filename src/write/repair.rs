//! What a stopped run left, and how the next one takes it over.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use super::Publisher;
use super::disk::{TEMPORARY, remove_if_there};
use super::error::{WriteError, system};
use super::manifest::is_inside;

/// Folder beside the output in which new files wait.
pub(super) const STAGING: &str = "nieuw";

impl Publisher {
    /// Takes over what a run left that was stopped. The list is on disk before the signs of that run are gone, so that
    /// this may be stopped too.
    pub(super) fn repair(&mut self) -> Result<(), WriteError> {
        let mark = unfinished_mark(&self.beside);
        if mark.exists() {
            self.before.distrust();
            let intended = fs::read(&mark).map_err(system(&mark))?;
            // A disk that lost its power may have damaged it; a damaged path is nobody's.
            for path in String::from_utf8_lossy(&intended).lines().filter(|path| is_inside(path)) {
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

    pub(super) fn clear_staging(&self) -> Result<(), WriteError> {
        let staging = self.staging();
        if staging.exists() { fs::remove_dir_all(&staging).map_err(system(&staging)) } else { Ok(()) }
    }

    pub(super) fn staging(&self) -> Utf8PathBuf {
        self.beside.join(STAGING)
    }
}

/// There while files are being put in place, and names them; found later, it says that a run was stopped halfway.
pub(super) fn unfinished_mark(beside: &Utf8Path) -> Utf8PathBuf {
    beside.join("onaf")
}
