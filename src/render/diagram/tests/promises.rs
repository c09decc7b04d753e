//! What every picture promises: nothing overlaps, every road can be followed, and the judge stands before a measure.

use std::sync::LazyLock;

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

use crate::lang::Direction;
use crate::render::diagram::composition::{COLUMNS, OWN_FACTS, PLACES, Strand, WIDTH};
use crate::render::diagram::layout::{Layout, layout};
use crate::render::diagram::mirror::mirrored;
use crate::render::diagram::picture::{Frame, Picture, Road, RoadEnd, RoadKind, StageBox};
use crate::render::diagram::tests::sample::{arabic, dutch, longer};
use crate::render::diagram::tests::survey::{crossings, faults, passes_the_judge};
use crate::render::diagram::{DrawingError, overview};

fn laid_out(picture: &Picture) -> Layout {
    layout(picture).expect("the sample has a place for every stage and a way for every road")
}

/// The sample with a mark on stage `index`.
fn marked(index: usize) -> Picture {
    let mut picture = dutch();
    picture.stages[index].current = true;
    picture
}

#[test]
fn the_sample_has_no_faults() {
    assert_eq!(faults(&laid_out(&dutch())), Vec::<String>::new());
    assert_eq!(faults(&laid_out(&arabic())), Vec::<String>::new());
}

#[test]
fn longer_words_make_no_faults() {
    assert_eq!(faults(&laid_out(&longer(dutch()))), Vec::<String>::new());
    assert_eq!(faults(&laid_out(&longer(arabic()))), Vec::<String>::new());
}

#[test]
fn a_dot_between_details_stands_at_no_start_and_no_end_of_a_line() {
    let lines: Vec<String> = laid_out(&longer(dutch())).boxes.into_iter().flat_map(|shape| shape.details.lines).collect();
    assert!(lines.iter().any(|line| line.contains(" · ")), "they run on: {lines:?}");
    assert!(!lines.iter().any(|line| line.starts_with('·') || line.ends_with('·')), "{lines:?}");
}

#[test]
fn the_mark_of_the_reader_fits_at_every_stage() {
    for index in 0..dutch().stages.len() {
        assert_eq!(faults(&laid_out(&marked(index))), Vec::<String>::new());
    }
}

#[test]
fn every_road_to_a_measure_passes_the_judge() {
    let (picture, layout) = (dutch(), laid_out(&dutch()));
    let compulsory = |end: &RoadEnd| {
        let frame = |key: &String| picture.stages.iter().any(|stage| stage.key == *key && stage.frame == Frame::Compulsory);
        matches!(end, RoadEnd::Stage(key) if frame(key))
    };
    // The loop has a door of its own.
    let roads = layout.courses.iter().filter(|course| compulsory(&course.road.to) && course.road.kind != RoadKind::Loop);
    let missing: Vec<&str> =
        roads.filter(|course| !passes_the_judge(&layout, course)).map(|course| course.road.fact.as_str()).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn only_two_crossings_cannot_be_avoided() {
    // The way back from the table must be crossed by a parent who goes to the judge, and the way back
    // from the council by the way from the hearing to a measure.
    assert_eq!(crossings(&laid_out(&dutch())).len(), 2);
}

#[test]
fn the_way_back_has_a_ramp_from_every_stage_that_a_return_leaves() {
    let layout = laid_out(&dutch());
    let back = layout.courses.iter().filter(|course| course.strand == Strand::Back);
    let mut facts: Vec<&str> = back.map(|course| course.road.fact.as_str()).collect();
    facts.sort_unstable();
    facts.dedup();
    assert_eq!(facts, ["T-03", "T-06", "T-08", "T-13", "T-14", "T-20", "T-22", "T-24", "T-26", "T-27", "T-28"]);
}

#[test]
fn the_lanes_stand_in_order_and_hold_their_boxes() {
    let layout = laid_out(&dutch());
    assert!(layout.lanes.windows(2).all(|pair| pair[0].right() <= pair[1].x));
    assert!(layout.lanes[0].width > layout.lanes[1].width && layout.lanes[1].width > layout.lanes[2].width);
    assert!(layout.boxes.iter().all(|shape| layout.lanes.iter().any(|lane| lane.contains(&shape.edge))));
}

#[test]
fn only_a_measure_lacks_the_label_voluntary() {
    let without: Vec<String> =
        laid_out(&dutch()).boxes.into_iter().filter(|shape| shape.voluntary.is_none()).map(|shape| shape.key).collect();
    assert_eq!(without, ["ots", "spoed", "uithuisplaatsing"]);
}

#[test]
fn a_mirrored_picture_has_mirrored_places() {
    let (plain, turned) = (laid_out(&dutch()), mirrored(laid_out(&dutch())));
    for (one, other) in plain.boxes.iter().zip(&turned.boxes) {
        assert_eq!((other.edge.x, other.edge.y), (WIDTH - one.edge.right(), one.edge.y));
    }
    for (one, other) in plain.courses.iter().zip(&turned.courses) {
        assert!(one.points.iter().zip(&other.points).all(|(a, b)| a.x + b.x == WIDTH && a.y == b.y));
    }
    assert_eq!(mirrored(turned), plain);
}

#[test]
fn a_stage_without_a_place_is_an_error() {
    let mut picture = dutch();
    picture.stages[0].key = "iets-nieuws".to_owned();
    assert_eq!(overview(&picture), Err(DrawingError::NoPlace { key: "iets-nieuws".to_owned() }));
}

#[test]
fn a_road_without_a_way_is_an_error() {
    let mut picture = dutch();
    picture.roads[0].to = RoadEnd::Stage("nazorg".to_owned());
    assert_eq!(overview(&picture), Err(DrawingError::NoWay { fact: "T-01".to_owned() }));
}

#[test]
fn a_picture_with_fewer_stages_has_no_faults() {
    let mut picture = dutch();
    let gone = ["uitgesteld-raadsonderzoek", "nazorg"];
    picture.stages.retain(|stage| !gone.contains(&stage.key.as_str()));
    let leads_away = |end: &RoadEnd| matches!(end, RoadEnd::Stage(key) if gone.contains(&key.as_str()));
    picture.roads.retain(|road| !leads_away(&road.from) && !leads_away(&road.to));
    assert_eq!(faults(&laid_out(&picture)), Vec::<String>::new());
}

fn any_word() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-zA-Zéü]{1,9}", 1..4).prop_map(|parts| parts.join("\u{ad}"))
}

