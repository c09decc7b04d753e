//! `letters-in-css`: words in a style sheet, where nobody can translate or copy them: no tool finds it (`ux.md` §6.1).

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "letters-in-css", page: include_str!("letters_in_css.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let style = sight.style.as_deref().unwrap_or_default();
    let found = style.match_indices("content").filter_map(|(at, _)| text_of_content(&style[at + "content".len()..]));
    found
        .map(|words| {
            Defect::new(
                format!("de stijl zet de letters `{words}` op de pagina"),
                "zet de woorden in `ui.yaml` en in het onderdeel, niet in de stijl",
            )
        })
        .collect()
}

/// Letters between the quotes of `content: "…"`. Escapes such as `\201C` are signs, and one letter may be a sign too.
fn text_of_content(rest: &str) -> Option<&str> {
    let value = rest.trim_start().strip_prefix(':')?.trim_start();
    let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let inside = value[1..].split(quote).next()?;
    let letters = inside.split('\\').next().unwrap_or_default().chars().filter(|sign| sign.is_alphabetic()).count();
    (letters >= 2).then_some(inside)
}
