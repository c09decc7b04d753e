//! The texts of all files and the trees of their YAML, read side by side before anybody asks for them. Parsing YAML is the
//! larger part of reading a site, and no file needs another one for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use blake3::Hash;
use camino::{Utf8Path, Utf8PathBuf};
use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::files::{Folder, UnreadableFile, as_text, text_of};
use super::{INPUT_FOLDERS, front_matter, letters, yaml};

/// What was found in a file.
pub(super) struct ReadFile {
    pub(super) text: Result<String, UnreadableFile>,
    /// The mark of its bytes.
    pub(super) hash: Hash,
    /// Whether no sign in the text can be wrong.
    pub(super) is_clean: bool,
    /// The tree of its YAML; `None` when it has none, or when it is wrong. What is wrong is found again, and said, when
    /// somebody asks for the file.
    pub(super) tree: Option<Arc<yaml::Tree>>,
}

/// By the path that an editor sees. Paths are compared letter by letter, not folder by folder.
pub(super) type Ahead = BTreeMap<String, ReadFile>;

/// The trees of an earlier reading: a file with the same bytes is not parsed again.
#[derive(Debug, Default)]
pub struct Shelf {
    trees: BTreeMap<String, (Hash, Option<Arc<yaml::Tree>>)>,
}

/// The bytes of a file, under the path that an editor sees.
pub(super) struct Bytes {
    path: String,
    bytes: Result<Vec<u8>, UnreadableFile>,
    hash: Hash,
}

impl Bytes {
    /// Bytes with their mark.
    pub(super) fn new(path: Utf8PathBuf, bytes: Result<Vec<u8>, UnreadableFile>) -> Bytes {
        let hash = blake3::hash(bytes.as_deref().unwrap_or_default());
        Bytes { path: path.into_string(), bytes, hash }
    }

    /// The text and the tree in them. A tree that is known of the same bytes is not made again.
    pub(super) fn read(self, known: Option<&Shelf>) -> (String, ReadFile) {
        let Bytes { path, bytes, hash } = self;
        let text = bytes.and_then(text_of);
        let known = known.and_then(|shelf| shelf.trees.get(&path)).filter(|(known, _)| *known == hash);
        let tree = match known {
            Some((_, tree)) => tree.clone(),
            None => text.as_deref().ok().and_then(|text| tree_of(Utf8Path::new(&path), text)).map(Arc::new),
        };
        let is_clean = text.as_deref().is_ok_and(letters::is_clean);
        (path, ReadFile { text, hash, is_clean, tree })
    }

    /// The path from a folder, and the text; `None` for what lies elsewhere or is no text.
    pub(super) fn text_in(&self, folder: &Utf8Path) -> Option<(&Utf8Path, &str)> {
        let path = Utf8Path::new(&self.path).strip_prefix(folder).ok()?;
        Some((path, as_text(self.bytes.as_deref().ok()?)?))
    }

    /// Adds name and bytes to a mark; a file that cannot be read counts by its path alone.
    pub(super) fn mark(&self, hasher: &mut blake3::Hasher) {
        hasher.update(&(self.path.len() as u64).to_le_bytes());
        hasher.update(self.path.as_bytes());
        hasher.update(self.hash.as_bytes());
    }
}

/// The bytes of all files of the folders, in their order.
pub(super) fn bytes(folders: &[Folder]) -> Vec<Bytes> {
    let files: Vec<(&Folder, &Utf8Path)> =
        folders.iter().flat_map(|folder| folder.files().map(move |path| (folder, path))).collect();
    let one = |(folder, path): &(&Folder, &Utf8Path)| Bytes::new(folder.shown(path), folder.bytes(path));
    files.par_iter().with_max_len(AT_ONCE).map(one).collect()
}

/// Files that one thread reads before another may help: some are a hundred times as long as others.
const AT_ONCE: usize = 4;

/// Texts and trees of files whose bytes were read. Only who reads the site again has use for a shelf.
pub(super) fn read(files: Vec<Bytes>, shelf: Option<&mut Shelf>) -> Ahead {
    let known = shelf.as_deref();
    let read: Vec<(String, ReadFile)> = files.into_par_iter().with_max_len(AT_ONCE).map(|file| file.read(known)).collect();
    if let Some(shelf) = shelf {
        shelf.trees = read.iter().map(|(path, file)| (path.clone(), (file.hash, file.tree.clone()))).collect();
    }
    read.into_iter().collect()
}

/// The tree of the YAML in a file of this name; `None` when it has none, when it is wrong, or when it is an example that
/// stands beside a part of the theme, which no run reads.
fn tree_of(path: &Utf8Path, text: &str) -> Option<yaml::Tree> {
    let [_, _, theme] = INPUT_FOLDERS;
    match path.extension() {
        _ if path.starts_with(theme) => None,
        Some("yaml") => yaml::tree(text),
        Some("md") => front_matter::split(text).and_then(|(front, _)| yaml::tree(&text[front])),
        _ => None,
    }
}
