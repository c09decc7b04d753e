//! The titles of the lanes and the words over the gate.

use crate::render::diagram::composition::{LANE_TOP, LANES, WALL};
use crate::render::diagram::geometry::Rect;
use crate::render::diagram::metrics::Letters;
use crate::render::diagram::picture::Words;
use crate::render::diagram::text::{Label, TextBlock};
use crate::render::diagram::type_scale::{LABEL_SIZE, TypeScale};
use crate::render::diagram::wrap::{Wrapped, wrap, wrap_evenly};

/// Room for a line of the words over the gate.
const PLAQUE_ROOM: i32 = 128;
/// The same when words are so long that a third line would push everything down.
const WIDE_PLAQUE_ROOM: i32 = 190;
/// White between a title and what stands beside it.
const WHITE: i32 = 14;
/// From the side of a lane to its first boxes: there a title starts too.
const TO_BOXES: i32 = 28;

/// What stands above the roads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Titles of the lanes, first lane first.
    pub(super) titles: Vec<TextBlock>,
    /// The words over the gate.
    pub(super) plaque: Label,
    /// Where the lowest of them ends.
    pub(super) bottom: i32,
}

/// Lays out the header. It grows downward with long words.
pub(super) fn header(words: &Words, scale: TypeScale) -> Header {
    let plaque = plaque(&words.gate, scale);
    let [first, second, third] = LANES;
    let after = plaque.edge.right() - 4;
    let indent = if scale.is_close() { WHITE } else { TO_BOXES };
    let titles = vec![
        title(&words.lane_voluntary, first.0, first.1, indent, scale),
        title(&words.lane_transition, second.0, plaque.edge.x, indent, scale),
        title(&words.lane_compulsory, after, third.1, WHITE, scale),
    ];
    let lowest_title = titles.iter().map(|title| title.area().bottom()).max().unwrap_or(LANE_TOP);
    Header { bottom: (lowest_title + WHITE / 2).max(plaque.edge.bottom()), titles, plaque }
}

fn title(words: &str, left: i32, right: i32, indent: i32, scale: TypeScale) -> TextBlock {
    let letters = scale.titles();
    let lines = wrap(words, letters, right - left - indent - WHITE).lines;
    TextBlock::below(LANE_TOP + 11, left + indent, lines, letters)
}

fn plaque(words: &str, scale: TypeScale) -> Label {
    let letters = Letters::bold(LABEL_SIZE);
    let wrapped: Wrapped = wrap_evenly(words, letters, if scale.is_close() { WIDE_PLAQUE_ROOM } else { PLAQUE_ROOM });
    let mut label = Label::at(0, LANE_TOP - 4, wrapped, letters);
    let middle = i32::midpoint(WALL.0, WALL.1);
    label.edge = Rect {
        x: middle - label.edge.width / 2 - 6,
        width: label.edge.width + 12,
        height: label.edge.height + 8,
        ..label.edge
    };
    label.text.origin.x = middle;
    label.text.origin.y += 3;
    label
}
