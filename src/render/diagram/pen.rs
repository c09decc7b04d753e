//! Courses become the `d` of a path: round corners, each piece of road drawn once, and heads where a road ends.

use crate::render::diagram::geometry::{Point, Rect};

/// Radius of a corner; where two ramps meet, the curves show which way the traffic goes.
const RADIUS: i32 = 7;

/// A line to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stroke {
    /// The corners, first and last point included.
    pub(super) points: Vec<Point>,
    /// How much shorter the line is at its end, to leave room for the head.
    pub(super) short: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Straight(Point, Point),
    Curve(Point, Point, Point),
}

/// The `d` of all strokes together. What lies on an earlier piece is left out: ten roads that share the main road
/// give one main road, and dashes do not fill each other's gaps.
pub(super) fn lines(strokes: &[Stroke]) -> String {
    let mut sorted: Vec<Vec<Piece>> = strokes.iter().map(pieces_of).collect();
    sorted.sort_by_key(|pieces| (-pieces.iter().map(|piece| length_of(*piece)).sum::<i32>(), pieces.clone()));
    let mut drawn: Vec<Piece> = Vec::new();
    let mut path = String::new();
    for pieces in sorted {
        let mut pen = None;
        let new: Vec<Piece> = pieces.into_iter().flat_map(|piece| not_yet_drawn(piece, &drawn)).collect();
        for piece in new {
            pen = Some(draw(&mut path, pen, piece));
            drawn.push(piece);
        }
    }
    path
}

/// The two barbs and the tip of a head at the end of `from`–`tip`; `close` joins the barbs.
pub(super) fn head(from: Point, tip: Point, (long, half): (i32, i32), close: &str) -> String {
    let (dx, dy) = ((tip.x - from.x).signum(), (tip.y - from.y).signum());
    let start = Point::at(tip.x - dx * long - dy * half, tip.y - dy * long - dx * half);
    let (to_tip, to_end) =
        ((tip.x - start.x, tip.y - start.y), (2 * dy * half - (tip.x - start.x), 2 * dx * half - (tip.y - start.y)));
    let start = command('M', &[start.x, start.y]);
    start + &command('l', &[to_tip.0, to_tip.1, to_end.0, to_end.1]) + close
}

/// A ring round `middle`.
pub(super) fn ring(middle: Point, radius: i32) -> String {
    let (start, across) = (middle.x - radius, 2 * radius);
    format!("M{start} {}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0-{across} 0", middle.y)
}

/// A rectangle with square corners.
pub(super) fn square(area: Rect) -> String {
    format!("M{} {}h{}v{}h-{}z", area.x, area.y, area.width, area.height, area.width)
}

fn pieces_of(stroke: &Stroke) -> Vec<Piece> {
    let points = shortened(&stroke.points, stroke.short);
    let mut pieces = Vec::new();
    let mut here = points[0];
    for corner in points.windows(3) {
        let radius = RADIUS.min(distance(corner[0], corner[1]) / 2).min(distance(corner[1], corner[2]) / 2);
        let before = toward(corner[1], corner[0], radius);
        let after = toward(corner[1], corner[2], radius);
        pieces.push(Piece::Straight(here, before));
        pieces.push(Piece::Curve(before, corner[1], after));
        here = after;
    }
    pieces.push(Piece::Straight(here, points[points.len() - 1]));
    pieces.retain(|piece| length_of(*piece) > 0);
    pieces
}

fn shortened(points: &[Point], by: i32) -> Vec<Point> {
    let mut points = points.to_vec();
    if let [.., before, last] = points.as_mut_slice() {
        *last = toward(*last, *before, by);
    }
    points
}

/// The point `by` units from `from` in the direction of `to`.
fn toward(from: Point, to: Point, by: i32) -> Point {
    Point::at(from.x + (to.x - from.x).signum() * by, from.y + (to.y - from.y).signum() * by)
}

fn distance(one: Point, other: Point) -> i32 {
    (one.x - other.x).abs() + (one.y - other.y).abs()
}

