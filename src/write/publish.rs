//! Everything that was staged goes into its place, and what is no longer made goes away.
#![expect(clippy::disallowed_methods, reason = "this is the room that writes files")]

use std::fs;
use std::io::ErrorKind::{InvalidFilename, InvalidInput, IsADirectory, NotADirectory, NotFound};

use camino::{Utf8Path, Utf8PathBuf};

use super::compressed::plain_path;
use super::disk::{in_its_folder, remove_if_there, write_beside};
use super::error::{WriteError, system};
use super::file_list::{FileList, NextList};
use super::repair::unfinished_mark;
use super::{Publisher, State, Whole, waiting};

/// What a run changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or different.
    pub written: usize,
    /// Files that stayed as they were.
    pub unchanged: usize,
    /// Files of an earlier run that are gone.
    pub removed: usize,
    /// Bytes of all files of this run.
    pub bytes: u64,
}

/// Which files of an earlier run this run may remove when it does not make them.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Keys of municipalities; empty means everything.
    pub municipalities: Vec<String>,
    /// Set when only some languages are built; then nothing is removed.
    pub some_languages: bool,
}

impl Scope {
    pub(super) fn covers(&self, path: &str) -> bool {
        if self.some_languages {
            return false;
        }
        self.municipalities.is_empty()
            || self
                .municipalities
                .iter()
                .any(|key| path.starts_with(&format!("{key}/")) || path.starts_with(&format!("data/{key}.json")))
    }
}

/// Whether readers open this file itself, plain or compressed: what it names must be there before it.
pub(super) fn is_page(path: &str) -> bool {
    plain_path(path).ends_with(".html")
}

impl Publisher {
    /// Puts everything that was staged in its place, then removes what this run no longer makes. `whole` is kept for
    /// [`Publisher::up_to_date`].
    ///
    /// # Errors
    /// When a file cannot be put in its place. The next run notices and puts everything right.
    pub fn publish(self, scope: &Scope, whole: Option<Whole>) -> Result<Published, WriteError> {
        let State { mut made, new, kept, forget_notes } = std::mem::take(&mut *self.lock());
        let new = FileList::new(new);
        let staged: Vec<&str> = new.paths().collect();
        let NextList { files, gone, unchanged, bytes } = self.before.files.after(&kept, &new, |path| scope.covers(path));
        let published = Published { written: staged.len(), unchanged, removed: gone.len(), bytes };
        let mark = unfinished_mark(&self.beside);
        if !staged.is_empty() || !gone.is_empty() {
            let intended: Vec<&str> = staged.iter().flat_map(|path| [*path, "\n"]).collect();
            write_beside(&self.beside, &mark, &intended)?;
        }
        self.put_all(&staged)?;
        // What pages need goes last: a page that goes too still needs its style sheet until then.
        let (pages, others): (Vec<&str>, Vec<&str>) = gone.iter().partition(|path| is_page(path));
        for path in pages.iter().chain(&others) {
            self.remove(path)?;
        }
        made.files = files;
        // After a run for some languages the pages of a municipality are of two minds: nothing may be kept unseen.
        let is_other = |key: &str| !scope.some_languages && !scope.covers(&format!("{key}/"));
        for (key, earlier) in self.before.marks.iter().filter(|(key, _)| is_other(key)) {
            made.marks.entry(key.clone()).or_insert(*earlier);
        }
        for (key, earlier) in self.before.local.iter().filter(|(key, _)| is_other(key)) {
            made.local.entry(key.clone()).or_insert_with(|| earlier.clone());
        }
        if forget_notes {
            made.notes = None;
        } else if !scope.some_languages {
            made.notes = made.notes.or_else(|| self.before.notes.clone());
        }
        made.whole = whole;
        made.write(&self.beside)?;
        remove_if_there(&mark)?;
        self.clear_staging()?;
        Ok(published)
    }

    /// Puts all new files in their place: style sheets and other files that pages need before pages.
    fn put_all(&self, staged: &[&str]) -> Result<(), WriteError> {
        let (pages, others): (Vec<&str>, Vec<&str>) = staged.iter().partition(|path| is_page(path));
        others.iter().try_for_each(|path| self.put(&self.waiting(path), Utf8Path::new(path)))?;
        let folders = waiting::folders(&self.beside);
        if folders.exists() {
            self.put_folder(&folders, Utf8Path::new(""))?;
        }
        let mut alone = pages.iter().filter(|path| !self.is_in_new_folder(path));
        alone.try_for_each(|path| self.put(&self.waiting(path), Utf8Path::new(path)))
    }

    /// Puts a waiting folder in its place: as a whole where nothing stands yet, else file by file.
    fn put_folder(&self, folders: &Utf8Path, path: &Utf8Path) -> Result<(), WriteError> {
        let staged = folders.join(path);
        if !self.output.join(path).exists() && path != "" {
            return self.put(&staged, path);
        }
        let mut entries: Vec<Utf8PathBuf> = staged
            .read_dir_utf8()
            .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
            .map_err(system(&staged))?
            .iter()
            .map(|entry| path.join(entry.file_name()))
            .collect();
        entries.sort();
        for entry in entries {
            let waiting = folders.join(&entry);
            if waiting.is_dir() {
                self.put_folder(folders, &entry)?;
            } else {
                self.put(&waiting, &entry)?;
            }
        }
        Ok(())
    }

    fn put(&self, waiting: &Utf8Path, path: &Utf8Path) -> Result<(), WriteError> {
        let target = self.output.join(path);
        in_its_folder(&target, || fs::rename(waiting, &target))
    }

    fn remove(&self, path: &str) -> Result<(), WriteError> {
        let target = self.output.join(path);
        match fs::remove_file(&target).map_err(|error| (error.kind(), error)) {
            // A folder with its name: somebody took our file away already. A name that cannot be: the list was damaged.
            Ok(()) | Err((NotFound | NotADirectory | IsADirectory | InvalidFilename | InvalidInput, _)) => {}
            Err((_, error)) => return Err(system(&target)(error)),
        }
        // Folders that are empty now go too; one with a foreign file in it stays.
        let mut folder = target.parent();
        while let Some(empty) = folder.filter(|folder| *folder != self.output) {
            match fs::remove_dir(empty) {
                // A run that was stopped may have removed the inner folder and not the outer one.
                Err(error) if error.kind() != NotFound => break,
                _ => {}
            }
            folder = empty.parent();
        }
        Ok(())
    }
}
