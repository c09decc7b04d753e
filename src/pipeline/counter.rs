//! Pages that are ready, for who waits.

use super::Progress;
use crate::output::OutputFile;
use crate::plan::SitePlan;

/// Counts pages and reports progress a unit at a time.
pub(super) struct Counter<'a> {
    pages: std::sync::atomic::AtomicUsize,
    per_unit: usize,
    units: usize,
    progress: Progress<'a>,
}

impl<'a> Counter<'a> {
    pub(super) fn new(plan: &SitePlan, progress: Progress<'a>) -> Counter<'a> {
        let per_unit = plan.pages.values().map(Vec::len).max().unwrap_or(1).max(1);
        Counter { pages: std::sync::atomic::AtomicUsize::new(0), per_unit, units: plan.units.len(), progress }
    }

    pub(super) fn count(&self, file: &OutputFile) {
        if file.path.as_str().ends_with(".html") {
            let pages = self.pages.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
            if pages.is_multiple_of(self.per_unit) {
                (self.progress)((pages / self.per_unit).min(self.units), self.units);
            }
        }
    }

    pub(super) fn pages(&self) -> usize {
        self.pages.load(std::sync::atomic::Ordering::Relaxed)
    }
}
