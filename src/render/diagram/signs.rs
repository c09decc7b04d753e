//! The signs beside the roads: each road says what it is where it runs, so that nobody has to search a legend.

use crate::render::diagram::composition::{COLUMNS, LANES, Strand};
use crate::render::diagram::metrics::Letters;
use crate::render::diagram::picture::Words;
use crate::render::diagram::roads::Course;
use crate::render::diagram::text::{TextBlock, height_of};
use crate::render::diagram::type_scale::TypeScale;
use crate::render::diagram::wrap::{wrap, wrap_evenly};

/// Room for the signs of the long roads: over the first two lanes.
const LONG_ROOM: i32 = 760;
/// Room for the sign of the parent's own road, between two rails.
const OWN_ROOM: i32 = 166;
/// White between a sign and its road.
const WHITE: i32 = 7;

fn letters(scale: TypeScale) -> Letters {
    Letters::bold(scale.detail)
}

/// The sign at the start of the urgent road, which runs at height `y`; the sign stands in line with it.
pub(super) fn urgent_sign(words: &Words, y: i32, scale: TypeScale) -> TextBlock {
    let lines = wrap(&words.road_urgent, letters(scale), LONG_ROOM).lines;
    let top = y - height_of(1, letters(scale)) / 2;
    TextBlock::below(top, COLUMNS[0].0, lines, letters(scale))
}

/// The sign over the road forward at height `y`.
pub(super) fn road_forward_sign(words: &Words, y: i32, scale: TypeScale) -> TextBlock {
    let lines = wrap(&words.road_forward, letters(scale), LONG_ROOM).lines;
    let top = y - WHITE - height_of(lines.len(), letters(scale));
    TextBlock::below(top, COLUMNS[0].0, lines, letters(scale))
}

/// The sign under the road back at height `y`, within the second lane.
pub(super) fn road_back_sign(words: &Words, y: i32, scale: TypeScale) -> TextBlock {
    let left = COLUMNS[2].0;
    let lines = wrap(&words.road_back, letters(scale), LANES[1].1 - left).lines;
    TextBlock::below(y + WHITE, left, lines, letters(scale))
}

/// The sign over the parent's own road, where it runs level; none when there is no such road.
pub(super) fn own_sign(words: &Words, courses: &[Course], scale: TypeScale) -> Option<TextBlock> {
    let (left, width) = COLUMNS[2];
    let legs = courses.iter().filter(|course| course.strand == Strand::Own).flat_map(|course| course.points.windows(2));
    let level =
        legs.filter(|leg| leg[0].y == leg[1].y && leg[0].x <= left && leg[1].x >= left + width).map(|leg| leg[0].y).min()?;
    let lines = wrap_evenly(&words.road_own, letters(scale), OWN_ROOM).lines;
    let top = level - WHITE - height_of(lines.len(), letters(scale));
    Some(TextBlock::below(top, left, lines, letters(scale)))
}
