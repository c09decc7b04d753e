//! `verzoek-naar-buiten`: something that the page asks of another site, so that this site knows who reads (N-78).

use super::sight::leaves_the_site;
use super::{Defect, PageRule, Sight};

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "verzoek-naar-buiten", page: include_str!("verzoek_naar_buiten.md"), find };

fn find(sight: &Sight) -> Vec<Defect> {
    let of_style = sight.style.as_deref().into_iter().flat_map(addresses);
    let all = sight.requests.iter().map(String::as_str).chain(of_style);
    all.map(|address| {
        Defect::new(
            format!("de pagina vraagt `{address}` op bij een andere site"),
            "zet het bestand in het thema, en verwijs daarnaar",
        )
    })
    .collect()
}

/// Addresses of other sites in `url(…)` and `@import`.
fn addresses(style: &str) -> Vec<&str> {
    let quotes = ['"', '\'', ' '];
    let of_urls = style.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    let of_imports = style.split("@import").skip(1).filter_map(|rest| rest.split(';').next());
    let all = of_urls.chain(of_imports).map(|address| address.trim_matches(quotes));
    all.filter(|address| leaves_the_site(address)).collect()
}
