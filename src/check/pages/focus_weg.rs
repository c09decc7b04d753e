//! `focus-weg`: a style that takes the focus ring away: no tool finds it (`ux.md` §6.1).

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "focus-weg", page: include_str!("focus_weg.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let style = sight.style.as_deref().unwrap_or_default();
    let squeezed: String = style.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
    let removed = ["outline", "outline-style", "outline-width"].into_iter().flat_map(|property| {
        ["none", "0"].into_iter().map(move |value| format!("{property}:{value}"))
    });
    let found = removed.filter(|words| {
        squeezed.match_indices(words.as_str()).any(|(at, _)| {
            let before = squeezed[..at].chars().next_back();
            let after = squeezed[at + words.len()..].chars().next();
            before.is_none_or(|sign| matches!(sign, '{' | ';')) && after.is_none_or(|sign| matches!(sign, ';' | '}' | '!'))
        })
    });
    found
        .map(|words| {
            Defect::new(
                format!("de stijl haalt met `{words}` de rand weg om wat u kiest"),
                "haal deze regel uit het thema, of geef `:focus-visible` een eigen duidelijke rand",
            )
        })
        .collect()
}
