//! The mini-map for the top of a stage page: three lanes, a mark for every stage, and the name of the current one.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::lang::Direction;
use crate::render::diagram::DrawingError;
use crate::render::diagram::composition::{COLUMNS, LANES as LANE_SIDES, PLACES, WALL, WIDTH as OVERVIEW_WIDTH};
use crate::render::diagram::geometry::{Point, Rect};
use crate::render::diagram::metrics::Letters;
use crate::render::diagram::mirror::Mirror;
use crate::render::diagram::paint::{HERE, INK, LANES, PAPER, edge};
use crate::render::diagram::pen::square;
use crate::render::diagram::picture::{Frame, MiniMap, MiniStage};
use crate::render::diagram::svg::Svg;
use crate::render::diagram::wrap::{Wrapped, wrap};

const WIDTH: i32 = 420;
const MIRROR: Mirror = Mirror { width: WIDTH };
const TITLES: Letters = Letters::bold(12);
const NAME: Letters = Letters::bold(15);
const WHITE: i32 = 5;
const MARK_HEIGHT: i32 = 13;
const ROW: i32 = 20;
const ROWS: i32 = 4;

/// Places that follow from the words.
struct Plan {
    titles: Vec<Wrapped>,
    marks_top: i32,
    lanes_bottom: i32,
    here: Wrapped,
    height: i32,
}

/// Draws the mini-map.
///
/// # Errors
///
/// When a stage has no place in the composition.
pub(super) fn draw_mini_map(map: &MiniMap) -> Result<String, DrawingError> {
    let plan = plan(map);
    let mut svg = Svg::default();
    open_map(&mut svg, map, plan.height);
    draw_lanes(&mut svg, map, &plan);
    draw_marks(&mut svg, map, &plan)?;
    draw_words(&mut svg, map, &plan);
    svg.close();
    Ok(svg.finish())
}

fn plan(map: &MiniMap) -> Plan {
    let titles: Vec<Wrapped> = map
        .lanes
        .iter()
        .zip(LANE_SIDES)
        .map(|(name, lane)| wrap(name, TITLES, small(lane.1) - title_start(lane) - 2))
        .collect();
    let rows = titles.iter().map(|title| title.lines.len()).max().unwrap_or(1);
    let marks_top = 8 + lines_high(rows, TITLES);
    let lanes_bottom = marks_top + ROWS * ROW;
    let here = wrap(&map.here, NAME, WIDTH - 30);
    let height = if map.here.is_empty() { lanes_bottom + 4 } else { lanes_bottom + 12 + lines_high(here.lines.len(), NAME) };
    Plan { titles, marks_top, lanes_bottom, here, height }
}

/// Where the title of a lane starts; in the third lane past the wall.
fn title_start((left, _): (i32, i32)) -> i32 {
    let wall_reaches_in = left < WALL.1 && WALL.0 < left;
    if wall_reaches_in { small(WALL.1) + WHITE - 1 } else { small(left) + WHITE }
}

fn lines_high(lines: usize, letters: Letters) -> i32 {
    i32::try_from(lines).unwrap_or(1) * letters.line_height()
}

/// A length of the overview picture in the mini-map.
fn small(length: i32) -> i32 {
    length * WIDTH / OVERVIEW_WIDTH
}

fn open_map(svg: &mut Svg, map: &MiniMap, height: i32) {
    let title = format!("{}-titel", map.id);
    svg.open(
        "svg",
        &[
            ("class", &"ow-picture ow-picture--mini"),
            ("role", &"img"),
            ("aria-labelledby", &title),
            ("lang", &map.language),
            ("direction", &map.direction.attribute()),
            ("viewBox", &format!("0 0 {WIDTH} {height}")),
            ("fill", &"none"),
        ],
    );
    svg.leaf("title", &[("id", &title)], &map.title);
}

fn place(map: &MiniMap, rect: Rect) -> Rect {
    if map.direction == Direction::Rtl { MIRROR.rect(rect) } else { rect }
}

fn rect(svg: &mut Svg, area: Rect, more: &[(&str, &dyn Display)]) {
    let mut attributes: Vec<(&str, &dyn Display)> =
        vec![("x", &area.x), ("y", &area.y), ("width", &area.width), ("height", &area.height)];
    attributes.extend(more);
    svg.empty("rect", &attributes);
}

