//! Questions that tests ask about a layout. Each answer is a list of faults, so that a failing test says what is wrong.

use crate::render::diagram::composition::{Strand, WALL};
use crate::render::diagram::geometry::{Point, Rect};
use crate::render::diagram::layout::Layout;
use crate::render::diagram::picture::RoadEnd;
use crate::render::diagram::roads::Course;
use crate::render::diagram::text::TextBlock;

/// Everything that may be wrong with the geometry of a picture that is read from left to right.
pub(super) fn faults(layout: &Layout) -> Vec<String> {
    [
        boxes_that_overlap(layout),
        texts_outside_their_box(layout),
        shapes_outside_the_picture(layout),
        roads_through_boxes(layout),
        roads_over_words(layout),
        roads_through_the_wall(layout),
        roads_that_miss_their_ends(layout),
        words_that_touch_words(layout),
        words_that_leave_the_wall(layout),
        stages_outside_the_lanes(layout),
        lanes_out_of_order(layout),
        roads_too_close_to_boxes(layout),
    ]
    .concat()
}

fn boxes_that_overlap(layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, one) in layout.boxes.iter().enumerate() {
        let others = layout.boxes[index + 1..].iter().filter(|other| one.edge.grown(4).overlaps(&other.edge));
        faults.extend(others.map(|other| format!("{} and {} overlap", one.key, other.key)));
    }
    faults
}

fn texts_outside_their_box(layout: &Layout) -> Vec<String> {
    let inside = |edge: &Rect, text: &TextBlock| edge.contains(&text.area());
    let boxes = layout.boxes.iter();
    let mut faults: Vec<String> = boxes
        .filter(|shape| !inside(&shape.edge, &shape.name) || !inside(&shape.edge, &shape.details))
        .map(|shape| format!("words leave the box of {}", shape.key))
        .collect();
    let covered =
        layout.boxes.iter().filter(|shape| shape.voluntary.iter().any(|label| label.edge.overlaps(&shape.name.area())));
    faults.extend(covered.map(|shape| format!("the label covers the name of {}", shape.key)));
    let labels = layout.boxes.iter().flat_map(|shape| shape.voluntary.iter().chain(&shape.here));
    faults.extend(labels.filter(|label| !inside(&label.edge, &label.text)).map(|label| format!("words leave {label:?}")));
    faults
}

fn shapes_outside_the_picture(layout: &Layout) -> Vec<String> {
    let sheet = Rect { x: 0, y: 0, width: layout.size.x, height: layout.size.y };
    let texts = layout.texts.iter().chain(&layout.gate.texts).map(TextBlock::area);
    let legend = layout.legend.items.iter().map(|item| item.text.area());
    let boxes = layout.boxes.iter().map(|shape| shape.edge.grown(3));
    let roads = layout.courses.iter().flat_map(legs).map(|leg| leg.grown(5));
    let all = layout.lanes.iter().copied().chain(texts).chain(legend).chain(boxes).chain(roads);
    all.filter(|area| !sheet.contains(area)).map(|area| format!("{area:?} is outside the picture")).collect()
}

/// No road touches the inside of any box, not even of the boxes where it starts and ends.
fn roads_through_boxes(layout: &Layout) -> Vec<String> {
    let mut faults = Vec::new();
    for course in &layout.courses {
        for shape in &layout.boxes {
            if legs(course).iter().any(|leg| leg.overlaps(&shape.edge)) {
                faults.push(format!("{} runs through {}", course.road.fact, shape.key));
            }
        }
    }
    faults
}

/// A road beside a box leaves white between the two, so that it is not taken for an edge.
fn roads_too_close_to_boxes(layout: &Layout) -> Vec<String> {
    const WHITE: i32 = 8;
    let mut faults = Vec::new();
    for course in &layout.courses {
        let ends = [&course.road.from, &course.road.to];
        let foreign = |key: &str| !ends.iter().any(|end| matches!(end, RoadEnd::Stage(other) if other == key));
        for shape in layout.boxes.iter().filter(|shape| foreign(&shape.key)) {
            if legs(course).iter().any(|leg| leg.overlaps(&shape.edge.grown(WHITE))) {
                faults.push(format!("{} runs close to {}", course.road.fact, shape.key));
            }
        }
    }
    faults
}

fn words_that_touch_words(layout: &Layout) -> Vec<String> {
    let signs = layout.texts.iter().map(TextBlock::area).chain([layout.plaque.edge]);
    let labels = layout.boxes.iter().flat_map(|shape| shape.voluntary.iter().chain(&shape.here)).map(|label| label.edge);
    let legend = layout.legend.items.iter().map(|item| item.text.area());
    let words: Vec<Rect> = signs.chain(labels).chain(legend).collect();
    let mut faults = Vec::new();
    for (index, one) in words.iter().enumerate() {
        let others = words[index + 1..].iter().filter(|other| one.overlaps(other));
        faults.extend(others.map(|other| format!("the words at {one:?} and {other:?} touch")));
    }
    faults
}

