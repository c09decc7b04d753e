//! Rules about truth: every example of their pages, whole messages, and what goes wrong when a source or a day falls away.

use std::collections::BTreeSet;

use ouderwijzer::check::handbook::{HANDBOOK, fenced_examples};
use ouderwijzer::check::rules::{Family, Rule};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::site::Site;

/// Names of the rules that find something in the small site with the files of an example.
fn found(example: &str) -> BTreeSet<&'static str> {
    let site = Site::basis();
    for (path, text) in files(example) {
        site.write(&path, text);
    }
    let outcome = site.check_texts();
    outcome.problems.iter().map(|problem| problem.rule).collect()
}

/// An example holds one file or more, each behind a line with its path.
fn files(example: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in example.lines() {
        let path = line.trim_start_matches("# ").trim_start_matches("<!-- ").trim_end_matches(" -->");
        let is_path = path != line && (path.starts_with("content/") || path.starts_with("municipalities/"));
        match files.last_mut() {
            _ if is_path => files.push((path.to_owned(), String::new())),
            Some((_, text)) => {
                text.push_str(line);
                text.push('\n');
            }
            None => panic!("an example begins with the path of a file: {example}"),
        }
    }
    files
}

#[test]
fn every_example_of_the_pages_about_truth_does_what_the_page_says() {
    let rules = HANDBOOK.iter().filter(|rule| rule.family() == Family::Waar);
    let of_rule = |rule: &'static Rule| {
        let headings = [("Gevonden", true), ("Goed", false)].into_iter();
        headings.flat_map(move |(heading, expected)| {
            fenced_examples(rule.page, heading).into_iter().map(move |text| (rule.name, expected, text))
        })
    };
    let examples: Vec<(&str, bool, String)> = rules.flat_map(of_rule).collect();
    assert!(examples.len() >= 60, "only {} examples", examples.len());
    let wrong: Vec<String> = examples
        .par_iter()
        .filter(|(name, expected, text)| found(text).contains(name) != *expected)
        .map(|(name, expected, text)| format!("{name} ({}): {text}", if *expected { "Gevonden" } else { "Goed" }))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
