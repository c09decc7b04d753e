//! `richting-klopt-niet`: a language that is written from right to left without `dir=rtl`, or the reverse: no tool finds it (`ux.md` §6.1).

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "richting-klopt-niet", page: include_str!("richting_klopt_niet.md"), find };

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: &[&str] = &["ar", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"];

fn find(sight: &Sight) -> Vec<Defect> {
    let of_page = sight.dir.as_deref().unwrap_or("ltr");
    let found = sight.speech.iter().filter_map(|speech| {
        let base = speech.lang.split('-').next().unwrap_or_default().to_lowercase();
        let is_arabic_script = speech.lang.ends_with("-Arab");
        let wanted = if is_arabic_script || RIGHT_TO_LEFT.contains(&base.as_str()) { "rtl" } else { "ltr" };
        // The page itself says its direction; a part without one has that of the page.
        let inherited = if speech.element == "html" { "ltr" } else { of_page };
        let given = speech.dir.as_deref().unwrap_or(inherited);
        (given != wanted).then(|| {
            Defect::new(
                format!("bij `{} lang={}` hoort `dir={wanted}`", speech.element, speech.lang),
                format!("zet `dir=\"{wanted}\"` naast `lang` in het thema"),
            )
        })
    });
    found.collect()
}
