//! Finding your municipality by the name of a place.

use std::collections::BTreeMap;

use scraper::{Html, Selector};
use url::Url;

use super::site::Site;

const HEAD: &str = "plaats,gemeente_code,provincie\n";

/// The small site with places under three letters.
fn site() -> Site {
    let site = Site::basis();
    let places = ["Aardam", "Aarlanderveen", "Boskoop", "'s-Gravendeel"];
    let rows: String = places.iter().map(|place| format!("{place},GM0546,Zuid-Holland\n")).collect();
    site.write("content/register/plaatsen.csv", format!("{HEAD}{rows}"));
    assert!(site.build().published.is_some(), "{}", site.messages());
    site
}

/// What a page shows in a list of links, with where each leads.
fn links(path: &str, html: &[u8], list: &str) -> Vec<(String, String)> {
    let page = Url::parse("https://site.test/").and_then(|root| root.join(path)).expect("an address");
    let document = Html::parse_document(std::str::from_utf8(html).expect("UTF-8"));
    let found = Selector::parse(&format!("{list} a")).expect("a selector");
    let links = document.select(&found).map(|link| {
        let text = link.text().next().unwrap_or_default().trim().to_owned();
        (text, page.join(link.attr("href").expect("a link")).expect("an address").path().to_owned())
    });
    links.collect()
}

#[test]
fn every_letter_leads_to_its_own_list_from_every_list_and_from_the_front() {
    let published = site().published("public");
    let pages: BTreeMap<&String, &Vec<u8>> = published
        .iter()
        .filter(|(path, _)| *path == "index.html" || (path.starts_with("plaatsen/") && path.ends_with(".html")))
        .collect();
    assert_eq!(pages.len(), 1 + 3, "{:?}", published.keys());
    for (path, html) in pages {
        let wanted = ["A", "B", "G"].map(|letter| (letter.to_owned(), format!("/plaatsen/{}/", letter.to_lowercase())));
        let found: Vec<(String, String)> =
            links(path, html, ".ow-letters").into_iter().filter(|(_, to)| to.starts_with("/plaatsen/")).collect();
        assert_eq!(found, wanted, "{path}");
    }
}

#[test]
fn every_place_leads_to_the_home_of_its_municipality() {
    let published = site().published("public");
    let found = links("plaatsen/a/index.html", &published["plaatsen/a/index.html"], ".ow-hub-list");
    let home = "/leiden/".to_owned();
    assert_eq!(found, [("Aardam".to_owned(), home.clone()), ("Aarlanderveen".to_owned(), home)]);
}
