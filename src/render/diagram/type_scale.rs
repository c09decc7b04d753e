//! The steps in which letters may become smaller, and the white between them less.

use crate::render::diagram::metrics::{Leading, Letters};

/// Font sizes of one picture, in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TypeScale {
    /// Names of stages.
    pub(super) name: i32,
    /// Everything else in a box, and labels beside roads.
    pub(super) detail: i32,
    /// How much white is left between the words.
    pub(super) density: Density,
}

/// How close the words stand. Letters below nine points are not an option, so long words take from the white.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Density {
    /// Every detail of a stage on a line of its own.
    Airy,
    /// The details of a stage follow each other.
    RunOn,
    /// Lines and boxes stand closer too, and the legend leaves out what a sign beside a road says already.
    Close,
}

/// From the size that reads best to the smallest that may be printed. 13 units are 9 points when the picture fills
/// an A4 sheet with margins of 8 mm: 194 mm / 790 units x 13 units = 9.05 points.
pub(super) const SCALES: [TypeScale; 6] = [
    scale(16, 14, Density::Airy),
    scale(15, 14, Density::Airy),
    scale(15, 13, Density::Airy),
    scale(14, 13, Density::Airy),
    scale(14, 13, Density::RunOn),
    scale(13, 13, Density::Close),
];

/// Size of labels with an edge; never smaller, whatever the step.
pub(super) const LABEL_SIZE: i32 = 13;

const fn scale(name: i32, detail: i32, density: Density) -> TypeScale {
    TypeScale { name, detail, density }
}

impl TypeScale {
    /// Letters of the names of stages.
    pub(super) fn names(self) -> Letters {
        Letters::bold(self.name).with(self.leading())
    }

    /// Letters of the details of a stage, the legend and the quiet signs.
    pub(super) fn details(self) -> Letters {
        Letters::regular(self.detail).with(self.leading())
    }

    /// Letters of the signs that name a road.
    pub(super) fn signs(self) -> Letters {
        Letters::bold(self.detail).with(self.leading())
    }

    /// Letters of the titles of the lanes.
    pub(super) fn titles(self) -> Letters {
        Letters::bold(if self.is_close() { 15 } else { 17 })
    }

    /// Whether the white is as little as it may become.
    pub(super) fn is_close(self) -> bool {
        self.density == Density::Close
    }

    fn leading(self) -> Leading {
        if self.is_close() { Leading::Close } else { Leading::Normal }
    }
}
