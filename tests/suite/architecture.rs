//! The drawing of the house: which room may use which. Plain `use crate::…` lines are what this test reads.

use std::collections::BTreeMap;
use std::fs;

use super::site::{files, project};

/// Rooms, and the rooms that each may use besides itself. The ground floor may be used by all.
const ALLOWED: &[(&str, &[&str])] = &[
    ("day", &[]),
    ("diag", &[]),
    ("lang", &[]),
    ("letter", &[]),
    ("output", &[]),
    ("settings", &["lang"]),
    ("sources", &["day", "diag", "lang"]),
    ("schema", &["lang", "sources"]),
    ("edit", &["schema", "sources"]),
    ("sheet", &["day", "diag", "edit", "schema", "sources"]),
    ("model", &["diag", "lang", "sources"]),
    ("plan", &["diag", "lang", "model"]),
    ("coverage", &["model"]),
    ("render", &["coverage", "lang", "output", "model", "plan"]),
    ("write", &["output"]),
    ("check", &["diag", "lang", "output", "model", "plan"]),
    ("outside", &["diag"]),
    ("report", &["diag"]),
    ("new", &["diag", "lang", "output", "schema", "sources"]),
    ("serve", &["diag", "pipeline", "settings"]),
    (
        "pipeline",
        &[
            "check", "coverage", "diag", "edit", "lang", "model", "output", "plan", "render", "schema", "settings", "sheet",
            "sources", "write",
        ],
    ),
];

#[test]
fn nobody_walks_back_through_the_house() {
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    let mut wrong = Vec::new();
    for path in files("src", ".rs") {
        let inside = path.strip_prefix(project().join("src")).expect("in src").to_string_lossy().into_owned();
        let room = inside.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        if matches!(room.as_str(), "lib" | "main" | "cli") {
            continue;
        }
        let may = allowed.get(room.as_str()).unwrap_or_else(|| panic!("room `{room}` is not in the drawing"));
        let text = fs::read_to_string(&path).expect("readable");
        for other in rooms_used(&text) {
            if other != room && !may.contains(&other.as_str()) {
                wrong.push(format!("{inside} uses `{other}`, and `{room}` may use only {may:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Names behind `crate::`, wherever they stand in the code.
fn rooms_used(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.match_indices("crate::")
        .filter(|(at, _)| !code[..*at].ends_with('$'))
        .map(|(at, found)| {
            code[at + found.len()..].chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
        })
        .collect()
}

#[test]
fn imports_are_plain_so_that_the_drawing_can_be_read() {
    let mut wrong = Vec::new();
    for path in files("src", ".rs") {
        let text = fs::read_to_string(&path).expect("readable");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let line = line.trim();
            if line.starts_with("use ") && (line.contains("::*") || line.contains("super::super")) {
                wrong.push(format!("{}:{}: {line}", path.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_sources_reads_only_write_writes_and_only_the_command_line_prints() {
    let rules = [
        ("std::fs", &["sources/", "write", "cli"][..]),
        ("println!", &["cli"][..]),
        ("std::env", &["cli"][..]),
        ("::now()", &["cli"][..]),
    ];
    let mut wrong = Vec::new();
    for path in files("src", ".rs") {
        let inside = path.strip_prefix(project().join("src")).expect("in src").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("readable");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (word, rooms) in rules {
            if code.contains(word) && !rooms.iter().any(|room| inside.starts_with(room)) {
                wrong.push(format!("{inside} has `{word}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_in_its_first_line_what_it_is_for() {
    let silent: Vec<String> = files("src", ".rs")
        .into_iter()
        .filter(|path| !fs::read_to_string(path).expect("readable").starts_with("//! "))
        .map(|path| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
