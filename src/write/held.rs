//! The output folder, held open: how a file in it stands is looked up from there, which takes a fifth less than from the
//! root of the disk. A run asks it of tens of thousands of files.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use camino::Utf8Path;

/// How long a file is, and when it was last written (as `manifest::touched` gives it).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileState {
    pub(super) length: u64,
    pub(super) touched: u64,
}

/// A folder in which files are looked up.
#[cfg(unix)]
pub(super) struct HeldFolder {
    /// `None` when the folder was not there.
    folder: Option<std::fs::File>,
}

#[cfg(unix)]
impl HeldFolder {
    /// Takes hold of a folder, which may not be there yet: then it has no files.
    pub(super) fn open(folder: &Utf8Path) -> HeldFolder {
        HeldFolder { folder: std::fs::File::open(folder).ok() }
    }

    /// How a file stands; `None` when there is no such file, or something else has its name.
    pub(super) fn state(&self, path: &str) -> Option<FileState> {
        use rustix::fs::{AtFlags, FileType, statat};
        let found = statat(self.folder.as_ref()?, path, AtFlags::empty()).ok()?;
        let is_file = FileType::from_raw_mode(found.st_mode) == FileType::RegularFile;
        let touched = i128::from(found.st_mtime) * 1_000_000_000 + i128::from(found.st_mtime_nsec);
        let (length, touched) = (u64::try_from(found.st_size).ok()?, u64::try_from(touched).unwrap_or(0));
        is_file.then_some(FileState { length, touched })
    }
}

/// A folder in which files are looked up, by its name: this system has no other way.
#[cfg(not(unix))]
pub(super) struct HeldFolder {
    folder: camino::Utf8PathBuf,
}

#[cfg(not(unix))]
impl HeldFolder {
    /// Takes note of a folder, which may not be there yet: then it has no files.
    pub(super) fn open(folder: &Utf8Path) -> HeldFolder {
        HeldFolder { folder: folder.to_owned() }
    }

    /// How a file stands; `None` when there is no such file, or something else has its name.
    pub(super) fn state(&self, path: &str) -> Option<FileState> {
        let found = std::fs::metadata(self.folder.join(path)).ok().filter(std::fs::Metadata::is_file)?;
        Some(FileState { length: found.len(), touched: super::touched(&found) })
    }
}

#[cfg(test)]
mod tests {
    use camino::Utf8Path;

    use super::{FileState, HeldFolder};
    use crate::write::touched;

    #[test]
    fn a_file_is_looked_up_as_by_its_whole_path() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let folder = Utf8Path::from_path(dir.path()).expect("UTF-8");
        std::fs::create_dir(folder.join("map")).expect("made");
        std::fs::write(folder.join("map/één bestand"), "inhoud").expect("written");
        let whole = std::fs::metadata(folder.join("map/één bestand")).expect("there");
        let held = HeldFolder::open(folder);
        assert_eq!(held.state("map/één bestand"), Some(FileState { length: 6, touched: touched(&whole) }));
        assert!(touched(&whole) > 0);
        assert_eq!(held.state("map"), None, "a folder is no file");
        assert_eq!(held.state("map/geen"), None);
        assert_eq!(held.state("map/niet\0te noemen"), None);
        assert_eq!(HeldFolder::open(&folder.join("geen")).state("map/één bestand"), None);
    }
}
