//! The whole picture as geometry in whole numbers, read from left to right: lanes, boxes, roads, gate and words.

use std::collections::BTreeMap;

use crate::render::diagram::DrawingError;
use crate::render::diagram::boxes::{BoxShape, Filling, fill};
use crate::render::diagram::composition::{
    COLUMNS, HEIGHT, LANE_TOP, LANES, LEAST_GAPS, PLACES, Place, STACKS, Strand, WIDTH,
};
use crate::render::diagram::gate::{Gate, arm_height, arm_words, build};
use crate::render::diagram::geometry::{Point, Rect};
use crate::render::diagram::header::{Header, header};
use crate::render::diagram::legend::{Legend, legend};
use crate::render::diagram::picture::{Picture, StageBox};
use crate::render::diagram::roads::{Course, Terrain, course};
use crate::render::diagram::rows::{least_height, tops_of_rows};
use crate::render::diagram::signs::{
    own_sign, road_back_bottom, road_back_signs, road_forward_height, road_forward_signs, urgent_sign,
};
use crate::render::diagram::text::{Label, TextBlock};
use crate::render::diagram::type_scale::{SCALES, TypeScale};

/// From the urgent road to the signs of the road forward, with the white between these signs and their road.
const URGENT_TO_FORWARD: i32 = 19;
/// From the road forward to the boxes.
const FORWARD_TO_BOXES: i32 = 17;
/// From the boxes to the road back, and from there to the end of the lanes.
const BOXES_TO_BACK: i32 = 28;
const BACK_TO_LANE_END: i32 = 12;
const LANE_END_TO_LEGEND: i32 = 8;
const WALL_BELOW_BOXES: i32 = 8;
/// How much less white there is between rows when the words stand close.
const CLOSER: i32 = 11;
/// The same when a mark of the reader hangs between two rows.
const CLOSER_AROUND_A_MARK: i32 = 8;
/// How far a label of one line reaches out of its box.
const ONE_LINE_LABEL: i32 = 11;
/// Height of a wall between boxes with one line of words.
const ONE_LINE_WALL: i32 = 22;

/// A picture whose every place is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Width and height of the view box.
    pub(super) size: Point,
    /// The lanes, first lane first.
    pub(super) lanes: Vec<Rect>,
    /// The titles of the lanes, and the signs beside the roads.
    pub(super) texts: Vec<TextBlock>,
    /// The words over the gate.
    pub(super) plaque: Label,
    /// The boxes in the order of the input.
    pub(super) boxes: Vec<BoxShape>,
    /// The roads in the order of the input.
    pub(super) courses: Vec<Course>,
    /// Heights of the road forward and the road back.
    pub(super) main_roads: [(Strand, i32); 2],
    /// The wall.
    pub(super) gate: Gate,
    /// What the lines mean.
    pub(super) legend: Legend,
    /// The smallest letters in the boxes.
    pub(super) smallest_letters: i32,
}

/// Places that follow from the words and not from the roads.
struct Skeleton {
    /// Height of the sheet, if the words leave a choice.
    sheet: i32,
    scale: TypeScale,
    header: Header,
    urgent: i32,
    forward: i32,
    boxes_top: i32,
    boxes_bottom: i32,
    fillings: Vec<Filling>,
}

/// Lays out `picture` from left to right.
///
/// # Errors
///
/// When a stage has no place, or a road no way.
pub(super) fn layout(picture: &Picture) -> Result<Layout, DrawingError> {
    layout_within(picture, HEIGHT)
}

/// The same on a sheet of `height` units, when other words need room on the paper too.
///
/// # Errors
///
/// When a stage has no place, or a road no way.
pub(super) fn layout_within(picture: &Picture, height: i32) -> Result<Layout, DrawingError> {
    let places = places_of(picture)?;
    let skeleton = skeleton(picture, &places, height);
    let boxes = put_boxes(picture, &places, &skeleton);
    let back = skeleton.boxes_bottom + BOXES_TO_BACK;
    let urgent_sign = urgent_sign(&picture.words, skeleton.urgent, skeleton.scale);
    let terrain = Terrain {
        boxes: boxes.iter().map(|shape| (shape.key.clone(), shape.edge)).collect(),
        forward: skeleton.forward,
        back,
        urgent: Point::at(urgent_sign.area().right() + 10, skeleton.urgent),
    };
    let courses = picture.roads.iter().map(|road| course(road, &terrain)).collect::<Result<Vec<_>, _>>()?;
    Ok(assemble(picture, skeleton, boxes, courses, back, urgent_sign))
}

