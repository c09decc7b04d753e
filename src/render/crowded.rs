//! Which words make the letters of the picture too small to print, so that somebody can say them shorter.

use super::diagram::picture::{Picture, StageBox};
use super::diagram::{self, DrawingError};

/// Hundredths of a point: below nine points a sheet on the table cannot be read.
pub(crate) const SMALLEST_PRINT: i32 = 900;

/// The stage whose words ask the most room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crowded {
    /// Size of the letters on A4, in hundredths of a point.
    pub print: i32,
    /// Key of the stage.
    pub stage: String,
    /// Which of its texts is the longest.
    pub part: Part,
    /// How many characters that has.
    pub length: usize,
}

/// A text in the box of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Name.
    Name,
    /// What the municipality calls it.
    LocalName,
    /// Who decides.
    Decides,
    /// May I say no?
    Refuse,
    /// How long.
    Duration,
}

/// Draws the picture again and again, each time with one stage without words: the stage that gains most is crowded.
pub(crate) fn find(picture: &Picture, print: i32) -> Result<Option<Crowded>, DrawingError> {
    let mut gains: Vec<(i32, usize, usize)> = Vec::new();
    for (index, stage) in picture.stages.iter().enumerate() {
        let mut relieved = picture.clone();
        empty(&mut relieved.stages[index]);
        let length = parts(stage).iter().map(|(_, length)| length).sum();
        gains.push((diagram::overview(&relieved)?.smallest_print, length, index));
    }
    let most = gains.into_iter().max().map(|(_, _, index)| &picture.stages[index]);
    Ok(most.map(|stage| {
        let longest = parts(stage).into_iter().max_by_key(|(_, length)| *length);
        let (part, length) = longest.expect("a stage has five texts");
        Crowded { print, stage: stage.key.clone(), part, length }
    }))
}

fn empty(stage: &mut StageBox) {
    for text in [&mut stage.name, &mut stage.decides, &mut stage.refuse] {
        text.truncate(0);
        text.push('x');
    }
    stage.local_name = None;
    stage.duration = None;
}

fn parts(stage: &StageBox) -> [(Part, usize); 5] {
    let length = |text: &str| text.chars().filter(|sign| *sign != '\u{ad}').count();
    [
        (Part::Name, length(&stage.name)),
        (Part::LocalName, stage.local_name.as_deref().map_or(0, length)),
        (Part::Decides, length(&stage.decides)),
        (Part::Refuse, length(&stage.refuse)),
        (Part::Duration, stage.duration.as_deref().map_or(0, length)),
    ]
}

#[cfg(test)]
mod tests {
    use super::{Part, SMALLEST_PRINT, find};
    use crate::lang::Direction;
    use crate::render::diagram::overview;
    use crate::render::diagram::picture::{Frame, Picture, StageBox, Words};

    fn stage(key: &str, local_name: Option<String>) -> StageBox {
        StageBox {
            key: key.to_owned(),
            number: 1,
            name: "Hulp".to_owned(),
            local_name,
            frame: Frame::Voluntary,
            decides: "u".to_owned(),
            refuse: "ja".to_owned(),
            duration: None,
            known_here: true,
            current: false,
        }
    }

    fn words() -> Words {
        let word = || "woord".to_owned();
        Words {
            lane_voluntary: word(),
            lane_transition: word(),
            lane_compulsory: word(),
            gate: word(),
            gate_short: word(),
            voluntary: word(),
            here: word(),
            unknown: word(),
            local: word(),
            decides: word(),
            refuse: word(),
            duration: word(),
            road_forward: word(),
            road_back: word(),
            border_forward: word(),
            border_back: word(),
            border_release: word(),
            road_own: word(),
            road_urgent: word(),
            legend_forward: word(),
            legend_back: word(),
            legend_loop: word(),
            legend_side: word(),
            legend_own: word(),
            legend_urgent: word(),
            legend_unknown: word(),
            legend_exit: word(),
        }
    }

    fn picture(local_name: &str) -> Picture {
        Picture {
            id: "plaat".to_owned(),
            language: "nl".to_owned(),
            direction: Direction::Ltr,
            title: "De route".to_owned(),
            description: String::new(),
            stages: vec![stage("zorgen", None), stage("vrijwillige-hulp", Some(local_name.to_owned()))],
            roads: Vec::new(),
            words: words(),
        }
    }

    #[test]
    fn the_stage_with_far_too_many_words_is_named_with_its_longest_text() {
        let long = "samen sterk voor uw gezin ".repeat(60);
        let picture = picture(&long);
        let print = overview(&picture).expect("has a place").smallest_print;
        assert!(print < SMALLEST_PRINT, "{print}");
        let crowded = find(&picture, print).expect("can be drawn").expect("there are stages");
        assert_eq!(
            (crowded.stage.as_str(), crowded.part, crowded.length),
            ("vrijwillige-hulp", Part::LocalName, long.len())
        );
    }

    #[test]
    fn a_short_name_leaves_letters_that_can_be_read() {
        assert!(overview(&picture("jeugdteam")).expect("has a place").smallest_print >= SMALLEST_PRINT);
    }
}
