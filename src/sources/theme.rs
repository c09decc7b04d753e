//! The theme: embedded in the program, and overridable file by file from `themes/standaard/` of the site.

use std::collections::BTreeMap;

use camino::Utf8Path;
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
    let standard = embedded();
    let mut files = standard.clone();
    let is_overriding = |path: &Utf8Path| standard.contains_key(path.as_str());
    let (overriding, own): (Vec<&Utf8Path>, Vec<&Utf8Path>) = folder.files().partition(|path| is_overriding(path));
    let (parts, strays): (Vec<&Utf8Path>, Vec<&Utf8Path>) = own.into_iter().partition(|path| can_be_part(path, &standard));
    for path in overriding.iter().chain(&parts) {
        if let Some(id) = loader.text(folder, path) {
            files.insert(path.as_str().to_owned(), loader.files.text(id).to_owned());
        }
    }
    let unnamed = parts.into_iter().filter(|path| !path.starts_with(COMPONENTS) && !is_named(path, &files));
    for path in strays.into_iter().chain(unnamed) {
        loader.file_problem(folder, path, stray(path, &standard));
    }
    ThemeFiles { files }
}

/// A theme has one name: whatever stands beside it is read by nobody.
pub(super) fn report_neighbour(loader: &mut Loader, folder: &Folder, name: &str) {
    let path = folder.name().with_file_name(name);
    let stray = Diagnostic::warning("ongebruikt-themabestand", format!("het programma leest `{path}` niet"));
    let help = format!("een eigen uiterlijk staat in `{}`: verander de naam, of verwijder dit", folder.name());
    let id = loader.files.add(path, "".into());
    loader.problems.push(stray.at(Span::whole(id)).help(help));
}

/// The folder in which a site may have parts of its own.
const COMPONENTS: &str = "components";

/// Whether a file that overrides nothing can have a place in a page: a part in the folder of components, or a template. The
/// name of an embedded file in other capitals is a slip, and would stand beside what it was meant to override.
fn can_be_part(path: &Utf8Path, standard: &BTreeMap<String, String>) -> bool {
    let is_slip = standard.keys().any(|name| name.eq_ignore_ascii_case(path.as_str()));
    let endings: &[&str] = if path.starts_with(COMPONENTS) { &["html", "css", "yaml"] } else { &["html"] };
    !is_slip && path.extension().is_some_and(|ending| endings.contains(&ending))
}

/// Whether a template asks for a file, as `{% include "pages/own.html" %}` does.
fn is_named(path: &Utf8Path, files: &BTreeMap<String, String>) -> bool {
    let (double, single) = (format!("\"{path}\""), format!("'{path}'"));
    files.values().any(|text| text.contains(&double) || text.contains(&single))
}

/// So many letters may be wrong in a path. More would propose another page, which somebody would then replace.
const SLIPS: usize = 2;

fn stray(path: &Utf8Path, standard: &BTreeMap<String, String>) -> Diagnostic {
    let typed = path.as_str().to_lowercase();
    let near = standard.keys().map(|name| (strsim::damerau_levenshtein(&typed, name), name));
    let help = match near.filter(|(slips, _)| *slips <= SLIPS).min() {
        Some((_, meant)) => format!("verander de naam in `{meant}`"),
        None => "verwijder het bestand, of geef het de naam van een bestand van het standaardthema".to_owned(),
    };
    Diagnostic::warning("ongebruikt-themabestand", format!("het thema gebruikt `{path}` niet")).help(help)
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
