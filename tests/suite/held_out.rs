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
fn holds(name: &str) {
    let Score { missed, flagged, bad, good } = measure(name);
    assert!(bad >= 20 && good >= 20, "{name}: {bad} bad and {good} good sentences");
    let report = format!("{name}\n{}\n{}", missed.join("\n"), flagged.join("\n"));
    assert!(missed.len() * 10 <= bad && flagged.len() * 10 <= good, "{report}");
}

#[test]
fn nine_of_ten_threats_of_the_first_set_are_found_and_good_sentences_are_left_alone() {
    holds("first.txt");
}

#[test]
fn nine_of_ten_threats_of_the_second_set_are_found_and_good_sentences_are_left_alone() {
    holds("second.txt");
}

#[test]
fn nine_of_ten_threats_of_the_third_set_are_found_and_good_sentences_are_left_alone() {
    holds("third.txt");
}

#[test]
fn nine_of_ten_threats_of_the_fourth_set_are_found_and_good_sentences_are_left_alone() {
    holds("fourth.txt");
}
