//! What earlier runs made, and whether it still stands as they left it.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

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
    before.files.paths().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder.to_owned()).collect()
}

impl Publisher {
    /// Files of earlier runs.
    pub fn published_files(&self) -> BTreeSet<String> {
        self.before.files.paths().map(|path| path.to_string()).collect()
    }

    /// Whether an earlier run published a file at this address.
    pub fn has(&self, file: &OutputFile) -> bool {
        self.before.files.contains(file.path.as_str())
    }

    /// What the last run made, when it was made from the same and everything still stands there.
    pub fn up_to_date(&self, mark: &Hash) -> Option<(Whole, Published)> {
        let whole = self.before.whole.filter(|whole| whole.mark == *mark)?;
        let standing = self.looked();
        let bytes = standing.iter().flatten().map(|made| made.length).sum();
        let intact = standing.iter().all(Option::is_some);
        intact.then(|| (whole, Published { unchanged: standing.len(), bytes, ..Published::default() }))
    }

    /// Looks how all files of earlier runs stand, side by side. A run that needs most of them does this before it needs the
    /// first; any other looks at each when it comes to it.
    pub fn look(&self) {
        self.looked();
    }

    fn looked(&self) -> &[Option<Made>] {
        let look = || self.before.files.as_slice().par_iter().map(|(path, made)| self.stands(path, made)).collect();
        self.standing.get_or_init(look)
    }

    /// How a file of an earlier run stands, by its place in the list; `None` when it is not `asked` for either.
    pub(super) fn standing(&self, place: usize, asked: impl FnOnce(&Made) -> bool) -> Option<Made> {
        let (path, made) = &self.before.files.as_slice()[place];
        if !asked(made) {
            return None;
        }
        self.standing.get().map_or_else(|| self.stands(path, made), |standing| standing[place])
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

    /// Keeps those of these files, all below one folder (`""` is all of the output), that still stand as an earlier run left
    /// them, each with its compressed forms. Says of each whether it was kept.
    pub fn keep(&self, folder: &str, paths: &[String]) -> Vec<bool> {
        let part = self.before.files.below(folder);
        let forms = |path: &String| self.standing_forms(self.before.files.position_in(part.clone(), path)?, path);
        let standing: Vec<Option<Vec<_>>> = paths.iter().map(forms).collect();
        let kept = standing.iter().map(Option::is_some).collect();
        let forms = standing.into_iter().flatten().flatten();
        self.lock().taken.extend(forms.map(|(path, made)| (path, made, false)));
        kept
    }

    /// A file, by its place in the list, and its compressed forms; `None` when one of them was touched.
    fn standing_forms(&self, first: usize, path: &str) -> Option<Vec<(Arc<str>, Made)>> {
        // In the order of paths they follow the file itself.
        let forms = self.before.files.as_slice()[first..].iter().take_while(|(other, _)| plain_path(other) == path);
        forms.enumerate().map(|(after, (path, _))| Some((path.clone(), self.standing(first + after, |_| true)?))).collect()
    }

    /// Keeps one file as it is, when it still stands as an earlier run left it.
    pub(super) fn keep_file(&self, path: &str) -> bool {
        let standing = self.before.files.position(path).and_then(|place| self.standing(place, |_| true));
        let Some(standing) = standing else { return false };
        self.lock().taken.push((path.into(), standing, false));
        true
    }

    /// Whether a file stands in the output as an earlier run left it. When someone touched it since, its bytes tell.
    fn stands(&self, path: &str, made: &Made) -> Option<Made> {
        let place = self.output.join(path);
        let found = fs::metadata(&place).ok().filter(|found| found.is_file() && found.len() == made.length)?;
        let touched = touched(&found);
        let untouched = touched != 0 && touched == made.touched;
        let same = untouched || fs::read(&place).is_ok_and(|bytes| blake3::hash(&bytes) == made.hash);
        same.then_some(Made { touched, ..*made })
    }
}
