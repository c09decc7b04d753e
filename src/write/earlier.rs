//! What earlier runs made, and whether it still stands as they left it.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::collections::BTreeSet;
use std::fs;

use blake3::Hash;
use camino::Utf8Path;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::compressed::plain_path;
use super::manifest::{Made, MadeFrom, Manifest, TextNotes, touched};
use super::{Published, Publisher, Whole, beside, real};
use crate::output::OutputFile;

/// First folders of the files that earlier runs published in an output folder, without taking hold of it: the
/// municipalities that are published already.
pub fn published_folders(output: &Utf8Path) -> BTreeSet<String> {
    let before = Manifest::read(&beside(&real(output)));
    before.files.keys().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder.to_owned()).collect()
}

impl Publisher {
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

    /// From what the last run made the files of a municipality.
    pub fn made_from(&self, key: &str) -> Option<&MadeFrom> {
        self.before.marks.get(key)
    }

    /// Whether the last run remembered from what any files were made.
    pub fn has_marks(&self) -> bool {
        !self.before.marks.is_empty()
    }

    /// What pages took from shared texts when they were made.
    pub fn notes(&self) -> Option<&TextNotes> {
        self.before.notes.as_ref()
    }

    /// Keeps those of these files that still stand as an earlier run left them, each with its compressed forms. Says of
    /// each whether it was kept.
    pub fn keep(&self, paths: &[String]) -> Vec<bool> {
        let standing: Vec<Option<Vec<(String, Made)>>> = paths.iter().map(|path| self.standing_forms(path)).collect();
        let kept = standing.iter().map(Option::is_some).collect();
        let forms = standing.into_iter().flatten().flatten();
        self.lock().taken.extend(forms.map(|(path, made)| (path, made, false)));
        kept
    }

    /// A file and its compressed forms; `None` when it is not there, or when one of them was touched.
    fn standing_forms(&self, path: &str) -> Option<Vec<(String, Made)>> {
        let plain = (path.to_owned(), self.stands(path, self.before.files.get(path)?)?);
        let forms = self.before.below(path).skip(1).take_while(|(other, _)| plain_path(other) == path);
        let forms = forms.map(|(path, made)| Some((path.clone(), self.stands(path, made)?)));
        std::iter::once(Some(plain)).chain(forms).collect()
    }

    /// Keeps one file as it is, when it still stands as an earlier run left it.
    pub(super) fn keep_file(&self, path: &str) -> bool {
        let Some(standing) = self.before.files.get(path).and_then(|made| self.stands(path, made)) else { return false };
        self.lock().taken.push((path.to_owned(), standing, false));
        true
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
