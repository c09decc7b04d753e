//! Samples, and what must hold for every picture.

mod broken;
mod organisations;
mod promises;
mod proportions;
mod sample;
mod survey;

use crate::render::diagram::layout::layout;
use crate::render::diagram::picture::Picture;

/// Everything that is wrong with the geometry of `picture`, read from left to right.
pub(crate) fn faults_of(picture: &Picture) -> Vec<String> {
    layout(picture).map_or_else(|error| vec![error.to_string()], |layout| survey::faults(&layout))
}
