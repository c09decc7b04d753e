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
        let problem = without_front_matter(file, text);
        loader.problems.push(problem);
        loader.broken.insert(folder.shown(path));
        return None;
    };
    let tree = loader.trees.remove(&file);
    let value = yaml::read::<T>(file, text, (front, tree), &mut loader.problems);
    if value.is_none() {
        loader.broken.insert(folder.shown(path));
    }
    value.map(|loaded| Document { file, front: loaded.value, body_start })
}

/// Place of the YAML and start of the body.
pub(super) fn split(text: &str) -> Option<(Range<usize>, usize)> {
    let mut lines = text.split_inclusive('\n');
    let start = lines.next().filter(|line| is_border(line))?.len();
    let mut end = start;
    for line in lines {
        if is_border(line) {
            return Some((start..end, end + line.len()));
        }
        end += line.len();
    }
    None
}

fn is_border(line: &str) -> bool {
    line.trim_end() == "---"
}

fn without_front_matter(file: FileId, text: &str) -> Diagnostic {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let start = text.find(first).unwrap_or(0);
    let (message, help) = if first.is_empty() {
        return Diagnostic::error("leeg-bestand", "dit bestand is leeg")
            .at(Span::whole(file))
            .help("vul het bestand, of verwijder het als het niet nodig is");
    } else if !is_border(first) {
        (
            "dit bestand begint niet met gegevens tussen twee regels `---`",
            "begin met `---`, dan `titel: …` en de andere sleutels, dan weer `---`",
        )
    } else if start > 0 {
        ("voor de eerste regel `---` staat een lege regel", "haal de lege regels bovenaan weg")
    } else {
        ("de gegevens bovenaan hebben geen tweede regel `---`", "zet een regel `---` tussen de gegevens en de tekst")
    };
    Diagnostic::error("geen-kop", message).at(Span::new(file, start, start + first.len())).help(help)
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
