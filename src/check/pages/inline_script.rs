//! `inline-script`: a script inside a page: pages have none, and the policy of the server refuses them.

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "inline-script", page: include_str!("inline_script.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let found = sight.inline_scripts.iter();
    found.map(|what| Defect::new(format!("in `{what}` staat een script"), "haal het script uit het thema")).collect()
}
