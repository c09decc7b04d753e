//! The steps in which letters may become smaller.

/// Font sizes of one picture, in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TypeScale {
    /// Names of stages.
    pub(super) name: i32,
    /// Everything else in a box, and labels beside roads.
    pub(super) detail: i32,
    /// Whether the details of a stage follow each other on a line, instead of each on its own.
    pub(super) run_on: bool,
}

/// From the size that reads best to the smallest that may be printed. 13 units are 9 points when the picture fills
/// an A4 sheet with margins of 8 mm: 194 mm / 790 units x 13 units = 9.05 points.
pub(super) const SCALES: [TypeScale; 5] =
    [scale(16, 14), scale(15, 14), scale(15, 13), scale(14, 13), TypeScale { name: 14, detail: 13, run_on: true }];

/// Size of labels with an edge; never smaller, whatever the step.
pub(super) const LABEL_SIZE: i32 = 13;
/// Size of the titles of the lanes.
pub(super) const TITLE_SIZE: i32 = 17;

const fn scale(name: i32, detail: i32) -> TypeScale {
    TypeScale { name, detail, run_on: false }
}
