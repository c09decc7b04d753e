//! `inline-stijl`: a style inside a page: the policy of the server refuses it.

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "inline-stijl", page: include_str!("inline_stijl.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let found = sight.inline_styles.iter();
    found
        .map(|what| Defect::new(format!("in `{what}` staat een eigen stijl"), "zet de stijl in het css-bestand van het onderdeel"))
        .collect()
}
