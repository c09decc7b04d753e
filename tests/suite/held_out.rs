//! Sentences that were written after the rules, to see whether they hold outside their own examples (`docs/checker.md`).

use std::fs;

use ouderwijzer::check::rules::{Family, family_of};
use ouderwijzer::diag::{Diagnostic, Severity};
use ouderwijzer::model::pathway::Frame;
use ouderwijzer::pipeline::check_letter;

use super::site::project;

/// Names of the rules that find pressure or untruth in a sentence; hard words and long sentences do not count.
fn found(text: &str, frame: Frame) -> Vec<&'static str> {
    let outcome = check_letter("brief.txt", text, Some(frame));
    let serious = |problem: &&Diagnostic| matches!(problem.severity, Severity::Error | Severity::Warning);
    let counted = outcome.problems.iter().filter(serious).filter(|problem| family_of(problem.rule) != Family::Leesbaar);
    counted.map(|problem| problem.rule).collect()
}

struct Score {
    missed: Vec<String>,
    flagged: Vec<String>,
    bad: usize,
    good: usize,
}

fn measure(name: &str) -> Score {
    let text = fs::read_to_string(project().join("tests/held-out").join(name)).expect("the set is there");
    let mut score = Score { missed: Vec::new(), flagged: Vec::new(), bad: 0, good: 0 };
    for line in text.lines() {
        if let Some(sentence) = line.strip_prefix("- ") {
            score.bad += 1;
            if found(sentence, Frame::Vrijwillig).is_empty() {
                score.missed.push(format!("missed: {sentence}"));
            }
        } else if let Some(sentence) = line.strip_prefix("+ ") {
            score.good += 1;
            let rules = found(sentence, Frame::Vrijwillig);
            if !rules.is_empty() {
                score.flagged.push(format!("flagged by {rules:?}: {sentence}"));
            }
        }
    }
    score
}

/// At most a tenth of the bad sentences is missed and at most a tenth of the good ones is flagged.
fn complaint(name: &str) -> Option<String> {
    let Score { missed, flagged, bad, good } = measure(name);
    assert!(bad >= 20 && good >= 20, "{name}: {bad} bad and {good} good sentences");
    let holds = missed.len() * 10 <= bad && flagged.len() * 10 <= good;
    let head = format!("{name}: {} of {bad} missed, {} of {good} flagged", missed.len(), flagged.len());
    (!holds).then(|| format!("{head}\n{}\n{}", missed.join("\n"), flagged.join("\n")))
}

#[test]
fn nine_of_ten_threats_of_every_set_are_found_and_good_sentences_are_left_alone() {
    let folder = fs::read_dir(project().join("tests/held-out")).expect("the folder is there");
    let names = folder.map(|entry| entry.expect("can be read").file_name().to_string_lossy().into_owned());
    let mut sets: Vec<String> = names.filter(|name| name.ends_with(".txt")).collect();
    sets.sort();
    assert!(sets.len() >= 4, "{sets:?}");
    let complaints: Vec<String> = sets.iter().filter_map(|name| complaint(name)).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n\n"));
}
