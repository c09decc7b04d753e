//! What a page took from its municipality besides what is only copied. Two municipalities that are equal in all of it have
//! the same page around the holes, so nobody has to say beforehand what a kind of page depends on.

use std::cell::RefCell;
use std::collections::BTreeSet;

use crate::model::markup::ValueName;

/// One thing that a page took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Read {
    /// Whether a value is known.
    Known(ValueName),
    /// Which stages have a local name, and which are known to exist.
    StageShapes,
    /// All that is local about the stages.
    Stages,
    /// Anything that is known of the municipality.
    Everything,
}

/// Written down while a page is made.
#[derive(Default)]
pub(super) struct Reads(RefCell<BTreeSet<Read>>);

impl Reads {
    pub(super) fn note(&self, read: Read) {
        self.0.borrow_mut().insert(read);
    }

    /// What was taken since the last time, and starts anew.
    pub(super) fn take(&self) -> BTreeSet<Read> {
        self.0.take()
    }
}
