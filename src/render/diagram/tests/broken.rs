//! The survey is worth only what it finds: each test breaks one thing in a sound picture and expects that fault.

use crate::render::diagram::geometry::Point;
use crate::render::diagram::layout::{Layout, layout};
use crate::render::diagram::tests::sample::dutch;
use crate::render::diagram::tests::survey::faults;

/// The faults of the sample after `breakage`.
fn faults_after(breakage: impl FnOnce(&mut Layout)) -> Vec<String> {
    let mut layout = layout(&dutch()).expect("the sample has a place for every stage and a way for every road");
    assert_eq!(faults(&layout), Vec::<String>::new(), "the sample is sound before it is broken");
    breakage(&mut layout);
    faults(&layout)
}

fn assert_found(breakage: impl FnOnce(&mut Layout), expected: &str) {
    let found = faults_after(breakage);
    assert!(found.iter().any(|fault| fault.contains(expected)), "expected `{expected}`, found {found:?}");
}

#[test]
fn a_box_on_another_box_is_found() {
    assert_found(|layout| layout.boxes[1].edge = layout.boxes[0].edge, "zorgen and vrijwillige-hulp overlap");
}

#[test]
fn a_box_outside_the_lanes_is_found() {
    assert_found(|layout| layout.boxes[0].edge.y = -40, "zorgen stands in no lane");
}

#[test]
fn words_wider_than_their_box_are_found() {
    let long = "Een naam die veel te lang is voor dit vak".to_owned();
    assert_found(|layout| layout.boxes[2].name.lines[0] = long, "words leave the box of veilig-thuis");
}

#[test]
fn a_road_that_stops_before_its_box_is_found() {
    assert_found(|layout| layout.courses[0].points[0].x += 3, "T-01 misses its ends");
}

#[test]
fn a_road_through_a_foreign_box_is_found() {
    let through = |layout: &mut Layout| {
        let foreign = layout.boxes[4].edge;
        let points = &mut layout.courses[0].points;
        points.insert(1, Point::at(foreign.x + foreign.width / 2, points[0].y));
    };
    assert_found(through, "T-01 runs through beschermingstafel");
}

#[test]
fn a_road_along_the_edge_of_a_foreign_box_is_found() {
    let along = |layout: &mut Layout| {
        let foreign = layout.boxes[2].edge;
        let points = &mut layout.courses[0].points;
        points.insert(1, Point::at(foreign.right() + 3, foreign.bottom()));
    };
    assert_found(along, "T-01 runs close to veilig-thuis");
}

#[test]
fn a_road_over_words_is_found() {
    let sign_on_road = |layout: &mut Layout| layout.texts[3].origin.y = layout.main_roads[0].1;
    assert_found(sign_on_road, "runs over the words");
}

#[test]
fn words_over_words_are_found() {
    assert_found(|layout| layout.texts[1].origin = layout.texts[0].origin, "touch");
}

#[test]
fn a_road_into_the_wall_is_found() {
    let closed = |layout: &mut Layout| {
        let (first, last) = (layout.gate.pieces[0], layout.gate.pieces[1]);
        layout.gate.pieces[0].height = last.bottom() - first.y + 200;
    };
    assert_found(closed, "runs into the wall");
}

#[test]
fn words_that_are_too_long_for_the_wall_are_found() {
    let long = "De kinderrechter beslist en niemand anders, ook niet de hulpverlener of de gemeente".repeat(2);
    let too_long = |layout: &mut Layout| {
        layout.gate.along.iter_mut().for_each(|along| along.words.clone_from(&long));
    };
    assert_found(too_long, "leaves the wall");
}

#[test]
fn lanes_in_another_order_are_found() {
    assert_found(|layout| layout.lanes.swap(0, 2), "are out of order");
}

#[test]
fn a_sign_outside_the_sheet_is_found() {
    assert_found(|layout| layout.texts[0].origin.x = layout.size.x - 10, "is outside the picture");
}
