//! Puts a finished layout on paper, from the ground up: lanes, roads, wall, boxes, words, legend.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::lang::Direction;
use crate::render::diagram::boxes::BoxShape;
use crate::render::diagram::composition::Strand;
use crate::render::diagram::gate::Along;
use crate::render::diagram::geometry::{Point, Rect};
use crate::render::diagram::layout::Layout;
use crate::render::diagram::legend::{LegendItem, Sample};
use crate::render::diagram::metrics::Weight;
use crate::render::diagram::paint::{HERE, INK, LANES, PAPER, Pencil, Tip, edge, pencil};
use crate::render::diagram::pen::{Stroke, head, lines, ring, square};
use crate::render::diagram::picture::{Frame, Picture};
use crate::render::diagram::svg::Svg;
use crate::render::diagram::text::{Anchor, Label, TextBlock};

/// The order in which roads are drawn: what is drawn later bridges what was drawn before.
const STRANDS: [Strand; 6] = [Strand::Back, Strand::Side, Strand::Exit, Strand::Forward, Strand::Own, Strand::Urgent];
const FRAMES: [Frame; 4] = [Frame::Voluntary, Frame::VoluntaryIntensive, Frame::Transitional, Frame::Compulsory];
/// White on both sides of a road, so that a crossing reads as a bridge.
const BRIDGE: i32 = 6;
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

fn draw_roads(svg: &mut Svg, picture: &Picture, layout: &Layout, strand: Strand) {
    let pencil = pencil(strand);
    let (strokes, heads) = strokes_and_heads(layout, strand);
    if strokes.is_empty() {
        return;
    }
    let class = format!("ow-picture__{}", pencil.name);
    let course = lines(&strokes);
    svg.open("g", &[("class", &class), ("color", &pencil.color), ("stroke", &CURRENT)]);
    if pencil.bridge || pencil.heart > 0 {
        draw_double(svg, &format!("{}-{}", picture.id, pencil.name), &course, &pencil);
    } else {
        draw_line(svg, &[("d", &course)], &pencil);
    }
    draw_heads(svg, &pencil, &heads);
    svg.close();
}

/// The same line twice, wide and narrow: a bridge (white under the road), or a double line (white in the road).
fn draw_double(svg: &mut Svg, id: &str, course: &str, pencil: &Pencil) {
    let reference = format!("#{id}");
    let white: [(&str, &dyn Display); 2] = [("class", &"ow-picture__paper"), ("stroke", &PAPER)];
    if pencil.bridge {
        // Without a colour of its own, so that the copy can have another one.
        svg.open("g", &[white[0], white[1], ("stroke-width", &(pencil.width + BRIDGE))]);
        svg.empty("path", &[("id", &id), ("d", &course)]);
        svg.close();
        draw_copy(svg, &reference, pencil);
    } else {
        svg.open("g", &[("stroke-width", &pencil.width)]);
        svg.empty("path", &[("id", &id), ("d", &course)]);
        svg.empty("use", &[("href", &reference), white[0], white[1], ("stroke-width", &pencil.heart)]);
        svg.close();
    }
}

fn draw_copy(svg: &mut Svg, reference: &str, pencil: &Pencil) {
    let mut attributes: Vec<(&str, &dyn Display)> = vec![("href", &reference), ("stroke-width", &pencil.width)];
    if let Some((dashes, ends)) = &pencil.dashes {
        attributes.extend::<[(&str, &dyn Display); 2]>([("stroke-dasharray", dashes), ("stroke-linecap", ends)]);
    }
    svg.empty("use", &attributes);
}

fn draw_line(svg: &mut Svg, what: &[(&str, &dyn Display)], pencil: &Pencil) {
    let mut attributes: Vec<(&str, &dyn Display)> = what.to_vec();
    attributes.push(("stroke-width", &pencil.width));
    if let Some((dashes, ends)) = &pencil.dashes {
        attributes.extend::<[(&str, &dyn Display); 2]>([("stroke-dasharray", dashes), ("stroke-linecap", ends)]);
    }
    svg.empty("path", &attributes);
}

fn draw_heads(svg: &mut Svg, pencil: &Pencil, heads: &str) {
    match pencil.tip {
        Tip::Filled => svg.empty("path", &[("fill", &CURRENT), ("stroke-width", &2), ("d", &heads)]),
        Tip::Barbs => svg.empty("path", &[("stroke-width", &3), ("d", &heads)]),
        Tip::Hollow | Tip::Ring => {
            svg.empty(
                "path",
                &[("class", &"ow-picture__paper--filled"), ("fill", &PAPER), ("stroke-width", &2), ("d", &heads)],
            );
        }
    }
}

/// The lines of one kind of road, and the heads where they end, each once.
fn strokes_and_heads(layout: &Layout, strand: Strand) -> (Vec<Stroke>, String) {
    let courses = layout.courses.iter().filter(|course| course.strand == strand).map(|course| course.points.clone());
    let samples = layout.legend.items.iter().filter_map(|item| item.road(strand));
    let all: Vec<Vec<Point>> = courses.chain(samples).collect();
    let mut heads: Vec<String> = all.iter().map(|points| head_of(points, strand)).collect();
    heads.extend(marks_on_main_road(layout, strand));
    heads.sort();
    heads.dedup();
    let pencil = pencil(strand);
    let short = if pencil.tip == Tip::Barbs { 1 } else { pencil.head.0 };
    (all.into_iter().map(|points| Stroke { points, short }).collect(), heads.concat())
}

