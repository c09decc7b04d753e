//! Files of a run by path: a list in the order of the paths. Tens of thousands of paths that begin alike are read, found and
//! written much faster in a list than in a tree.

use std::ops::Range;

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;

use super::manifest::Made;

/// Files, each path once. Their paths stand behind each other in one text: a text for each would have to be asked for and
/// given back tens of thousands of times.
#[derive(Clone, Debug, Default)]
pub(super) struct FileList {
    paths: String,
    files: Vec<Listed>,
}

/// A file of the list.
#[derive(Clone, Debug)]
struct Listed {
    /// Its path among all of them.
    path: Range<usize>,
    made: Made,
}

/// What a run does to a list.
#[derive(Debug, Default)]
pub(super) struct NextList<'a> {
    /// The files that are there afterwards.
    pub(super) files: FileList,
    /// Paths of files that are no longer made.
    pub(super) gone: Vec<&'a str>,
    /// Number of files that stayed as they were.
    pub(super) unchanged: usize,
    /// Bytes of all files of this run.
    pub(super) bytes: u64,
}

impl FileList {
    /// A list of files in any order. Of two with the same path the last one counts.
    pub(super) fn new<P: AsRef<str> + Send>(mut files: Vec<(P, Made)>) -> FileList {
        // Files that come in order stay in order without a step of this sort.
        files.par_sort_by(|(one, _), (other, _)| one.as_ref().cmp(other.as_ref()));
        let mut list = FileList::default();
        for (path, made) in files {
            if list.files.last().is_some_and(|last| list.paths[last.path.clone()] == *path.as_ref()) {
                list.files.pop();
            }
            list.push(path.as_ref(), made);
        }
        list
    }

    /// The files of these lines, which several threads read; a line for which `read` gives nothing is passed over.
    pub(super) fn of_lines<'t>(
        lines: impl ParallelIterator<Item = &'t str>,
        read: impl Fn(&'t str) -> Option<(&'t str, Made)> + Sync,
    ) -> FileList {
        let add = |mut list: FileList, line: &'t str| {
            if let Some((path, made)) = read(line) {
                list.push(path, made);
            }
            list
        };
        let list = lines.fold(FileList::default, add).reduce(FileList::default, FileList::followed_by);
        // As it was written; anything else was put together by somebody.
        let is_in_order = list.paths().is_sorted_by(|one, next| one < next);
        if is_in_order { list } else { FileList::new(list.iter().map(|(path, made)| (path, *made)).collect()) }
    }

    /// The same list with files of another one, where it has none of its own.
    pub(super) fn with<'a>(&'a self, others: impl IntoIterator<Item = (&'a str, Made)>) -> FileList {
        FileList::new(others.into_iter().chain(self.iter().map(|(path, made)| (path, *made))).collect())
    }

    /// The list after a run that made the files in `new`. `kept` says of each file of this list, in order, when it was last
    /// written if it was looked at and stays; of the others only those stay that the run does not cover.
    pub(super) fn after(&self, kept: &[Option<u64>], new: &FileList, covers: impl Fn(&str) -> bool) -> NextList<'_> {
        debug_assert_eq!(kept.len(), self.len(), "every file was kept or not");
        // Both are in order, so one walk along both is enough.
        let mut next = NextList { bytes: new.bytes(), files: FileList::with_room_for(self, new), ..NextList::default() };
        let mut new = new.iter().peekable();
        for ((path, made), touched) in self.iter().zip(kept) {
            while let Some((earlier, made)) = new.next_if(|(other, _)| *other < path) {
                next.files.push(earlier, *made);
            }
            if let Some((_, replaced)) = new.next_if(|(other, _)| *other == path) {
                next.files.push(path, *replaced);
            } else if let Some(touched) = *touched {
                next.unchanged += 1;
                next.bytes += made.length;
                next.files.push(path, Made { touched, ..*made });
            } else if covers(path) {
                next.gone.push(path);
            } else {
                next.files.push(path, *made);
            }
        }
        new.for_each(|(path, made)| next.files.push(path, *made));
        next
    }

    fn with_room_for(one: &FileList, other: &FileList) -> FileList {
        FileList {
            paths: String::with_capacity(one.paths.len().max(other.paths.len())),
            files: Vec::with_capacity(one.len().max(other.len())),
        }
    }

    /// Adds a file that comes after all others.
    fn push(&mut self, path: &str, made: Made) {
        let start = self.paths.len();
        self.paths.push_str(path);
        self.files.push(Listed { path: start..self.paths.len(), made });
    }

    /// This list and one that comes after it.
    fn followed_by(mut self, other: FileList) -> FileList {
        if self.is_empty() {
            return other;
        }
        let before = self.paths.len();
        self.paths.push_str(&other.paths);
        let moved = |Listed { path, made }: Listed| Listed { path: before + path.start..before + path.end, made };
        self.files.extend(other.files.into_iter().map(moved));
        self
    }

    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// A file by its place in the list.
    pub(super) fn at(&self, place: usize) -> (&str, &Made) {
        let Listed { path, made } = &self.files[place];
        (&self.paths[path.clone()], made)
    }

    /// All files in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Made)> {
        (0..self.len()).map(|place| self.at(place))
    }

    /// Something of each file, found by several threads; one of them does at most `at_once` before another may help.
    pub(super) fn of_each<T: Send>(&self, at_once: usize, find: impl Fn(&str, &Made) -> T + Sync) -> Vec<T> {
        let find = |place: usize| {
            let (path, made) = self.at(place);
            find(path, made)
        };
        (0..self.len()).into_par_iter().with_max_len(at_once).map(find).collect()
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(path, _)| path)
    }

    /// Bytes of all files.
    pub(super) fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.made.length).sum()
    }

    pub(super) fn made_mut(&mut self) -> impl Iterator<Item = &mut Made> {
        self.files.iter_mut().map(|file| &mut file.made)
    }

    /// The place of a path in the list.
    pub(super) fn position(&self, path: &str) -> Option<usize> {
        self.files.binary_search_by(|other| self.paths[other.path.clone()].cmp(path)).ok()
    }

    /// The places of files below a folder such as `leiden/` (`""` is everything), each named from there; the names are in
    /// order.
    pub(super) fn positions(&self, folder: &str, names: &[&str]) -> Vec<Option<usize>> {
        let Range { mut start, end } = self.below(folder);
        let name_of = |file: &Listed| &self.paths[file.path.start + folder.len()..file.path.end];
        let place_of = |name: &&str| {
            let rest = &self.files[start..end];
            // Nearly always it is the first of what is left.
            if rest.first().is_some_and(|file| name_of(file) < *name) {
                start += rest.partition_point(|file| name_of(file) < *name);
            }
            let is_found = self.files[start..end].first().is_some_and(|file| name_of(file) == *name);
            start += usize::from(is_found);
            is_found.then(|| start - 1)
        };
        names.iter().map(place_of).collect()
    }

    /// The places of all paths that begin so.
    fn below(&self, folder: &str) -> Range<usize> {
        let path_of = |file: &Listed| &self.paths[file.path.clone()];
        let begin = self.files.partition_point(|file| path_of(file) < folder);
        let length = self.files[begin..].partition_point(|file| path_of(file).starts_with(folder));
        begin..begin + length
    }

    pub(super) fn get(&self, path: &str) -> Option<&Made> {
        self.position(path).map(|place| &self.files[place].made)
    }

    pub(super) fn contains(&self, path: &str) -> bool {
        self.position(path).is_some()
    }
}

