//! `linktekst-vaag`: a link whose text says nothing: no tool finds it (`ux.md` §6.1).

use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "linktekst-vaag", page: include_str!("linktekst_vaag.md"), find };

/// Texts that say nothing, in the languages of the site; translations are added with their language.
const VAGUE: &[&str] = &[
    "hier",
    "klik hier",
    "klik",
    "lees meer",
    "lees verder",
    "meer",
    "meer informatie",
    "link",
    "deze link",
    "deze pagina",
    "website",
    "here",
    "click here",
    "read more",
    "more",
    "this page",
    "هنا",
    "انقر هنا",
    "اقرأ المزيد",
    "المزيد",
];

fn find(sight: &Sight) -> Vec<Defect> {
    let mut found = Vec::new();
    for link in sight.links() {
        let text = link.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let bare = text.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
        let message = if text.is_empty() {
            format!("de link naar `{}` heeft geen tekst", link.href)
        } else if VAGUE.contains(&bare.as_str()) {
            format!("de tekst `{text}` zegt niet waar de link heen gaat")
        } else {
            continue;
        };
        found.push(Defect::new(message, "schrijf in de link zelf waar hij heen gaat, zoals ‘Lees hoe u een klacht indient’"));
    }
    found
}
