//! Lays national, region and municipality over each other, field by field. The nearest layer that names a key wins,
//! also when it says `onbekend`.

use std::collections::BTreeMap;

use super::{Layer, Local, Origin};
use crate::diag::{Diagnostic, nearest};
use crate::model::fact::{Evidence, day};
use crate::model::problems::Problems;
use crate::sources::raw::{Citation, DateText, RawLayer, RawRegionField};
use crate::sources::yaml::{At, Known, Loaded};

/// A raw layer and which one it is.
#[derive(Clone, Copy)]
pub(super) struct LayerRef<'a> {
    pub(super) kind: Layer,
    pub(super) raw: &'a Loaded<RawLayer>,
}

/// Sources and day of the block in which a field stands.
pub(super) struct BlockOrigin<'a> {
    pub(super) citations: &'a [At<Citation>],
    pub(super) as_of: Option<&'a At<DateText>>,
}

/// The layers of one municipality, the nearest first.
pub(super) struct Layers<'a> {
    pub(super) list: Vec<LayerRef<'a>>,
    pub(super) evidence: &'a Evidence,
}

impl<'a> Layers<'a> {
    /// The value of one field: `pick` finds it in a layer, together with the sources of its block.
    pub(super) fn field<T: Clone + 'a>(
        &self,
        pick: impl Fn(&'a RawLayer) -> Option<(Option<&'a At<Known<T>>>, BlockOrigin<'a>)>,
    ) -> Local<T> {
        for layer in &self.list {
            if let Some((Some(at), block)) = pick(&layer.raw.value) {
                return Local {
                    value: at.value.clone(),
                    origin: Some(self.origin(*layer, at.span(layer.raw.file), &block)),
                };
            }
        }
        Local::unknown()
    }

    /// Origin of a value. Mistakes in sources and days are reported once per file, in `check_layer`.
    pub(super) fn origin(&self, layer: LayerRef<'a>, span: crate::diag::Span, block: &BlockOrigin<'a>) -> Origin {
        let nothing = std::collections::BTreeSet::new();
        let mut silent = Problems::new(&nothing);
        let as_of = block.as_of.or(layer.raw.value.peildatum.as_ref());
        Origin {
            layer: layer.kind,
            span,
            citations: self.evidence.citations(block.citations, layer.raw.file, &mut silent),
            as_of: as_of.and_then(|date| day(date, layer.raw.file, &mut silent)),
        }
    }
}

/// The regions around a layer, the nearest first. A circle or an unknown region is a finding.
pub(super) fn regions_of<'a>(
    start: &'a Loaded<RawLayer>,
    regions: &'a BTreeMap<String, Loaded<RawLayer>>,
    problems: &mut Problems<'_>,
) -> Vec<&'a Loaded<RawLayer>> {
    let mut chain: Vec<&Loaded<RawLayer>> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut next = region_key(start);
    while let Some((key, span)) = next {
        if seen.contains(&key) {
            let circle =
                Diagnostic::error("kringloop", format!("de regio `{key}` ligt in een kring: {} → {key}", seen.join(" → ")))
                    .at(span)
                    .help("haal bij één van deze regio's de regel `binnen:` weg");
            problems.push(circle);
            break;
        }
        let Some(region) = regions.get(key) else {
            unknown_region(key, span, regions, problems);
            break;
        };
        seen.push(key);
        chain.push(region);
        next = region.value.binnen.as_ref().map(|at| (at.value.as_str(), at.span(region.file)));
    }
    chain
}

fn region_key(layer: &Loaded<RawLayer>) -> Option<(&str, crate::diag::Span)> {
    let at = layer.value.regio.as_ref()?;
    match &at.value {
        RawRegionField::Key(key) => Some((key.as_str(), at.span(layer.file))),
        RawRegionField::Own(_) => None,
    }
}

fn unknown_region(
    key: &str,
    span: crate::diag::Span,
    regions: &BTreeMap<String, Loaded<RawLayer>>,
    problems: &mut Problems<'_>,
) {
    let path = format!("municipalities/regios/{key}.yaml");
    if problems.is_broken(path.as_str().into()) {
        return;
    }
    let help = match nearest(key, regions.keys().map(String::as_str)) {
        Some(meant) => format!("bedoelt u `{meant}`?"),
        None => format!("maak het bestand `{path}`, of haal de regel weg"),
    };
    problems.push(Diagnostic::error("onbekende-regio", format!("de regio `{key}` bestaat niet")).at(span).help(help));
}
