//! `tabel-zonder-koppen`: a table without heading cells (WCAG 1.3.1).

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "tabel-zonder-koppen", page: include_str!("tabel_zonder_koppen.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let without = sight.tables.iter().filter(|table| !table.has_heading);
    without.map(|_| Defect::new("een tabel heeft geen koppen", "geef de tabel een eerste rij met koppen")).collect()
}
