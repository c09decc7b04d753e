//! Where the roads run: from the edge of a box, along rails, to the edge of another box.

use std::collections::BTreeMap;

use crate::render::diagram::DrawingError;
use crate::render::diagram::composition::{
    EXIT, OFF_BACK, OFF_FORWARD, ONTO_BACK, ONTO_FORWARD, OWN_FACTS, PATHS, Path, Port, Rail, Ramp, Side, Strand, URGENT,
};
use crate::render::diagram::geometry::{Point, Rect};
use crate::render::diagram::picture::{Road, RoadEnd, RoadKind};

/// Length of the stump of a road that leaves the picture.
const STUMP: i32 = 10;

/// A road with its course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Course {
    /// The road as it was asked for.
    pub(super) road: Road,
    /// How it is drawn.
    pub(super) strand: Strand,
    /// From the start to the end; each next point differs from the one before in `x` or in `y`, never in both.
    pub(super) points: Vec<Point>,
}

/// What the roads must know of the rest of the picture.
pub(super) struct Terrain {
    /// The boxes by key.
    pub(super) boxes: BTreeMap<String, Rect>,
    /// Height of the road forward.
    pub(super) forward: i32,
    /// Height of the road back.
    pub(super) back: i32,
    /// Where the urgent road begins.
    pub(super) urgent: Point,
}

/// The course of `road`.
///
/// # Errors
///
/// When an end of the road is not in the picture, or when the composition has no way between the two.
pub(super) fn course(road: &Road, terrain: &Terrain) -> Result<Course, DrawingError> {
    let strand = strand_of(road);
    let points = match (&road.from, &road.to, road.kind) {
        (RoadEnd::Anywhere, RoadEnd::Stage(to), RoadKind::Urgent) if to == URGENT.stage => urgent(road, terrain)?,
        (RoadEnd::Stage(from), RoadEnd::Outside, RoadKind::Exit) if from == EXIT.stage => exit(road, terrain)?,
        // Only a loop leads to its own stage: it has a door of its own.
        (RoadEnd::Stage(from), RoadEnd::Stage(to), kind) if (from == to) == (kind == RoadKind::Loop) => {
            between(road, strand, from, to, terrain)?
        }
        _ => return Err(no_way(road)),
    };
    Ok(Course { road: road.clone(), strand, points })
}

fn strand_of(road: &Road) -> Strand {
    match road.kind {
        RoadKind::Sideways if OWN_FACTS.contains(&road.fact.as_str()) => Strand::Own,
        RoadKind::Forward | RoadKind::Loop => Strand::Forward,
        RoadKind::Back => Strand::Back,
        RoadKind::Sideways => Strand::Side,
        RoadKind::Exit => Strand::Exit,
        RoadKind::Urgent => Strand::Urgent,
    }
}

fn between(road: &Road, strand: Strand, from: &str, to: &str, terrain: &Terrain) -> Result<Vec<Point>, DrawingError> {
    let (start, end) = (find_box(road, from, terrain)?, find_box(road, to, terrain)?);
    if let Some(path) = find_path(from, to, strand) {
        return Ok(run(start, path.leave, path.rails, end, path.arrive, terrain));
    }
    let (onto, main, off) = match strand {
        Strand::Forward => (ONTO_FORWARD, Rail::Forward, OFF_FORWARD),
        Strand::Back => (ONTO_BACK, Rail::Back, OFF_BACK),
        Strand::Side | Strand::Own | Strand::Urgent | Strand::Exit => return Err(no_way(road)),
    };
    let (on, off) = (find_ramp(onto, from), find_ramp(off, to));
    let (on, off) = on.zip(off).ok_or_else(|| no_way(road))?;
    let mut rails = on.rails.to_vec();
    rails.push(main);
    rails.extend(off.rails.iter().rev());
    Ok(run(start, on.port, &rails, end, off.port, terrain))
}

fn urgent(road: &Road, terrain: &Terrain) -> Result<Vec<Point>, DrawingError> {
    let end = spot(find_box(road, URGENT.stage, terrain)?, URGENT.port);
    Ok(vec![terrain.urgent, Point::at(end.x, terrain.urgent.y), end])
}

fn exit(road: &Road, terrain: &Terrain) -> Result<Vec<Point>, DrawingError> {
    let start = spot(find_box(road, EXIT.stage, terrain)?, EXIT.port);
    Ok(vec![start, Point::at(start.x, start.y + STUMP)])
}

fn find_path(from: &str, to: &str, strand: Strand) -> Option<&'static Path> {
    PATHS.iter().find(|path| path.from == from && path.to == to && path.strand == strand)
}

fn find_ramp(ramps: &'static [Ramp], stage: &str) -> Option<&'static Ramp> {
    ramps.iter().find(|ramp| ramp.stage == stage)
}

fn find_box(road: &Road, key: &str, terrain: &Terrain) -> Result<Rect, DrawingError> {
    let missing = || DrawingError::NoSuchStage { fact: road.fact.clone(), key: key.to_owned() };
    terrain.boxes.get(key).copied().ok_or_else(missing)
}

fn no_way(road: &Road) -> DrawingError {
    DrawingError::NoWay { fact: road.fact.clone() }
}

/// The spot of `port` on the edge of a box.
fn spot(edge: Rect, port: Port) -> Point {
    match port.side {
        Side::Top => Point::at(edge.right() - port.offset, edge.y),
        Side::Bottom => Point::at(edge.right() - port.offset, edge.bottom()),
        Side::Start => Point::at(edge.x, edge.y + port.offset),
        Side::End => Point::at(edge.right(), edge.y + port.offset),
    }
}

fn run(start: Rect, leave: Port, rails: &[Rail], end: Rect, arrive: Port, terrain: &Terrain) -> Vec<Point> {
    let (start, end) = (spot(start, leave), spot(end, arrive));
    let mut points = vec![start];
    let mut here = start;
    for rail in rails {
        here = match rail {
            Rail::Upright(x) => Point::at(*x, here.y),
            Rail::Forward => Point::at(here.x, terrain.forward),
            Rail::Back => Point::at(here.x, terrain.back),
        };
        points.push(here);
    }
    match arrive.side {
        Side::Start | Side::End => points.push(Point::at(here.x, end.y)),
        Side::Top | Side::Bottom => points.push(Point::at(end.x, here.y)),
    }
    points.push(end);
    without_needless_points(points)
}

/// Leaves out points that repeat the one before or lie on the straight line between their neighbours.
fn without_needless_points(points: Vec<Point>) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::new();
    for point in points {
        if let [.., before, last] = kept.as_slice()
            && in_one_line(*before, *last, point)
        {
            kept.pop();
        }
        if kept.last() != Some(&point) {
            kept.push(point);
        }
    }
    kept
}

fn in_one_line(one: Point, two: Point, three: Point) -> bool {
    (one.x == two.x && two.x == three.x) || (one.y == two.y && two.y == three.y)
}
