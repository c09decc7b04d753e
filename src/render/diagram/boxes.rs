//! One stage becomes lines of text that fit a column, and then a box around them.

use crate::render::diagram::geometry::Rect;
use crate::render::diagram::metrics::Letters;
use crate::render::diagram::picture::{Frame, StageBox, Words};
use crate::render::diagram::text::{LABEL_SIDE, Label, TextBlock, height_of};
use crate::render::diagram::type_scale::{Density, LABEL_SIZE, TypeScale};
use crate::render::diagram::wrap::{NO_BREAK, Wrapped, wrap, wrap_evenly};

/// White at the sides of the words.
const SIDE: i32 = 8;
/// White above and below the words.
const ABOVE: i32 = 8;
/// The same when the words stand close.
const CLOSELY_ABOVE: i32 = 7;
const CLOSELY_BELOW: i32 = 5;
const NAME_TO_DETAILS: i32 = 3;
/// How far a label on the edge reaches into the box.
const LABEL_DEPTH: i32 = 9;
/// Distance of a label from the start of its box.
const LABEL_INDENT: i32 = 7;
/// How far the mark of the reader sticks out at the start of the box.
const HERE_OUTDENT: i32 = 6;
/// Part of the upper and lower edge that labels leave to the roads, at the end side.
const ROAD_SIDE: i32 = 56;
/// No box is lower, so that all its roads find a place.
const LEAST_HEIGHT: i32 = 88;

/// What keeps details apart that run on. It stays with the words before it: at the start of a line it would look like the
/// sign of a list.
const DOT: char = '·';

/// The words of a stage, fitted to a width, without a place.
#[derive(Clone, Debug)]
pub(super) struct Filling {
    width: i32,
    name: Wrapped,
    details: Wrapped,
    voluntary: Option<Wrapped>,
    here: Option<Wrapped>,
    scale: TypeScale,
}

/// A stage with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BoxShape {
    /// Key of the stage.
    pub(super) key: String,
    /// The box itself.
    pub(super) edge: Rect,
    /// Shape of the edge.
    pub(super) frame: Frame,
    /// Whether the edge is whole; dashed if not.
    pub(super) known: bool,
    /// Whether the reader is here.
    pub(super) current: bool,
    /// The name.
    pub(super) name: TextBlock,
    /// The lines under the name.
    pub(super) details: TextBlock,
    /// The label "vrijwillig".
    pub(super) voluntary: Option<Label>,
    /// The mark "u bent hier".
    pub(super) here: Option<Label>,
}

/// Fits the words of `stage` to a box of `width` units.
pub(super) fn fill(stage: &StageBox, words: &Words, width: i32, scale: TypeScale) -> Filling {
    let room = width - 2 * SIDE;
    let label_room = width - LABEL_INDENT - ROAD_SIDE - 2 * LABEL_SIDE;
    let here_room = label_room + LABEL_INDENT + HERE_OUTDENT;
    Filling {
        width,
        name: wrap_evenly(&format!("{}.{NO_BREAK}{}", stage.number, stage.name), scale.names(), room),
        details: wrap_all(&details(stage, words, scale), scale.details(), room),
        voluntary: is_voluntary(stage).then(|| wrap(&words.voluntary, Letters::regular(LABEL_SIZE), label_room)),
        here: stage.current.then(|| wrap(&words.here, Letters::bold(LABEL_SIZE), here_room)),
        scale,
    }
}

/// Help is voluntary until a judge has decided.
fn is_voluntary(stage: &StageBox) -> bool {
    stage.frame != Frame::Compulsory
}

/// The details as texts that each start on a line of their own.
fn details(stage: &StageBox, words: &Words, scale: TypeScale) -> Vec<String> {
    let said = |label: &str, value: &str| format!("{} {value}", label.replace(' ', &NO_BREAK.to_string()));
    let local = stage.local_name.iter().map(|name| said(&words.local, name));
    let always = [said(&words.decides, &stage.decides), said(&words.refuse, &stage.refuse)];
    let duration = stage.duration.iter().map(|duration| said(&words.duration, duration));
    // When the white is used up, the dashed edge says it; its meaning stands in the legend.
    let note = (!stage.known_here && !scale.is_close()).then(|| words.unknown.clone());
    let details: Vec<String> = local.chain(always).chain(duration).chain(note).collect();
    if scale.density >= Density::RunOn { vec![details.join(&format!("{NO_BREAK}{DOT} "))] } else { details }
}

