//! The files of `municipalities/`: a layer for each municipality and region, and local additions to pages.

use std::collections::BTreeMap;

use camino::Utf8Path;

use super::files::Folder;
use super::front_matter::{self, Document};
use super::raw::{AdditionKey, RawAddition, RawLayer, Spot};
use super::yaml::Loaded;
use super::{Loader, Wanted, is_key};
use crate::lang::Lang;

/// What lies in the folder.
#[derive(Default)]
pub(super) struct Layers {
    pub(super) regions: BTreeMap<String, Loaded<RawLayer>>,
    pub(super) municipalities: BTreeMap<String, Loaded<RawLayer>>,
    pub(super) additions: BTreeMap<AdditionKey, Document<RawAddition>>,
}

/// Reads the folder. Every file in it is used or is a finding.
pub(super) fn load(loader: &mut Loader, folder: &Folder) -> Layers {
    let mut layers = Layers::default();
    for path in folder.files() {
        let parts: Vec<&str> = path.iter().collect();
        match parts[..] {
            ["README.md"] => {}
            [_] => layer(loader, folder, path, &mut layers.municipalities),
            ["regios", _] => layer(loader, folder, path, &mut layers.regions),
            [municipality, tag, "paginas", _] if is_key(municipality) => {
                addition(loader, folder, path, (municipality, tag, Spot::Page), &mut layers);
            }
            [municipality, tag, "ruimten", _] if is_key(municipality) => {
                addition(loader, folder, path, (municipality, tag, Spot::Space), &mut layers);
            }
            _ => loader.stray_file(
                folder,
                path,
                "zet een eigen tekst in `<gemeente>/nl/paginas/<pagina>.md` of `<gemeente>/nl/ruimten/<ruimte>.md`",
            ),
        }
    }
    layers
}

/// Whether a file is about a municipality that is wanted, or about more than one.
pub(super) fn is_wanted(path: &Utf8Path, text: &str, wanted: &Wanted) -> bool {
    let parts: Vec<&str> = path.iter().collect();
    match parts[..] {
        [name] => name.strip_suffix(".yaml").is_none_or(|key| !is_key(key) || wanted.has(key, text)),
        ["regios", _] => true,
        [municipality, ..] => wanted.has(municipality, ""),
        [] => true,
    }
}

fn layer(loader: &mut Loader, folder: &Folder, path: &Utf8Path, into: &mut BTreeMap<String, Loaded<RawLayer>>) {
    if !loader.has_good_name(folder, path, ".yaml") {
        return;
    }
    if let Some(layer) = loader.yaml(folder, path) {
        into.insert(stem(path), layer);
    }
}

fn addition(
    loader: &mut Loader,
    folder: &Folder,
    path: &Utf8Path,
    (municipality, tag, spot): (&str, &str, fn(String) -> Spot),
    layers: &mut Layers,
) {
    let Some(lang) = Lang::from_tag(tag) else { return loader.unknown_language(folder, path, tag) };
    if !loader.has_good_name(folder, path, ".md") {
        return;
    }
    if let Some(text) = front_matter::load(loader, folder, path) {
        layers.additions.insert((municipality.to_owned(), lang, spot(stem(path))), text);
    }
}

fn stem(path: &Utf8Path) -> String {
    path.file_stem().unwrap_or_default().to_owned()
}
