//! The wall round the third lane, with a door wherever a road goes through it.
//!
//! The wall stands between the second and the third lane and reaches between the boxes of the third: there is no
//! way to a measure that does not pass a door of the judge.

use crate::render::diagram::composition::WALL;
use crate::render::diagram::geometry::{Point, Rect};
use crate::render::diagram::metrics::{Letters, room_for};
use crate::render::diagram::picture::{RoadKind, Words};
use crate::render::diagram::roads::Course;
use crate::render::diagram::text::{TextBlock, height_of};
use crate::render::diagram::type_scale::LABEL_SIZE;
use crate::render::diagram::wrap::{SOFT_HYPHEN, Wrapped, wrap};

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
    /// The words along the upright wall, on every piece that is long enough.
    pub(super) along: Vec<Along>,
}

/// Words along an upright wall, to be read from below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Along {
    /// The piece of wall that carries them.
    pub(super) piece: Rect,
    /// The words, on one line.
    pub(super) words: String,
    /// Size and weight.
    pub(super) letters: Letters,
}

impl Along {
    /// The area of the words on the sheet.
    #[cfg(test)]
    pub(super) fn area(&self) -> Rect {
        let (long, high) = (room_for(&self.words, self.letters), self.letters.line_height());
        let middle = self.middle();
        Rect { x: middle.x - high / 2, y: middle.y - long / 2, width: high, height: long }
    }

    /// The middle of the words.
    pub(super) fn middle(&self) -> Point {
        Point::at(i32::midpoint(self.piece.x, self.piece.right()), i32::midpoint(self.piece.y, self.piece.bottom()))
    }
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
pub(super) fn build(top: i32, bottom: i32, rooms: &[Rect], words: &Words, courses: &[Course]) -> Gate {
    let (left, right) = WALL;
    let on_arm = arm_words(&words.gate_short);
    let wall = Rect { x: left, y: top, width: right - left, height: bottom - top };
    let arms: Vec<Rect> = rooms.windows(2).map(|pair| arm_between(&pair[0], &pair[1], arm_height(&on_arm))).collect();
    let upright = pieces_of_upright(&wall, courses);
    let along = upright.iter().filter_map(|piece| along(*piece, words)).collect();
    let caps = upright.iter().flat_map(|piece| caps(piece, &wall));
    let mut pieces: Vec<Rect> = upright.iter().copied().chain(caps).collect();
    pieces.extend(arms.iter().flat_map(|arm| pieces_of_level(arm, courses)));
    pieces.extend(courses.iter().filter(|course| course.road.kind == RoadKind::Loop).flat_map(posts_of_loop));
    Gate { pieces, texts: arms.iter().map(|arm| arm_text(arm, &on_arm)).collect(), along }
}

/// The words on a piece of wall: all of them where they fit, else only who it is.
fn along(piece: Rect, words: &Words) -> Option<Along> {
    const ENDS: i32 = 8;
    let lines = [&words.gate, &words.gate_short].map(|words| words.replace(SOFT_HYPHEN, ""));
    let fitting = lines.into_iter().find(|line| room_for(line, letters()) <= piece.height - 2 * ENDS)?;
    Some(Along { piece, words: fitting, letters: letters() })
}

/// The posts of a door: a piece of wall is a little wider where a road goes through.
fn caps(piece: &Rect, wall: &Rect) -> Vec<Rect> {
    const OUT: i32 = 3;
    const HIGH: i32 = 7;
    let cap = |y| Rect { x: piece.x - OUT, y, width: piece.width + 2 * OUT, height: HIGH };
    let above = (piece.y > wall.y).then(|| cap(piece.y));
    let below = (piece.bottom() < wall.bottom()).then(|| cap(piece.bottom() - HIGH));
    above.into_iter().chain(below).collect()
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
