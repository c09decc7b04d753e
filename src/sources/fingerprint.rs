//! One mark of everything that a site is made of, to see without reading on that nothing changed.

use camino::Utf8Path;

use super::files::Folder;
use super::{INPUT_FOLDERS, LoadError};

/// The mark of all input files: their paths and bytes. A file that cannot be read counts by its path alone.
///
/// # Errors
/// When the folder is no site folder or cannot be listed.
pub fn fingerprint(site_dir: &Utf8Path) -> Result<blake3::Hash, LoadError> {
    let mut hasher = blake3::Hasher::new();
    for name in INPUT_FOLDERS {
        let folder = Folder::open(site_dir, name)?;
        for path in folder.files() {
            let bytes = folder.bytes(path).unwrap_or_default();
            hasher.update(folder.shown(path).as_str().as_bytes());
            hasher.update(&(bytes.len() as u64).to_le_bytes());
            hasher.update(&bytes);
        }
    }
    Ok(hasher.finalize())
}
