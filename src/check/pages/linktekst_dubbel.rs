//! `linktekst-dubbel`: two links of one page with the same text and another target (WCAG 2.4.4).

use std::collections::{BTreeMap, BTreeSet};

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "linktekst-dubbel", page: include_str!("linktekst_dubbel.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let mut targets: BTreeMap<(String, bool), BTreeSet<&str>> = BTreeMap::new();
    for link in sight.main_links() {
        let text = link.text.split_whitespace().collect::<Vec<_>>().join(" ");
        targets.entry((text, link.is_term)).or_default().insert(&link.href);
    }
    let double = targets.into_iter().filter(|((text, _), targets)| !text.is_empty() && targets.len() > 1);
    double
        .map(|((text, _), targets)| {
            let targets: Vec<String> = targets.into_iter().map(|target| format!("`{target}`")).collect();
            Defect::new(
                format!("de link `{text}` leidt naar {}", targets.join(" en naar ")),
                "geef elke link een eigen tekst, die zegt waar hij heen gaat",
            )
        })
        .collect()
}
