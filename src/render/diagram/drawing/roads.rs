//! Roads: their lines, the white that makes a bridge of a crossing, and their heads.

use std::fmt::Display;

use crate::render::diagram::composition::Strand;
use crate::render::diagram::drawing::CURRENT;
use crate::render::diagram::geometry::Point;
use crate::render::diagram::layout::Layout;
use crate::render::diagram::paint::{PAPER, Pencil, Tip, pencil};
use crate::render::diagram::pen::{Stroke, head, lines, ring};
use crate::render::diagram::picture::Picture;
use crate::render::diagram::svg::Svg;

/// White on both sides of a road, so that a crossing reads as a bridge.
const BRIDGE: i32 = 6;

/// Draws all roads of one kind.
pub(super) fn draw_roads(svg: &mut Svg, picture: &Picture, layout: &Layout, strand: Strand) {
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
