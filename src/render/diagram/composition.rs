//! The composition: which stage stands where, and along which rails its roads run. Only lists, no arithmetic.
//!
//! The picture is composed by hand and filled by computation. Five columns stand in three lanes; between the
//! columns run rails. The road forward runs along the top, the road back along the bottom. A stage that
//! is added to `stappen.yaml` needs a place here; until then it is an error and not a box in a wrong place.

/// Width of the picture. Width and height have the proportions of A4 landscape within margins of 8 mm, so that no
/// paper stays empty.
pub(super) const WIDTH: i32 = 1144;
/// Height of the picture on A4 landscape; it grows only when words leave no choice.
pub(super) const HEIGHT: i32 = 790;
/// Left and right side of the three lanes.
pub(super) const LANES: [(i32, i32); 3] = [(8, 467), (471, 892), (892, 1136)];
/// Top of the lanes.
pub(super) const LANE_TOP: i32 = 8;
/// Left and right side of the wall between the second and the third lane.
pub(super) const WALL: (i32, i32) = (881, 904);

/// Left side and width of the five columns.
pub(super) const COLUMNS: [(i32, i32); 5] = [(36, 156), (243, 174), (501, 150), (690, 150), (930, 157)];
/// Columns that share their rows, so that a road between neighbours is straight.
pub(super) const STACKS: [&[usize]; 4] = [&[0], &[1], &[2, 3], &[4]];
/// Least distance between two rows of each of [`STACKS`]; the last one has a wall between its rows.
pub(super) const LEAST_GAPS: [i32; 4] = [31, 31, 32, 56];

/// Where a stage stands.
pub(super) struct Place {
    /// Key of the stage.
    pub(super) key: &'static str,
    /// Index in [`COLUMNS`].
    pub(super) column: usize,
    /// Row in its stack, top first.
    pub(super) row: usize,
}

const fn place(key: &'static str, column: usize, row: usize) -> Place {
    Place { key, column, row }
}

/// Every stage, column by column.
pub(super) const PLACES: &[Place] = &[
    place("zorgen", 0, 0),
    place("veilig-thuis", 0, 1),
    place("afschalen", 0, 2),
    place("nazorg", 0, 3),
    place("vrijwillige-hulp", 1, 0),
    place("intensieve-vrijwillige-hulp", 1, 1),
    place("vrijwillige-plaatsing", 1, 2),
    place("beschermingstafel", 2, 0),
    place("uitgesteld-raadsonderzoek", 2, 1),
    place("vto", 3, 0),
    place("raadsonderzoek", 3, 1),
    place("zitting", 3, 2),
    place("spoed", 4, 0),
    place("ots", 4, 1),
    place("uithuisplaatsing", 4, 2),
];

/// A side of a box, in reading order from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Upper side.
    Top,
    /// Lower side.
    Bottom,
    /// Where a line of text starts.
    Start,
    /// Where a line of text ends.
    End,
}

/// A spot on the edge of a box where a road leaves or arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Port {
    /// The side.
    pub(super) side: Side,
    /// On [`Side::Start`] and [`Side::End`] from the top; on [`Side::Top`] and [`Side::Bottom`] from the end side,
    /// because the label of a box stands at the start of its upper edge.
    pub(super) offset: i32,
}

const fn top(offset: i32) -> Port {
    Port { side: Side::Top, offset }
}
const fn bottom(offset: i32) -> Port {
    Port { side: Side::Bottom, offset }
}
const fn start(offset: i32) -> Port {
    Port { side: Side::Start, offset }
}
const fn end(offset: i32) -> Port {
    Port { side: Side::End, offset }
}

/// A line along which roads run through the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rail {
    /// Upright, at this `x`.
    Upright(i32),
    /// The road forward along the top.
    Forward,
    /// The road back along the bottom.
    Back,
}

const WEST: Rail = Rail::Upright(21);
const RETURN_UP: Rail = Rail::Upright(211);
const RETURN_DOWN: Rail = Rail::Upright(228);
const ASIDE: Rail = Rail::Upright(430);
const ONWARD: Rail = Rail::Upright(443);
const OWN: Rail = Rail::Upright(457);
const TABLE_BACK: Rail = Rail::Upright(486);
const JOIN: Rail = Rail::Upright(670);
const COUNCIL_BACK: Rail = Rail::Upright(855);
const TO_GATE: Rail = Rail::Upright(869);
const LOOP: Rail = Rail::Upright(1107);
const EAST: Rail = Rail::Upright(1124);

/// How a road is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strand {
    /// Solid and filled.
    Forward,
    /// Double line and open head.
    Back,
    /// Thin line.
    Side,
    /// Dashes: the parent walks to the judge.
    Own,
    /// Dots.
    Urgent,
    /// A stump: the road goes on outside the picture.
    Exit,
}

/// Transitions in which the parent goes to the judge; in `stappen.yaml` they are steps aside like others.
pub(super) const OWN_FACTS: [&str; 2] = ["T-16", "T-18"];

/// A road between two neighbours.
pub(super) struct Path {
    /// Key of the stage where it starts.
    pub(super) from: &'static str,
    /// Key of the stage where it ends.
    pub(super) to: &'static str,
    /// How it is drawn; two stages may have several roads between them.
    pub(super) strand: Strand,
    /// Where it leaves.
    pub(super) leave: Port,
    /// Along which rails.
    pub(super) rails: &'static [Rail],
    /// Where it arrives.
    pub(super) arrive: Port,
}

