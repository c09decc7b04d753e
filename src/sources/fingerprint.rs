//! One mark of everything that a site is made of, to see without reading on that nothing changed.

use blake3::{Hash, Hasher};
use camino::{Utf8Path, Utf8PathBuf};

use super::ahead::{self, Bytes};
use super::files::Folder;
use super::{INPUT_FOLDERS, LoadError, Wanted, layers};

/// The bytes of input files at one moment.
pub struct Snapshot {
    pub(super) site_dir: Utf8PathBuf,
    pub(super) folders: [Folder; 3],
    pub(super) files: Vec<Bytes>,
}

impl Snapshot {
    /// Takes the bytes of all input files, but those of municipalities that are not wanted.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn take(site_dir: &Utf8Path, wanted: &Wanted) -> Result<Snapshot, LoadError> {
        let [content, municipalities, theme] = INPUT_FOLDERS;
        let mut municipalities = Folder::open(site_dir, municipalities)?;
        if let Wanted::Only(_) = wanted {
            municipalities.leave_out(|path, text| !layers::is_wanted(path, text, wanted));
        }
        let folders = [Folder::open(site_dir, content)?, municipalities, Folder::open(site_dir, theme)?];
        Ok(Snapshot { site_dir: site_dir.to_owned(), files: ahead::bytes(&folders), folders })
    }

    /// The same snapshot, when it is one of a site.
    ///
    /// # Errors
    /// When there is no content.
    pub fn of_a_site(self) -> Result<Snapshot, LoadError> {
        if self.folders[0].is_empty() { Err(LoadError::NotASite(self.site_dir)) } else { Ok(self) }
    }

    /// The mark of these files: their paths and bytes. A file that cannot be read counts by its path alone.
    pub fn mark(&self) -> Hash {
        let mut hasher = Hasher::new();
        self.files.iter().for_each(|file| file.mark(&mut hasher));
        hasher.finalize()
    }
}
