//! `klinkt-als-druk` (L-01 … L-48): a sentence that resembles sentences that press, though no other rule knows its form.

use std::ops::Range;
use std::sync::LazyLock;

use super::OF_LANGUAGE;
use super::rule::{Look, Rule};
use crate::check::language::{Excuse, Hit, Reading, Scale};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: "klinkt-als-druk", page: include_str!("klinkt_als_druk.md"), look: Look::Rest(look) };

/// From here on a sentence is shown. Lower finds more pressure and disturbs more innocent sentences; `docs/checker.md` has
/// the numbers of the held-out sets from which it was chosen.
const ENOUGH: f64 = 0.0;

/// A shorter sentence has too few traits to weigh.
const SHORTEST: usize = 4;

/// What can make pressing words innocent. Whether a duty is true because the sentence itself names the judge, the scale has learned:
/// `de rechter doet toch wat wij vragen` names one too.
const EXCUSES: &[Excuse] = &[Excuse::Quoted, Excuse::Reported, Excuse::AfterMeasure];

static LABELLED: &str = include_str!("../language/zinnen.txt");

/// Learned from all that is labelled.
static SCALE: LazyLock<Scale> = LazyLock::new(|| Scale::learn(&labelled_sentences()));

/// The sentences from which the scale learns, `true` for one that presses: first those of `zinnen.txt` in their order, then the
/// examples of all rules about neutral language.
pub fn labelled_sentences() -> Vec<(bool, &'static str)> {
    let of_file = LABELLED.lines().filter_map(|line| match line.split_at_checked(2)? {
        ("- ", text) => Some((true, text)),
        ("+ ", text) => Some((false, text)),
        _ => None,
    });
    let of_pages = OF_LANGUAGE.iter().filter(|rule| weighs_sentences(rule)).flat_map(|rule| {
        let pressing = rule.examples("Gevonden").into_iter().map(|text| (true, text));
        pressing.chain(rule.examples("Goed").into_iter().map(|text| (false, text)))
    });
    of_file.chain(of_pages).collect()
}

/// The examples of a rule about a whole document are not sentences that press.
fn weighs_sentences(rule: &Rule) -> bool {
    matches!(rule.look, Look::Block(_) | Look::Rest(_))
}

fn look(reading: &Reading<'_>, earlier: &[Range<usize>]) -> Vec<Hit> {
    (0..reading.len()).filter_map(|sentence| pressure(reading, sentence, earlier)).collect()
}

/// What the sentence says to the parent, when no other rule said it already.
fn pressure(reading: &Reading<'_>, sentence: usize, earlier: &[Range<usize>]) -> Option<Hit> {
    let place = reading.sentence(sentence);
    let range = reading.range(&place);
    let known = earlier.iter().any(|other| other.start < range.end && range.start < other.end);
    if known || place.words.len() < SHORTEST || !reading.can_be_weighed(sentence) || reading.is_excused(&place, EXCUSES) {
        return None;
    }
    let weight = reading.weigh(sentence, &SCALE);
    (weight.pressure > ENOUGH).then(|| {
        let words: Vec<String> = weight.words.iter().map(|word| format!("`{}`", reading.text(word))).collect();
        Hit {
            rule: RULE.name,
            range,
            message: format!("deze zin klinkt als druk, vooral door {}", words.join(" en ")),
            help: "zeg wat u voorstelt, dat een ouder nee mag zeggen, en wie er beslist".to_owned(),
        }
    })
}
