//! Files of a run by path: a list in the order of the paths. Tens of thousands of paths that begin alike are read, found and
//! written much faster in a list than in a tree.

use std::ops::Range;
use std::sync::Arc;

use rayon::slice::ParallelSliceMut;

use super::manifest::Made;

/// Files, each path once.
#[derive(Clone, Debug, Default)]
pub(super) struct FileList {
    files: Vec<(Arc<str>, Made)>,
}

/// What a run does to a list.
#[derive(Debug, Default)]
pub(super) struct NextList {
    /// The files that are there afterwards.
    pub(super) files: FileList,
    /// Paths of files that are no longer made.
    pub(super) gone: Vec<Arc<str>>,
    /// Number of files that stayed as they were.
    pub(super) unchanged: usize,
    /// Bytes of all files of this run.
    pub(super) bytes: u64,
}

impl FileList {
    /// A list of files in any order. Of two with the same path the last one counts.
    pub(super) fn new(mut files: Vec<(Arc<str>, Made)>) -> FileList {
        // A list that was written in order stays in order without a step of this sort.
        files.par_sort_by(|one, other| one.0.cmp(&other.0));
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

    /// The list after a run that made the files in `new`. `kept` says of each file of this list, in order, when it was last
    /// written if it was looked at and stays; of the others only those stay that the run does not cover.
    pub(super) fn after(self, kept: Vec<Option<u64>>, new: FileList, covers: impl Fn(&str) -> bool) -> NextList {
        // Both are in order, so one walk along both is enough.
        let mut next = NextList { bytes: new.bytes(), ..NextList::default() };
        let mut files = Vec::with_capacity(self.len().max(new.len()));
        let mut new = new.files.into_iter().peekable();
        for ((path, made), touched) in self.files.into_iter().zip(kept) {
            while let Some(earlier) = new.next_if(|(other, _)| *other < path) {
                files.push(earlier);
            }
            if let Some(replaced) = new.next_if(|(other, _)| *other == path) {
                files.push(replaced);
            } else if let Some(touched) = touched {
                next.unchanged += 1;
                next.bytes += made.length;
                files.push((path, Made { touched, ..made }));
            } else if covers(&path) {
                next.gone.push(path);
            } else {
                files.push((path, made));
            }
        }
        files.extend(new);
        next.files = FileList { files };
        next
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

    /// Bytes of all files.
    pub(super) fn bytes(&self) -> u64 {
        self.files.iter().map(|(_, made)| made.length).sum()
    }

    pub(super) fn made_mut(&mut self) -> impl Iterator<Item = &mut Made> {
        self.files.iter_mut().map(|(_, made)| made)
    }

    /// The place of a path in the list.
    pub(super) fn position(&self, path: &str) -> Option<usize> {
        self.files.binary_search_by(|(other, _)| (**other).cmp(path)).ok()
    }

    /// The places of files below a folder such as `leiden/` (`""` is everything), each named from there; the names are in
    /// order.
    pub(super) fn positions(&self, folder: &str, names: &[&str]) -> Vec<Option<usize>> {
        let Range { mut start, end } = self.below(folder);
        let place_of = |name: &&str| {
            let rest = &self.files[start..end];
            let is_before = |(path, _): &(Arc<str>, Made)| path[folder.len()..] < **name;
            // Nearly always it is the first of what is left.
            if rest.first().is_some_and(is_before) {
                start += rest.partition_point(is_before);
            }
            let found = self.files[start..end].first().is_some_and(|(path, _)| path[folder.len()..] == **name);
            start += usize::from(found);
            found.then(|| start - 1)
        };
        names.iter().map(place_of).collect()
    }

    /// The places of all paths that begin so.
    fn below(&self, folder: &str) -> Range<usize> {
        let begin = self.files.partition_point(|(path, _)| **path < *folder);
        let length = self.files[begin..].partition_point(|(path, _)| path.starts_with(folder));
        begin..begin + length
    }

    pub(super) fn get(&self, path: &str) -> Option<&Made> {
        self.position(path).map(|place| &self.files[place].1)
    }

    pub(super) fn contains(&self, path: &str) -> bool {
        self.position(path).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{FileList, Made};
    use crate::write::manifest::FileMark;

    fn list(paths: &[&str], length: u64) -> FileList {
        let made = Made { mark: FileMark::of(b"x"), length, touched: 1 };
        FileList::new(paths.iter().map(|path| ((*path).into(), made)).collect())
    }

    #[test]
    fn after_a_run_a_file_is_new_kept_gone_or_of_another_municipality() {
        let before = list(&["leiden/a", "leiden/b", "leiden/c", "urk/a"], 1);
        let new = list(&["leiden/0", "leiden/b", "zwolle/a"], 10);
        let next = before.after(vec![Some(7), None, None, None], new, |path| path.starts_with("leiden/"));
        let paths: Vec<&str> = next.files.paths().map(|path| &**path).collect();
        assert_eq!(paths, ["leiden/0", "leiden/a", "leiden/b", "urk/a", "zwolle/a"]);
        assert_eq!(next.gone.iter().map(|path| &**path).collect::<Vec<_>>(), ["leiden/c"]);
        assert_eq!((next.unchanged, next.bytes), (1, 31));
        assert_eq!(next.files.get("leiden/a").map(|made| made.touched), Some(7));
        assert_eq!(next.files.get("leiden/b").map(|made| made.length), Some(10));
    }

    #[test]
    fn files_below_a_folder_are_found_by_their_names() {
        let list = list(&["a/x", "b/en/x", "b/x", "b/x.gz", "b/z", "c/x"], 1);
        assert_eq!(list.positions("b/", &["a", "x", "y", "z"]), [None, Some(2), None, Some(4)]);
        assert_eq!(list.positions("b/en/", &["x", "z"]), [Some(1), None]);
        assert_eq!(list.positions("d/", &["x"]), [None]);
        assert_eq!(list.positions("", &["a/x", "c/x"]), [Some(0), Some(5)]);
    }
}
