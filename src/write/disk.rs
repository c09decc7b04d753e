//! Small steps on a disk: whole or not at all, and folders that are made when they are needed.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::fs;
use std::io::ErrorKind;

use camino::Utf8Path;

use super::error::{WriteError, system};

/// A list that is being written beside the output.
pub(super) const TEMPORARY: &str = "lijst.nieuw";

/// Writes a list beside the output: whole, or not at all.
pub(super) fn write_beside(beside: &Utf8Path, target: &Utf8Path, text: &str) -> Result<(), WriteError> {
    let temporary = beside.join(TEMPORARY);
    fs::write(&temporary, text).map_err(system(&temporary))?;
    fs::rename(&temporary, target).map_err(system(target))
}

pub(super) fn remove_if_there(path: &Utf8Path) -> Result<(), WriteError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(system(path)(error)),
        _ => Ok(()),
    }
}

/// Whether a file can be moved from one folder to the other in one step.
#[cfg(unix)]
pub(super) fn same_disk(one: &Utf8Path, other: &Utf8Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let disk = |path: &Utf8Path| fs::metadata(path).map(|found| found.dev()).ok();
    disk(one) == disk(other)
}

/// Not known here; moving the first file fails when it is another disk, and the output is still as it was.
#[cfg(not(unix))]
pub(super) fn same_disk(_: &Utf8Path, _: &Utf8Path) -> bool {
    true
}

/// Does something with a file; when its folder is not there yet, makes the folder and tries again.
pub(super) fn in_its_folder(file: &Utf8Path, act: impl Fn() -> std::io::Result<()>) -> Result<(), WriteError> {
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
