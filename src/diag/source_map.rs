//! The texts of all input files, so that a place can be shown as file, line and column.

use std::sync::Arc;

use blake3::Hash;
use camino::{Utf8Path, Utf8PathBuf};

use crate::diag::Span;

/// Number of a file in the [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// One input file: its path inside the site folder and its text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path from the site folder, with `/`.
    pub path: Utf8PathBuf,
    /// The text; empty when the file could not be read as text.
    pub text: Arc<str>,
    /// Mark of what was read.
    pub mark: Hash,
}

/// All input files of a run.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a file and gives its number.
    pub fn add(&mut self, path: Utf8PathBuf, text: Arc<str>) -> FileId {
        let mark = blake3::hash(text.as_bytes());
        self.add_marked(path, text, mark)
    }

    /// The same, when the mark of its bytes is known.
    pub(crate) fn add_marked(&mut self, path: Utf8PathBuf, text: Arc<str>, mark: Hash) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("fewer than four thousand million input files"));
        self.files.push(SourceFile { path, text, mark });
        id
    }

    /// Adds the files of another map behind those that are here. What comes back gives the number here of a file there.
    pub(crate) fn absorb(&mut self, other: SourceMap) -> impl Fn(FileId) -> FileId + use<> {
        let before = u32::try_from(self.files.len()).expect("fewer than four thousand million input files");
        self.files.extend(other.files);
        move |id| FileId(before + id.0)
    }

    /// Path of a file from the site folder.
    pub fn path(&self, id: FileId) -> &Utf8Path {
        &self.files[id.0 as usize].path
    }

    /// Mark of what was read of a file.
    pub fn mark(&self, id: FileId) -> &Hash {
        &self.files[id.0 as usize].mark
    }

    /// Text of a file.
    pub fn text(&self, id: FileId) -> &str {
        &self.files[id.0 as usize].text
    }

    /// Line and column of the start of a span, both from 1; columns count characters.
    pub fn line_column(&self, span: Span) -> (usize, usize) {
        let text = self.text(span.file);
        let start = floor_char_boundary(text, span.start);
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.matches('\n').count() + 1;
        (line, before[line_start..].chars().count() + 1)
    }

    /// Numbers of all files.
    pub fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..u32::try_from(self.files.len()).expect("fewer than four thousand million input files")).map(FileId)
    }

    /// All files, in the order in which they were read.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }
}

/// The nearest place at or before `index` where a character starts.
pub(crate) fn floor_char_boundary(text: &str, index: usize) -> usize {
    let mut at = index.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::SourceMap;
    use crate::diag::Span;

    #[test]
    fn columns_count_characters_and_not_bytes() {
        let mut files = SourceMap::default();
        let id = files.add("a.yaml".into(), "één: 1\ntwee: 2\n".into());
        assert_eq!(files.line_column(Span::new(id, 5, 6)), (1, 4));
        assert_eq!(files.line_column(Span::new(id, 9, 10)), (2, 1));
    }
}
