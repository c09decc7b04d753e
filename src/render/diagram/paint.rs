//! Default colours and widths, and the names by which a stylesheet changes them. A picture without a stylesheet
//! is readable on white paper; `picture.css` adds the house style, dark mode and forced colours.

use crate::render::diagram::composition::Strand;
use crate::render::diagram::picture::Frame;

/// Words and dark surfaces.
pub(super) const INK: &str = "#1c2b2e";
/// Paper.
pub(super) const PAPER: &str = "#fff";
/// The mark of the reader's own place.
pub(super) const HERE: &str = "#0b5c60";

/// Name and default colour of the lanes.
pub(super) const LANES: [(&str, &str); 3] = [
    ("ow-picture__lane--voluntary", "#e4f1e7"),
    ("ow-picture__lane--transition", "#faeed3"),
    ("ow-picture__lane--compulsory", "#f0e7f3"),
];

/// How the edge of a box is drawn.
pub(super) struct Edge {
    /// Class for the stylesheet.
    pub(super) class: &'static str,
    /// Default colour.
    pub(super) color: &'static str,
    /// Width of the line.
    pub(super) width: i32,
    /// Radius of the corners: the rounder, the freer.
    pub(super) radius: i32,
}

/// The edge of a box in `frame`.
pub(super) const fn edge(frame: Frame) -> Edge {
    match frame {
        Frame::Voluntary => edge_with("ow-picture__box--voluntary", "#25694a", 2, 14),
        Frame::VoluntaryIntensive => edge_with("ow-picture__box--intensive", "#1c5a80", 3, 14),
        Frame::Transitional => edge_with("ow-picture__box--transition", "#7d5200", 2, 4),
        Frame::Compulsory => edge_with("ow-picture__box--compulsory", "#673d7a", 4, 0),
    }
}

const fn edge_with(class: &'static str, color: &'static str, width: i32, radius: i32) -> Edge {
    Edge { class, color, width, radius }
}

/// How a road is drawn.
pub(super) struct Pencil {
    /// Last part of the class and of the id of the road.
    pub(super) name: &'static str,
    /// Default colour.
    pub(super) color: &'static str,
    /// Width of the line.
    pub(super) width: i32,
    /// Width of the white heart of a double line; 0 for a line without heart.
    pub(super) heart: i32,
    /// Dashes and the ends of a dash, if any.
    pub(super) dashes: Option<(&'static str, &'static str)>,
    /// Whether it is drawn as a bridge over the roads that were drawn before.
    pub(super) bridge: bool,
    /// Length and half the width of the head.
    pub(super) head: (i32, i32),
    /// How the head is drawn.
    pub(super) tip: Tip,
}

/// The shape of a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tip {
    /// A filled triangle.
    Filled,
    /// A triangle with a white heart.
    Hollow,
    /// Two barbs.
    Barbs,
    /// A ring: the road ends here, its way goes on.
    Ring,
}

const PLAIN: Pencil =
    Pencil { name: "", color: INK, width: 5, heart: 0, dashes: None, bridge: false, head: (12, 7), tip: Tip::Filled };

/// How a road of `strand` is drawn. Forward and back have the same weight and another shape.
pub(super) const fn pencil(strand: Strand) -> Pencil {
    match strand {
        Strand::Forward => Pencil { name: "forward", bridge: true, ..PLAIN },
        Strand::Back => Pencil { name: "back", color: "#0b5c60", width: 8, heart: 3, tip: Tip::Hollow, ..PLAIN },
        Strand::Side => Pencil { name: "side", width: 2, head: (8, 6), tip: Tip::Barbs, ..PLAIN },
        Strand::Own => Pencil {
            name: "own",
            color: "#1c5a80",
            width: 3,
            dashes: Some(("9 4", "butt")),
            bridge: true,
            head: (9, 6),
            tip: Tip::Barbs,
            ..PLAIN
        },
        Strand::Urgent => Pencil { name: "urgent", color: "#673d7a", dashes: Some(("0 9", "round")), ..PLAIN },
        Strand::Exit => Pencil { name: "exit", width: 2, head: (5, 5), tip: Tip::Ring, ..PLAIN },
    }
}
