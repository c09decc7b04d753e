//! `titel-ontbreekt`: a page without a title (WCAG 2.4.2).

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "titel-ontbreekt", page: include_str!("titel_ontbreekt.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let without = sight.is_page() && !sight.has_title;
    let defect = || Defect::new("de pagina heeft geen titel", "zet `title` terug in het thema");
    without.then(defect).into_iter().collect()
}
