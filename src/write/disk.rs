//! Small steps on a disk: whole or not at all, and folders that are made when they are needed.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::fs;
use std::io::{BufWriter, ErrorKind, Write};

use camino::{Utf8Path, Utf8PathBuf};

use super::error::{WriteError, system};

/// A list that is being written beside the output.
pub(super) const TEMPORARY: &str = "lijst.nieuw";

/// Writes a list beside the output, part after part: whole, or not at all.
pub(super) fn write_beside(beside: &Utf8Path, target: &Utf8Path, parts: &[impl AsRef<[u8]>]) -> Result<(), WriteError> {
    let temporary = beside.join(TEMPORARY);
    let write = || {
        // Some lists come in thousands of small parts.
        let mut file = BufWriter::new(fs::File::create(&temporary)?);
        parts.iter().try_for_each(|part| file.write_all(part.as_ref()))?;
        file.flush()
    };
    write().map_err(system(&temporary))?;
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
pub(super) fn in_its_folder<T>(file: &Utf8Path, act: impl Fn() -> std::io::Result<T>) -> Result<T, WriteError> {
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
    let beside = waiting_name(target);
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
    for (index, (target, text)) in files.iter().enumerate() {
        if let Err(cause) = fs::write(waiting_name(target), text) {
            for (made, _) in &files[..=index] {
                // What cannot be removed has a name that no room reads.
                let _ = fs::remove_file(waiting_name(made));
            }
            return Err(system(target)(cause));
        }
    }
    files.iter().try_for_each(|(target, _)| fs::rename(waiting_name(target), target).map_err(system(target)))
}

/// Beside a file: where its new text waits until it is complete.
fn waiting_name(target: &Utf8Path) -> Utf8PathBuf {
    target.with_file_name(format!(".{}.nieuw", target.file_name().unwrap_or("bestand")))
}
