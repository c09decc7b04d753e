//! What earlier runs made, and whether it still stands as they left it.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::collections::BTreeSet;
use std::fs;

use blake3::Hash;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::manifest::{Made, touched};
use super::{Published, Publisher, Whole};
use crate::output::OutputFile;

impl Publisher {
    /// First folders of the files of earlier runs: the municipalities that are published already.
    pub fn published_folders(&self) -> BTreeSet<String> {
        let paths = self.before.files.keys();
        paths.filter_map(|path| path.split_once('/')).map(|(folder, _)| folder.to_owned()).collect()
    }

    /// Files of earlier runs.
    pub fn published_files(&self) -> BTreeSet<String> {
        self.before.files.keys().cloned().collect()
    }

    /// Whether an earlier run published a file at this address.
    pub fn has(&self, file: &OutputFile) -> bool {
        self.before.files.contains_key(file.path.as_str())
    }

    /// What the last run made, when it was made from the same and everything still stands there.
    pub fn up_to_date(&self, mark: &Hash) -> Option<(Whole, Published)> {
        let whole = self.before.whole.filter(|whole| whole.mark == *mark)?;
        let files: Vec<(&String, &Made)> = self.before.files.iter().collect();
        let intact = files.par_iter().all(|(path, made)| self.stands(path, made).is_some());
        let bytes = files.iter().map(|(_, made)| made.length).sum();
        intact.then(|| (whole, Published { unchanged: files.len(), bytes, ..Published::default() }))
    }

    /// Keeps the files of a municipality as they are, when they were made from the same and still stand there.
    /// Gives the number of its pages.
    pub fn keep(&self, key: &str, mark: &Hash) -> Option<usize> {
        if self.before.marks.get(key) != Some(mark) {
            return None;
        }
        let (folder, data) = (format!("{key}/"), format!("data/{key}.json"));
        let own: Vec<(&String, &Made)> = self.before.below(&folder).chain(self.before.files.get_key_value(&data)).collect();
        let standing: Vec<(String, Made)> =
            own.iter().map(|(path, made)| Some(((*path).clone(), self.stands(path, made)?))).collect::<Option<_>>()?;
        if standing.is_empty() {
            return None;
        }
        let pages = standing.iter().filter(|(path, _)| path.ends_with(".html")).count();
        let mut state = self.lock();
        state.made.marks.insert(key.to_owned(), *mark);
        state.made.files.extend(standing);
        Some(pages)
    }

    /// Whether a file stands in the output as an earlier run left it. When someone touched it since, its bytes tell.
    pub(super) fn stands(&self, path: &str, made: &Made) -> Option<Made> {
        let place = self.output.join(path);
        let found = fs::metadata(&place).ok().filter(|found| found.is_file() && found.len() == made.length)?;
        let touched = touched(&found);
        let untouched = touched != 0 && touched == made.touched;
        let same = untouched || fs::read(&place).is_ok_and(|bytes| blake3::hash(&bytes) == made.hash);
        same.then_some(Made { touched, ..*made })
    }
}
