//! What a run does not make, because it stands as an earlier run left it.

use std::collections::BTreeSet;

/// Pages and open data that stay. By itself it keeps nothing.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// For each unit of the plan, whether each page of its language stays; a unit that is not there keeps nothing.
    pub units: Vec<Vec<bool>>,
    /// Municipalities, by index, of which the open data stay.
    pub data: BTreeSet<usize>,
    /// Paths of pages above the municipalities that stay.
    pub above: BTreeSet<String>,
}

impl Kept {
    /// Whether a page of a unit stays; both by their place in the plan.
    pub(crate) fn has(&self, unit: usize, page: usize) -> bool {
        self.units.get(unit).and_then(|pages| pages.get(page)).copied().unwrap_or(false)
    }

    /// Whether any page of a unit stays.
    pub(crate) fn has_any(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|pages| pages.contains(&true))
    }

    /// Whether all pages of a unit stay.
    pub(crate) fn has_all(&self, unit: usize) -> bool {
        self.units.get(unit).is_some_and(|pages| !pages.is_empty() && pages.iter().all(|kept| *kept))
    }

    /// Number of pages that stay.
    pub fn pages(&self) -> usize {
        self.units.iter().flatten().filter(|kept| **kept).count() + self.above.len()
    }
}
