//! The first files of a site: in an empty folder, all of them or none, and never over something that is there.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::fs;
use std::io::ErrorKind;

use camino::{Utf8Path, Utf8PathBuf};

use super::disk::in_its_folder;
use super::error::{WriteError, system};
use crate::output::OutputFile;

/// Holds files while they are written. What lies in it after a stop is thrown away.
const HALF: &str = ".ouderwijzer-half";
/// Holds all files, ready to be moved into place. What lies in it after a stop is moved by the next run.
const READY: &str = ".ouderwijzer-klaar";

/// Why nothing was put down.
#[derive(Debug, thiserror::Error)]
pub enum FoundError {
    /// The folder has something in it.
    #[error("de map `{folder}` is niet leeg: er staat al `{entry}` in")]
    NotEmpty {
        /// The folder.
        folder: Utf8PathBuf,
        /// Something in it.
        entry: String,
    },
    /// The file is there already.
    #[error("`{0}` bestaat al, en is niet veranderd")]
    Exists(Utf8PathBuf),
    /// The disk refuses.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Puts files in an empty folder, which is made when it is not there. A run that is stopped half way is finished by the next.
///
/// # Errors
/// When the folder is not empty, or the disk refuses; then the folder is as it was.
pub fn found(folder: &Utf8Path, files: &[OutputFile]) -> Result<(), FoundError> {
    let (half, ready) = (folder.join(HALF), folder.join(READY));
    let is_new = !folder.exists();
    if !ready.is_dir() {
        refuse_full(folder, files)?;
        let staged = stage(&half, files).and_then(|()| fs::rename(&half, &ready).map_err(system(&ready)));
        if let Err(error) = staged {
            take_away(&half);
            if is_new {
                // Only when it is empty: then it is as if nothing happened.
                let _ = fs::remove_dir(folder);
            }
            return Err(error.into());
        }
    }
    move_all(&ready, folder)?;
    fs::remove_dir(&ready).map_err(system(&ready))?;
    Ok(())
}

/// Puts down one file that is not there yet: whole, or not at all.
///
/// # Errors
/// When it is there already, or the disk refuses.
pub fn add_file(path: &Utf8Path, text: &str) -> Result<(), FoundError> {
    let beside = path.with_file_name(format!(".{}.half", path.file_name().unwrap_or_default()));
    in_its_folder(&beside, || fs::write(&beside, text))?;
    // A link fails when the name is taken, and a move does not.
    let put = fs::hard_link(&beside, path);
    let removed = fs::remove_file(&beside).map_err(system(&beside));
    match put {
        Ok(()) => Ok(removed?),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(FoundError::Exists(path.to_owned())),
        // Some disks have no links.
        Err(_) => Ok(fs::File::create_new(path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
            .map_err(system(path))?),
    }
}

/// Hidden things may be there, such as those of git; what would be overwritten may not.
fn refuse_full(folder: &Utf8Path, files: &[OutputFile]) -> Result<(), FoundError> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let name = entry.map_err(system(folder))?.file_name().to_string_lossy().into_owned();
        let is_ours = files.iter().any(|file| file.path.as_str().split('/').next() == Some(name.as_str()));
        if is_ours || !name.starts_with('.') {
            return Err(FoundError::NotEmpty { folder: folder.to_owned(), entry: name });
        }
    }
    Ok(())
}

fn stage(half: &Utf8Path, files: &[OutputFile]) -> Result<(), WriteError> {
    take_away(half);
    files.iter().try_for_each(|file| {
        let path = half.join(file.path.as_str());
        in_its_folder(&path, || fs::write(&path, &file.bytes))
    })
}

fn take_away(half: &Utf8Path) {
    // It is ours, hidden, and holds nothing that is not made again.
    let _ = fs::remove_dir_all(half);
}

/// `content` goes last: without it a folder is no site, so a stopped run never looks like one.
fn move_all(ready: &Utf8Path, folder: &Utf8Path) -> Result<(), WriteError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(ready).map_err(system(ready))? {
        names.push(entry.map_err(system(ready))?.file_name().to_string_lossy().into_owned());
    }
    names.sort_by_key(|name| (name == "content", name.clone()));
    names.iter().try_for_each(|name| fs::rename(ready.join(name), folder.join(name)).map_err(system(&folder.join(name))))
}
