//! Points and rectangles in whole units of the view box; `y` grows downward.

/// A place in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Point {
    /// Distance from the left edge.
    pub(super) x: i32,
    /// Distance from the top edge.
    pub(super) y: i32,
}

impl Point {
    /// The point at `x`, `y`.
    pub(super) const fn at(x: i32, y: i32) -> Point {
        Point { x, y }
    }
}

/// A rectangle with sides along the axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rect {
    /// Left side.
    pub(super) x: i32,
    /// Top side.
    pub(super) y: i32,
    /// From the left side to the right side.
    pub(super) width: i32,
    /// From the top side to the bottom side.
    pub(super) height: i32,
}

impl Rect {
    /// The smallest rectangle with both points on its edge.
    pub(super) fn around(one: Point, other: Point) -> Rect {
        let (x, y) = (one.x.min(other.x), one.y.min(other.y));
        Rect { x, y, width: (one.x - other.x).abs(), height: (one.y - other.y).abs() }
    }

    /// Right side.
    pub(super) fn right(&self) -> i32 {
        self.x + self.width
    }

    /// Bottom side.
    pub(super) fn bottom(&self) -> i32 {
        self.y + self.height
    }

    /// The same rectangle, made larger by `by` on all four sides.
    pub(super) fn grown(&self, by: i32) -> Rect {
        Rect { x: self.x - by, y: self.y - by, width: self.width + 2 * by, height: self.height + 2 * by }
    }
}

#[cfg(test)]
impl Rect {
    /// Whether the two share more than an edge.
    pub(super) fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies inside or on the edge.
    pub(super) fn contains(&self, other: &Rect) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }
}