fn assemble(
    picture: &Picture,
    skeleton: Skeleton,
    boxes: Vec<BoxShape>,
    courses: Vec<Course>,
    back: i32,
    urgent_sign: TextBlock,
) -> Layout {
    let lane_end = road_back_bottom(&picture.words, back, skeleton.scale) + BACK_TO_LANE_END - 4;
    let legend = legend(picture, lane_end + LANE_END_TO_LEGEND, skeleton.scale);
    let wall = (skeleton.header.plaque.edge.y, skeleton.boxes_bottom + WALL_BELOW_BOXES);
    let gate = build(wall.0, wall.1, &rooms(&boxes), &picture.words, &courses);
    let own = own_sign(&picture.words, &courses, skeleton.scale);
    let mut texts = skeleton.header.titles;
    texts.push(urgent_sign);
    texts.extend(road_forward_signs(&picture.words, skeleton.forward, skeleton.scale));
    texts.extend(road_back_signs(&picture.words, back, skeleton.scale));
    texts.extend(own);
    Layout {
        size: Point::at(WIDTH, (legend.bottom + 4).max(skeleton.sheet)),
        lanes: LANES.iter().map(|(left, right)| lane(*left, *right, lane_end)).collect(),
        texts,
        plaque: skeleton.header.plaque,
        boxes,
        courses,
        main_roads: [(Strand::Forward, skeleton.forward), (Strand::Back, back)],
        gate,
        legend,
        smallest_letters: skeleton.scale.detail,
    }
}

fn lane(left: i32, right: i32, bottom: i32) -> Rect {
    Rect { x: left, y: LANE_TOP, width: right - left, height: bottom - LANE_TOP }
}

/// The boxes of the third lane from top to bottom.
fn rooms(boxes: &[BoxShape]) -> Vec<Rect> {
    let column = COLUMNS[COLUMNS.len() - 1].0;
    let mut rooms: Vec<Rect> = boxes.iter().map(|shape| shape.edge).filter(|edge| edge.x == column).collect();
    rooms.sort_by_key(|room| room.y);
    rooms
}

fn places_of(picture: &Picture) -> Result<Vec<&'static Place>, DrawingError> {
    let mut seen = BTreeMap::new();
    for stage in &picture.stages {
        if seen.insert(stage.key.as_str(), ()).is_some() {
            return Err(DrawingError::StageTwice { key: stage.key.clone() });
        }
    }
    picture.stages.iter().map(place_of).collect()
}

fn place_of(stage: &StageBox) -> Result<&'static Place, DrawingError> {
    let unknown = || DrawingError::NoPlace { key: stage.key.clone() };
    PLACES.iter().find(|place| place.key == stage.key).ok_or_else(unknown)
}

/// Takes the largest letters with which everything fits on the sheet. A word that is wider than a box in any letters
/// must not make all others smaller; with the smallest letters, the sheet grows.
fn skeleton(picture: &Picture, places: &[&Place], sheet: i32) -> Skeleton {
    let mut tried: Vec<(Skeleton, Fit)> = Vec::new();
    for scale in SCALES {
        tried.push(try_scale(picture, places, scale, sheet));
        if tried.last().is_some_and(|(_, fit)| *fit == Fit::Breaks(0)) {
            break;
        }
    }
    let best = tried.iter().map(|(_, fit)| *fit).max().expect("there is at least one type scale");
    let (skeleton, _) = tried.into_iter().find(|(_, fit)| *fit == best).expect("the best fit is one of those tried");
    skeleton
}

/// How well the words fit with one type scale, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The sheet has to grow by this much, here as a negative number.
    Grows(i32),
    /// It fits; this many boxes, here as a negative number, break a word where it should not.
    Breaks(i32),
}

