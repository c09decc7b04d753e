//! `afbeelding-zonder-tekst`: an image that says nothing to who cannot see it (WCAG 1.1.1).

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "afbeelding-zonder-tekst", page: include_str!("afbeelding_zonder_tekst.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let silent = sight.silent_images.iter();
    silent
        .map(|source| {
            Defect::new(
                format!("de afbeelding `{source}` heeft geen tekst"),
                "zet `alt=\"…\"` in het thema, met wat er te zien is; leeg als het alleen versiering is",
            )
        })
        .collect()
}
