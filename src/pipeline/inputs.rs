//! From what each municipality's pages are made, so that a run can leave them as they are when nothing of it changed.

use std::collections::BTreeSet;

use blake3::{Hash, Hasher};
use camino::Utf8Path;

use crate::diag::{FileId, SourceMap};
use crate::model::Model;
use crate::model::municipality::Municipality;
use crate::plan::SitePlan;
use crate::render;
use crate::settings::{Delivery, Settings};
use crate::sources::Sources;
use crate::sources::raw::RawRegionField;
use crate::write::MadeFrom;

/// What makes every page: this program, and in which forms it is handed over. The day of the run stands on no page, and
/// selections are left out: a mark is about one municipality or all.
fn of_program(delivery: Delivery) -> Hasher {
    let mut hasher = Hasher::new();
    add(&mut hasher, env!("OUDERWIJZER_SOURCE_MARK"));
    add(&mut hasher, if delivery.compressed { "gecomprimeerd" } else { "" });
    hasher
}

/// Mark of a whole run, when all inputs have this fingerprint.
pub(super) fn of_all(fingerprint: &Hash, settings: &Settings, delivery: Delivery) -> Hash {
    let mut hasher = of_program(delivery);
    add(&mut hasher, &settings.as_of.to_string());
    hasher.update(fingerprint.as_bytes());
    hasher.finalize()
}

/// Marks of municipalities and of what they share.
pub(super) struct Inputs<'a> {
    sources: &'a Sources,
    files: &'a SourceMap,
    model: &'a Model,
    /// What all pages share, without the content of texts.
    frame: Hasher,
    /// What all pages share.
    edition: Hash,
    /// Titles of all texts: a text of a municipality that leads to one shows its title.
    titles: Hash,
}

impl<'a> Inputs<'a> {
    /// Everything outside `municipalities/`, the theme, and the sources that any file names: one municipality may cite
    /// what another describes. Of texts only that they are there: a page takes from them what it notes.
    pub(super) fn new(sources: &'a Sources, files: &'a SourceMap, model: &'a Model, delivery: Delivery) -> Inputs<'a> {
        let (mut frame, mut texts) = (of_program(delivery), Hasher::new());
        for file in files.files().filter(|file| !file.path.starts_with("municipalities")) {
            add(&mut frame, file.path.as_str());
            let kind = if is_text(&file.path) { &mut texts } else { &mut frame };
            kind.update(file.mark.as_bytes());
        }
        for (path, text) in &sources.theme.files {
            add(&mut frame, path);
            add(&mut frame, text);
        }
        add(&mut frame, &format!("{:?}", model.evidence.sources));
        let edition = *frame.clone().update(texts.finalize().as_bytes()).finalize().as_bytes();
        Inputs { sources, files, model, frame, edition: edition.into(), titles: render::mark_of_titles(model) }
    }

    /// A municipality by its place in the list.
    pub(super) fn municipality(&self, index: usize) -> &'a Municipality {
        &self.model.municipalities[index]
    }

    /// The mark of all that municipalities share, texts too.
    pub(super) fn edition(&self) -> Hash {
        self.edition
    }

    /// The marks of one municipality: what all share, its own files, those of its regions, and what others say of it.
    pub(super) fn of(&self, municipality: &Municipality) -> MadeFrom {
        let hasher = self.with_files(municipality, self.own_files(&municipality.key));
        MadeFrom { own: hasher.finalize(), edition: self.edition }
    }

    /// The mark of everything on which marks of a municipality's aspects depend besides its values: what all share but texts,
    /// of texts the titles to which its own words may lead, its own texts, and what any template may ask of it.
    pub(super) fn besides_values(&self, municipality: &Municipality) -> Hash {
        let mut hasher = self.with_files(municipality, self.own_texts(&municipality.key));
        hasher.update(self.titles.as_bytes());
        add(&mut hasher, &format!("{:?} {}", municipality.status, municipality.website.is_some()));
        hasher.finalize()
    }

    /// What all share, what others say of a municipality, and these files.
    fn with_files(&self, municipality: &Municipality, files: impl IntoIterator<Item = FileId>) -> Hasher {
        let mut hasher = self.frame.clone();
        add(&mut hasher, &municipality.key);
        add(&mut hasher, &municipality.former_names.join("\n"));
        for file in files {
            add(&mut hasher, self.files.path(file).as_str());
            hasher.update(self.files.mark(file).as_bytes());
        }
        hasher
    }

    /// The mark of pages that lead to municipalities and say nothing of them but their names: lists of places, and old
    /// addresses. `listed` are the keys of the municipalities to which places lead.
    pub(super) fn of_signposts(&self, plan: &SitePlan, listed: &BTreeSet<String>) -> MadeFrom {
        let mut hasher = self.frame.clone();
        for municipality in &self.model.municipalities {
            let is_listed = if listed.contains(&municipality.key) { "genoemd" } else { "" };
            [&municipality.key, &municipality.code, &municipality.name, is_listed]
                .iter()
                .for_each(|text| add(&mut hasher, text));
        }
        for forward in &plan.forwards {
            let target = &self.model.municipalities[forward.to].key;
            [&forward.from, &forward.old_name, target].iter().for_each(|text| add(&mut hasher, text));
        }
        MadeFrom { own: hasher.finalize(), edition: self.edition }
    }

    fn own_texts<'k>(&self, key: &'k str) -> impl Iterator<Item = FileId> + use<'_, 'k> {
        let additions = self.sources.additions.iter().filter(move |((owner, _, _), _)| owner == key);
        additions.map(|(_, document)| document.file)
    }

    fn own_files(&self, key: &str) -> Vec<FileId> {
        let mut files: Vec<FileId> = self.own_texts(key).collect();
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

/// Whether a file is one text of a language, such as `content/nl/paginas/home.md`.
fn is_text(path: &Utf8Path) -> bool {
    path.starts_with("content") && path.extension() == Some("md") && path.iter().count() == 4
}

/// With its length, so that two texts never read as one.
fn add(hasher: &mut Hasher, text: &str) {
    hasher.update(&(text.len() as u64).to_le_bytes());
    hasher.update(text.as_bytes());
}
