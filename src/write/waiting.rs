//! Where new files wait, beside the output, until everything is ready.
//!
//! A file of a folder that stands in the output already waits by itself, in one flat folder: making and removing a folder
//! for each would cost as much as writing it. Files of a folder that is new wait in that folder, which goes into place whole.

use camino::{Utf8Path, Utf8PathBuf};

/// The folder in which all of them wait.
pub(super) fn all(beside: &Utf8Path) -> Utf8PathBuf {
    beside.join("nieuw")
}

/// The folder with the folders that are new.
pub(super) fn folders(beside: &Utf8Path) -> Utf8PathBuf {
    all(beside).join("mappen")
}

/// The place of a file inside a folder that is new.
pub(super) fn in_folder(beside: &Utf8Path, path: &str) -> Utf8PathBuf {
    folders(beside).join(path)
}

/// The place of a file by itself. Its name is made from its path, so that whoever finds it knows which file it is.
pub(super) fn alone(beside: &Utf8Path, path: &str) -> Utf8PathBuf {
    let name = blake3::hash(path.as_bytes()).to_hex();
    all(beside).join("los").join(name.as_str())
}
