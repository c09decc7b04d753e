//! Whatever stands in a municipality file, the pages have only elements and attributes that they have anyway.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use scraper::Html;

use super::site::Site;

/// Every text that a municipality file can hold; `@0`, `@1` … are the places.
const FILE: &str = r#"
gemeente: { naam: @0, code: GM0546, provincie: @1, website: "https://leiden.example" }
regio: holland-rijnland
peildatum: 2019-12-31
status: gedateerd
termen: { drang: @2, lokaal_team: @3, overleg: @4, bron: ["P:242"] }
uitvoering:
  door: [gi]
  toelichting: @5
  regie: @6
  organisaties: [{ naam: @7, rol: @8, mag_wel: [@9], mag_niet: [@10] }]
  bron: ["P:242"]
duur: { streef: 3 maanden, maximum: 6 maanden, verlenging: @11, bron: ["P:243"] }
overleg:
  vorm: beschermingstafel
  deelnemers: [@12]
  beslisser: @13
  gespreksduur: @14
  aanmelden_door: [@15]
  uitkomsten: [@16]
  voorbereiding: @17
  bron: ["P:242"]
klacht:
  lokaal_team: @18
  gi: { naam: @19, website: "https://gi.example", telefoon: "071 123 45 67", email: "a@b.example", toelichting: @20 }
  bron: ["P:242"]
clientondersteuning: { naam: @21, toelichting: @22, bron: ["P:242"] }
bijzonderheden:
  - { tekst: @23, peildatum: 2019-12-31, bron: ["P:242", eigen] }
bronnen:
  eigen: { titel: @24, jaar: 2015, soort: gemeentestuk }
"#;

const PLACES: usize = 25;

/// Pieces that break out of text, attributes, Markdown, templates, JSON and CSS when somebody forgets to escape.
const NASTY: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=\"x",
    "</title><svg onload=x>",
    "</style><b>",
    "-->",
    "<!--",
    "]]>",
    "{{ 7 * 7 }}",
    "{% include \"x\" %}",
    "{C-01}",
    "[x](javascript:alert(1))",
    "![x](https://kwaad.example/x.png)",
    "<javascript:alert(1)>",
    "`x`",
    "**x**",
    "# x",
    "&lt;b&gt;",
    "&#60;b&#62;",
    "&amp;",
    "\\\"",
    "\\u003cb\\u003e",
    "${x}",
    "=1+1",
    "<",
    ">",
    "&",
    "\"",
    "'",
];

/// The file of Leiden with these texts, written so that YAML reads exactly them.
fn file(texts: &[String]) -> String {
    let mut file = FILE.to_owned();
    for (place, text) in texts.iter().enumerate().rev() {
        file = file.replace(&format!("@{place}"), &serde_json::to_string(text).expect("a text"));
    }
    file
}

fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(NASTY).prop_map(str::to_owned),
        2 => "[a-z]{1,8}",
        1 => any::<char>().prop_filter("no control characters: these are refused", |sign| !sign.is_control()).prop_map(String::from),
        1 => Just(" ".to_owned()),
    ];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
}

/// The names of elements and their attributes, by page.
type Shape = BTreeMap<String, BTreeSet<String>>;

/// The shape of a site with these texts; `None` when it was refused, and then nothing is published.
fn shape(site: &Site, texts: &[String]) -> Option<Shape> {
    site.write("municipalities/leiden.yaml", file(texts));
    site.build().published?;
    let pages = site.published("public").into_iter();
    Some(pages.filter(|(path, _)| path.ends_with(".html")).map(|(path, bytes)| (path, parts(&bytes))).collect())
}

fn parts(page: &[u8]) -> BTreeSet<String> {
    let document = Html::parse_document(std::str::from_utf8(page).expect("UTF-8"));
    let elements = document.tree.nodes().filter_map(|node| node.value().as_element());
    elements
        .flat_map(|element| {
            let attributes = element.attrs().map(|(name, value)| match name {
                "href" | "src" | "action" => format!("{} {name} {}", element.name(), scheme(value)),
                _ => format!("{} {name}", element.name()),
            });
            std::iter::once(element.name().to_owned()).chain(attributes).collect::<Vec<_>>()
        })
        .collect()
}

/// `https`, `javascript`, or nothing for an address inside the site.
fn scheme(address: &str) -> &str {
    address.split_once(':').map_or("", |(scheme, _)| scheme)
}

/// What one page has and the same page with harmless texts has not.
fn added(found: &Shape, harmless: &Shape) -> Vec<String> {
    let pages = found.iter().flat_map(|(page, parts)| {
        let known = harmless.get(page);
        let new = parts.iter().filter(move |part| known.is_none_or(|known| !known.contains(*part)));
        new.map(move |part| format!("{page}: {part}"))
    });
    pages.collect()
}

fn harmless() -> Vec<String> {
    (0..PLACES).map(|place| format!("Gewoon {place}")).collect()
}

#[test]
fn each_nasty_text_alone_in_each_place_adds_nothing_to_a_page() {
    let site = Site::basis();
    let expected = shape(&site, &harmless()).unwrap_or_else(|| panic!("{}", site.messages()));
    let mut accepted = BTreeSet::new();
    // Each text in every place at once, then each place with its own text: one refused place does not hide the others.
    for (turn, text) in NASTY.iter().enumerate() {
        for place in 0..PLACES {
            if (turn + place) % 5 != 0 {
                continue;
            }
            let mut texts = harmless();
            texts[place] = format!("Gewoon {text} tekst");
            let Some(found) = shape(&site, &texts) else { continue };
            assert_eq!(added(&found, &expected), Vec::<String>::new(), "{text:?} in place {place}");
            accepted.insert(place);
        }
    }
    assert!(accepted.len() > PLACES / 2, "only {accepted:?} took a nasty text, so little was looked at");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nasty_texts_in_many_places_add_nothing_to_a_page(texts in prop::collection::vec((0..PLACES, nasty()), 1..6)) {
        let site = Site::basis();
        let expected = shape(&site, &harmless()).expect("harmless texts are accepted");
        let mut own = harmless();
        texts.into_iter().for_each(|(place, text)| own[place] = text);
        if let Some(found) = shape(&site, &own) {
            assert_eq!(added(&found, &expected), Vec::<String>::new(), "{own:?}");
        }
    }
}

#[test]
fn the_test_for_nasty_texts_sees_an_element_an_attribute_and_an_address() {
    let page = |html: &str| Shape::from([("x.html".to_owned(), parts(html.as_bytes()))]);
    let plain = page("<p><a href=\"https://a.example\">x</a></p>");
    for (html, expected) in [
        ("<p><a href=\"https://a.example\">x</a><b>y</b></p>", "x.html: b"),
        ("<p onclick=x><a href=\"https://a.example\">x</a></p>", "x.html: p onclick"),
        ("<p><a href=\"javascript:x\">x</a></p>", "x.html: a href javascript"),
    ] {
        assert_eq!(added(&page(html), &plain), [expected]);
    }
}
