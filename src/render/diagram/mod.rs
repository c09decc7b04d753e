//! The picture of the whole route, from voluntary help to a measure, and the mini-map for the top of a page.
//!
//! Words and roads go in, one SVG comes out: [`overview()`] for the table and the wall (A4 landscape), [`mini_map()`]
//! for a stage page, [`poster`](poster::poster()) for a folder or a slide. `layout` is geometry in whole numbers, `mirror` turns it for right-to-left languages, `drawing`
//! puts it on paper through `svg`, the only writer of elements.
//!
//! What is deliberately not here: no word that a reader sees (they come in with [`picture::Words`]), no link (the
//! list on the same page has them), no style (colours come from the stylesheet; attributes hold defaults that also
//! work on their own), and no automatic placing: `composition` is made by hand.

mod boxes;
mod composition;
mod drawing;
mod gate;
mod geometry;
mod header;
mod latin;
mod layout;
mod legend;
pub(crate) mod letters;
mod metrics;
mod mini_map;
mod mirror;
pub mod organisations;
mod paint;
mod pen;
pub mod picture;
pub mod poster;
mod roads;
mod rows;
mod signs;
mod svg;
#[cfg(test)]
pub(crate) mod tests;
mod text;
mod type_scale;
mod wrap;

use crate::lang::Direction;
use crate::render::diagram::drawing::draw;
use crate::render::diagram::latin::kept_together;
use crate::render::diagram::layout::{Layout, layout};
use crate::render::diagram::mini_map::draw_mini_map;
use crate::render::diagram::mirror::mirrored;
use crate::render::diagram::picture::{MiniMap, Picture};

/// A finished overview picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The SVG, ready to stand inside a page.
    pub svg: String,
    /// Width of the view box.
    pub width: i32,
    /// Height of the view box; more than A4 landscape proportions only when the words leave no choice.
    pub height: i32,
    /// The smallest letters when the picture fills an A4 sheet with margins of 8 mm, in hundredths of a point.
    pub smallest_print: i32,
}

/// What makes a picture impossible. Input from a checked model gives none of these.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DrawingError {
    /// The composition has no place for a stage.
    #[error("stage `{key}` has no place in the composition of the picture")]
    NoPlace {
        /// Key of the stage.
        key: String,
    },
    /// A stage stands in the input more than once.
    #[error("stage `{key}` is given twice")]
    StageTwice {
        /// Key of the stage.
        key: String,
    },
    /// A road names a stage that is not in the picture.
    #[error("road `{fact}` names stage `{key}`, which is not in the picture")]
    NoSuchStage {
        /// The transition.
        fact: String,
        /// Key of the stage.
        key: String,
    },
    /// The composition has no way for a road.
    #[error("road `{fact}` has no way in the composition of the picture")]
    NoWay {
        /// The transition.
        fact: String,
    },
}

/// Draws the overview picture.
///
/// # Errors
///
/// When a stage has no place or a road no way in the composition; see [`DrawingError`].
pub fn overview(picture: &Picture) -> Result<Drawing, DrawingError> {
    let layout = in_reading_direction(layout(picture)?, picture.direction);
    Ok(Drawing {
        svg: draw(picture, &layout),
        width: layout.size.x,
        height: layout.size.y,
        smallest_print: printed_size(layout.smallest_letters, layout.size.x, layout.size.y),
    })
}

/// Draws the mini-map.
///
/// # Errors
///
/// When a stage has no place in the composition.
pub fn mini_map(map: &MiniMap) -> Result<String, DrawingError> {
    draw_mini_map(map)
}

/// Turns a layout that is read from left to right; the words in it are never turned over.
fn in_reading_direction(layout: Layout, direction: Direction) -> Layout {
    match direction {
        Direction::Ltr => layout,
        Direction::Rtl => kept_together(mirrored(layout)),
    }
}

/// Size in hundredths of a point of letters of `size` units on A4 landscape with margins of 8 mm.
fn printed_size(size: i32, width: i32, height: i32) -> i32 {
    const POINTS_WIDE: i32 = 79_653;
    const POINTS_HIGH: i32 = 54_992;
    (size * POINTS_WIDE / width).min(size * POINTS_HIGH / height)
}
