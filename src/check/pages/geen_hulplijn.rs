//! `geen-hulplijn`: a page without the number for danger (C-14).

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "geen-hulplijn", page: include_str!("geen_hulplijn.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let without = sight.is_page() && !sight.has_helpline;
    let defect = || Defect::new("het nummer 112 staat er niet", "zet de hulplijnen terug in de voet van het thema");
    without.then(defect).into_iter().collect()
}
