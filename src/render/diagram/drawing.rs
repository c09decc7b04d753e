//! Puts a finished layout on paper, from the ground up: lanes, roads, wall, boxes, words, legend.

mod roads;
pub(super) mod words;

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::lang::Direction;
use crate::render::diagram::boxes::BoxShape;
use crate::render::diagram::composition::Strand;
use crate::render::diagram::drawing::roads::draw_roads;
use crate::render::diagram::drawing::words::{draw_texts, draw_words};
use crate::render::diagram::geometry::{Point, Rect};
use crate::render::diagram::layout::Layout;
use crate::render::diagram::legend::{LegendItem, Sample};
use crate::render::diagram::paint::{HERE, INK, LANES, PAPER, edge};
use crate::render::diagram::pen::square;
use crate::render::diagram::picture::{Frame, Picture};
use crate::render::diagram::svg::Svg;
use crate::render::diagram::text::Label;

/// The order in which roads are drawn: what is drawn later bridges what was drawn before.
const STRANDS: [Strand; 6] = [Strand::Back, Strand::Side, Strand::Exit, Strand::Forward, Strand::Own, Strand::Urgent];
const FRAMES: [Frame; 4] = [Frame::Voluntary, Frame::VoluntaryIntensive, Frame::Transitional, Frame::Compulsory];
/// Radius of the corners of labels.
const LABEL_RADIUS: i32 = 9;
/// The colour of the group, so that a stylesheet sets one property for lines and heads.
const CURRENT: &str = "currentColor";
/// The edge of a box that is not known here.
const UNKNOWN_DASHES: &str = "7 5";

/// Draws `layout`. The words of `picture` that are not in the layout are its title and description.
pub(super) fn draw(picture: &Picture, layout: &Layout) -> String {
    let mut svg = Svg::default();
    open_picture(&mut svg, picture, layout.size);
    draw_content(&mut svg, picture, layout);
    svg.close();
    svg.finish()
}

/// Draws all that stands in the frame of the picture.
pub(super) fn draw_content(svg: &mut Svg, picture: &Picture, layout: &Layout) {
    draw_lanes(svg, layout);
    for strand in STRANDS {
        draw_roads(svg, picture, layout, strand);
    }
    draw_wall(svg, layout);
    draw_boxes(svg, layout);
    draw_labels(svg, picture, layout);
    draw_words(svg, layout);
}

fn open_picture(svg: &mut Svg, picture: &Picture, size: Point) {
    let (title, description) = (format!("{}-titel", picture.id), format!("{}-uitleg", picture.id));
    let view_box = format!("0 0 {} {}", size.x, size.y);
    let mut attributes: Vec<(&str, &dyn Display)> = vec![
        ("class", &"ow-picture"),
        ("role", &"img"),
        ("aria-labelledby", &title),
        ("aria-describedby", &description),
        ("lang", &picture.language),
        ("viewBox", &view_box),
        ("fill", &"none"),
        ("stroke-linejoin", &"round"),
    ];
    if picture.direction == Direction::Rtl {
        attributes.push(("direction", &"rtl"));
    }
    svg.open("svg", &attributes);
    svg.leaf("title", &[("id", &title)], &picture.title);
    svg.leaf("desc", &[("id", &description)], &picture.description);
}

fn draw_lanes(svg: &mut Svg, layout: &Layout) {
    for (lane, (class, color)) in layout.lanes.iter().zip(LANES) {
        rect(svg, *lane, &[("class", &class), ("fill", &color), ("rx", &16)]);
    }
}

pub(super) fn rect(svg: &mut Svg, area: Rect, more: &[(&str, &dyn Display)]) {
    let mut attributes: Vec<(&str, &dyn Display)> =
        vec![("x", &area.x), ("y", &area.y), ("width", &area.width), ("height", &area.height)];
    attributes.extend(more);
    svg.empty("rect", &attributes);
}

