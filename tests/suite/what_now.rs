//! "Wat kan nu?": a reader walks from step to step on one page, without script.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use scraper::{ElementRef, Html, Selector};

use super::site::Site;

/// The page on an Arabic and on a Dutch site, built once.
fn pages() -> [Html; 2] {
    static PAGES: OnceLock<[String; 2]> = OnceLock::new();
    let pages = PAGES.get_or_init(|| {
        let site = Site::arabic();
        assert!(site.build().published.is_some(), "{}", site.messages());
        ["leiden/wat-kan-nu/index.html", "leiden/nl/wat-kan-nu/index.html"].map(|page| site.page(page))
    });
    pages.each_ref().map(|page| Html::parse_document(page))
}

fn select<'a>(root: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    root.select(&Selector::parse(selector).expect("valid")).collect()
}

fn hrefs<'a>(root: ElementRef<'a>, selector: &str) -> BTreeSet<&'a str> {
    select(root, selector).into_iter().filter_map(|link| link.attr("href")).collect()
}

#[test]
fn every_question_can_be_reached_from_the_first_one_and_leads_back_to_it() {
    for page in pages() {
        let page = page.root_element();
        let asked: BTreeSet<String> = select(page, ".ow-what-now > .ow-box")
            .iter()
            .filter_map(|step| Some(format!("#{}", step.attr("id")?)))
            .collect();
        assert_eq!(asked.len(), 15);
        assert_eq!(hrefs(page, ".ow-what-now__start a"), asked.iter().map(String::as_str).collect::<BTreeSet<_>>());
        for step in select(page, ".ow-what-now > .ow-box") {
            assert!(hrefs(step, "a").contains("#nu"), "{:?}", step.attr("id"));
        }
    }
}

#[test]
fn every_road_leads_to_a_question_on_the_same_page() {
    for page in pages() {
        let page = page.root_element();
        let roads = hrefs(page, ".ow-outcome-list a");
        assert!(roads.len() > 10, "there are roads: {roads:?}");
        assert!(roads.is_subset(&hrefs(page, ".ow-what-now__start a")), "{roads:?}");
        assert!(select(page, ".ow-outcome--terug").len() >= 10, "the ways back are there");
        assert_eq!(select(page, "script").len(), 0);
    }
}
