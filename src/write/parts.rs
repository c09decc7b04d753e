//! Parts of a site that were built apart, put together again.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::collections::BTreeMap;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use walkdir::WalkDir;

use super::error::{WriteError, unreadable};
use super::{Published, Publisher, Scope};
use crate::output::OutputFile;

/// The files of all parts together: for each path, where its bytes lie.
pub struct Parts {
    files: BTreeMap<String, Utf8PathBuf>,
}

impl Parts {
    /// Looks through the folders of the parts. What is in several of them must be the same in all.
    ///
    /// # Errors
    /// When a folder cannot be read, or parts differ in a file that both have.
    pub fn open(folders: &[Utf8PathBuf]) -> Result<Parts, WriteError> {
        let mut parts = Parts { files: BTreeMap::new() };
        for folder in folders {
            for path in files_below(folder)? {
                let place = folder.join(&path);
                if let Some(earlier) = parts.files.get(&path) {
                    if read(earlier)? != read(&place)? {
                        return Err(WriteError::PartsDiffer(path, folder.clone()));
                    }
                    continue;
                }
                parts.files.insert(path, place);
            }
        }
        Ok(parts)
    }

    /// Whether one of the parts has a file.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Text of a file; `None` when no part has it, or it is no text.
    pub fn text(&self, path: &str) -> Option<String> {
        String::from_utf8(read(self.files.get(path)?).ok()?).ok()
    }

    /// Publishes all files as one build would.
    ///
    /// # Errors
    /// As [`Publisher::stage`] and [`Publisher::publish`].
    pub fn publish(&self, output: &Utf8Path) -> Result<Published, WriteError> {
        let publisher = Publisher::open(output)?;
        let files: Vec<(&String, &Utf8PathBuf)> = self.files.iter().collect();
        files
            .par_iter()
            .try_for_each(|(path, place)| publisher.stage(&OutputFile::bytes(path.as_str(), read(place)?)).map(drop))?;
        publisher.publish(&Scope::default(), None)
    }
}

fn read(place: &Utf8Path) -> Result<Vec<u8>, WriteError> {
    fs::read(place).map_err(unreadable(place))
}

/// Paths of all files below a folder, sorted; links are not followed.
fn files_below(folder: &Utf8Path) -> Result<Vec<String>, WriteError> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| unreadable(folder)(error.into()))?;
        let inside = entry.path().strip_prefix(folder).ok().and_then(|path| path.to_str());
        if let Some(path) = inside.filter(|_| entry.file_type().is_file()) {
            files.push(path.replace('\\', "/"));
        }
    }
    Ok(files)
}
