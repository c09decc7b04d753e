//! The texts of all input files, so that a place can be shown as file, line and column.

use std::sync::Arc;

use blake3::Hash;
use camino::{Utf8Path, Utf8PathBuf};

use crate::diag::Span;

/// Number of a file in the [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId {
    part: usize,
    place: usize,
}

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

/// All input files of a run. Those that are read side by side stand in parts of their own, so that a file has its number
/// before the parts come together.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    parts: Vec<Vec<SourceFile>>,
    /// The part to which files are added.
    own: usize,
}

impl SourceMap {
    /// An empty map for a part, with numbers that no other part has.
    pub(crate) fn of_part(part: usize) -> SourceMap {
        SourceMap { parts: Vec::new(), own: part }
    }

    /// Adds a file and gives its number.
    pub fn add(&mut self, path: Utf8PathBuf, text: Arc<str>) -> FileId {
        let mark = blake3::hash(text.as_bytes());
        self.add_marked(path, text, mark)
    }

    /// The same, when the mark of its bytes is known.
    pub(crate) fn add_marked(&mut self, path: Utf8PathBuf, text: Arc<str>, mark: Hash) -> FileId {
        let files = self.part(self.own);
        files.push(SourceFile { path, text, mark });
        FileId { part: self.own, place: self.parts[self.own].len() - 1 }
    }

    /// Takes over the files of a map of another part.
    pub(crate) fn absorb(&mut self, other: SourceMap) {
        for (part, files) in other.parts.into_iter().enumerate() {
            self.part(part).extend(files);
        }
    }

    fn part(&mut self, part: usize) -> &mut Vec<SourceFile> {
        self.parts.resize_with(self.parts.len().max(part + 1), Vec::new);
        &mut self.parts[part]
    }

    fn file(&self, id: FileId) -> &SourceFile {
        &self.parts[id.part][id.place]
    }

    /// Path of a file from the site folder.
    pub fn path(&self, id: FileId) -> &Utf8Path {
        &self.file(id).path
    }

    /// Mark of what was read of a file.
    pub fn mark(&self, id: FileId) -> &Hash {
        &self.file(id).mark
    }

    /// Text of a file.
    pub fn text(&self, id: FileId) -> &str {
        &self.file(id).text
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
    pub fn ids(&self) -> impl Iterator<Item = FileId> {
        let parts = self.parts.iter().enumerate();
        parts.flat_map(|(part, files)| (0..files.len()).map(move |place| FileId { part, place }))
    }

    /// All files, part by part, in the order in which they were read.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.parts.iter().flatten()
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

    #[test]
    fn a_file_keeps_its_number_when_parts_come_together() {
        let (mut files, mut beside) = (SourceMap::default(), SourceMap::of_part(2));
        let (one, other) = (files.add("a.yaml".into(), "a".into()), beside.add("b.yaml".into(), "b".into()));
        files.absorb(beside);
        assert_eq!((files.text(one), files.text(other)), ("a", "b"));
        assert_eq!(files.ids().map(|id| files.path(id).as_str()).collect::<Vec<_>>(), ["a.yaml", "b.yaml"]);
    }
}
