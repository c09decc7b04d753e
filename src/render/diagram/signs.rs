//! The signs beside the roads: each road says what it is where it runs, so that nobody has to search a legend.

use crate::render::diagram::composition::{COLUMNS, LANES, Strand, WALL};
use crate::render::diagram::metrics::Letters;
use crate::render::diagram::picture::Words;
use crate::render::diagram::roads::Course;
use crate::render::diagram::text::{TextBlock, height_of};
use crate::render::diagram::type_scale::TypeScale;
use crate::render::diagram::wrap::{wrap, wrap_evenly};

/// Room for the sign of the urgent road: over the first two lanes.
const LONG_ROOM: i32 = 760;
/// Room for the sign of the parent's own road, between two rails.
const OWN_ROOM: i32 = 166;
/// White between a sign and its road.
const WHITE: i32 = 7;

/// The room between a column and the end of its lane.
fn room_in_lane(column: usize, lane: usize) -> i32 {
    LANES[lane].1 - COLUMNS[column].0 - WHITE
}

/// The sign at the start of the urgent road, which runs at height `y`; the sign stands in line with it.
pub(super) fn urgent_sign(words: &Words, y: i32, scale: TypeScale) -> TextBlock {
    let lines = wrap(&words.road_urgent, scale.signs(), LONG_ROOM).lines;
    let top = y - height_of(1, scale.signs()) / 2;
    TextBlock::below(top, COLUMNS[0].0, lines, scale.signs())
}

/// The signs over the road forward at height `y`: what it is, and past the border who asks for it.
pub(super) fn road_forward_signs(words: &Words, y: i32, scale: TypeScale) -> Vec<TextBlock> {
    let (name, who) = forward_lines(words, scale);
    let above = |lines: Vec<String>, x: i32, letters: Letters| {
        TextBlock::below(y - WHITE - height_of(lines.len(), letters), x, lines, letters)
    };
    vec![above(name, COLUMNS[0].0, scale.signs()), above(who, COLUMNS[2].0, scale.details())]
}

/// Height of the highest sign over the road forward.
pub(super) fn road_forward_height(words: &Words, scale: TypeScale) -> i32 {
    let (name, who) = forward_lines(words, scale);
    height_of(name.len().max(who.len()), scale.signs())
}

fn forward_lines(words: &Words, scale: TypeScale) -> (Vec<String>, Vec<String>) {
    // The words over the gate stand at the end of the second lane, but higher.
    let name = wrap(&words.road_forward, scale.signs(), room_in_lane(0, 0));
    let who = wrap(&words.border_forward, scale.details(), WALL.0 - COLUMNS[2].0 - WHITE);
    (name.lines, who.lines)
}

/// The signs under the road back at height `y`: what it is, and in the lanes that it leaves who decides that.
pub(super) fn road_back_signs(words: &Words, y: i32, scale: TypeScale) -> Vec<TextBlock> {
    let sign = |words: &str, x: i32, letters: Letters, room: i32| {
        TextBlock::below(y + WHITE, x, wrap(words, letters, room).lines, letters)
    };
    let after_wall = WALL.1;
    vec![
        sign(&words.road_back, COLUMNS[0].0, scale.signs(), room_in_lane(0, 0)),
        sign(&words.border_back, COLUMNS[2].0, scale.details(), room_in_lane(2, 1)),
        sign(&words.border_release, after_wall, scale.details(), LANES[2].1 - after_wall - WHITE),
    ]
}

/// Where the lowest sign under the road back at height `y` ends.
pub(super) fn road_back_bottom(words: &Words, y: i32, scale: TypeScale) -> i32 {
    road_back_signs(words, y, scale).iter().map(|sign| sign.area().bottom()).max().unwrap_or(y)
}

/// The sign over the parent's own road, where it runs level; none when there is no such road.
pub(super) fn own_sign(words: &Words, courses: &[Course], scale: TypeScale) -> Option<TextBlock> {
    let (left, width) = COLUMNS[2];
    let legs = courses.iter().filter(|course| course.strand == Strand::Own).flat_map(|course| course.points.windows(2));
    let level =
        legs.filter(|leg| leg[0].y == leg[1].y && leg[0].x <= left && leg[1].x >= left + width).map(|leg| leg[0].y).min()?;
    let lines = wrap_evenly(&words.road_own, scale.signs(), OWN_ROOM).lines;
    let top = level - WHITE - height_of(lines.len(), scale.signs());
    Some(TextBlock::below(top, left, lines, scale.signs()))
}
