//! How large and how small a picture may be, and what its source may hold.

use crate::render::diagram::picture::Picture;
use crate::render::diagram::poster::{Paper, PosterWords, poster};
use crate::render::diagram::tests::sample::{arabic, dutch, dutch_mini_map, longer};
use crate::render::diagram::{Drawing, mini_map, overview};

fn drawn() -> Drawing {
    overview(&dutch()).expect("the sample can be drawn")
}

#[test]
fn an_overview_is_at_most_twelve_kilobytes() {
    assert!(drawn().svg.len() <= 12_000, "{} bytes", drawn().svg.len());
    let arabic = overview(&arabic()).expect("the sample can be drawn");
    assert!(arabic.svg.len() <= 12_000, "{} bytes", arabic.svg.len());
}

#[test]
fn a_mini_map_is_at_most_two_and_a_half_kilobytes() {
    let map = mini_map(&dutch_mini_map("beschermingstafel")).expect("the sample can be drawn");
    assert!(map.len() <= 2_500, "{} bytes", map.len());
}

#[test]
fn the_sample_has_the_proportions_of_a_sheet_and_letters_of_nine_points() {
    assert_eq!((drawn().width, drawn().height), (1144, 790));
    assert!(drawn().smallest_print >= 900, "{}", drawn().smallest_print);
}

#[test]
fn latin_words_on_an_arabic_sheet_keep_their_own_order() {
    let mut picture = arabic();
    picture.stages[0].duration = Some("3 tot 6".to_owned());
    let words = PosterWords { heading: "كل الخطوات".to_owned(), foot: "طوعي".to_owned() };
    let sheet = poster(&picture, &words, Paper::A4).expect("the sample can be drawn");
    assert!(sheet.contains("\u{2066}3 tot 6\u{2069}"), "isolated: {sheet}");
}

#[test]
fn letters_keep_nine_points_when_nothing_is_known_here() {
    let mut picture = dutch();
    for stage in &mut picture.stages {
        stage.known_here = false;
    }
    assert_keeps_nine_points(&picture);
}

#[test]
fn letters_keep_nine_points_with_words_that_are_forty_percent_longer() {
    assert_keeps_nine_points(&longer(dutch()));
    assert_keeps_nine_points(&longer(arabic()));
}

#[test]
fn letters_keep_nine_points_with_long_words_when_nothing_is_known_here() {
    let mut picture = longer(dutch());
    for stage in &mut picture.stages {
        stage.known_here = false;
    }
    assert_keeps_nine_points(&picture);
}

fn assert_keeps_nine_points(picture: &Picture) {
    let drawing = overview(picture).expect("the sample can be drawn");
    let (width, height, points) = (drawing.width, drawing.height, drawing.smallest_print);
    assert!(points >= 900, "{points} hundredths of a point on {width} x {height}");
}

#[test]
fn a_picture_has_no_style_no_link_no_script_and_only_whole_numbers() {
    let svg = drawn().svg;
    let body = svg.split_once("</desc>").expect("a picture has a description").1;
    for forbidden in ["style", "<a ", "<script", "scale("] {
        assert!(!body.contains(forbidden), "found `{forbidden}`");
    }
    // A point is only the end of the number of a stage, never the start of decimals.
    let decimals = body.split('.').skip(1).filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    assert_eq!(decimals.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_picture_names_and_describes_itself() {
    let svg = drawn().svg;
    assert!(svg.contains("role=\"img\" aria-labelledby=\"plaat-titel\" aria-describedby=\"plaat-uitleg\""));
    assert!(svg.contains("<title id=\"plaat-titel\">") && svg.contains("<desc id=\"plaat-uitleg\">"));
}

#[test]
fn letters_are_never_turned_over() {
    let svg = overview(&arabic()).expect("the sample can be drawn").svg;
    assert!(svg.contains("direction=\"rtl\"") && !svg.contains("scale"));
}

#[test]
fn the_mini_map_marks_one_stage_and_names_it() {
    let map = mini_map(&dutch_mini_map("vto")).expect("the sample can be drawn");
    // Once in the lanes, once as the key beside the name.
    assert_eq!(map.matches("ow-picture__here").count(), 2);
    assert!(map.contains(">U bent hier: Verzoek tot onderzoek (VTO)</text>"));
}