fn draw_wall(svg: &mut Svg, layout: &Layout) {
    let pieces: String = layout.gate.pieces.iter().copied().map(square).collect();
    // The line rounds the corners a little.
    svg.open(
        "g",
        &[("class", &"ow-picture__wall"), ("color", &INK), ("fill", &CURRENT), ("stroke", &CURRENT), ("stroke-width", &2)],
    );
    svg.empty("path", &[("d", &pieces)]);
    rect(svg, layout.plaque.edge, &[("rx", &8)]);
    svg.close();
}

fn draw_boxes(svg: &mut Svg, layout: &Layout) {
    for frame in FRAMES {
        let shapes: Vec<&BoxShape> = layout.boxes.iter().filter(|shape| shape.frame == frame).collect();
        if shapes.is_empty() {
            continue;
        }
        let edge = edge(frame);
        let class = format!("ow-picture__box {}", edge.class);
        let paints: [(&str, &dyn Display); 4] =
            [("class", &class), ("fill", &PAPER), ("stroke", &edge.color), ("stroke-width", &edge.width)];
        svg.open("g", &paints);
        for shape in shapes {
            draw_box(svg, shape, edge.radius);
        }
        svg.close();
    }
}

fn draw_box(svg: &mut Svg, shape: &BoxShape, radius: i32) {
    let mut attributes: Vec<(&str, &dyn Display)> = Vec::new();
    if radius > 0 {
        attributes.push(("rx", &radius));
    }
    if !shape.known {
        attributes.push(("stroke-dasharray", &UNKNOWN_DASHES));
    }
    if shape.current {
        attributes.extend::<[(&str, &dyn Display); 2]>([("class", &"ow-picture__box--current"), ("stroke-width", &6)]);
    }
    rect(svg, shape.edge, &attributes);
}

fn draw_labels(svg: &mut Svg, picture: &Picture, layout: &Layout) {
    let mut equal: BTreeMap<(i32, &[String]), Vec<&Label>> = BTreeMap::new();
    for label in layout.boxes.iter().filter_map(|shape| shape.voluntary.as_ref()) {
        equal.entry((label.edge.width, &label.text.lines)).or_default().push(label);
    }
    for (index, labels) in equal.values().enumerate() {
        draw_equal_labels(svg, &format!("{}-{index}", picture.id), labels);
    }
    for label in layout.boxes.iter().filter_map(|shape| shape.here.as_ref()) {
        rect(svg, label.edge, &[("class", &"ow-picture__here"), ("fill", &HERE), ("rx", &LABEL_RADIUS)]);
    }
    for item in layout.legend.items.iter().filter(|item| item.sample == Sample::Unknown) {
        draw_unknown_sample(svg, item);
    }
}

/// Draws the first label, and refers to it for the others.
fn draw_equal_labels(svg: &mut Svg, id: &str, labels: &[&Label]) {
    let first = labels[0];
    svg.open("g", &[("id", &id)]);
    let paints: [(&str, &dyn Display); 4] =
        [("class", &"ow-picture__label"), ("fill", &PAPER), ("stroke", &INK), ("rx", &LABEL_RADIUS)];
    rect(svg, first.edge, &paints);
    draw_texts(svg, "ow-picture__text", INK, &[&first.text]);
    svg.close();
    let reference = format!("#{id}");
    for label in &labels[1..] {
        let (x, y) = (label.edge.x - first.edge.x, label.edge.y - first.edge.y);
        svg.empty("use", &[("href", &reference), ("x", &x), ("y", &y)]);
    }
}

fn draw_unknown_sample(svg: &mut Svg, item: &LegendItem) {
    let line = Rect::around(item.line.0, item.line.1);
    let area = Rect { x: line.x + 2, y: line.y - 8, width: line.width - 4, height: 16 };
    let paints: [(&str, &dyn Display); 5] = [
        ("class", &"ow-picture__box ow-picture__box--unknown"),
        ("fill", &PAPER),
        ("stroke", &INK),
        ("stroke-width", &2),
        ("stroke-dasharray", &UNKNOWN_DASHES),
    ];
    rect(svg, area, &paints);
}
