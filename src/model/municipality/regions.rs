//! The regions around a municipality: do they exist, and does the row of regions end?

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Span, nearest};
use crate::model::problems::Problems;
use crate::sources::Sources;
use crate::sources::raw::{Key, RawLayer, RawRegionField};
use crate::sources::yaml::{At, Loaded};

type Regions = BTreeMap<String, Loaded<RawLayer>>;

/// The regions around a layer, the nearest first. It ends where a region is unknown or comes back: `check` says so.
pub(super) fn regions_of<'a>(start: &Loaded<RawLayer>, regions: &'a Regions) -> Vec<&'a Loaded<RawLayer>> {
    let mut chain: Vec<&Loaded<RawLayer>> = Vec::new();
    let mut next = region_key(start).map(|(key, _)| key);
    while let Some(region) = next.and_then(|key| regions.get(key)) {
        if chain.iter().any(|seen| seen.file == region.file) {
            break;
        }
        chain.push(region);
        next = region.value.binnen.as_ref().map(|at| at.value.as_str());
    }
    chain
}

/// Holds every name of a region against the region files.
pub(super) fn check(sources: &Sources, problems: &mut Problems<'_>) {
    for layer in sources.municipalities.values() {
        if let Some((key, span)) = region_key(layer) {
            must_exist(key, span, &sources.regions, problems);
        }
    }
    for (own, region) in &sources.regions {
        if !matches!(region.value.regio.as_ref().map(|at| &at.value), Some(RawRegionField::Own(_))) {
            let missing = Diagnostic::error("ontbrekende-sleutel", "deze regio heeft geen naam")
                .at(Span::whole(region.file))
                .help("voeg toe: `regio: { naam: … }`");
            problems.push(missing);
        }
        if let Some(parent) = &region.value.binnen {
            must_exist(parent.value.as_str(), parent.span(region.file), &sources.regions, problems);
            circle(own, parent, region, &sources.regions, problems);
        }
    }
}

fn region_key(layer: &Loaded<RawLayer>) -> Option<(&str, Span)> {
    let at = layer.value.regio.as_ref()?;
    match &at.value {
        RawRegionField::Key(key) => Some((key.as_str(), at.span(layer.file))),
        RawRegionField::Own(_) => None,
    }
}

fn must_exist(key: &str, span: Span, regions: &Regions, problems: &mut Problems<'_>) {
    let path = format!("municipalities/regios/{key}.yaml");
    if regions.contains_key(key) || problems.is_broken(path.as_str().into()) {
        return;
    }
    let help = match nearest(key, regions.keys().map(String::as_str)) {
        Some(meant) => format!("bedoelt u `{meant}`?"),
        None => format!("maak het bestand `{path}`, of haal de regel weg"),
    };
    problems.push(Diagnostic::error("onbekende-regio", format!("de regio `{key}` bestaat niet")).at(span).help(help));
}

/// A circle is one mistake: it is reported from the first of its regions by name.
fn circle(own: &str, parent: &At<Key>, region: &Loaded<RawLayer>, regions: &Regions, problems: &mut Problems<'_>) {
    let mut seen = vec![own];
    let mut next = Some(parent.value.as_str());
    while let Some(key) = next.filter(|key| *key != own) {
        if seen.contains(&key) || key < own {
            return;
        }
        seen.push(key);
        next = regions.get(key).and_then(|layer| layer.value.binnen.as_ref()).map(|at| at.value.as_str());
    }
    if next.is_some() {
        let round = Diagnostic::error("kringloop", format!("de regio's liggen in een kring: {} → {own}", seen.join(" → ")))
            .at(parent.span(region.file))
            .help("haal bij één van deze regio's de regel `binnen:` weg");
        problems.push(round);
    }
}
