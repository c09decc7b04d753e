//! What the lines mean, in words, under the lanes.

use crate::render::diagram::composition::{LANES, Strand};
use crate::render::diagram::geometry::Point;
use crate::render::diagram::metrics::room_for;
use crate::render::diagram::picture::{Picture, RoadKind, Words};
use crate::render::diagram::text::TextBlock;
use crate::render::diagram::type_scale::TypeScale;
use crate::render::diagram::wrap::wrap;

/// Length of a sample.
const SAMPLE: i32 = 38;
const SAMPLE_TO_WORDS: i32 = 7;
const LEAST_WHITE: i32 = 18;
const ROW: i32 = 22;

/// What a sample shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sample {
    /// A piece of road.
    Road(Strand),
    /// A road that comes back to its own stage.
    Loop,
    /// The edge of a box that is not known here.
    Unknown,
}

/// A sample and its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LegendItem {
    /// What is shown.
    pub(super) sample: Sample,
    /// Middle of the start of the sample, and of its end.
    pub(super) line: (Point, Point),
    /// The words.
    pub(super) text: TextBlock,
}

impl LegendItem {
    /// The corners of the piece of road that this item shows in `strand`; none when it shows something else.
    pub(super) fn road(&self, strand: Strand) -> Option<Vec<Point>> {
        const HALF: i32 = 6;
        let (start, end) = self.line;
        match self.sample {
            Sample::Road(shown) if shown == strand => Some(vec![start, end]),
            Sample::Loop if strand == Strand::Forward => {
                let outside = end.x - (end.x - start.x).signum() * HALF;
                let at = |x: i32, y: i32| Point::at(x, start.y + y);
                Some(vec![at(start.x, HALF), at(outside, HALF), at(outside, -HALF), at(start.x, -HALF)])
            }
            _ => None,
        }
    }
}

/// All items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Legend {
    /// In reading order.
    pub(super) items: Vec<LegendItem>,
    /// Where the legend ends.
    pub(super) bottom: i32,
}

/// Lays out the legend under `top`, in as many rows as the words need.
pub(super) fn legend(picture: &Picture, top: i32, scale: TypeScale) -> Legend {
    let letters = scale.details();
    let (left, right) = (LANES[0].0 + 4, LANES[2].1);
    let mut items = Vec::new();
    let (mut x, mut y) = (left, top + ROW / 2);
    for (sample, words) in entries(picture, scale) {
        let room = SAMPLE + SAMPLE_TO_WORDS + room_for(words, letters);
        if x > left && x + room > right {
            (x, y) = (left, y + ROW);
        }
        let lines = wrap(words, letters, right - x - SAMPLE - SAMPLE_TO_WORDS).lines;
        let text_top = y - letters.line_height() / 2;
        let text = TextBlock::below(text_top, x + SAMPLE + SAMPLE_TO_WORDS, lines, letters);
        let extra = text.height() - letters.line_height();
        // A ring reaches past the end of its road.
        let end = if sample == Sample::Road(Strand::Exit) { SAMPLE - 6 } else { SAMPLE };
        items.push(LegendItem { sample, line: (Point::at(x, y), Point::at(x + end, y)), text });
        x += room + LEAST_WHITE;
        y += extra.max(0);
    }
    Legend { items, bottom: y + ROW / 2 }
}

fn entries(picture: &Picture, scale: TypeScale) -> Vec<(Sample, &str)> {
    let words: &Words = &picture.words;
    let mut entries = Vec::new();
    if !scale.is_close() {
        entries.extend(signed_entries(words));
    }
    if picture.roads.iter().any(|road| road.kind == RoadKind::Loop) {
        entries.push((Sample::Loop, words.legend_loop.as_str()));
    }
    entries.push((Sample::Road(Strand::Side), words.legend_side.as_str()));
    if picture.roads.iter().any(|road| road.kind == RoadKind::Exit) {
        entries.push((Sample::Road(Strand::Exit), words.legend_exit.as_str()));
    }
    if picture.stages.iter().any(|stage| !stage.known_here) {
        entries.push((Sample::Unknown, words.legend_unknown.as_str()));
    }
    entries
}

/// What a sign in the picture says too, at the place where it matters.
fn signed_entries(words: &Words) -> [(Sample, &str); 4] {
    [
        (Sample::Road(Strand::Forward), words.legend_forward.as_str()),
        (Sample::Road(Strand::Back), words.legend_back.as_str()),
        (Sample::Road(Strand::Own), words.legend_own.as_str()),
        (Sample::Road(Strand::Urgent), words.legend_urgent.as_str()),
    ]
}