#[cfg(test)]
mod tests {
    use rayon::str::ParallelString;

    use super::{FileList, Made};
    use crate::write::manifest::FileMark;

    fn list(paths: &[&str], length: u64) -> FileList {
        let made = Made { mark: FileMark::of(b"x"), length, touched: 1 };
        FileList::new(paths.iter().map(|path| (*path, made)).collect())
    }

    #[test]
    fn after_a_run_a_file_is_new_kept_gone_or_of_another_municipality() {
        let before = list(&["leiden/a", "leiden/b", "leiden/c", "urk/a"], 1);
        let new = list(&["leiden/0", "leiden/b", "zwolle/a"], 10);
        let next = before.after(&[Some(7), None, None, None], &new, |path| path.starts_with("leiden/"));
        let paths: Vec<&str> = next.files.paths().collect();
        assert_eq!(paths, ["leiden/0", "leiden/a", "leiden/b", "urk/a", "zwolle/a"]);
        assert_eq!(next.gone, ["leiden/c"]);
        assert_eq!((next.unchanged, next.bytes), (1, 31));
        assert_eq!(next.files.get("leiden/a").map(|made| made.touched), Some(7));
        assert_eq!(next.files.get("leiden/b").map(|made| made.length), Some(10));
    }

    #[test]
    fn lines_in_any_order_become_a_list_in_which_the_last_of_two_counts() {
        let read = |line| Some((line, Made { mark: FileMark::of(b"x"), length: 1, touched: 1 }));
        for (lines, expected) in [("a\nb\nc", "a b c"), ("c\na\nb\na", "a b c"), ("", "")] {
            let list = FileList::of_lines(lines.par_lines(), read);
            assert_eq!(list.paths().collect::<Vec<_>>().join(" "), expected);
        }
        let twice = Made { mark: FileMark::of(b"x"), length: 1, touched: 1 };
        let list = FileList::new(vec![("a", twice), ("b", twice), ("a", Made { length: 2, ..twice })]);
        assert_eq!(list.get("a").map(|made| made.length), Some(2));
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
