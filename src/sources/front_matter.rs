//! Markdown files with YAML between two lines of `---` at the top.

use std::ops::Range;

use camino::Utf8Path;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::files::Folder;
use super::{Loader, yaml};
use crate::diag::{Diagnostic, FileId, Span};

/// A Markdown file: typed front matter, and the place of the body in the text of the file.
#[derive(Clone, Debug)]
pub struct Document<T> {
    /// The file.
    pub file: FileId,
    /// Front matter.
    pub front: T,
    /// First byte of the body.
    pub body_start: usize,
}

/// Reads a Markdown file; problems go to the loader.
pub(crate) fn load<T>(loader: &mut Loader, folder: &Folder, path: &Utf8Path) -> Option<Document<T>>
where
    T: DeserializeOwned + JsonSchema,
{
    let file = loader.text(folder, path)?;
    let text = loader.files.text(file);
    let Some((front, body_start)) = split(text) else {
        let missing = Diagnostic::error("geen-kop", "dit bestand begint niet met gegevens tussen twee regels `---`")
            .at(Span::new(file, 0, text.find('\n').unwrap_or(text.len())))
            .help("begin met `---`, dan `titel: …` en de andere sleutels, dan weer `---`");
        loader.problems.push(missing);
        loader.broken.insert(folder.shown(path));
        return None;
    };
    let value = yaml::read::<T>(file, text, front, &mut loader.problems);
    if value.is_none() {
        loader.broken.insert(folder.shown(path));
    }
    value.map(|loaded| Document { file, front: loaded.value, body_start })
}

/// Place of the YAML and start of the body.
fn split(text: &str) -> Option<(Range<usize>, usize)> {
    let start = text.strip_prefix("---\n").map(|_| 4)?;
    let end = if text[start..].starts_with("---\n") { start } else { start + text[start..].find("\n---\n")? + 1 };
    Some((start..end, end + 4))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn front_matter_ends_at_the_second_line_of_hyphens() {
        let text = "---\ntitel: a\n---\nbody\n";
        let (front, body) = split(text).expect("has front matter");
        assert_eq!(&text[front], "titel: a\n");
        assert_eq!(&text[body..], "body\n");
    }

    #[test]
    fn a_file_without_front_matter_is_noticed() {
        assert_eq!(split("# kop\n"), None);
    }
}
