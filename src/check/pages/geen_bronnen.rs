//! `geen-bronnen`: a page of a municipality without its sources (N-61).

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "geen-bronnen", page: include_str!("geen_bronnen.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let bare = sight.is_page() && sight.is_local && !sight.has_sources;
    let defect = || {
        Defect::new("er staan geen bronnen onder", "zet bij de teksten van deze pagina hun feiten, zoals `{C-02}`")
    };
    bare.then(defect).into_iter().collect()
}
