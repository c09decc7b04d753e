//! The texts of all files and the trees of their YAML, read side by side before anybody asks for them. Parsing YAML is the
//! larger part of reading a site, and no file needs another one for it.

use std::collections::BTreeMap;

use blake3::Hash;
use camino::{Utf8Path, Utf8PathBuf};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::files::{Folder, UnreadableFile};
use super::{front_matter, yaml};

/// What was found in a file.
pub(super) struct ReadFile {
    pub(super) text: Result<String, UnreadableFile>,
    /// The tree of its YAML; `None` when it has none, or when it is wrong. What is wrong is found again, and said, when
    /// somebody asks for the file.
    pub(super) tree: Option<yaml::Tree>,
    /// Of the bytes that were read.
    pub(super) mark: Hash,
}

/// By the path that an editor sees.
pub(super) type Ahead = BTreeMap<Utf8PathBuf, ReadFile>;

/// Reads all files of the folders.
pub(super) fn read(folders: &[&Folder]) -> Ahead {
    let files: Vec<(&Folder, &Utf8Path)> =
        folders.iter().flat_map(|folder| folder.files().map(|path| (*folder, path))).collect();
    files.par_iter().map(|(folder, path)| (folder.shown(path), read_file(folder, path))).collect()
}

fn read_file(folder: &Folder, path: &Utf8Path) -> ReadFile {
    let (text, mark) = folder.read_and_mark(path);
    let tree = text.as_deref().ok().and_then(|text| match path.extension() {
        Some("yaml") => yaml::tree(text),
        Some("md") => front_matter::split(text).and_then(|(front, _)| yaml::tree(&text[front])),
        _ => None,
    });
    ReadFile { text, tree, mark }
}
