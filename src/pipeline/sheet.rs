//! Values of municipalities to a sheet, and a changed sheet back to the files.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use super::Failure;
use crate::diag::{Diagnostics, SourceMap};
use crate::sheet::{self, Proposal, Row, Sheet};
use crate::sources::{self, LayerFiles, yaml};
use crate::write;

/// The values of the files.
#[derive(Debug)]
pub struct Export {
    /// Texts of the files.
    pub files: SourceMap,
    /// Mistakes in files. With one there are no rows: a sheet that lacks a municipality would look complete.
    pub problems: Diagnostics,
    /// A row for each value.
    pub rows: Vec<Row>,
    /// Keys of the municipalities that have a file.
    pub known: Vec<String>,
}

/// What a sheet would change.
#[derive(Debug)]
pub struct Import {
    /// Texts for the findings: rows of the sheet, or files when those have mistakes.
    pub files: SourceMap,
    /// What is wrong. With an error there are no proposals.
    pub problems: Diagnostics,
    /// Files that would change.
    pub proposals: Vec<Proposal>,
}

/// All values of all municipalities with a file, or of the `chosen` ones.
///
/// # Errors
/// When the folder cannot be read.
pub fn export(site_dir: &Utf8Path, chosen: &[String]) -> Result<Export, Failure> {
    let found = sources::load_layers(site_dir)?;
    let known = found.municipalities.keys().cloned().collect();
    let mut rows = Vec::new();
    if !found.problems.has_errors() {
        for (key, layer) in found.municipalities.iter().filter(|(key, _)| chosen.is_empty() || chosen.contains(key)) {
            let name = layer.value.gemeente.as_ref().map_or("", |identity| identity.naam.value.as_str());
            let value = yaml::plain_value(found.files.text(layer.file)).unwrap_or_default();
            rows.extend(sheet::rows(key, name, &value));
        }
    }
    Ok(Export { files: found.files, problems: found.problems, rows, known })
}

/// Holds a sheet against the files of a site. Nothing is written.
///
/// # Errors
/// When the folder cannot be read.
pub fn import(site_dir: &Utf8Path, sheet: Sheet) -> Result<Import, Failure> {
    let found = sources::load_layers(site_dir)?;
    if found.problems.has_errors() {
        return Ok(Import { files: found.files, problems: found.problems, proposals: Vec::new() });
    }
    let (mut proposals, problems) = sheet::compare(&sheet, &texts(&found));
    if problems.has_errors() {
        proposals.clear();
    }
    Ok(Import { files: sheet.files, problems, proposals })
}

fn texts(found: &LayerFiles) -> BTreeMap<String, (Utf8PathBuf, String)> {
    let of = |file| (found.files.path(file).to_owned(), found.files.text(file).to_owned());
    found.municipalities.iter().map(|(key, layer)| (key.clone(), of(layer.file))).collect()
}

/// Writes the files as they were proposed: all of them or none.
///
/// # Errors
/// When a file cannot be written.
pub fn put_in_place(site_dir: &Utf8Path, proposals: &[Proposal]) -> Result<(), Failure> {
    let files: Vec<_> = proposals.iter().map(|one| (site_dir.join(&one.path), one.after.clone())).collect();
    Ok(write::write_files(&files)?)
}