const fn path(
    from: &'static str,
    to: &'static str,
    strand: Strand,
    leave: Port,
    rails: &'static [Rail],
    arrive: Port,
) -> Path {
    Path { from, to, strand, leave, rails, arrive }
}

/// Roads that do not use one of the two main roads.
pub(super) const PATHS: &[Path] = &[
    path("zorgen", "vrijwillige-hulp", Strand::Forward, end(26), &[], start(26)),
    path("zorgen", "veilig-thuis", Strand::Forward, bottom(34), &[], top(34)),
    path("veilig-thuis", "vrijwillige-hulp", Strand::Back, end(42), &[RETURN_UP], start(60)),
    path("vrijwillige-hulp", "intensieve-vrijwillige-hulp", Strand::Forward, bottom(34), &[], top(34)),
    path("vrijwillige-hulp", "vrijwillige-plaatsing", Strand::Side, end(60), &[ASIDE], end(20)),
    path("intensieve-vrijwillige-hulp", "vrijwillige-plaatsing", Strand::Side, bottom(34), &[], top(34)),
    path("intensieve-vrijwillige-hulp", "zitting", Strand::Own, end(64), &[OWN], start(62)),
    path("vrijwillige-plaatsing", "zitting", Strand::Own, end(42), &[OWN], start(62)),
    path("beschermingstafel", "uitgesteld-raadsonderzoek", Strand::Side, bottom(34), &[], top(34)),
    path("beschermingstafel", "raadsonderzoek", Strand::Forward, end(42), &[JOIN], start(42)),
    path("uitgesteld-raadsonderzoek", "raadsonderzoek", Strand::Forward, end(42), &[], start(42)),
    path("vto", "raadsonderzoek", Strand::Forward, bottom(34), &[], top(34)),
    path("raadsonderzoek", "zitting", Strand::Forward, bottom(52), &[], top(52)),
    path("raadsonderzoek", "zitting", Strand::Own, bottom(33), &[], top(33)),
    path("raadsonderzoek", "zitting", Strand::Side, bottom(14), &[], top(14)),
    path("zitting", "ots", Strand::Forward, end(42), &[TO_GATE], start(42)),
    path("spoed", "ots", Strand::Forward, bottom(34), &[], top(34)),
    path("ots", "ots", Strand::Forward, end(58), &[LOOP], end(18)),
    path("ots", "uithuisplaatsing", Strand::Forward, bottom(54), &[], top(54)),
    path("uithuisplaatsing", "ots", Strand::Back, top(30), &[], bottom(30)),
];

/// The way between a stage and a main road.
pub(super) struct Ramp {
    /// Key of the stage.
    pub(super) stage: &'static str,
    /// Where the ramp touches the stage.
    pub(super) port: Port,
    /// Rails between the stage and the main road, as seen from the stage.
    pub(super) rails: &'static [Rail],
}

const fn ramp(stage: &'static str, port: Port, rails: &'static [Rail]) -> Ramp {
    Ramp { stage, port, rails }
}

/// Ramps up to the road forward.
pub(super) const ONTO_FORWARD: &[Ramp] = &[
    ramp("veilig-thuis", start(42), &[WEST]),
    ramp("vrijwillige-hulp", top(34), &[]),
    ramp("intensieve-vrijwillige-hulp", end(30), &[ONWARD]),
];

/// Ramps down from the road forward.
pub(super) const OFF_FORWARD: &[Ramp] = &[ramp("beschermingstafel", top(34), &[]), ramp("vto", top(34), &[])];

/// Ramps down to the road back.
pub(super) const ONTO_BACK: &[Ramp] = &[
    ramp("vrijwillige-hulp", start(82), &[RETURN_DOWN]),
    ramp("intensieve-vrijwillige-hulp", start(74), &[RETURN_DOWN]),
    ramp("vrijwillige-plaatsing", start(42), &[RETURN_DOWN]),
    ramp("beschermingstafel", start(42), &[TABLE_BACK]),
    ramp("uitgesteld-raadsonderzoek", start(42), &[TABLE_BACK]),
    ramp("vto", end(42), &[COUNCIL_BACK]),
    ramp("raadsonderzoek", end(42), &[COUNCIL_BACK]),
    ramp("zitting", bottom(34), &[]),
    ramp("spoed", end(42), &[EAST]),
    ramp("ots", end(80), &[EAST]),
];

/// Ramps up from the road back.
pub(super) const OFF_BACK: &[Ramp] = &[
    ramp("zorgen", end(60), &[RETURN_UP]),
    ramp("vrijwillige-hulp", start(60), &[RETURN_UP]),
    ramp("intensieve-vrijwillige-hulp", start(42), &[RETURN_UP]),
    ramp("afschalen", end(42), &[RETURN_UP]),
    ramp("nazorg", end(42), &[RETURN_UP]),
];

/// Where the urgent road arrives.
pub(super) const URGENT: Ramp = ramp("spoed", top(34), &[]);

/// Where the road out of the picture starts.
pub(super) const EXIT: Ramp = ramp("uithuisplaatsing", bottom(34), &[]);
