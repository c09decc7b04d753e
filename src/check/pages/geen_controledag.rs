//! `geen-controledag`: a page that does not say when it was held against its sources (U-12).

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "geen-controledag", page: include_str!("geen_controledag.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let undated = sight.is_page() && sight.is_local && !has_year(&sight.foot);
    let defect = || {
        Defect::new(
            "onderaan staat niet wanneer de tekst is gecontroleerd",
            "zet `page.checked` terug in de voet van het thema; de dag komt uit `content/feiten.yaml`",
        )
    };
    undated.then(defect).into_iter().collect()
}

/// Four digits in a row, in the numbers of any language.
fn has_year(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(4).any(|four| four.iter().all(|letter| letter.is_numeric()))
}