fn any_text(words: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(any_word(), 1..=words).prop_map(|words| words.join(" "))
}

fn any_picture() -> impl Strategy<Value = Picture> {
    let stage = (any_text(5), any_text(5), any_text(5), prop::option::of(any_text(3)), prop::bool::ANY);
    (prop::collection::vec(stage, 15), 0usize..15, any_text(2)).prop_map(|(texts, current, voluntary)| {
        let mut picture = marked(current);
        picture.words.voluntary = voluntary;
        for (stage, (name, decides, refuse, local, known)) in picture.stages.iter_mut().zip(texts) {
            (stage.name, stage.decides, stage.refuse) = (name, decides, refuse);
            (stage.local_name, stage.known_here) = (local, known);
        }
        picture
    })
}

/// Any part of the route: some stages, and of the roads between these some.
fn any_part() -> impl Strategy<Value = Picture> {
    let which = |count: usize| prop::collection::vec(prop::bool::weighted(0.7), count);
    let count = dutch().roads.len();
    (any_picture(), which(15), which(count)).prop_map(|(mut picture, stages, roads)| {
        let kept: Vec<String> =
            picture.stages.iter().zip(&stages).filter(|(_, keep)| **keep).map(|(stage, _)| stage.key.clone()).collect();
        picture.stages.retain(|stage| kept.contains(&stage.key));
        let stands = |end: &RoadEnd| !matches!(end, RoadEnd::Stage(key) if !kept.contains(key));
        let mut keep = roads.iter();
        picture.roads.retain(|road| keep.next() == Some(&true) && stands(&road.from) && stands(&road.to));
        picture
    })
}

const KINDS: [RoadKind; 6] =
    [RoadKind::Forward, RoadKind::Back, RoadKind::Sideways, RoadKind::Urgent, RoadKind::Loop, RoadKind::Exit];
const FRAMES: [Frame; 4] = [Frame::Voluntary, Frame::VoluntaryIntensive, Frame::Transitional, Frame::Compulsory];

/// Every road that can be asked for: from any stage or from everywhere, to any stage or away, of any kind, and also as
/// the road that a parent walks.
fn roads_to_ask_for() -> Vec<Road> {
    let stages = || dutch().stages.into_iter().map(|stage| RoadEnd::Stage(stage.key));
    let mut roads = Vec::new();
    for from in stages().chain([RoadEnd::Anywhere]) {
        for to in stages().chain([RoadEnd::Outside]) {
            for kind in KINDS {
                for fact in ["G", OWN_FACTS[0]] {
                    roads.push(Road { from: from.clone(), to: to.clone(), kind, fact: fact.to_owned() });
                }
            }
        }
    }
    roads
}

/// Of these, the roads for which the composition has a way: many more than our route has.
static ROADS_WITH_A_WAY: LazyLock<Vec<Road>> = LazyLock::new(|| {
    let has_a_way = |road: &Road| layout(&Picture { roads: vec![road.clone()], ..dutch() }).is_ok();
    roads_to_ask_for().into_iter().filter(has_a_way).collect()
});

fn any_road() -> impl Strategy<Value = Road> {
    prop_oneof![
        30 => prop::sample::select(ROADS_WITH_A_WAY.as_slice()),
        1 => prop::sample::select(roads_to_ask_for()),
    ]
}

