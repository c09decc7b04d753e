//! Puts the map of organisations on paper. Kinds differ in shape, sign and words; colours only repeat that.

use std::fmt::Display;

use super::{MapLayout, MemberShape, OrganisationMap, Panel, Sign, Task};
use crate::render::diagram::drawing::rect;
use crate::render::diagram::drawing::words::draw_texts;
use crate::render::diagram::geometry::Point;
use crate::render::diagram::paint::{HERE, INK, LANES, PAPER, edge};
use crate::render::diagram::picture::Frame;
use crate::render::diagram::svg::Svg;
use crate::render::diagram::text::TextBlock;

const CURRENT: &str = "currentColor";

pub(super) fn draw(map: &OrganisationMap, layout: &MapLayout) -> String {
    let mut svg = Svg::default();
    open_map(&mut svg, map, layout.size);
    layout.panels.iter().for_each(|panel| draw_panel(&mut svg, panel));
    draw_family(&mut svg, layout);
    draw_signs(&mut svg, layout);
    let words = layout.panels.iter().flat_map(|panel| {
        std::iter::once(&panel.title).chain(panel.members.iter().flat_map(|member: &MemberShape| &member.texts))
    });
    let words: Vec<&TextBlock> = words.collect();
    draw_texts(&mut svg, "ow-picture__text", INK, &words);
    let family: Vec<&TextBlock> = layout.family_texts.iter().collect();
    draw_texts(&mut svg, "ow-picture__text--on-dark", PAPER, &family);
    svg.close();
    svg.finish()
}

fn open_map(svg: &mut Svg, map: &OrganisationMap, size: Point) {
    let (title, description) = (format!("{}-titel", map.id), format!("{}-uitleg", map.id));
    svg.open(
        "svg",
        &[
            ("class", &"ow-picture"),
            ("role", &"img"),
            ("aria-labelledby", &title),
            ("aria-describedby", &description),
            ("lang", &map.language),
            ("direction", &map.direction.attribute()),
            ("viewBox", &format!("0 0 {} {}", size.x, size.y)),
            ("fill", &"none"),
        ],
    );
    svg.leaf("title", &[("id", &title)], &map.title);
    svg.leaf("desc", &[("id", &description)], &map.description);
}

fn frame_of(task: Task) -> Frame {
    match task {
        Task::Help | Task::Support => Frame::Voluntary,
        Task::Research => Frame::Transitional,
        Task::Decide => Frame::Compulsory,
    }
}

fn draw_panel(svg: &mut Svg, panel: &Panel) {
    let frame = frame_of(panel.task);
    let (class, color) = match frame {
        Frame::Voluntary | Frame::VoluntaryIntensive => LANES[0],
        Frame::Transitional => LANES[1],
        Frame::Compulsory => LANES[2],
    };
    rect(svg, panel.edge, &[("class", &class), ("fill", &color), ("rx", &edge(frame).radius)]);
    if panel.task == Task::Decide {
        draw_wall(svg, panel);
    }
    let (from, to) = panel.line;
    let path = format!("M{} {}V{}", from.x, from.y, to.y);
    svg.open("g", &[("class", &"ow-picture__forward"), ("color", &INK), ("stroke", &CURRENT), ("stroke-width", &4)]);
    svg.empty("path", &[("d", &path)]);
    svg.close();
    let edge = edge(frame);
    let class = format!("ow-picture__box {}", edge.class);
    let paints: [(&str, &dyn Display); 4] =
        [("class", &class), ("fill", &PAPER), ("stroke", &edge.color), ("stroke-width", &edge.width)];
    svg.open("g", &paints);
    for member in &panel.members {
        let width = if member.local { 2 * edge.width } else { edge.width };
        rect(svg, member.edge, &[("rx", &edge.radius), ("stroke-width", &width)]);
    }
    svg.close();
}

/// Who decides about a measure stands within the same wall as in the picture of the stages.
fn draw_wall(svg: &mut Svg, panel: &Panel) {
    svg.open("g", &[("class", &"ow-picture__wall"), ("color", &INK), ("stroke", &CURRENT), ("stroke-width", &8)]);
    rect(svg, panel.edge.grown(-4), &[]);
    svg.close();
}

fn draw_family(svg: &mut Svg, layout: &MapLayout) {
    rect(svg, layout.family, &[("class", &"ow-picture__here"), ("fill", &HERE), ("rx", &20)]);
}

/// A tick before what is allowed, a cross before what is not.
fn draw_signs(svg: &mut Svg, layout: &MapLayout) {
    let signs = layout.panels.iter().flat_map(|panel| &panel.members).flat_map(|member| &member.signs);
    let path: String = signs.map(|(sign, at)| sign_path(*sign, *at)).collect();
    svg.open("g", &[("class", &"ow-picture__side"), ("color", &INK), ("stroke", &CURRENT), ("stroke-width", &3)]);
    svg.empty("path", &[("d", &path)]);
    svg.close();
}

fn sign_path(sign: Sign, at: Point) -> String {
    match sign {
        Sign::May => format!("M{} {}l4 5 7-10", at.x - 6, at.y),
        Sign::MayNot => format!("M{} {}l9 9m0-9l-9 9", at.x - 5, at.y - 5),
    }
}