fn words_that_leave_the_wall(layout: &Layout) -> Vec<String> {
    let along = layout.gate.along.iter();
    along.filter(|along| !along.piece.contains(&along.area())).map(|along| format!("{along:?} leaves the wall")).collect()
}

fn stages_outside_the_lanes(layout: &Layout) -> Vec<String> {
    let in_a_lane = |edge: &Rect| layout.lanes.iter().any(|lane| lane.contains(edge));
    let outside = layout.boxes.iter().filter(|shape| !in_a_lane(&shape.edge));
    outside.map(|shape| format!("{} stands in no lane", shape.key)).collect()
}

fn lanes_out_of_order(layout: &Layout) -> Vec<String> {
    let pairs = layout.lanes.windows(2).filter(|pair| pair[0].right() > pair[1].x);
    pairs.map(|pair| format!("the lanes {pair:?} are out of order")).collect()
}

fn roads_over_words(layout: &Layout) -> Vec<String> {
    let signs = layout.texts.iter().map(TextBlock::area).chain([layout.plaque.edge]);
    let labels = layout.boxes.iter().flat_map(|shape| shape.voluntary.iter().chain(&shape.here)).map(|label| label.edge);
    let words: Vec<Rect> = signs.chain(labels).chain(layout.gate.texts.iter().map(TextBlock::area)).collect();
    let mut faults = Vec::new();
    for course in &layout.courses {
        let over = words.iter().filter(|word| legs(course).iter().any(|leg| leg.grown(4).overlaps(word)));
        faults.extend(over.map(|word| format!("{} runs over the words at {word:?}", course.road.fact)));
    }
    faults
}

fn roads_through_the_wall(layout: &Layout) -> Vec<String> {
    let through = |course: &&Course| {
        let legs = legs(course);
        layout.gate.pieces.iter().any(|piece| legs.iter().any(|leg| leg.overlaps(piece)))
    };
    layout.courses.iter().filter(through).map(|course| format!("{} runs into the wall", course.road.fact)).collect()
}

fn roads_that_miss_their_ends(layout: &Layout) -> Vec<String> {
    let misses = |end: &RoadEnd, point: Option<&Point>| match (end, point) {
        (RoadEnd::Stage(key), Some(point)) => !on_edge(layout, key, *point),
        _ => false,
    };
    let wrong =
        |course: &&Course| misses(&course.road.from, course.points.first()) || misses(&course.road.to, course.points.last());
    layout.courses.iter().filter(wrong).map(|course| format!("{} misses its ends", course.road.fact)).collect()
}

fn on_edge(layout: &Layout, key: &str, point: Point) -> bool {
    let Some(edge) = layout.boxes.iter().find(|shape| shape.key == key).map(|shape| shape.edge) else { return false };
    let spot = Rect { x: point.x, y: point.y, width: 0, height: 0 };
    edge.contains(&spot) && !edge.grown(-1).contains(&spot)
}

/// The straight parts of a road, as areas without width.
pub(super) fn legs(course: &Course) -> Vec<Rect> {
    course.points.windows(2).map(|leg| Rect::around(leg[0], leg[1])).collect()
}

/// Where a road of one kind crosses a road of another kind, each place once.
pub(super) fn crossings(layout: &Layout) -> Vec<Point> {
    let all: Vec<(Strand, Rect)> =
        layout.courses.iter().flat_map(|course| legs(course).into_iter().map(|leg| (course.strand, leg))).collect();
    let mut places = Vec::new();
    for (strand, level) in all.iter().filter(|(_, leg)| leg.height == 0) {
        let upright = all.iter().filter(|(other, leg)| other != strand && leg.width == 0);
        let crossing =
            upright.filter(|(_, leg)| level.x < leg.x && leg.x < level.right() && leg.y < level.y && level.y < leg.bottom());
        places.extend(crossing.map(|(_, leg)| Point::at(leg.x, level.y)));
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// Whether a road passes the wall before the third lane, or a wall between two rooms in it.
pub(super) fn passes_the_judge(layout: &Layout, course: &Course) -> bool {
    let arms = layout.gate.texts.iter().map(|words| words.area().y + words.height() / 2);
    let arms: Vec<i32> = arms.collect();
    legs(course).iter().any(|leg| {
        let through_wall = leg.height == 0 && leg.x < WALL.0 && WALL.1 < leg.right();
        let through_arm = leg.width == 0 && arms.iter().any(|arm| leg.y < *arm && *arm < leg.bottom());
        through_wall || through_arm
    })
}