fn wrap_all(texts: &[String], letters: Letters, room: i32) -> Wrapped {
    let parts: Vec<Wrapped> = texts.iter().map(|text| wrap(text, letters, room)).collect();
    Wrapped {
        forced: parts.iter().any(|part| part.forced),
        // At the end of a line nothing is left to keep apart.
        lines: parts.into_iter().flat_map(|part| part.lines).map(without_last_dot).collect(),
    }
}

fn without_last_dot(line: String) -> String {
    line.strip_suffix(DOT).map_or(line.as_str(), str::trim_end).to_owned()
}

impl Filling {
    /// Height of the box, without the labels on its edge.
    pub(super) fn height(&self) -> i32 {
        let names = height_of(self.name.lines.len(), self.scale.names());
        let details = height_of(self.details.lines.len(), self.scale.details());
        // The mark of the reader must not hang over the lowest road.
        let least = LEAST_HEIGHT + if self.here.is_some() { LABEL_DEPTH } else { 0 };
        (self.inset_above() + names + NAME_TO_DETAILS + details + self.inset_below()).max(least)
    }

    /// How far the label "vrijwillig" reaches out of the box at its upper edge.
    pub(super) fn overhang_above(&self) -> i32 {
        overhang(self.voluntary.as_ref(), Letters::regular(LABEL_SIZE))
    }

    /// How far the mark of the reader reaches out of the box at its lower edge.
    pub(super) fn overhang_below(&self) -> i32 {
        overhang(self.here.as_ref(), Letters::bold(LABEL_SIZE))
    }

    /// Whether a word had to be broken where it should not.
    pub(super) fn is_forced(&self) -> bool {
        let labels = self.voluntary.iter().chain(&self.here);
        [&self.name, &self.details].into_iter().chain(labels).any(|part| part.forced)
    }

    fn inset_above(&self) -> i32 {
        let white = if self.scale.is_close() { CLOSELY_ABOVE } else { ABOVE };
        white + if self.voluntary.is_some() { 4 } else { 0 }
    }

    fn inset_below(&self) -> i32 {
        let white = if self.scale.is_close() { CLOSELY_BELOW } else { ABOVE };
        white + if self.here.is_some() { 4 } else { 0 }
    }

    /// Puts the box of `stage` with its upper start corner at `x`, `y`; it becomes `height` units high.
    pub(super) fn put(self, stage: &StageBox, x: i32, y: i32, height: i32) -> BoxShape {
        let edge = Rect { x, y, width: self.width, height };
        let name_top = y + self.inset_above() - 2;
        let name = TextBlock::below(name_top, x + SIDE, self.name.lines, self.scale.names());
        let details_top = name_top + name.height() + NAME_TO_DETAILS;
        let small = self.scale.details();
        BoxShape {
            key: stage.key.clone(),
            edge,
            frame: stage.frame,
            known: stage.known_here,
            current: stage.current,
            details: TextBlock::below(details_top, x + SIDE, self.details.lines, small),
            name,
            voluntary: self.voluntary.map(|words| label_above(edge, words)),
            here: self.here.map(|words| label_below(edge, words)),
        }
    }
}

fn overhang(label: Option<&Wrapped>, letters: Letters) -> i32 {
    label.map_or(0, |words| Label::height(words, letters) - LABEL_DEPTH)
}

fn label_above(edge: Rect, words: Wrapped) -> Label {
    let letters = Letters::regular(LABEL_SIZE);
    let mut label = Label::at(edge.x + LABEL_INDENT, edge.y, words, letters);
    let up = label.edge.height - LABEL_DEPTH;
    label.edge.y -= up;
    label.text.origin.y -= up;
    label
}

fn label_below(edge: Rect, words: Wrapped) -> Label {
    Label::at(edge.x - HERE_OUTDENT, edge.bottom() - LABEL_DEPTH, words, Letters::bold(LABEL_SIZE))
}
