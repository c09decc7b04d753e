//! A page in another language: every part says in which language it is, and nothing Dutch slips in unsaid.

use std::sync::OnceLock;

use scraper::{ElementRef, Html, Selector};

use super::site::Site;

/// The Arabic site, built once for the tests that only look.
fn arabic() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Site::arabic();
        assert!(site.build().published.is_some(), "{}", site.messages());
        site
    })
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("valid")).collect()
}

fn text_of(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

/// Language of an element: of itself or of the nearest element around it.
fn language_of(element: ElementRef<'_>) -> String {
    let around = element.ancestors().filter_map(ElementRef::wrap);
    std::iter::once(element).chain(around).find_map(|one| one.attr("lang")).unwrap_or_default().to_owned()
}

#[test]
fn a_right_that_exists_only_in_dutch_says_so_in_the_language_of_the_page() {
    let page = Html::parse_document(&arabic().page("leiden/rechten/beslissen/index.html"));
    let right = select(&page, ".ow-right-item")[0];
    let notices = right.select(&Selector::parse("p.ow-quiet").expect("valid")).collect::<Vec<_>>();
    assert_eq!(text_of(notices[0]), "هذا النص متوفر بالهولندية فقط حتى الآن.");
    assert_eq!(language_of(notices[0]), "ar");
    assert_eq!(language_of(select(&page, ".ow-right-item h2")[0]), "nl");
}

#[test]
fn a_remedy_that_exists_only_in_dutch_says_so_too() {
    let page = Html::parse_document(&arabic().page("leiden/klacht/praten/index.html"));
    let remedy = select(&page, ".ow-route-item")[0];
    assert!(text_of(remedy).contains("هذا النص متوفر بالهولندية فقط حتى الآن."), "{}", text_of(remedy));
}

#[test]
fn a_crumb_with_the_dutch_title_of_its_page_says_that_it_is_dutch() {
    let page = Html::parse_document(&arabic().page("leiden/mag-ik-nee-zeggen/index.html"));
    let crumbs = select(&page, ".ow-breadcrumb [aria-current]");
    assert_eq!(text_of(crumbs[0]), "Mag ik nee zeggen?");
    assert_eq!((crumbs[0].attr("lang"), crumbs[0].attr("dir")), (Some("nl"), Some("ltr")));
}

#[test]
fn a_crumb_in_the_language_of_the_page_says_nothing_of_its_language() {
    let page = Html::parse_document(&arabic().page("leiden/nl/mag-ik-nee-zeggen/index.html"));
    assert_eq!(select(&page, ".ow-breadcrumb [lang]").len(), 0);
}

#[test]
fn on_a_dutch_page_no_text_says_that_it_is_only_in_dutch() {
    let html = arabic().page("leiden/nl/rechten/beslissen/index.html");
    assert!(!html.contains("alleen in het Nederlands"), "nothing is missing there");
}

#[test]
fn a_local_value_inside_an_arabic_sentence_is_kept_apart() {
    let html = arabic().page("leiden/stap/intensieve-vrijwillige-hulp/index.html");
    assert!(
        html.contains("<bdi lang=\"nl\" dir=\"ltr\">preventieve jeugdbescherming</bdi>"),
        "the local name has its own language"
    );
    let cited = html.matches("<bdi lang=\"nl\" dir=\"ltr\">Jeugdwet</bdi>").count();
    assert!(cited > 0, "the title of a source has its own language");
}

#[test]
fn lists_on_an_arabic_page_have_arabic_commas() {
    let page = Html::parse_document(&arabic().page("leiden/stap/intensieve-vrijwillige-hulp/index.html"));
    let sources: String = select(&page, ".ow-page-sources li").into_iter().map(text_of).collect();
    assert!(sources.contains('،'), "{sources}");
    assert!(!sources.contains(", المادة"), "{sources}");
}

#[test]
fn a_helpline_has_its_name_in_the_language_of_the_page() {
    let site = Site::arabic();
    site.replace(
        "content/ar/organisaties.yaml",
        "kindertelefoon:\n  naam: Kindertelefoon\n",
        "kindertelefoon:\n  naam: هاتف الأطفال\n",
    );
    assert!(site.build().published.is_some(), "{}", site.messages());
    for path in ["leiden/index.html", "index.html"] {
        let page = Html::parse_document(&site.page(path));
        let foot: String = select(&page, ".ow-page-foot__phones li").into_iter().map(text_of).collect();
        assert!(foot.contains("هاتف الأطفال"), "{path}: {foot}");
    }
}

fn language_links(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    select(&page, ".ow-header__languages a").into_iter().filter_map(|link| link.attr("href").map(str::to_owned)).collect()
}

#[test]
fn a_run_for_one_language_keeps_the_links_to_languages_that_were_published_before() {
    let site = Site::arabic();
    assert!(site.build().published.is_some(), "{}", site.messages());
    let before = site.page("leiden/stappen/index.html");
    site.build_languages(&["ar"]);
    assert_eq!(site.page("leiden/stappen/index.html"), before);
    assert_eq!(language_links(&before).len(), 2);
}

#[test]
fn a_language_that_was_never_published_gets_no_link() {
    let site = Site::arabic();
    assert!(site.build_languages(&["ar"]).published.is_some(), "{}", site.messages());
    assert!(language_links(&site.page("leiden/index.html")).is_empty());
    assert!(language_links(&site.page("index.html")).is_empty());
}

#[test]
fn a_run_for_another_language_leaves_the_page_that_is_not_there_in_the_first_one() {
    let site = Site::arabic();
    site.build();
    site.build_languages(&["nl"]);
    assert!(site.page("404.html").contains("<html lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn the_security_contact_names_the_languages_of_the_site() {
    let security = arabic().page(".well-known/security.txt");
    assert!(security.contains("Preferred-Languages: ar, nl\n"), "{security}");
}

#[test]
fn a_long_dutch_name_may_break_in_the_picture_of_another_language() {
    let site = Site::arabic();
    assert!(site.build().published.is_some(), "{}", site.messages());
    let picture =
        |html: &str| html.split("<svg").nth(1).and_then(|rest| rest.split("</svg>").next()).unwrap_or_default().to_owned();
    let arabic = picture(&site.page("leiden/stappen/index.html"));
    // The name of the meeting in Leiden is one Dutch word of 23 letters; a line of a box holds fewer.
    assert!(!arabic.contains(">jeugdbeschermingstafel<"), "the word stands on one line");
    assert!(arabic.contains("jeugd"), "the name is in the picture");
    assert!(arabic.contains("\u{2066}3 tot 6\u{2069}"), "a Dutch term keeps its order");
}
