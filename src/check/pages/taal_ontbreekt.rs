//! `taal-ontbreekt`: a page that does not say its language (WCAG 3.1.1).

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "taal-ontbreekt", page: include_str!("taal_ontbreekt.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let silent = sight.is_page() && sight.lang.as_deref().is_none_or(str::is_empty);
    let defect = || Defect::new("de taal van de pagina staat er niet bij", "zet `lang` bij `html` in het thema");
    silent.then(defect).into_iter().collect()
}