fn try_scale(picture: &Picture, places: &[&Place], scale: TypeScale, sheet: i32) -> (Skeleton, Fit) {
    let fillings: Vec<Filling> = picture
        .stages
        .iter()
        .zip(places)
        .map(|(stage, place)| fill(stage, &picture.words, COLUMNS[place.column].1, scale))
        .collect();
    let above = fillings.iter().map(Filling::overhang_above).max().unwrap_or(0);
    let header = header(&picture.words, scale);
    let urgent = header.bottom + 9;
    let forward = urgent + URGENT_TO_FORWARD + road_forward_height(&picture.words, scale);
    let boxes_top = forward + FORWARD_TO_BOXES + above;
    let below = foot_height(picture, scale);
    let needed = rows_height(picture, places, &fillings, scale);
    let boxes_bottom = (sheet - below).max(boxes_top + needed);
    let too_much = boxes_top + needed + below - sheet;
    let broken = fillings.iter().filter(|filling| filling.is_forced()).count();
    let fit = if too_much > 0 { Fit::Grows(-too_much) } else { Fit::Breaks(-i32::try_from(broken).unwrap_or(i32::MAX)) };
    (Skeleton { sheet, scale, header, urgent, forward, boxes_top, boxes_bottom, fillings }, fit)
}

/// Everything under the boxes.
fn foot_height(picture: &Picture, scale: TypeScale) -> i32 {
    let sign = road_back_bottom(&picture.words, BOXES_TO_BACK, scale);
    let start = sign + BACK_TO_LANE_END - 4 + LANE_END_TO_LEGEND;
    legend(picture, start, scale).bottom + 4
}

/// The rows of a stack, each with the stages in it.
fn rows_of(stack: &[usize], places: &[&Place]) -> Vec<Vec<usize>> {
    let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, place) in places.iter().enumerate().filter(|(_, place)| stack.contains(&place.column)) {
        rows.entry(place.row).or_default().push(index);
    }
    rows.into_values().collect()
}

fn row_heights(rows: &[Vec<usize>], fillings: &[Filling]) -> Vec<i32> {
    rows.iter().map(|row| row.iter().map(|index| fillings[*index].height()).max().unwrap_or(0)).collect()
}

fn rows_height(picture: &Picture, places: &[&Place], fillings: &[Filling], scale: TypeScale) -> i32 {
    let reach = |overhang: fn(&Filling) -> i32| fillings.iter().map(overhang).max().unwrap_or(0);
    // The least gaps have room for labels of one line.
    let labels =
        (reach(Filling::overhang_above) - ONE_LINE_LABEL).max(0) + (reach(Filling::overhang_below) - ONE_LINE_LABEL).max(0);
    let marked = reach(Filling::overhang_below) > 0;
    let closer = match (scale.is_close(), marked) {
        (true, true) => CLOSER_AROUND_A_MARK,
        (true, false) => CLOSER,
        (false, _) => 0,
    };
    let arm = arm_height(&arm_words(&picture.words.gate_short));
    let needs = STACKS.iter().zip(LEAST_GAPS).enumerate().map(|(index, (stack, gap))| {
        let wall = if index + 1 == STACKS.len() { arm - ONE_LINE_WALL } else { 0 };
        least_height(&row_heights(&rows_of(stack, places), fillings), gap + wall + labels - closer)
    });
    needs.max().unwrap_or(0)
}

fn put_boxes(picture: &Picture, places: &[&'static Place], skeleton: &Skeleton) -> Vec<BoxShape> {
    let mut shapes: BTreeMap<usize, BoxShape> = BTreeMap::new();
    for stack in STACKS {
        let rows = rows_of(stack, places);
        let heights = row_heights(&rows, &skeleton.fillings);
        let tops = tops_of_rows(&heights, skeleton.boxes_top, skeleton.boxes_bottom);
        for ((row, height), top) in rows.iter().zip(&heights).zip(tops) {
            for index in row {
                let x = COLUMNS[places[*index].column].0;
                let filling = skeleton.fillings[*index].clone();
                shapes.insert(*index, filling.put(&picture.stages[*index], x, top, *height));
            }
        }
    }
    shapes.into_values().collect()
}
