//! A loop keeps the house tidy: what a person can name is complete.

use std::fs;

use serde_json::Value;

use super::site::{files, project};

fn folders(path: &str) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(project().join(path))
        .expect("listed")
        .filter_map(Result::ok)
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn every_component_has_a_description_examples_and_accessibility_criteria() {
    let names = folders("themes/standaard/components");
    assert!(names.len() > 20, "only {} components", names.len());
    for name in names {
        let path = project().join(format!("themes/standaard/components/{name}/{name}.yaml"));
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("`{path}` is missing"));
        let value: Value = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("`{path}`: {error}"));
        let has = |key: &str| value.get(key).is_some_and(|value| !value.is_null());
        assert!(has("description"), "`{path}` has no description");
        assert!(
            ["accessibility_criteria", "accessibility", "criteria"].iter().any(|key| has(key)),
            "`{path}` has no accessibility criteria"
        );
        assert!(has("examples"), "`{path}` has no examples");
    }
}

#[test]
fn styles_hide_no_focus_carry_no_words_and_ask_nobody_else() {
    for path in files("themes", ".css") {
        let css = fs::read_to_string(&path).expect("readable");
        for forbidden in [
            "outline:none",
            "outline: none",
            "outline:0",
            "@import",
            "url(",
            "margin-left",
            "padding-left",
            "!important; /*",
        ] {
            assert!(!css.contains(forbidden), "{} has `{forbidden}`", path.display());
        }
        for (at, _) in css.match_indices("content:") {
            let value = css[at + 8..].split([';', '}']).next().unwrap_or_default();
            let quoted: Vec<&str> = value.split(['"', '\'']).skip(1).step_by(2).collect();
            let has_letters = quoted.concat().chars().any(char::is_alphabetic);
            assert!(!has_letters, "{} says something in `content:{value}`", path.display());
        }
    }
}

#[test]
fn templates_hold_no_words_of_their_own() {
    for path in files("themes", ".html") {
        let template = fs::read_to_string(&path).expect("readable");
        let text = visible_text(&template);
        let words: Vec<&str> = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
        assert!(words.is_empty(), "{} says {words:?}", path.display());
    }
}

/// What is left of a template without tags, expressions and statements.
fn visible_text(template: &str) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['<', '{']) {
        text.push_str(&rest[..at]);
        let ends: &[(&str, &str)] = &[("{{", "}}"), ("{%", "%}"), ("{#", "#}"), ("<", ">")];
        let (open, close) = ends.iter().find(|(open, _)| rest[at..].starts_with(open)).copied().unwrap_or(("{", "{"));
        let after = &rest[at + open.len()..];
        rest = after.find(close).map_or("", |end| &after[end + close.len()..]);
    }
    text.push_str(rest);
    text
}

#[test]
fn no_unfinished_work_is_marked_in_the_tree() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("lorem ", "ipsum")];
    for folder in ["src", "content", "municipalities", "themes", "docs"] {
        for path in files(folder, "") {
            let Ok(text) = fs::read_to_string(&path) else { continue };
            for mark in marks {
                assert!(!text.contains(mark), "{} has `{mark}`", path.display());
            }
        }
    }
}

/// Otherwise every crate is compiled a second time, and another one is tested than the one that is used.
#[test]
fn the_crates_of_the_fuzz_targets_are_those_of_the_program() {
    let of = |path: &str| -> Vec<(String, String)> {
        let text = fs::read_to_string(project().join(path)).expect("readable");
        let value = |part: &str, key: &str| {
            let line = part.lines().find_map(|line| line.strip_prefix(&format!("{key} = "))).unwrap_or_default();
            line.trim_matches('"').to_owned()
        };
        text.split("[[package]]").skip(1).map(|part| (value(part, "name"), value(part, "version"))).collect()
    };
    let (program, fuzz) = (of("Cargo.lock"), of("fuzz/Cargo.lock"));
    assert!(fuzz.len() > 100, "only {} crates", fuzz.len());
    let own = ["arbitrary", "jobserver", "libfuzzer-sys", "ouderwijzer-fuzz"];
    let others: Vec<_> = fuzz.iter().filter(|one| !own.contains(&one.0.as_str()) && !program.contains(one)).collect();
    assert!(others.is_empty(), "`cp Cargo.lock fuzz/`, then `cargo metadata --manifest-path fuzz/Cargo.toml`: {others:?}");
}
