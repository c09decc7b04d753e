//! How well the scale of `klinkt-als-druk` does on labelled sentences that it did not learn from. For people: it prints, and freezes nothing.
//!
//! `cargo test --release --test suite -- --ignored --nocapture cross_validation`. The sentences are cut into runs of neighbours,
//! because neighbours are often a pair. A tenth of the runs is left out, the scale learns from the rest and weighs what was left out.

use std::collections::BTreeSet;

use ouderwijzer::check::language::{BlockKind, Excuse, Passage, Reading, Scale};
use ouderwijzer::check::rules::labelled_sentences;
use ouderwijzer::diag::SourceMap;
use ouderwijzer::model::pathway::Frame;
use ouderwijzer::model::prose::Places;

use super::held_out::{found, labelled, sets};

const FOLDS: usize = 10;

/// Neighbours that stay together.
const RUN: usize = 4;

/// What excuses a sentence in the rule too.
const EXCUSES: &[Excuse] = &[Excuse::Quoted, Excuse::Reported, Excuse::AfterMeasure];

struct Weighed {
    presses: bool,
    pressure: f64,
    /// Another rule found something.
    by_rule: bool,
    sentence: String,
}

#[test]
#[ignore = "prints what the scale does on sentences that it did not learn from"]
#[expect(clippy::print_stdout, reason = "numbers for people, on request")]
fn cross_validation_of_the_labelled_sentences() {
    let known = labelled_sentences();
    let fold = |number: usize| (number / RUN * 7) % FOLDS;
    let mut left_out = Vec::new();
    for this in 0..FOLDS {
        let (out, rest): (Vec<_>, Vec<_>) = known.iter().enumerate().partition(|(number, _)| fold(*number) == this);
        let scale = Scale::learn(&rest.into_iter().map(|(_, one)| *one).collect::<Vec<_>>());
        left_out.extend(out.into_iter().map(|(_, (presses, sentence))| weigh(&scale, *presses, sentence)));
    }
    println!("{} labelled sentences, {FOLDS} folds", left_out.len());
    print(&left_out);
    let scale = Scale::learn(&known);
    for (name, set) in sets() {
        println!("{name}");
        print(&labelled(&set).into_iter().map(|one| weigh(&scale, one.presses, one.sentence)).collect::<Vec<_>>());
    }
    for one in left_out.iter().filter(|one| one.presses != (one.by_rule || one.pressure > 0.0)) {
        println!("{} {:.2} {}", if one.presses { '-' } else { '+' }, one.pressure, one.sentence);
    }
}

fn weigh(scale: &Scale, presses: bool, sentence: &str) -> Weighed {
    let file = SourceMap::default().add("zin.txt".into(), sentence.into());
    let passage = Passage {
        text: sentence.to_owned(),
        places: Places::straight(file, 0, sentence.len()),
        frame: None,
        kind: BlockKind::Paragraph,
        facts: BTreeSet::new(),
        glossary: Vec::new(),
    };
    let reading = Reading::new(&passage);
    let counts = |at: &usize| reading.can_be_weighed(*at) && !reading.is_excused(&reading.sentence(*at), EXCUSES);
    let pressures = (0..reading.len()).filter(counts).map(|at| reading.weigh(at, scale).pressure);
    let pressure = pressures.fold(f64::NEG_INFINITY, f64::max);
    let by_rule = found(sentence, Frame::Vrijwillig).iter().any(|rule| *rule != "klinkt-als-druk");
    Weighed { presses, pressure, by_rule, sentence: sentence.to_owned() }
}

#[expect(clippy::print_stdout, reason = "numbers for people, on request")]
fn print(all: &[Weighed]) {
    for limit in [-0.2, -0.1, -0.05, 0.0, 0.05, 0.1, 0.2] {
        let share = |presses: bool| {
            let of_kind: Vec<&Weighed> = all.iter().filter(|one| one.presses == presses).collect();
            let hits = of_kind.iter().filter(|one| one.by_rule || one.pressure > limit).count();
            format!("{hits} of {}", of_kind.len())
        };
        println!("  limit {limit:5.2}: {} found, {} flagged", share(true), share(false));
    }
}
