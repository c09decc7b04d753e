//! The README names the two commands, and they are the ones that work.

use std::fs;

use super::site::project;

#[test]
fn the_first_two_commands_build_and_test() {
    let readme = fs::read_to_string(project().join("README.md")).expect("readable");
    let build = readme.find("cargo run --release -- build").expect("the first command builds everything");
    let test = readme.find("bash tests/run").expect("the second command tests everything");
    assert!(build < test, "building comes first");
}

#[test]
fn the_gate_of_the_project_is_the_second_command_and_nothing_else() {
    let gate = fs::read_to_string(project().join(".ci/run")).expect("readable");
    assert!(gate.contains("bash tests/run"), "{gate}");
    assert!(gate.lines().count() <= 5, "{gate}");
}

/// The gate says in words when it ran with another Rust than this one (`tests/run`).
#[test]
fn the_oldest_rust_that_is_promised_is_the_same_everywhere() {
    let read = |path: &str| fs::read_to_string(project().join(path)).expect("readable");
    let manifest = read("Cargo.toml");
    let promised =
        manifest.lines().find_map(|line| line.strip_prefix("rust-version = ")).expect("a promise").trim_matches('"');
    assert!(read("README.md").contains(&format!("With Rust {promised} or newer")), "README.md");
    let publishing = read("docs/publishing.md");
    let images: Vec<&str> = publishing.lines().filter_map(|line| line.trim().strip_prefix("image: rust:")).collect();
    assert!(!images.is_empty() && images.iter().all(|image| *image == promised), "docs/publishing.md: {images:?}");
}
