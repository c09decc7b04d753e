//! What earlier runs made, and whether it still stands as they left it.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::collections::BTreeSet;
use std::fs;

use blake3::Hash;
use camino::Utf8Path;

use super::compressed::plain_path;
use super::held::FileState;
use super::manifest::{FileMark, Made, Manifest};
use super::notes::{LocalNotes, MadeFrom, TextNotes};
use super::{Published, Publisher, Whole, beside, real};
use crate::output::OutputFile;

/// First folders of the files that earlier runs published in an output folder, without taking hold of it: the
/// municipalities that are published already.
pub fn published_folders(output: &Utf8Path) -> BTreeSet<String> {
    let before = Manifest::read(&beside(&real(output)));
    before.files.paths().filter_map(|path| path.split_once('/')).map(|(folder, _)| folder.to_owned()).collect()
}

/// Files that one thread looks at before another may help: about a fifth of a millisecond.
const LOOKED_AT_ONCE: usize = 64;

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
        let intact = self.looked().iter().all(Option::is_some);
        let files = &self.before.files;
        intact.then(|| (whole, Published { unchanged: files.len(), bytes: files.bytes(), ..Published::default() }))
    }

    /// Looks how all files of earlier runs stand, side by side. A run that needs most of them does this before it needs the
    /// first; any other looks at each when it comes to it.
    pub fn look(&self) {
        self.looked();
    }

    fn looked(&self) -> &[Option<u64>] {
        self.standing.get_or_init(|| self.before.files.of_each(LOOKED_AT_ONCE, |path, made| self.stands(path, made)))
    }

    /// When a file of an earlier run was last written, by its place in the list; `None` when it does not stand as that run
    /// left it, or is not `asked` for.
    pub(super) fn standing(&self, place: usize, asked: impl FnOnce(&Made) -> bool) -> Option<u64> {
        let (path, made) = self.before.files.at(place);
        if !asked(made) {
            return None;
        }
        self.standing.get().map_or_else(|| self.stands(path, made), |standing| standing[place])
    }

    /// From what the last run made the files of a municipality.
    pub fn made_from(&self, key: &str) -> Option<&MadeFrom> {
        self.before.marks.get(key)
    }

    /// What pages could show of a municipality when they were made.
    pub fn local_notes(&self, key: &str) -> Option<&LocalNotes> {
        self.before.local.get(key)
    }

    /// Whether the last run remembered from what any files were made.
    pub fn has_marks(&self) -> bool {
        !self.before.marks.is_empty()
    }

    /// What pages took from shared texts when they were made.
    pub fn notes(&self) -> Option<&TextNotes> {
        self.before.notes.as_ref()
    }

    /// Keeps those of these files that still stand as an earlier run left them, each with its compressed forms. They are named
    /// from a folder such as `leiden/` (`""` is all of the output), in the order of their names. Says of each whether it was
    /// kept.
    pub fn keep(&self, folder: &str, names: &[&str]) -> Vec<bool> {
        let mut standing = Vec::with_capacity(names.len());
        let places = self.before.files.positions(folder, names).into_iter();
        let kept = places.map(|place| place.is_some_and(|place| self.add_standing(place, &mut standing))).collect();
        let mut state = self.lock();
        standing.into_iter().for_each(|(place, touched)| state.kept[place] = Some(touched));
        kept
    }

    /// Adds the places of a file and of its compressed forms; adds nothing and says no when one of them was touched.
    fn add_standing(&self, first: usize, standing: &mut Vec<(usize, u64)>) -> bool {
        let files = &self.before.files;
        let (path, before) = (files.at(first).0, standing.len());
        // In the order of paths they follow the file itself.
        for place in (first..files.len()).take_while(|place| plain_path(files.at(*place).0) == path) {
            let Some(touched) = self.standing(place, |_| true) else {
                standing.truncate(before);
                return false;
            };
            standing.push((place, touched));
        }
        true
    }

    /// Keeps one file as it is, when it still stands as an earlier run left it.
    pub(super) fn keep_file(&self, path: &str) -> bool {
        let standing = |place: usize| Some((place, self.standing(place, |_| true)?));
        let Some((place, touched)) = self.before.files.position(path).and_then(standing) else { return false };
        self.lock().kept[place] = Some(touched);
        true
    }

    /// When a file in the output was last written, if it stands as an earlier run left it. When someone touched it since, its
    /// bytes tell.
    fn stands(&self, path: &str, made: &Made) -> Option<u64> {
        let FileState { touched, .. } = self.held.state(path).filter(|found| found.length == made.length)?;
        let untouched = touched != 0 && touched == made.touched;
        let same = || fs::read(self.output.join(path)).is_ok_and(|bytes| FileMark::of(&bytes) == made.mark);
        (untouched || same()).then_some(touched)
    }
}
