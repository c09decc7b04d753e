//! One text as a file of its kind, without a disk: for a program that asks about a text before it is saved.
//!
//! The same steps as for a file: letters, YAML, schema, form. What other files say is not known here, so whether a key or
//! a fact exists is asked later, of `model`.

use camino::Utf8Path;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::Loader;
use super::ahead::Bytes;
use super::files::Folder;
use super::front_matter::{self, Document};
use super::yaml::Loaded;
use crate::diag::{Diagnostics, SourceMap};

/// Reads the bytes of a YAML file. Its text is added to `files`, so that findings can be shown.
pub fn yaml_draft<T>(path: &Utf8Path, bytes: Vec<u8>, files: &mut SourceMap) -> (Option<Loaded<T>>, Diagnostics)
where
    T: DeserializeOwned + JsonSchema,
{
    with_draft(path, bytes, files, |loader, folder| loader.yaml(folder, path))
}

/// Reads the bytes of a Markdown file with front matter. Its text is added to `files`.
pub fn document_draft<T>(path: &Utf8Path, bytes: Vec<u8>, files: &mut SourceMap) -> (Option<Document<T>>, Diagnostics)
where
    T: DeserializeOwned + JsonSchema,
{
    with_draft(path, bytes, files, |loader, folder| front_matter::load(loader, folder, path))
}

/// Lets a loader find the bytes where it looks first: among what was read before anybody asked.
fn with_draft<T>(
    path: &Utf8Path,
    bytes: Vec<u8>,
    files: &mut SourceMap,
    read: impl FnOnce(&mut Loader, &Folder) -> T,
) -> (T, Diagnostics) {
    let folder = Folder::of_draft(path);
    let ahead = [Bytes::new(folder.shown(path), Ok(bytes)).read(None)].into();
    let mut loader = Loader { files: std::mem::take(files), ahead, ..Loader::default() };
    let value = read(&mut loader, &folder);
    *files = loader.files;
    (value, loader.problems)
}

#[cfg(test)]
mod tests {
    use camino::Utf8Path;

    use super::{document_draft, yaml_draft};
    use crate::diag::{Diagnostics, SourceMap};
    use crate::sources::raw::{RawLayer, RawPageWords};

    fn message(problems: &Diagnostics) -> String {
        problems.iter().map(|one| format!("{}: {}", one.message, one.help.as_deref().unwrap_or_default())).collect()
    }

    #[test]
    fn a_text_that_is_not_saved_gets_the_message_of_a_file() {
        let mut files = SourceMap::default();
        let path = Utf8Path::new("municipalities/leiden.yaml");
        let (layer, problems) = yaml_draft::<RawLayer>(path, b"stattus: onbekend\n".to_vec(), &mut files);
        assert!(layer.is_none());
        assert!(message(&problems).contains("de sleutel `stattus` bestaat niet"), "{}", message(&problems));
        let place = problems.iter().find_map(|problem| problem.span).expect("a place");
        assert_eq!((files.path(place.file), files.line_column(place)), (path, (1, 1)));
    }

    #[test]
    fn a_page_that_is_not_saved_is_read_up_to_its_body() {
        let mut files = SourceMap::default();
        let text = "\u{feff}---\r\ntitel: Gesprek\r\nsamenvatting: Over het gesprek.\r\n---\r\nTekst.\r\n";
        let (page, problems) = document_draft::<RawPageWords>(Utf8Path::new("gesprek.md"), text.into(), &mut files);
        let page = page.unwrap_or_else(|| panic!("{}", message(&problems)));
        assert_eq!(&files.text(page.file)[page.body_start..], "Tekst.\n");
    }

    #[test]
    fn bytes_that_are_no_text_are_a_finding() {
        let utf16 = vec![0xff, 0xfe, 0x41];
        let (page, problems) = document_draft::<RawPageWords>(Utf8Path::new("x.md"), utf16, &mut SourceMap::default());
        assert!(page.is_none());
        assert!(message(&problems).contains("UTF-16"), "{}", message(&problems));
    }
}
