//! One mark of everything that a site is made of, to see without reading on that nothing changed.

use blake3::{Hash, Hasher};
use camino::Utf8Path;

use super::ahead::Ahead;
use super::files::Folder;
use super::{INPUT_FOLDERS, LoadError};

/// The mark of all input files: their paths and bytes. A file that cannot be read counts by its path alone.
///
/// # Errors
/// When the folder is no site folder or cannot be listed.
pub fn fingerprint(site_dir: &Utf8Path) -> Result<Hash, LoadError> {
    let mut hasher = Hasher::new();
    for name in INPUT_FOLDERS {
        let folder = Folder::open(site_dir, name)?;
        folder.files().for_each(|path| add(&mut hasher, &folder.shown(path), &folder.mark(path)));
    }
    Ok(hasher.finalize())
}

/// The same mark of files as they were when they were read.
pub(super) fn of_read(ahead: &Ahead) -> Hash {
    let mut hasher = Hasher::new();
    ahead.iter().for_each(|(path, file)| add(&mut hasher, path, &file.mark));
    hasher.finalize()
}

fn add(hasher: &mut Hasher, path: &Utf8Path, mark: &Hash) {
    hasher.update(&(path.as_str().len() as u64).to_le_bytes());
    hasher.update(path.as_str().as_bytes());
    hasher.update(mark.as_bytes());
}
