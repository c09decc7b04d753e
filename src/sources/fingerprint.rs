//! One mark of everything that a site is made of, to see without reading on that nothing changed.

use std::collections::BTreeSet;

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
    /// What stands beside the theme and is not read.
    pub(super) beside_theme: Vec<String>,
}

impl Snapshot {
    /// Takes the bytes of all input files, but those of municipalities that are not wanted.
    ///
    /// # Errors
    /// When a folder cannot be listed.
    pub fn take(site_dir: &Utf8Path, wanted: &Wanted) -> Result<Snapshot, LoadError> {
        let [content, municipalities, theme] = INPUT_FOLDERS;
        let open = |name| Folder::open(site_dir, name);
        let folders = [open(content)?, open(municipalities)?, open(theme)?];
        let (files, beside_theme) = (ahead::bytes(&folders), folders[2].neighbours());
        let mut snapshot = Snapshot { site_dir: site_dir.to_owned(), files, folders, beside_theme };
        if let Wanted::Only(_) = wanted {
            snapshot.leave_out(wanted);
        }
        Ok(snapshot)
    }

    /// Leaves out municipalities that are not wanted. A file that is no text stays, so that somebody hears of it.
    fn leave_out(&mut self, wanted: &Wanted) {
        let [_, municipalities, _] = &mut self.folders;
        let mut unwanted = BTreeSet::new();
        self.files.retain(|file| {
            let found = file.text_in(municipalities.name());
            let found = found.filter(|(path, text)| !layers::is_wanted(path, text, wanted));
            found.map(|(path, _)| unwanted.insert(path.to_owned())).is_none()
        });
        municipalities.leave_out(|path| unwanted.contains(path));
    }

    /// The same snapshot, when it is one of a site.
    ///
    /// # Errors
    /// When there is no content.
    pub fn of_a_site(self) -> Result<Snapshot, LoadError> {
        if self.folders[0].is_empty() { Err(LoadError::NotASite(self.site_dir)) } else { Ok(self) }
    }

    /// The mark of these files: their paths and bytes. A file that cannot be read counts by its path alone, and so does what
    /// is not read.
    pub fn mark(&self) -> Hash {
        let mut hasher = Hasher::new();
        self.beside_theme.iter().for_each(|name| _ = hasher.update(name.as_bytes()).update(b"/"));
        self.files.iter().for_each(|file| file.mark(&mut hasher));
        hasher.finalize()
    }
}
