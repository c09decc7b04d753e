//! The pictures of our own content, and those of a site that is read from right to left.

use camino::Utf8Path;
use jiff::civil::{Date, date};

use crate::lang::Lang;
use crate::model;
use crate::model::Model;
use crate::render;
use crate::render::diagram::tests::faults_of;
use crate::render::diagram::{letters, overview};
use crate::sources;

const DAY: Date = date(2026, 11, 22);

/// Our own content, and the site in Arabic: pictures that are mirrored.
const SITES: [&str; 2] = ["", "tests/sites/arabisch/in"];

fn model_of(site: &str) -> Model {
    let folder = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join(site);
    let loaded = sources::load(&folder).expect("the site can be read");
    let sources = loaded.sources.expect("the content is sound");
    model::resolve(&sources, &loaded.files, DAY).0.expect("the content is sound")
}

#[test]
fn the_pictures_of_all_municipalities_in_all_languages_are_sound() {
    for model in SITES.map(model_of) {
        let mut seen = 0;
        for lang in &model.site.languages {
            for picture in render::overview_pictures(&model, *lang) {
                assert_eq!(faults_of(&picture), Vec::<String>::new(), "{}: {:?}", lang.tag(), picture.stages[4]);
                let drawing = overview(&picture).expect("every stage has a place and every road a way");
                assert!(drawing.smallest_print >= 900, "{}: {} hundredths of a point", lang.tag(), drawing.smallest_print);
                assert!(drawing.svg.len() <= 25_000, "{}: {} bytes", lang.tag(), drawing.svg.len());
                seen += 1;
            }
        }
        assert!(seen > model.site.languages.len(), "municipalities differ, so there is more than one picture a language");
    }
}

#[test]
fn a_page_serves_every_letter_of_its_picture() {
    for model in SITES.map(model_of) {
        for lang in &model.site.languages {
            let mut words = 0;
            for picture in render::overview_pictures(&model, *lang) {
                let svg = overview(&picture).expect("every stage has a place and every road a way").svg;
                // What stands between the tags; directions and joins have no shape.
                let texts = svg.split("<text").skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once('<'));
                for (text, _) in texts {
                    let text = text.replace(['\u{2066}', '\u{2069}'], "");
                    assert!(letters::has_letters_for(&text, lang.tag()), "{}: {text}", lang.tag());
                    words += 1;
                }
            }
            assert!(words > 100, "{}: there are words to look at", lang.tag());
        }
    }
}

#[test]
fn no_letter_on_a_sheet_of_any_municipality_is_smaller_than_nine_points() {
    for model in SITES.map(model_of) {
        for lang in &model.site.languages {
            for sheet in render::posters(&model, *lang, DAY) {
                for paper in [(297.0, 210.0), (420.0, 297.0)] {
                    let points = smallest_print(&sheet, paper);
                    assert!(points >= 9.0, "{} on {paper:?} mm: {points} points\n{}", lang.tag(), heading(&sheet));
                }
            }
        }
    }
}

#[test]
fn a_dutch_term_in_an_english_picture_breaks_where_dutch_breaks() {
    let english = Lang::from_tag("en").expect("we know English");
    let pictures = render::overview_pictures(&model_of(""), english);
    assert_eq!(pictures[0].stages[4].name, "Meeting (beschermings\u{AD}tafel)");
}

/// The smallest letters of a sheet in points, when its view box fills the paper.
fn smallest_print(sheet: &str, (wide, high): (f64, f64)) -> f64 {
    let numbers = |name: &str| -> Vec<Vec<f64>> {
        let start = format!(" {name}=\"");
        let values = sheet.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
        values.map(|value| value.split(' ').filter_map(|number| number.parse().ok()).collect()).collect()
    };
    let view_box = numbers("viewBox").concat();
    let letters = numbers("font-size").concat().into_iter().fold(f64::INFINITY, f64::min);
    assert!(letters.is_finite(), "a sheet has letters");
    let millimetres = (wide / view_box[2]).min(high / view_box[3]);
    letters * millimetres * 72.0 / 25.4
}

/// The first words on a sheet: what it is, and of which municipality.
fn heading(sheet: &str) -> String {
    sheet.split("<text").nth(1).map(|rest| rest.chars().take(200).collect()).unwrap_or_default()
}
