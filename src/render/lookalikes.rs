//! Municipalities of which the same is known have one face. Nobody has written a file yet for most of the country, and
//! many pages show little of what differs, so a page is made once for all faces that it cannot tell apart
//! (`docs/performance.md`).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Job;
use super::copies::{KEY_HOLE, NAME_HOLE};
use super::kept::Kept;
use super::prepared::Prepared;
use super::unit::{Face, FilledWords};
use crate::model::Model;
use crate::model::municipality::Municipality;
use crate::plan::{SitePlan, language_root};

/// The faces of all municipalities whose pages are to be made in one language, in the order of the plan.
pub(crate) fn faces<'a>(job: &Job<'a>, kept: &Kept, prepared: &Prepared<'_>) -> Vec<Face<'a>> {
    let Job { plan, model, .. } = *job;
    let finder = prepared.finder;
    let shared_words = words_with_hole(prepared);
    let shows_former_names = shows_former_names(job.theme);
    let mut faces: Vec<Face<'a>> = Vec::new();
    let units = plan.units.iter().enumerate().filter(|(_, unit)| unit.lang == finder.lang);
    for (index, unit) in units.filter(|(index, unit)| !job.kept.contains(&unit.municipality) && !kept.has_all(*index)) {
        let municipality = &model.municipalities[unit.municipality];
        let mut face = if may_share(municipality, plan, model) {
            let faceless = faceless(municipality, shows_former_names);
            if let Some(known) = faces.iter_mut().find(|face| face.municipality == faceless) {
                known.add(finder, municipality, (index, &unit.root));
                continue;
            }
            with_holes(prepared, Arc::clone(&shared_words), faceless)
        } else {
            let words = Arc::new(FilledWords::new(finder, &municipality.name));
            Face::new(prepared, words, municipality.clone(), (unit.root.clone(), false))
        };
        face.add(finder, municipality, (index, &unit.root));
        faces.push(face);
    }
    faces
}

/// The face of one municipality by itself, by its place in the model; `None` when its pages have no holes, or when the plan
/// has none in this language.
pub(crate) fn own_face<'a>(job: &Job<'a>, prepared: &Prepared<'_>, index: usize) -> Option<Face<'a>> {
    let Job { plan, model, theme, .. } = *job;
    let units = plan.units.iter().enumerate();
    let (place, unit) =
        units.filter(|(_, unit)| unit.municipality == index).find(|(_, unit)| unit.lang == prepared.finder.lang)?;
    let municipality = &model.municipalities[index];
    if !may_share(municipality, plan, model) {
        return None;
    }
    let faceless = faceless(municipality, shows_former_names(theme));
    let mut face = with_holes(prepared, words_with_hole(prepared), faceless);
    face.add(prepared.finder, municipality, (place, &unit.root));
    Some(face)
}

/// Words of the interface with a hole for the name.
fn words_with_hole(prepared: &Prepared<'_>) -> Arc<FilledWords> {
    Arc::new(FilledWords::new(prepared.finder, &NAME_HOLE.to_string()))
}

fn with_holes<'a>(prepared: &Prepared<'_>, words: Arc<FilledWords>, faceless: Municipality) -> Face<'a> {
    let languages = &prepared.finder.model.site.languages;
    let root = language_root(&format!("{}/", faceless.key), prepared.finder.lang, languages);
    Face::new(prepared, words, faceless, (root, true))
}

/// A municipality with own texts is like no other, and when only some languages are made, links between languages
/// depend on what was published before.
fn may_share(municipality: &Municipality, plan: &SitePlan, model: &Model) -> bool {
    let own_texts = model.additions.keys().any(|(key, _, _)| *key == municipality.key);
    !own_texts && plan.pages.len() == model.site.languages.len()
}

/// Code and province stand in open data and on the hub only, which are made for each municipality; so do former names, in
/// a theme that shows them nowhere else.
fn faceless(municipality: &Municipality, shows_former_names: bool) -> Municipality {
    Municipality {
        name: NAME_HOLE.to_string(),
        key: KEY_HOLE.to_string(),
        code: String::new(),
        province: String::new(),
        former_names: if shows_former_names { municipality.former_names.clone() } else { Vec::new() },
        ..municipality.clone()
    }
}

/// The template that shows former names in a list of municipalities.
const HUB_PAGE: &str = "pages/hub.html";

/// Whether a template of a municipality's page may ask for its former names. Nearly forty municipalities have some, and
/// with them no other would have the same page.
fn shows_former_names(theme: &BTreeMap<String, String>) -> bool {
    let mut templates = theme.iter().filter(|(path, _)| path.ends_with(".html") && *path != HUB_PAGE);
    templates.any(|(_, text)| text.contains("former") || text.contains(HUB_PAGE))
}
