//! The wall round the third lane, with a door wherever a road goes through it.
//!
//! The wall stands between the second and the third lane and reaches between the boxes of the third: there is no
//! way to a measure that does not pass a door of the judge.

use crate::render::diagram::composition::WALL;
use crate::render::diagram::geometry::{Point, Rect};
use crate::render::diagram::metrics::Letters;
use crate::render::diagram::picture::RoadKind;
use crate::render::diagram::roads::Course;
use crate::render::diagram::text::{TextBlock, height_of};
use crate::render::diagram::type_scale::LABEL_SIZE;
use crate::render::diagram::wrap::{Wrapped, wrap};

/// Half the width of a door.
const HALF_DOOR: i32 = 9;
/// Room for the words between the boxes: up to the first door.
const ARM_ROOM: i32 = 104;
const ARM_INDENT: i32 = 10;
/// White above and below the words in an arm.
const ARM_WHITE: i32 = 3;

/// The wall in pieces, and the words on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gate {
    /// What stands between the doors.
    pub(super) pieces: Vec<Rect>,
    /// The words on the parts of the wall inside the third lane.
    pub(super) texts: Vec<TextBlock>,
}

/// The words on an arm, as lines.
pub(super) fn arm_words(words: &str) -> Wrapped {
    wrap(words, letters(), ARM_ROOM)
}

/// Height of an arm with these words.
pub(super) fn arm_height(words: &Wrapped) -> i32 {
    height_of(words.lines.len().max(1), letters()) + 2 * ARM_WHITE
}

fn letters() -> Letters {
    Letters::bold(LABEL_SIZE)
}

/// Builds the wall from `top` to `bottom`, with an arm between each two of `rooms`, the boxes of the third lane.
pub(super) fn build(top: i32, bottom: i32, rooms: &[Rect], words: &Wrapped, courses: &[Course]) -> Gate {
    let (left, right) = WALL;
    let wall = Rect { x: left, y: top, width: right - left, height: bottom - top };
    let arms: Vec<Rect> = rooms.windows(2).map(|pair| arm_between(&pair[0], &pair[1], arm_height(words))).collect();
    let mut pieces = pieces_of_upright(&wall, courses);
    pieces.extend(arms.iter().flat_map(|arm| pieces_of_level(arm, courses)));
    pieces.extend(courses.iter().filter(|course| course.road.kind == RoadKind::Loop).flat_map(posts_of_loop));
    Gate { pieces, texts: arms.iter().map(|arm| arm_text(arm, words)).collect() }
}

fn arm_between(upper: &Rect, lower: &Rect, height: i32) -> Rect {
    let y = upper.bottom() + (lower.y - upper.bottom() - height) / 2;
    Rect { x: WALL.1, y, width: upper.right() - WALL.1, height }
}

fn arm_text(arm: &Rect, words: &Wrapped) -> TextBlock {
    TextBlock::below(arm.y + ARM_WHITE - 1, arm.x + ARM_INDENT, words.lines.clone(), letters())
}

fn pieces_of_upright(wall: &Rect, courses: &[Course]) -> Vec<Rect> {
    let doors = doors(courses, |one, other| {
        let crosses = one.y == other.y && one.x.min(other.x) < wall.x && one.x.max(other.x) > wall.right();
        (crosses && wall.y < one.y && one.y < wall.bottom()).then_some(one.y)
    });
    between_doors(wall.y, wall.bottom(), &doors).map(|(from, to)| Rect { y: from, height: to - from, ..*wall }).collect()
}

fn pieces_of_level(arm: &Rect, courses: &[Course]) -> Vec<Rect> {
    let doors = doors(courses, |one, other| {
        let crosses = one.x == other.x && one.y.min(other.y) < arm.y && one.y.max(other.y) > arm.bottom();
        (crosses && arm.x < one.x && one.x < arm.right()).then_some(one.x)
    });
    between_doors(arm.x, arm.right(), &doors).map(|(from, to)| Rect { x: from, width: to - from, ..*arm }).collect()
}

/// Where the legs of the courses cross, in order, each once.
fn doors(courses: &[Course], crossing: impl Fn(Point, Point) -> Option<i32>) -> Vec<i32> {
    let legs = courses.iter().flat_map(|course| course.points.windows(2));
    let mut doors: Vec<i32> = legs.filter_map(|leg| crossing(leg[0], leg[1])).collect();
    doors.sort_unstable();
    doors.dedup();
    doors
}

fn between_doors(from: i32, to: i32, doors: &[i32]) -> impl Iterator<Item = (i32, i32)> {
    // A piece too thin to be read as a wall is left out: two roads side by side share one wide door.
    const LEAST_PIECE: i32 = 14;
    let starts = std::iter::once(from).chain(doors.iter().map(|door| door + HALF_DOOR));
    let ends = doors.iter().map(|door| door - HALF_DOOR).chain(std::iter::once(to));
    starts.zip(ends).filter(|(start, end)| end - start >= LEAST_PIECE).collect::<Vec<_>>().into_iter()
}

/// Once more the same measure is a decision of the judge too: a small door on the loop itself.
fn posts_of_loop(course: &Course) -> Vec<Rect> {
    const POST: i32 = 5;
    let [_, above, below, ..] = course.points.as_slice() else { return Vec::new() };
    let y = i32::midpoint(above.y, below.y) - POST;
    let post = |x| Rect { x, y, width: POST, height: 2 * POST };
    vec![post(above.x - 4 - POST), post(above.x + 4)]
}
