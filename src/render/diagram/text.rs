//! Blocks of lines with a place, and labels with an edge around them.

use crate::render::diagram::geometry::{Point, Rect};
use crate::render::diagram::metrics::{Letters, room_for};
use crate::render::diagram::wrap::Wrapped;

/// Where the given `x` lies on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Where the line starts, in reading direction.
    Start,
    /// In the middle of the line.
    Middle,
}

/// Lines under each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextBlock {
    /// Anchor of the first line, on its baseline.
    pub(super) origin: Point,
    /// Where the anchor lies.
    pub(super) anchor: Anchor,
    /// The lines, top first.
    pub(super) lines: Vec<String>,
    /// Size and weight.
    pub(super) letters: Letters,
}

impl TextBlock {
    /// Lines that start at `x`; the first line stands below `top`.
    pub(super) fn below(top: i32, x: i32, lines: Vec<String>, letters: Letters) -> TextBlock {
        TextBlock { origin: Point::at(x, top + ascent(letters)), anchor: Anchor::Start, lines, letters }
    }

    /// Every line with the height of its baseline.
    pub(super) fn lines_with_baselines(&self) -> impl Iterator<Item = (i32, &str)> {
        let step = usize::try_from(self.letters.line_height()).unwrap_or(1);
        (self.origin.y..).step_by(step).zip(self.lines.iter().map(String::as_str))
    }

    /// The height of all lines.
    pub(super) fn height(&self) -> i32 {
        height_of(self.lines.len(), self.letters)
    }

    /// Room of the widest line, margin included.
    pub(super) fn room(&self) -> i32 {
        self.lines.iter().map(|line| room_for(line, self.letters)).max().unwrap_or(0)
    }

    /// The area that the lines may fill when they are read from left to right.
    pub(super) fn area(&self) -> Rect {
        let x = match self.anchor {
            Anchor::Start => self.origin.x,
            Anchor::Middle => self.origin.x - self.room() / 2,
        };
        Rect { x, y: self.origin.y - ascent(self.letters), width: self.room(), height: self.height() }
    }
}

/// Height of `count` lines.
pub(super) fn height_of(count: usize, letters: Letters) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 100) * letters.line_height()
}

/// From the top of a line to its baseline.
fn ascent(letters: Letters) -> i32 {
    letters.size
}

/// A label with an edge: `vrijwillig`, `u bent hier`, the gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The edge.
    pub(super) edge: Rect,
    /// The words.
    pub(super) text: TextBlock,
}

/// Room between the words of a label and its edge, at the sides.
pub(super) const LABEL_SIDE: i32 = 5;
const LABEL_TOP: i32 = 2;

impl Label {
    /// Height of a label with these words.
    pub(super) fn height(words: &Wrapped, letters: Letters) -> i32 {
        height_of(words.lines.len(), letters) + 2 * LABEL_TOP
    }

    /// A label that starts at `x` and has its upper edge at `top`.
    pub(super) fn at(x: i32, top: i32, wrapped: Wrapped, letters: Letters) -> Label {
        let mut text = TextBlock::below(top + LABEL_TOP, x, wrapped.lines, letters);
        let edge = Rect { x, y: top, width: text.room() + 2 * LABEL_SIDE, height: text.height() + 2 * LABEL_TOP };
        text.anchor = Anchor::Middle;
        text.origin.x = edge.x + edge.width / 2;
        Label { edge, text }
    }
}
