//! `kop-overgeslagen`: a heading that is more than one level deeper than the heading before it.

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "kop-overgeslagen", page: include_str!("kop_overgeslagen.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let mut last = 0;
    let mut found = Vec::new();
    for heading in &sight.headings {
        let text = heading.text.replace('\u{ad}', "");
        if heading.level > last + 1 && last > 0 {
            let message = format!("na een kop van niveau {last} komt niveau {}: `{}`", heading.level, text.trim());
            found.push(Defect::new(message, format!("maak er een kop van niveau {} van", last + 1)));
        }
        if text.trim().is_empty() {
            let message = format!("een kop van niveau {} heeft geen tekst", heading.level);
            found.push(Defect::new(message, "geef de kop een tekst, of haal de kop weg"));
        }
        last = heading.level;
    }
    found
}
