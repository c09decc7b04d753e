//! From what each municipality's pages are made, so that a run can leave them as they are when nothing of it changed.

use blake3::{Hash, Hasher};

use crate::diag::{FileId, SourceMap};
use crate::model::Model;
use crate::model::municipality::Municipality;
use crate::settings::{Delivery, Settings};
use crate::sources::Sources;
use crate::sources::raw::RawRegionField;

/// What makes every page: this program and the day. Selections are left out: a mark is about one municipality or all.
pub(super) fn of_program(settings: &Settings, delivery: Delivery) -> Hasher {
    let mut hasher = Hasher::new();
    add(&mut hasher, env!("OUDERWIJZER_SOURCE_MARK"));
    add(&mut hasher, &settings.as_of.to_string());
    add(&mut hasher, if delivery.compressed { "gecomprimeerd" } else { "" });
    hasher
}

/// Mark of a whole run, when all inputs have this fingerprint.
pub(super) fn of_all(fingerprint: &Hash, settings: &Settings, delivery: Delivery) -> Hash {
    let mut hasher = of_program(settings, delivery);
    hasher.update(fingerprint.as_bytes());
    hasher.finalize()
}

/// Marks of municipalities.
pub(super) struct Inputs<'a> {
    sources: &'a Sources,
    files: &'a SourceMap,
    model: &'a Model,
    shared: Hasher,
}

impl<'a> Inputs<'a> {
    /// Everything outside `municipalities/`, the theme, and the sources that any file names: one municipality may cite
    /// what another describes.
    pub(super) fn new(
        sources: &'a Sources,
        files: &'a SourceMap,
        model: &'a Model,
        (settings, delivery): (&Settings, Delivery),
    ) -> Inputs<'a> {
        let mut shared = of_program(settings, delivery);
        for file in files.files().filter(|file| !file.path.starts_with("municipalities")) {
            add(&mut shared, file.path.as_str());
            add(&mut shared, &file.text);
        }
        for (path, text) in &sources.theme.files {
            add(&mut shared, path);
            add(&mut shared, text);
        }
        add(&mut shared, &format!("{:?}", model.evidence.sources));
        Inputs { sources, files, model, shared }
    }

    /// A municipality by its place in the list.
    pub(super) fn municipality(&self, index: usize) -> &'a Municipality {
        &self.model.municipalities[index]
    }

    /// The mark of one municipality: what all share, its own files, those of its regions, and what others say of it.
    pub(super) fn of(&self, municipality: &Municipality) -> Hash {
        let mut hasher = self.shared.clone();
        add(&mut hasher, &municipality.key);
        add(&mut hasher, &municipality.former_names.join("\n"));
        for file in self.own_files(&municipality.key) {
            add(&mut hasher, self.files.path(file).as_str());
            add(&mut hasher, self.files.text(file));
        }
        hasher.finalize()
    }

    fn own_files(&self, key: &str) -> Vec<FileId> {
        let additions = self.sources.additions.iter().filter(|((owner, _, _), _)| owner == key);
        let mut files: Vec<FileId> = additions.map(|(_, document)| document.file).collect();
        let Some(own) = self.sources.municipalities.get(key) else { return files };
        files.push(own.file);
        let mut next = own.value.regio.as_ref().and_then(|at| match &at.value {
            RawRegionField::Key(key) => Some(key.as_str()),
            RawRegionField::Own(_) => None,
        });
        // Regions in a circle are refused before this; the bound is for a mistake of ours.
        for _ in 0..=self.sources.regions.len() {
            let Some(region) = next.and_then(|key| self.sources.regions.get(key)) else { break };
            files.push(region.file);
            next = region.value.binnen.as_ref().map(|at| at.value.as_str());
        }
        files
    }
}

/// With its length, so that two texts never read as one.
fn add(hasher: &mut Hasher, text: &str) {
    hasher.update(&(text.len() as u64).to_le_bytes());
    hasher.update(text.as_bytes());
}
