//! Two pages with one address: found before anything is written.

use std::collections::BTreeMap;

use super::{PageKind, SitePlan};
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::Model;

/// Folders at the root of the output that are not municipalities.
const RESERVED: &[&str] = &["data", "plaatsen", "vergelijk", "server"];

/// Holds all addresses against each other.
pub(super) fn check(model: &Model, plan: &SitePlan) -> Diagnostics {
    let mut problems = Diagnostics::default();
    let root_folders =
        plan.forwards.iter().map(|forward| (forward.from.trim_end_matches('/').to_owned(), "een oude gemeente"));
    let own = model.municipalities.iter().map(|municipality| (municipality.key.clone(), "een gemeente"));
    let reserved = RESERVED.iter().map(|name| ((*name).to_owned(), "een vast onderdeel van de site"));
    let languages = model.site.languages.iter().skip(1).map(|lang| (lang.tag().to_owned(), "een taal"));
    double(reserved.chain(languages).chain(own).chain(root_folders), "", &mut problems);
    for pages in plan.pages.values().take(1) {
        double(pages.iter().map(|page| (page.address.clone(), kind_words(&page.kind))), "<gemeente>/", &mut problems);
    }
    problems
}

fn double<'a>(addresses: impl Iterator<Item = (String, &'a str)>, root: &str, problems: &mut Diagnostics) {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    for (address, what) in addresses {
        if let Some(first) = taken.insert(address.clone(), what) {
            let folder = if address.ends_with('/') || address.is_empty() { address.clone() } else { format!("{address}/") };
            let clash = Diagnostic::error(
                "dubbel-adres",
                format!("twee pagina's krijgen het adres `{root}{folder}`: {first} en {what}"),
            )
            .help("geef één van de twee een andere bestandsnaam");
            problems.push(clash);
        }
    }
}

fn kind_words(kind: &PageKind) -> &'static str {
    match kind {
        PageKind::Home => "de beginpagina",
        PageKind::Steps => "de stappen",
        PageKind::Stage(_) => "een stap",
        PageKind::Page(_) => "een bestand in `paginas/`",
        PageKind::RightsGroup(_) => "een groep rechten",
        PageKind::RemediesGroup(_) => "een groep routes",
        PageKind::Young(_) => "een bestand in `jongeren/`",
    }
}
