//! Files of municipalities and regions in the standard order and layout: read, tidied, written when they changed.

use camino::{Utf8Path, Utf8PathBuf};

use super::Failure;
use crate::diag::{Diagnostic, Diagnostics, SourceMap, Span};
use crate::edit::{self, EditError};
use crate::schema::Kind;
use crate::sources;
use crate::write;

/// What tidying found.
#[derive(Debug)]
pub struct Tidied {
    /// Texts of the files.
    pub files: SourceMap,
    /// Mistakes in files, and files that cannot be tidied. Those stay as they are.
    pub problems: Diagnostics,
    /// Files that were not tidy, from the site folder.
    pub untidy: Vec<Utf8PathBuf>,
    /// How many files were tidy already.
    pub tidy: usize,
}

/// Tidies the files of municipalities and regions, or only the `chosen` ones (paths from the site folder).
/// Without `may_write` it only looks.
///
/// # Errors
/// When the folder cannot be read or a file cannot be written.
pub fn tidy(site_dir: &Utf8Path, chosen: &[Utf8PathBuf], may_write: bool) -> Result<Tidied, Failure> {
    let mut found = sources::load_layers(site_dir)?;
    let municipalities = found.municipalities.values().map(|layer| (Kind::Municipality, layer.file));
    let regions = found.regions.values().map(|layer| (Kind::Region, layer.file));
    let is_chosen =
        |path: &Utf8Path| chosen.is_empty() || chosen.iter().any(|one| path == one || site_dir.join(path) == *one);
    let (mut changed, mut tidy) = (Vec::new(), 0);
    for (kind, file) in municipalities.chain(regions) {
        let (path, text) = (found.files.path(file), found.files.text(file));
        if !is_chosen(path) {
            continue;
        }
        match edit::tidy(kind, text) {
            Ok(better) if better == text => tidy += 1,
            Ok(better) => changed.push((path.to_owned(), better)),
            Err(error) => found.problems.push(cannot(&error).at(Span::whole(file))),
        }
    }
    found.problems.retain(|problem| problem.span.is_none_or(|span| is_chosen(found.files.path(span.file))));
    if may_write {
        let files: Vec<_> = changed.iter().map(|(path, text)| (site_dir.join(path), text.clone())).collect();
        write::write_files(&files)?;
    }
    let untidy = changed.into_iter().map(|(path, _)| path).collect();
    Ok(Tidied { files: found.files, problems: found.problems, untidy, tidy })
}

fn cannot(error: &EditError) -> Diagnostic {
    Diagnostic::error("niet-netjes", format!("dit bestand kan niet vanzelf netjes worden: {error}"))
        .help("zet elke opmerking op een eigen regel boven een sleutel, en probeer het opnieuw")
}
