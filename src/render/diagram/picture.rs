//! What the room is given: stages, roads and every word that a reader sees.

use crate::lang::Direction;

/// Everything that is drawn in the overview picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Start of the ids of title and description, ASCII; unique on the page (`stappenplaat`).
    pub id: String,
    /// Language tag of the words (`nl`).
    pub language: String,
    /// Reading direction; the whole picture is mirrored for [`Direction::Rtl`].
    pub direction: Direction,
    /// Name of the picture for a screen reader.
    pub title: String,
    /// What the picture shows, for who cannot see it. Plain text.
    pub description: String,
    /// The stages, in reading order. Keys are those of `stappen.yaml`; each at most once.
    pub stages: Vec<StageBox>,
    /// The roads between the stages, in any order.
    pub roads: Vec<Road>,
    /// Labels.
    pub words: Words,
}

/// One stage as a box. All texts are plain text; soft hyphens (U+00AD) say where a long word may break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageBox {
    /// Key of `stappen.yaml` (`vto`).
    pub key: String,
    /// Number of the stage in the list with the same content; stands before the name.
    pub number: usize,
    /// General name.
    pub name: String,
    /// Name in this municipality; drawn under the general name.
    pub local_name: Option<String>,
    /// Legal frame: decides the shape of the box and whether it carries the label "vrijwillig".
    pub frame: Frame,
    /// Who decides, without the label (`u, en uw kind vanaf 12`).
    pub decides: String,
    /// Whether a parent may say no, without the label (`ja, ook later`).
    pub refuse: String,
    /// How long it lasts here, without the label; left out when unknown.
    pub duration: Option<String>,
    /// Whether it is known that this stage exists here; if not, the box has a dashed edge and a note.
    pub known_here: bool,
    /// Whether the reader is here. At most one stage of a picture.
    pub current: bool,
}

/// Legal frame of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frame {
    /// Voluntary help.
    Voluntary,
    /// Intensive voluntary help; legally the same as [`Frame::Voluntary`].
    VoluntaryIntensive,
    /// Between the frames: a talk, an investigation, a hearing. Help stays voluntary.
    Transitional,
    /// After a decision of the children's judge.
    Compulsory,
}

/// A road from one end to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Road {
    /// Where it starts.
    pub from: RoadEnd,
    /// Where it leads.
    pub to: RoadEnd,
    /// What kind of step it is.
    pub kind: RoadKind,
    /// The transition in `stappen.yaml` (`T-01`).
    pub fact: String,
}

/// An end of a road.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoadEnd {
    /// A stage of the picture, by key.
    Stage(String),
    /// Every stage (`elke-stap`); only as a start.
    Anywhere,
    /// Out of the picture (`buiten-het-schema`); only as a target.
    Outside,
}

/// What kind of step a road is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoadKind {
    /// More help, an investigation or a measure.
    Forward,
    /// Less help, or the end of it.
    Back,
    /// A step aside.
    Sideways,
    /// Straight to the judge because of acute danger.
    Urgent,
    /// The same stage once more.
    Loop,
    /// Out of the picture.
    Exit,
}

/// Names every label once: as a field, and for whoever goes through all of them.
macro_rules! words {
    ($($(#[$said:meta])* $name:ident,)*) => {
        /// Every label of the overview picture.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Words {
            $($(#[$said])* pub $name: String,)*
        }

        impl Words {
            /// Asks for every label by its name, which is that of its field.
            pub fn from_names(word: impl Fn(&str) -> String) -> Words {
                Words { $($name: word(stringify!($name)),)* }
            }

            /// Every label, for tests that change them all.
            #[cfg(test)]
            pub(crate) fn all(&mut self) -> Vec<&mut String> {
                vec![$(&mut self.$name,)*]
            }
        }
    };
}

words! {
    /// Title of the first lane (`Vrijwillig`).
    lane_voluntary,
    /// Title of the second lane (`Overleg en onderzoek`).
    lane_transition,
    /// Title of the third lane (`Gedwongen`).
    lane_compulsory,
    /// On the gate before the third lane (`De kinderrechter beslist`).
    gate,
    /// On the doors inside the third lane (`kinderrechter`).
    gate_short,
    /// Label on every stage without a measure (`vrijwillig`).
    voluntary,
    /// Mark on the current stage (`u bent hier`).
    here,
    /// Note in a stage that is not known here, short (`hier niet bekend`).
    unknown,
    /// Before the local name (`Hier:`).
    local,
    /// Before who decides (`Beslist:`).
    decides,
    /// Before whether a parent may refuse (`Nee zeggen:`).
    refuse,
    /// Before the duration (`Duur:`).
    duration,
    /// Beside the road forward (`Verder: …`).
    road_forward,
    /// Beside the road back (`Terug: …`).
    road_back,
    /// Where the road forward passes the border of the second lane: who asks for that step.
    border_forward,
    /// Where the road back leaves the second lane: who decides that.
    border_back,
    /// Where the road back leaves the third lane: who decides that.
    border_release,
    /// Beside the road that a parent walks to the judge (`Zelf naar de kinderrechter`).
    road_own,
    /// Before the urgent road (`Spoed, vanaf elke stap: …`).
    road_urgent,
    /// Legend: road forward (`verder`).
    legend_forward,
    /// Legend: road back (`terug`).
    legend_back,
    /// Legend: the same stage once more (`nog een keer: verlenging`).
    legend_loop,
    /// Legend: step aside (`zijstap`).
    legend_side,
    /// Legend: the parent's own road (`zelf naar de rechter`).
    legend_own,
    /// Legend: urgent road (`spoed`).
    legend_urgent,
    /// Legend: dashed edge (`niet bekend in uw gemeente`).
    legend_unknown,
    /// Legend: a road that leaves the picture (`verder: niet op deze plaat`).
    legend_exit,
}

/// Everything that is drawn in the mini-map of a stage page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MiniMap {
    /// Start of the id of the title, ASCII; unique on the page.
    pub id: String,
    /// Language tag of the words.
    pub language: String,
    /// Reading direction.
    pub direction: Direction,
    /// Name for a screen reader; says which stage is the current one.
    pub title: String,
    /// Names of the three lanes, short.
    pub lanes: [String; 3],
    /// The stages. Those of the overview picture, in any order.
    pub stages: Vec<MiniStage>,
    /// Mark and name of the current stage (`U bent hier: Veilig Thuis`); drawn under the lanes.
    pub here: String,
}

/// One mark in the mini-map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MiniStage {
    /// Key of `stappen.yaml`.
    pub key: String,
    /// Legal frame.
    pub frame: Frame,
    /// Whether it is known that this stage exists here.
    pub known_here: bool,
    /// Whether the page is about this stage.
    pub current: bool,
}
