//! `geen-nooduitgang`: a page that cannot be left at once without a trace in the next site.

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "geen-nooduitgang", page: include_str!("geen_nooduitgang.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let without = sight.is_page() && !sight.has_exit;
    let defect = || {
        Defect::new(
            "de knop om de pagina snel te verlaten ontbreekt",
            "zet in het thema een link naar `nooduitgang:` uit `content/site.yaml`, met `rel=\"noreferrer\"`",
        )
    };
    without.then(defect).into_iter().collect()
}
