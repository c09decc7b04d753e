//! The map of organisations: the family in the middle, around it who helps, who investigates, who decides and who
//! stands beside the parent. What each may and may not do stands in its box.
//!
//! Panels hold the boxes and touch the family with one short line each, so that no line can cross a box.

mod draw;

use crate::lang::Direction;
use crate::render::diagram::geometry::{Point, Rect};
use crate::render::diagram::metrics::Letters;
use crate::render::diagram::mirror::Mirror;
use crate::render::diagram::text::{TextBlock, height_of};
use crate::render::diagram::wrap::{Wrapped, wrap, wrap_evenly};

/// Everything that is drawn. All texts are plain text; soft hyphens say where a long word may break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationMap {
    /// Start of the ids of title and description, ASCII; unique on the page.
    pub id: String,
    /// Language tag of the words.
    pub language: String,
    /// Reading direction; the map is mirrored for [`Direction::Rtl`].
    pub direction: Direction,
    /// Name for a screen reader.
    pub title: String,
    /// What the map shows, for who cannot see it.
    pub description: String,
    /// The family: its name, and lines below it.
    pub family: (String, Vec<String>),
    /// Those above the family: who help.
    pub helpers: Group,
    /// Those who talk together or investigate.
    pub researchers: Group,
    /// Who decides about a measure.
    pub deciders: Group,
    /// Those who stand beside the parent.
    pub supporters: Group,
}

/// Organisations with one task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they do.
    pub title: String,
    /// Who they are; a group without anyone is not drawn.
    pub members: Vec<Member>,
}

/// One organisation or role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// What it is here (`gecertificeerde instelling`), when it is an organisation of this municipality.
    pub here: Option<String>,
    /// The most important things that it may do.
    pub may: Vec<String>,
    /// The most important things that it may not do.
    pub may_not: Vec<String>,
}

/// Narrow enough to be read beside a text, and on A4 upright: 15 units are more than 9 points there.
const WIDTH: i32 = 2 * EDGE + 3 * (BOX + 2 * PADDING) + 2 * GAP;
const EDGE: i32 = 8;
/// Width of every box: three stand beside each other.
const BOX: i32 = 253;
const PADDING: i32 = 12;
/// White between boxes and between panels.
const GAP: i32 = 14;
/// Length of the line between a panel and the family.
const LINE: i32 = 26;
const SIDE: i32 = 10;
const SIGN: i32 = 20;
const BETWEEN_LINES: i32 = 4;
const TITLE: Letters = Letters::bold(18);
const FAMILY: Letters = Letters::bold(22);
const NAME: Letters = Letters::bold(17);
const DETAIL: Letters = Letters::regular(15);
/// Room for the lines in the middle: a line that is longer is hard to read.
const FAMILY_ROOM: i32 = 700;

/// Which group a panel shows; it decides shape and colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
    Help,
    Research,
    Decide,
    Support,
}

/// What stands before a line in a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    May,
    MayNot,
}

/// A box with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MemberShape {
    pub(super) edge: Rect,
    pub(super) texts: Vec<TextBlock>,
    /// Signs with the point where their line of text has its middle.
    pub(super) signs: Vec<(Sign, Point)>,
    pub(super) local: bool,
}

/// A panel with its boxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Panel {
    pub(super) task: Task,
    pub(super) edge: Rect,
    pub(super) title: TextBlock,
    pub(super) members: Vec<MemberShape>,
    /// From the panel to the family.
    pub(super) line: (Point, Point),
}

/// The whole map, read from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MapLayout {
    pub(super) size: Point,
    pub(super) family: Rect,
    pub(super) family_texts: Vec<TextBlock>,
    pub(super) panels: Vec<Panel>,
}

/// Draws the map as SVG.
pub fn organisation_map(map: &OrganisationMap) -> String {
    let plain = lay_out(map);
    let layout = if map.direction == Direction::Rtl { mirrored(plain) } else { plain };
    draw::draw(map, &layout)
}

pub(super) fn lay_out(map: &OrganisationMap) -> MapLayout {
    let above = panel(&map.helpers, Task::Help, Point::at(EDGE, EDGE), 3, WIDTH - 2 * EDGE);
    let top = above.as_ref().map_or(EDGE, |panel| panel.edge.bottom() + LINE);
    let (family, family_texts) = family(&map.family, top);
    let mut below = panels_below(map, family.bottom() + LINE);
    let bottom = below.iter().map(|panel| panel.edge.bottom()).max().unwrap_or(family.bottom());
    for panel in &mut below {
        panel.edge.height = bottom - panel.edge.y;
        let x = middle_of(&panel.edge);
        panel.line = (Point::at(x, panel.edge.y), Point::at(x, family.bottom()));
    }
    let above = above.map(|panel| {
        let x = middle_of(&panel.edge);
        Panel { line: (Point::at(x, panel.edge.bottom()), Point::at(x, family.y)), ..panel }
    });
    MapLayout {
        size: Point::at(WIDTH, bottom + EDGE),
        family,
        family_texts,
        panels: above.into_iter().chain(below).collect(),
    }
}

fn middle_of(edge: &Rect) -> i32 {
    edge.x + edge.width / 2
}

