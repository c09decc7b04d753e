//! The same picture for a language that is read from right to left.
//!
//! Every `x` is computed anew; nothing is turned over when it is drawn, because that would turn the letters too.
//! A block of text keeps its anchor: the start of a line lies at the right when the direction is right to left.

use crate::render::diagram::boxes::BoxShape;
use crate::render::diagram::gate::{Along, Gate};
use crate::render::diagram::geometry::{Point, Rect};
use crate::render::diagram::layout::Layout;
use crate::render::diagram::legend::{Legend, LegendItem};
use crate::render::diagram::roads::Course;
use crate::render::diagram::text::{Label, TextBlock};

/// Mirrors `layout` in its upright middle line.
pub(super) fn mirrored(layout: Layout) -> Layout {
    let mirror = Mirror { width: layout.size.x };
    Layout {
        size: layout.size,
        lanes: layout.lanes.into_iter().map(|lane| mirror.rect(lane)).collect(),
        texts: layout.texts.into_iter().map(|text| mirror.text(text)).collect(),
        plaque: mirror.label(layout.plaque),
        boxes: layout.boxes.into_iter().map(|shape| mirror.shape(shape)).collect(),
        courses: layout.courses.into_iter().map(|course| mirror.course(course)).collect(),
        main_roads: layout.main_roads,
        gate: mirror.gate(layout.gate),
        legend: mirror.legend(layout.legend),
        smallest_letters: layout.smallest_letters,
    }
}

/// A mirror for pictures of one width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mirror {
    /// Width of the picture.
    pub(super) width: i32,
}

impl Mirror {
    /// The mirrored point.
    pub(super) fn point(self, point: Point) -> Point {
        Point { x: self.width - point.x, ..point }
    }

    /// The mirrored rectangle.
    pub(super) fn rect(self, rect: Rect) -> Rect {
        Rect { x: self.width - rect.right(), ..rect }
    }

    /// The same words, mirrored in place: they still start where a line starts.
    pub(super) fn text(self, text: TextBlock) -> TextBlock {
        TextBlock { origin: self.point(text.origin), ..text }
    }

    fn label(self, label: Label) -> Label {
        Label { edge: self.rect(label.edge), text: self.text(label.text) }
    }

    fn shape(self, shape: BoxShape) -> BoxShape {
        BoxShape {
            edge: self.rect(shape.edge),
            name: self.text(shape.name),
            details: self.text(shape.details),
            voluntary: shape.voluntary.map(|label| self.label(label)),
            here: shape.here.map(|label| self.label(label)),
            ..shape
        }
    }

    fn course(self, course: Course) -> Course {
        Course { points: course.points.into_iter().map(|point| self.point(point)).collect(), ..course }
    }

    fn gate(self, gate: Gate) -> Gate {
        Gate {
            pieces: gate.pieces.into_iter().map(|piece| self.rect(piece)).collect(),
            texts: gate.texts.into_iter().map(|text| self.text(text)).collect(),
            along: gate.along.into_iter().map(|along| Along { piece: self.rect(along.piece), ..along }).collect(),
        }
    }

    fn legend(self, legend: Legend) -> Legend {
        let item = |item: LegendItem| LegendItem {
            line: (self.point(item.line.0), self.point(item.line.1)),
            text: self.text(item.text),
            ..item
        };
        Legend { items: legend.items.into_iter().map(item).collect(), ..legend }
    }
}
