//! The list of files that we made, with their hashes. It lies beside the output folder, not in it.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::fs;

use camino::Utf8Path;

use super::{Hashes, WriteError, system};

/// Files of a run.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    files: Hashes,
    distrusted: bool,
}

const NAME: &str = "bestanden.txt";

impl Manifest {
    /// The files of the last run; empty when there was none.
    pub(super) fn read(beside: &Utf8Path) -> Manifest {
        let text = fs::read_to_string(beside.join(NAME)).unwrap_or_default();
        let files = text.lines().filter_map(|line| line.split_once(' ')).filter(|(_, path)| is_inside(path));
        Manifest { files: files.map(|(hash, path)| (path.to_owned(), hash.to_owned())).collect(), distrusted: false }
    }

    /// Keeps the list but not the hashes: a run was stopped halfway, so a file may have other bytes.
    pub(super) fn distrust(&mut self) {
        self.distrusted = true;
    }

    /// Whether a path was made with these bytes.
    pub(super) fn has(&self, path: &str, hash: &blake3::Hash) -> bool {
        !self.distrusted && self.files.get(path).is_some_and(|known| known.as_str() == hash.to_hex().as_str())
    }

    /// Whether a path is in the list.
    pub(super) fn contains(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Adds a file.
    pub(super) fn insert(&mut self, path: &str, hash: blake3::Hash) {
        self.files.insert(path.to_owned(), hash.to_hex().to_string());
    }

    /// All paths, sorted.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Number of files.
    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    /// Takes over files of an earlier run that this run did not make and may not judge.
    pub(super) fn keep_others(&mut self, before: &Manifest, keep: impl Fn(&str) -> bool) {
        for (path, hash) in before.files.iter().filter(|(path, _)| keep(path)) {
            self.files.entry(path.clone()).or_insert_with(|| hash.clone());
        }
    }

    /// Writes the list, beside and renamed.
    pub(super) fn write(&self, beside: &Utf8Path) -> Result<(), WriteError> {
        let text: String = self.files.iter().map(|(path, hash)| format!("{hash} {path}\n")).collect();
        let target = beside.join(NAME);
        let temporary = beside.join(format!("{NAME}.nieuw"));
        fs::write(&temporary, text).map_err(system(&temporary))?;
        fs::rename(&temporary, &target).map_err(system(&target))
    }
}

/// A damaged list must not make us remove something outside the output folder.
fn is_inside(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}
