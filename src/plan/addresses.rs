//! Two pages with one address: found before anything is written.

use std::collections::BTreeMap;

use super::{PageKind, SitePlan};
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::Model;

/// Folders at the root of the output that are not municipalities.
const RESERVED: &[&str] = &["data", "dekking", "plaatsen", "vergelijk", "server"];

/// Holds all addresses against each other.
pub(super) fn check(model: &Model, plan: &SitePlan) -> Diagnostics {
    let mut problems = Diagnostics::default();
    let root_folders = plan.forwards.iter().map(|forward| {
        let key = forward.from.trim_end_matches('/');
        (key.to_owned(), format!("`municipalities/{key}.yaml` (opgegaan)"))
    });
    let own = model.municipalities.iter().map(|one| (one.key.clone(), format!("`municipalities/{}.yaml`", one.key)));
    let reserved = RESERVED.iter().map(|name| ((*name).to_owned(), "een vast onderdeel van de site".to_owned()));
    let languages = model.site.languages.iter().skip(1).map(|lang| (lang.tag().to_owned(), "een taal".to_owned()));
    double(reserved.chain(languages).chain(own).chain(root_folders), "", &mut problems);
    for pages in plan.pages.values().take(1) {
        double(pages.iter().map(|page| (page.address.clone(), kind_words(&page.kind))), "<gemeente>/", &mut problems);
    }
    problems
}

fn double(addresses: impl Iterator<Item = (String, String)>, root: &str, problems: &mut Diagnostics) {
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    for (address, what) in addresses {
        if let Some(first) = taken.insert(address.clone(), what.clone()) {
            let folder = if address.ends_with('/') || address.is_empty() { address.clone() } else { format!("{address}/") };
            let clash = Diagnostic::error(
                "dubbel-adres",
                format!("twee pagina's krijgen het adres `{root}{folder}`: {first} en {what}"),
            )
            .help("geef één van de twee een andere naam");
            problems.push(clash);
        }
    }
}

/// What makes a page, as an editor knows it.
fn kind_words(kind: &PageKind) -> String {
    match kind {
        PageKind::Home => "de beginpagina".to_owned(),
        PageKind::Steps => "de stappen".to_owned(),
        PageKind::Stage(_) => "een stap".to_owned(),
        PageKind::Page(key) => format!("`paginas/{key}.md`"),
        PageKind::RightsGroup(group) => format!("de groep rechten `{group}`"),
        PageKind::RemediesGroup(group) => format!("de groep routes `{group}`"),
        PageKind::Young(key) => format!("`jongeren/{key}.md`"),
    }
}