fn length_of(piece: Piece) -> i32 {
    match piece {
        Piece::Straight(from, to) | Piece::Curve(from, _, to) => distance(from, to),
    }
}

/// The parts of `piece` that lie on none of the `drawn` pieces, in the direction of the road.
fn not_yet_drawn(piece: Piece, drawn: &[Piece]) -> Vec<Piece> {
    let mut left = vec![piece];
    for earlier in drawn {
        left = left.into_iter().flat_map(|part| without(part, *earlier)).collect();
    }
    left
}

fn without(piece: Piece, earlier: Piece) -> Vec<Piece> {
    let (Piece::Straight(from, to), Piece::Straight(one, other)) = (piece, earlier) else {
        return if piece == earlier { Vec::new() } else { vec![piece] };
    };
    if !in_one_line(from, to, one, other) {
        return vec![piece];
    }
    let (low, high) = (one.min(other), one.max(other));
    let (near, far) = if from <= to { (low, high) } else { (high, low) };
    let before = Piece::Straight(from, clamp(near, from, to));
    let after = Piece::Straight(clamp(far, from, to), to);
    [before, after].into_iter().filter(|part| length_of(*part) > 0).collect()
}

fn in_one_line(a: Point, b: Point, c: Point, d: Point) -> bool {
    [b, c, d].iter().all(|point| point.x == a.x) || [b, c, d].iter().all(|point| point.y == a.y)
}

fn clamp(point: Point, one: Point, other: Point) -> Point {
    point.clamp(one.min(other), one.max(other))
}

/// Adds one piece and tells where the pen is now.
fn draw(path: &mut String, pen: Option<Point>, piece: Piece) -> Point {
    let (Piece::Straight(from, to) | Piece::Curve(from, _, to)) = piece;
    if pen != Some(from) {
        path.push_str(&command('M', &[from.x, from.y]));
    }
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    path.push_str(&match piece {
        Piece::Straight(..) if dy == 0 => command('h', &[dx]),
        Piece::Straight(..) => command('v', &[dy]),
        Piece::Curve(_, corner, _) => command('q', &[corner.x - from.x, corner.y - from.y, dx, dy]),
    });
    to
}

/// A letter and its numbers, without a space where a minus sign parts them.
fn command(letter: char, numbers: &[i32]) -> String {
    let mut text = String::from(letter);
    for (index, number) in numbers.iter().enumerate() {
        if index > 0 && *number >= 0 {
            text.push(' ');
        }
        text.push_str(&number.to_string());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stroke(points: &[(i32, i32)]) -> Stroke {
        Stroke { points: points.iter().map(|(x, y)| Point::at(*x, *y)).collect(), short: 0 }
    }

    #[test]
    fn a_straight_road_is_one_line() {
        assert_eq!(lines(&[stroke(&[(0, 5), (40, 5)])]), "M0 5h40");
    }

    #[test]
    fn a_corner_is_round() {
        assert_eq!(lines(&[stroke(&[(0, 0), (40, 0), (40, 40)])]), "M0 0h33q7 0 7 7v33");
    }

    #[test]
    fn a_shared_road_is_drawn_once() {
        let both = [stroke(&[(0, 0), (100, 0), (100, 50)]), stroke(&[(50, 0), (100, 0), (100, 50)])];
        assert_eq!(lines(&both), lines(&both[..1]));
    }

    #[test]
    fn of_a_road_that_shares_a_part_only_the_rest_is_drawn() {
        assert_eq!(lines(&[stroke(&[(0, 0), (90, 0)]), stroke(&[(100, 0), (30, 0)])]), "M0 0h90M100 0h-10");
    }

    #[test]
    fn the_order_of_the_roads_makes_no_difference() {
        let (one, other) = (stroke(&[(0, 0), (100, 0)]), stroke(&[(20, 40), (20, 0), (100, 0)]));
        assert_eq!(lines(&[one.clone(), other.clone()]), lines(&[other, one]));
    }

    #[test]
    fn a_head_points_where_the_road_goes() {
        assert_eq!(head(Point::at(0, 0), Point::at(20, 0), (10, 5), "z"), "M10-5l10 5-10 5z");
    }
}