fn head_of(points: &[Point], strand: Strand) -> String {
    let pencil = pencil(strand);
    match (points, pencil.tip) {
        ([.., tip], Tip::Ring) => ring(*tip, pencil.head.0),
        ([.., from, tip], Tip::Barbs) => head(*from, *tip, pencil.head, ""),
        ([.., from, tip], _) => head(*from, *tip, pencil.head, "z"),
        _ => String::new(),
    }
}

/// Small heads along the main roads, so that the direction is clear halfway too.
fn marks_on_main_road(layout: &Layout, strand: Strand) -> Vec<String> {
    const PLACES: [i32; 3] = [360, 560, 745];
    let Some((_, y)) = layout.main_roads.iter().find(|(main, _)| *main == strand) else { return Vec::new() };
    let legs = layout.courses.iter().filter(|course| course.strand == strand);
    let legs: Vec<(Point, Point)> = legs.flat_map(|course| course.points.windows(2).map(|leg| (leg[0], leg[1]))).collect();
    let mirrored_places = PLACES.map(|x| if layout.lanes[0].x < layout.lanes[2].x { x } else { layout.size.x - x });
    mirrored_places
        .iter()
        .filter_map(|x| {
            let on = |leg: &&(Point, Point)| {
                leg.0.y == *y && leg.1.y == *y && leg.0.x.min(leg.1.x) < x - 20 && leg.0.x.max(leg.1.x) > x + 20
            };
            let leg = legs.iter().find(on)?;
            let forward = (leg.1.x - leg.0.x).signum();
            Some(head_of(&[leg.0, Point::at(x + 6 * forward, *y)], strand))
        })
        .collect()
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

fn draw_words(svg: &mut Svg, layout: &Layout) {
    let names = layout.boxes.iter().map(|shape| &shape.name);
    let details = layout.boxes.iter().map(|shape| &shape.details);
    let here = layout.boxes.iter().filter_map(|shape| shape.here.as_ref()).map(|label| &label.text);
    let legend = layout.legend.items.iter().map(|item| &item.text);
    let dark: Vec<&TextBlock> = layout.texts.iter().chain(names).chain(details).chain(legend).collect();
    let light: Vec<&TextBlock> = layout.gate.texts.iter().chain([&layout.plaque.text]).chain(here).collect();
    draw_texts(svg, "ow-picture__text", INK, &dark);
    draw_texts(svg, "ow-picture__text--on-dark", PAPER, &light);
    draw_along(svg, &layout.gate.along);
}

/// Words along the wall. Only turned, never mirrored: the letters stay as they are in every direction of reading.
fn draw_along(svg: &mut Svg, words: &[Along]) {
    let Some(first) = words.first() else { return };
    let attributes: [(&str, &dyn Display); 5] = [
        ("class", &"ow-picture__text--on-dark"),
        ("fill", &PAPER),
        ("font-size", &first.letters.size),
        ("font-weight", &700),
        ("text-anchor", &"middle"),
    ];
    svg.open("g", &attributes);
    for along in words {
        let middle = along.middle();
        // Capitals and small letters together lie a third of their size above the baseline.
        let turn = format!("translate({} {})rotate(-90)", middle.x + along.letters.size / 3, middle.y);
        svg.leaf("text", &[("transform", &turn)], &along.words);
    }
    svg.close();
}

/// Draws blocks in groups of equal letters, and within these in columns of equal `x`, so that both are said once.
pub(super) fn draw_texts(svg: &mut Svg, class: &str, color: &str, blocks: &[&TextBlock]) {
    let mut groups: BTreeMap<Kind, BTreeMap<i32, Vec<&TextBlock>>> = BTreeMap::new();
    for block in blocks.iter().filter(|block| !block.lines.is_empty()) {
        let bold = block.letters.weight == Weight::Bold;
        let kind = (block.letters.size, bold, block.anchor == Anchor::Middle);
        groups.entry(kind).or_default().entry(block.origin.x).or_default().push(block);
    }
    svg.open("g", &[("class", &class), ("fill", &color)]);
    for (kind, columns) in groups {
        open_kind(svg, kind);
        columns.iter().for_each(|(x, blocks)| draw_column(svg, *x, blocks));
        svg.close();
    }
    svg.close();
}

/// Size, whether bold, whether `x` lies in the middle of a line.
type Kind = (i32, bool, bool);

fn open_kind(svg: &mut Svg, (size, bold, middle): Kind) {
    let mut attributes: Vec<(&str, &dyn Display)> = vec![("font-size", &size)];
    if bold {
        attributes.push(("font-weight", &700));
    }
    if middle {
        attributes.push(("text-anchor", &"middle"));
    }
    svg.open("g", &attributes);
}

pub(super) fn draw_column(svg: &mut Svg, x: i32, blocks: &[&TextBlock]) {
    let lines: Vec<(i32, &str)> = blocks.iter().flat_map(|block| block.lines_with_baselines()).collect();
    if let [(y, line)] = lines.as_slice() {
        svg.leaf("text", &[("x", &x), ("y", y)], line);
        return;
    }
    svg.open("g", &[("transform", &format!("translate({x})"))]);
    lines.iter().for_each(|(y, line)| svg.leaf("text", &[("y", y)], line));
    svg.close();
}
