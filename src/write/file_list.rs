//! Files of a run by path: a list in the order of the paths. Tens of thousands of paths that begin alike are read, found and
//! written much faster in a list than in a tree.

use std::ops::Range;
use std::sync::Arc;

use super::manifest::Made;

/// Files, each path once.
#[derive(Clone, Debug, Default)]
pub(super) struct FileList {
    files: Vec<(Arc<str>, Made)>,
}

impl FileList {
    /// A list of files in any order. Of two with the same path the last one counts.
    pub(super) fn new(mut files: Vec<(Arc<str>, Made)>) -> FileList {
        // A list that was written in order stays in order without a step of this sort.
        files.sort_by(|one, other| one.0.cmp(&other.0));
        files.dedup_by(|later, earlier| {
            let double = later.0 == earlier.0;
            if double {
                earlier.1 = later.1;
            }
            double
        });
        FileList { files }
    }

    /// The same list with files of another one, where it has none of its own.
    pub(super) fn with(self, others: impl IntoIterator<Item = (Arc<str>, Made)>) -> FileList {
        FileList::new(others.into_iter().chain(self.files).collect())
    }

    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    pub(super) fn as_slice(&self) -> &[(Arc<str>, Made)] {
        &self.files
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &Arc<str>> {
        self.files.iter().map(|(path, _)| path)
    }

    /// The paths that another list has not.
    pub(super) fn without<'a, 'b>(&'a self, other: &'b FileList) -> impl Iterator<Item = &'a str> + use<'a, 'b> {
        // Both are in order, so one walk along both is enough.
        let mut others = other.files.iter().map(|(path, _)| &**path).peekable();
        self.files.iter().map(|(path, _)| &**path).filter(move |path| {
            while others.next_if(|other| other < path).is_some() {}
            others.peek().is_none_or(|other| other != path)
        })
    }

    pub(super) fn made_mut(&mut self) -> impl Iterator<Item = &mut Made> {
        self.files.iter_mut().map(|(_, made)| made)
    }

    /// The place of a path in the list.
    pub(super) fn position(&self, path: &str) -> Option<usize> {
        self.position_in(0..self.files.len(), path)
    }

    /// The places of all paths that begin so, such as those below the folder `leiden/`.
    pub(super) fn below(&self, folder: &str) -> Range<usize> {
        let begin = self.files.partition_point(|(path, _)| **path < *folder);
        let length = self.files[begin..].partition_point(|(path, _)| path.starts_with(folder));
        begin..begin + length
    }

    /// The place of a path that stands somewhere in a part of the list.
    pub(super) fn position_in(&self, part: Range<usize>, path: &str) -> Option<usize> {
        let found = self.files[part.clone()].binary_search_by(|(other, _)| (**other).cmp(path));
        found.ok().map(|place| part.start + place)
    }

    pub(super) fn get(&self, path: &str) -> Option<&Made> {
        self.position(path).map(|place| &self.files[place].1)
    }

    pub(super) fn contains(&self, path: &str) -> bool {
        self.position(path).is_some()
    }
}
