//! Sentences that were written after the rules, to see whether they hold outside their own examples (`docs/checker.md`).

use std::fs;

use ouderwijzer::check::rules::{Family, family_of};
use ouderwijzer::diag::{Diagnostic, Severity};
use ouderwijzer::model::pathway::Frame;
use ouderwijzer::pipeline::check_letter;

use super::site::project;

/// What finds pressure or untruth in a sentence; hard words and long sentences do not count.
pub(crate) fn findings(text: &str, frame: Frame) -> Vec<Diagnostic> {
    let serious = |problem: &Diagnostic| matches!(problem.severity, Severity::Error | Severity::Warning);
    let counts = |problem: &&Diagnostic| serious(problem) && family_of(problem.rule) != Family::Leesbaar;
    check_letter("brief.txt", text, Some(frame)).problems.iter().filter(counts).cloned().collect()
}

/// The names of these rules.
pub(crate) fn found(text: &str, frame: Frame) -> Vec<&'static str> {
    findings(text, frame).iter().map(|problem| problem.rule).collect()
}

/// A sentence of a set.
pub(crate) struct Labelled<'a> {
    pub(crate) presses: bool,
    /// The frame of the page on which it stands.
    pub(crate) frame: Frame,
    pub(crate) sentence: &'a str,
}

/// Labelled sentences of a file, in which `- ` begins one that presses and `+ ` one that does not. A frame in brackets
/// comes after that sign; without it the page is about voluntary help.
pub(crate) fn labelled(text: &str) -> Vec<Labelled<'_>> {
    let of_line = |line| match str::split_at_checked(line, 2) {
        Some(("- ", rest)) => Some((true, rest)),
        Some(("+ ", rest)) => Some((false, rest)),
        _ => None,
    };
    text.lines().filter_map(of_line).map(|(presses, rest)| with_frame(presses, rest)).collect()
}

fn with_frame(presses: bool, rest: &str) -> Labelled<'_> {
    let marked = |mark| rest.strip_prefix(mark);
    let (frame, sentence) = match (marked("[overgang] "), marked("[gedwongen] ")) {
        (Some(sentence), _) => (Frame::Overgang, sentence),
        (_, Some(sentence)) => (Frame::Gedwongen, sentence),
        _ => (Frame::Vrijwillig, rest),
    };
    Labelled { presses, frame, sentence }
}

/// The sets, each with the name of its file.
pub(crate) fn sets() -> Vec<(String, String)> {
    let folder = fs::read_dir(project().join("tests/held-out")).expect("the folder is there");
    let names = folder.map(|entry| entry.expect("can be read").file_name().to_string_lossy().into_owned());
    let mut sets: Vec<String> = names.filter(|name| name.ends_with(".txt")).collect();
    sets.sort();
    let read = |name: &String| fs::read_to_string(project().join("tests/held-out").join(name)).expect("the set is there");
    sets.into_iter().map(|name| (name.clone(), read(&name))).collect()
}

struct Score {
    missed: Vec<String>,
    flagged: Vec<String>,
    bad: usize,
    good: usize,
}

fn measure(set: &str) -> Score {
    let mut score = Score { missed: Vec::new(), flagged: Vec::new(), bad: 0, good: 0 };
    for Labelled { presses, frame, sentence } in labelled(set) {
        let rules = found(sentence, frame);
        if presses {
            score.bad += 1;
            score.missed.extend(rules.is_empty().then(|| format!("missed: {sentence}")));
        } else {
            score.good += 1;
            score.flagged.extend((!rules.is_empty()).then(|| format!("flagged by {rules:?}: {sentence}")));
        }
    }
    score
}

/// At most a tenth of the bad sentences is missed and at most a tenth of the good ones is flagged.
fn complaint((name, set): &(String, String)) -> Option<String> {
    let Score { missed, flagged, bad, good } = measure(set);
    assert!(bad >= 20 && good >= 20, "{name}: {bad} bad and {good} good sentences");
    let holds = missed.len() * 10 <= bad && flagged.len() * 10 <= good;
    let head = format!("{name}: {} of {bad} missed, {} of {good} flagged", missed.len(), flagged.len());
    (!holds).then(|| format!("{head}\n{}\n{}", missed.join("\n"), flagged.join("\n")))
}

#[test]
fn nine_of_ten_threats_of_every_set_are_found_and_good_sentences_are_left_alone() {
    let sets = sets();
    assert!(sets.len() >= 4, "{sets:?}");
    let complaints: Vec<String> = sets.iter().filter_map(complaint).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n\n"));
}
