//! Words: grouped by their letters, then in columns, so that what they share is said once.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::render::diagram::gate::Along;
use crate::render::diagram::layout::Layout;
use crate::render::diagram::metrics::Weight;
use crate::render::diagram::paint::{INK, PAPER};
use crate::render::diagram::svg::Svg;
use crate::render::diagram::text::{Anchor, TextBlock};

/// Draws all words of the picture.
pub(super) fn draw_words(svg: &mut Svg, layout: &Layout) {
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
pub(in crate::render::diagram) fn draw_texts(svg: &mut Svg, class: &str, color: &str, blocks: &[&TextBlock]) {
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

/// Draws blocks that begin at one `x`, each line at its own height.
pub(in crate::render::diagram) fn draw_column(svg: &mut Svg, x: i32, blocks: &[&TextBlock]) {
    let lines: Vec<(i32, &str)> = blocks.iter().flat_map(|block| block.lines_with_baselines()).collect();
    if let [(y, line)] = lines.as_slice() {
        svg.leaf("text", &[("x", &x), ("y", y)], line);
        return;
    }
    svg.open("g", &[("transform", &format!("translate({x})"))]);
    lines.iter().for_each(|(y, line)| svg.leaf("text", &[("y", y)], line));
    svg.close();
}