fn any_stage() -> impl Strategy<Value = (Frame, bool, bool, Option<String>)> {
    (prop::sample::select(FRAMES.as_slice()), any::<bool>(), prop::bool::weighted(0.1), prop::option::of(any_text(3)))
}

/// Any graph: some stages in any order, each in any frame, and any roads between them, also those that no route has.
fn any_graph() -> impl Strategy<Value = Picture> {
    let stages = Just(dutch().stages).prop_shuffle();
    let looks = prop::collection::vec(any_stage(), 15);
    (stages, looks, 1usize..=15, prop::collection::vec(any_road(), 0..40)).prop_map(|(stages, looks, count, roads)| {
        let stages: Vec<StageBox> = (stages.into_iter().zip(looks).take(count))
            .enumerate()
            .map(|(index, (stage, (frame, known_here, current, local_name)))| StageBox {
                number: index + 1,
                frame,
                known_here,
                current,
                local_name,
                ..stage
            })
            .collect();
        let stands = |end: &RoadEnd| match end {
            RoadEnd::Stage(key) => stages.iter().any(|stage| stage.key == *key),
            RoadEnd::Anywhere | RoadEnd::Outside => true,
        };
        let roads = roads.into_iter().filter(|road| stands(&road.from) && stands(&road.to)).collect();
        Picture { stages, roads, ..dutch() }
    })
}

/// Whether a stage stands behind the wall.
fn is_behind_the_wall(end: &RoadEnd) -> bool {
    let column = COLUMNS.len() - 1;
    matches!(end, RoadEnd::Stage(key) if PLACES.iter().any(|place| place.key == key && place.column == column))
}

#[test]
fn many_more_roads_can_be_drawn_than_our_route_has() {
    assert!(ROADS_WITH_A_WAY.len() > 2 * dutch().roads.len(), "{}", ROADS_WITH_A_WAY.len());
    let all_at_once = Picture { roads: ROADS_WITH_A_WAY.clone(), ..dutch() };
    assert_eq!(faults(&laid_out(&all_at_once)), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_graph_is_drawn_without_faults_or_refused_by_the_name_of_its_road(graph in any_graph()) {
        let impossible = graph.roads.iter().find(|road| !ROADS_WITH_A_WAY.contains(road));
        match (layout(&graph), impossible) {
            (Ok(drawn), None) => {
                prop_assert_eq!(faults(&drawn), Vec::<String>::new());
                prop_assert_eq!(drawn.courses.len(), graph.roads.len());
                prop_assert_eq!(mirrored(mirrored(drawn.clone())), drawn);
            }
            (drawn, Some(road)) => prop_assert_eq!(drawn, Err(DrawingError::NoWay { fact: road.fact.clone() })),
            (Err(error), None) => prop_assert!(false, "{}", error),
        }
    }

    #[test]
    fn in_any_graph_every_road_into_the_third_lane_passes_the_judge(graph in any_graph()) {
        let Ok(drawn) = layout(&graph) else { return Ok(()) };
        let inward = drawn.courses.iter().filter(|course| {
            is_behind_the_wall(&course.road.to) && course.road.kind != RoadKind::Loop && course.road.kind != RoadKind::Back
        });
        let round: Vec<&Road> = inward.filter(|course| !passes_the_judge(&drawn, course)).map(|course| &course.road).collect();
        prop_assert_eq!(round, Vec::<&Road>::new());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn words_of_any_length_stay_in_their_place(picture in any_picture()) {
        prop_assert_eq!(faults(&laid_out(&picture)), Vec::<String>::new());
    }

    #[test]
    fn any_part_of_the_route_is_sound(picture in any_part()) {
        prop_assert_eq!(faults(&laid_out(&picture)), Vec::<String>::new());
    }

    #[test]
    fn any_part_of_the_route_mirrors_to_the_same_picture_turned(picture in any_part()) {
        let (plain, turned) = (laid_out(&picture), mirrored(laid_out(&picture)));
        for (one, other) in plain.boxes.iter().zip(&turned.boxes) {
            prop_assert_eq!((other.edge.x, other.edge.y), (WIDTH - one.edge.right(), one.edge.y));
        }
        for (one, other) in plain.courses.iter().zip(&turned.courses) {
            prop_assert!(one.points.iter().zip(&other.points).all(|(a, b)| a.x + b.x == WIDTH && a.y == b.y));
        }
        prop_assert_eq!(mirrored(turned), plain);
    }

    #[test]
    fn a_picture_is_drawn_the_same_every_time(picture in any_picture()) {
        prop_assert_eq!(overview(&picture), overview(&picture));
        let turned = Picture { direction: Direction::Rtl, ..picture };
        prop_assert!(overview(&turned).is_ok());
    }
}