fn draw_lanes(svg: &mut Svg, map: &MiniMap, plan: &Plan) {
    for ((left, right), (class, color)) in LANE_SIDES.into_iter().zip(LANES) {
        let area = Rect { x: small(left), y: 0, width: small(right - left), height: plan.lanes_bottom };
        rect(svg, place(map, area), &[("class", &class), ("fill", &color), ("rx", &6)]);
    }
    let wall = Rect { x: small(WALL.0), y: 0, width: small(WALL.1 - WALL.0), height: plan.lanes_bottom };
    rect(svg, place(map, wall), &[("class", &"ow-picture__wall"), ("fill", &INK), ("rx", &2)]);
}

fn draw_marks(svg: &mut Svg, map: &MiniMap, plan: &Plan) -> Result<(), DrawingError> {
    let mut groups: BTreeMap<(Frame, bool), String> = BTreeMap::new();
    for stage in &map.stages {
        let area = place(map, mark_area(stage, plan)?);
        groups.entry((stage.frame, stage.known_here)).or_default().push_str(&square(area));
    }
    for ((frame, known), marks) in groups {
        draw_group(svg, frame, known, &marks);
    }
    for stage in map.stages.iter().filter(|stage| stage.current) {
        let area = place(map, mark_area(stage, plan)?.grown(3));
        rect(svg, area, &[("class", &"ow-picture__here"), ("fill", &HERE), ("rx", &4)]);
    }
    Ok(())
}

fn draw_group(svg: &mut Svg, frame: Frame, known: bool, marks: &str) {
    let edge = edge(frame);
    let class = format!("ow-picture__box {}", edge.class);
    let join = if edge.radius > 0 { "round" } else { "miter" };
    let mut attributes: Vec<(&str, &dyn Display)> =
        vec![("class", &class), ("fill", &PAPER), ("stroke", &edge.color), ("stroke-width", &2), ("stroke-linejoin", &join)];
    if !known {
        attributes.push(("stroke-dasharray", &"4 3"));
    }
    attributes.push(("d", &marks));
    svg.empty("path", &attributes);
}

fn mark_area(stage: &MiniStage, plan: &Plan) -> Result<Rect, DrawingError> {
    let unknown = || DrawingError::NoPlace { key: stage.key.clone() };
    let place = PLACES.iter().find(|place| place.key == stage.key).ok_or_else(unknown)?;
    let (x, width) = COLUMNS[place.column];
    let row = i32::try_from(place.row).unwrap_or(0);
    Ok(Rect { x: small(x), y: plan.marks_top + row * ROW + 2, width: small(width), height: MARK_HEIGHT })
}

fn draw_words(svg: &mut Svg, map: &MiniMap, plan: &Plan) {
    svg.open("g", &[("class", &"ow-picture__text"), ("fill", &INK), ("font-weight", &700), ("font-size", &TITLES.size)]);
    for (title, lane) in plan.titles.iter().zip(LANE_SIDES) {
        draw_lines(svg, map, &title.lines, Point::at(title_start(lane), 16), TITLES);
    }
    svg.close();
    if map.here.is_empty() {
        return;
    }
    let key = Rect { x: 4, y: plan.lanes_bottom + 10, width: 14, height: 14 };
    rect(svg, place(map, key), &[("class", &"ow-picture__here"), ("fill", &HERE), ("rx", &4)]);
    svg.open("g", &[("class", &"ow-picture__text"), ("fill", &INK), ("font-weight", &700), ("font-size", &NAME.size)]);
    draw_lines(svg, map, &plan.here.lines, Point::at(25, plan.lanes_bottom + 22), NAME);
    svg.close();
}

fn draw_lines(svg: &mut Svg, map: &MiniMap, lines: &[String], at: Point, letters: Letters) {
    let x = if map.direction == Direction::Rtl { WIDTH - at.x } else { at.x };
    let Some((first, others)) = lines.split_first() else { return };
    svg.open("text", &[("x", &x), ("y", &at.y)]);
    svg.text(first);
    for line in others {
        svg.leaf("tspan", &[("x", &x), ("dy", &letters.line_height())], line);
    }
    svg.close();
}
