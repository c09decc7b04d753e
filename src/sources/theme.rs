//! The theme: embedded in the program, and overridable file by file from `themes/standaard/` of the site.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::Loader;
use super::files::Folder;
use crate::diag::{Diagnostic, Span};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/standaard");

/// The files of the theme by path, such as `layout.html` or `components/exit-link/exit-link.css`.
#[derive(Clone, Debug, Default)]
pub struct ThemeFiles {
    /// Text by path, sorted.
    pub files: BTreeMap<String, String>,
}

/// The embedded theme with the site's own files laid over it.
pub(crate) fn load(loader: &mut Loader, folder: &Folder) -> ThemeFiles {
    let mut files = embedded();
    for path in folder.files() {
        let name = path.as_str().to_owned();
        let Some(id) = loader.text(folder, path) else { continue };
        if !files.contains_key(&name) && !is_theme_file(&name) {
            let stray = Diagnostic::warning("ongebruikt-themabestand", format!("het thema gebruikt `{name}` niet"))
                .at(Span::whole(id))
                .help("verwijder het bestand, of geef het de naam van een bestand van het standaardthema");
            loader.problems.push(stray);
        }
        files.insert(name, loader.files.text(id).to_owned());
    }
    ThemeFiles { files }
}

fn is_theme_file(name: &str) -> bool {
    [".html", ".css", ".yaml", ".js", ".woff2", ".svg"].iter().any(|ending| name.ends_with(ending))
}

fn embedded() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    collect(&EMBEDDED, &mut files);
    files
}

fn collect(dir: &Dir<'_>, into: &mut BTreeMap<String, String>) {
    for file in dir.files() {
        if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
            into.insert(path.replace('\\', "/"), text.to_owned());
        }
    }
    for inner in dir.dirs() {
        collect(inner, into);
    }
}
