//! Lays national, region and municipality over each other, field by field. The nearest layer that names a key wins,
//! also when it says `onbekend`.

use super::{Layer, Local, Origin};
use crate::model::fact::{Evidence, day};
use crate::model::problems::Problems;
use crate::sources::raw::{Citation, DateText, RawLayer};
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

    /// Origin of a value. Mistakes in sources and days are reported once per file, in `checks`.
    pub(super) fn origin(&self, layer: LayerRef<'a>, span: crate::diag::Span, block: &BlockOrigin<'a>) -> Origin {
        let nothing = std::collections::BTreeSet::new();
        let mut silent = Problems::new(&nothing, jiff::civil::Date::MAX);
        let as_of = block.as_of.or(layer.raw.value.peildatum.as_ref());
        Origin {
            layer: layer.kind,
            span,
            citations: self.evidence.citations(block.citations, layer.raw.file, &mut silent),
            as_of: as_of.and_then(|date| day(date, layer.raw.file, &mut silent)),
            status: layer.raw.value.status.as_ref().map(|at| at.value),
        }
    }
}