fn panels_below(map: &OrganisationMap, top: i32) -> Vec<Panel> {
    let groups = [(&map.researchers, Task::Research), (&map.deciders, Task::Decide), (&map.supporters, Task::Support)];
    let mut x = EDGE;
    let mut panels = Vec::new();
    for (group, task) in groups {
        let width = BOX + 2 * PADDING;
        panels.extend(panel(group, task, Point::at(x, top), 1, width));
        x += width + GAP;
    }
    panels
}

/// The family, as a broad band: every panel reaches it with a straight line.
fn family((name, lines): &(String, Vec<String>), top: i32) -> (Rect, Vec<TextBlock>) {
    let x = EDGE + PADDING + SIDE;
    let mut texts = vec![TextBlock::below(top + SIDE, x, wrap(name, FAMILY, FAMILY_ROOM).lines, FAMILY)];
    for line in lines {
        let y = bottom_of(&texts) + BETWEEN_LINES;
        texts.push(TextBlock::below(y, x, wrap(line, DETAIL, FAMILY_ROOM).lines, DETAIL));
    }
    let height = bottom_of(&texts) + SIDE - top;
    (Rect { x: EDGE, y: top, width: WIDTH - 2 * EDGE, height }, texts)
}

fn bottom_of(texts: &[TextBlock]) -> i32 {
    texts.last().map_or(0, |text| text.area().bottom())
}

/// A panel of `columns` columns at `corner`, as high as its boxes; none for a group without members.
fn panel(group: &Group, task: Task, corner: Point, columns: i32, width: i32) -> Option<Panel> {
    let per_row = usize::try_from(columns).ok().filter(|_| !group.members.is_empty())?;
    let title = wrap(&group.title, TITLE, width - 2 * PADDING);
    let title = TextBlock::below(corner.y + PADDING - 4, corner.x + PADDING, title.lines, TITLE);
    let step = (width - 2 * PADDING - BOX) / (columns - 1).max(1);
    let mut y = title.area().bottom() + PADDING / 2;
    let mut members = Vec::new();
    for row in group.members.chunks(per_row) {
        let xs = (0..).map(|column| corner.x + PADDING + column * step);
        let mut shapes: Vec<MemberShape> = row.iter().zip(xs).map(|(member, x)| shape(member, Point::at(x, y))).collect();
        let height = shapes.iter().map(|shape| shape.edge.height).max().unwrap_or(0);
        shapes.iter_mut().for_each(|shape| shape.edge.height = height);
        members.extend(shapes);
        y += height + GAP;
    }
    let edge = Rect { x: corner.x, y: corner.y, width, height: y - GAP + PADDING - corner.y };
    Some(Panel { task, edge, title, members, line: (corner, corner) })
}

fn shape(member: &Member, corner: Point) -> MemberShape {
    let (x, room) = (corner.x + SIDE, BOX - 2 * SIDE);
    let block = |y: i32, x: i32, wrapped: Wrapped, letters: Letters| TextBlock::below(y, x, wrapped.lines, letters);
    let mut texts = vec![block(corner.y + SIDE - 3, x, wrap_evenly(&member.name, NAME, room), NAME)];
    if let Some(here) = &member.here {
        texts.push(block(bottom_of(&texts), x, wrap(here, DETAIL, room), DETAIL));
    }
    let mut signs = Vec::new();
    let may = member.may.iter().map(|line| (Sign::May, line));
    for (sign, line) in may.chain(member.may_not.iter().map(|line| (Sign::MayNot, line))) {
        let y = bottom_of(&texts) + BETWEEN_LINES;
        signs.push((sign, Point::at(x + SIGN / 2 - 4, y + height_of(1, DETAIL) / 2 + 1)));
        texts.push(block(y, x + SIGN, wrap(line, DETAIL, room - SIGN), DETAIL));
    }
    let height = bottom_of(&texts) + SIDE - corner.y;
    MemberShape { edge: Rect { x: corner.x, y: corner.y, width: BOX, height }, texts, signs, local: member.here.is_some() }
}

pub(super) fn mirrored(layout: MapLayout) -> MapLayout {
    let mirror = Mirror { width: layout.size.x };
    let texts = |texts: Vec<TextBlock>| texts.into_iter().map(|text| mirror.text(text)).collect();
    MapLayout {
        family: mirror.rect(layout.family),
        family_texts: texts(layout.family_texts),
        panels: layout.panels.into_iter().map(|panel| mirrored_panel(panel, mirror)).collect(),
        ..layout
    }
}

fn mirrored_panel(panel: Panel, mirror: Mirror) -> Panel {
    let member = |shape: MemberShape| MemberShape {
        edge: mirror.rect(shape.edge),
        texts: shape.texts.into_iter().map(|text| mirror.text(text)).collect(),
        signs: shape.signs.into_iter().map(|(sign, point)| (sign, mirror.point(point))).collect(),
        ..shape
    };
    Panel {
        edge: mirror.rect(panel.edge),
        title: mirror.text(panel.title),
        members: panel.members.into_iter().map(member).collect(),
        line: (mirror.point(panel.line.0), mirror.point(panel.line.1)),
        ..panel
    }
}
