//! `hoofdkop`: a page with no main heading, or with more than one.

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "hoofdkop", page: include_str!("hoofdkop.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let tops = sight.headings.iter().filter(|heading| heading.level == 1).count();
    let message = match tops {
        1 => return Vec::new(),
        0 if sight.is_page() => "er is geen kop van niveau 1".to_owned(),
        0 => return Vec::new(),
        more => format!("er zijn {more} koppen van niveau 1"),
    };
    vec![Defect::new(message, "geef de pagina in het thema precies één `h1`")]
}
