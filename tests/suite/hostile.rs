//! Whatever stands in the input files: a build answers, never panics, and writes nowhere but in its own folders.

use std::fs;

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};

use super::process::Tree;
use super::site::Site;

/// What is done to a file, at a place between its begin (0) and its end (65535).
#[derive(Clone, Debug)]
enum Damage {
    Insert(String),
    Byte(u8),
    Cut(u8),
    Repeat(u8),
}

/// Pieces of which the readers of YAML, Markdown, front matter, marks and lists of files make something.
const PIECES: &[&str] = &[
    "---\n",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "|\n",
    ">\n",
    "&a ",
    "*a",
    "<<: *a\n",
    "!!binary ",
    "? ",
    "#",
    "\t",
    "\r",
    "{{",
    "}}",
    "{C-01}",
    "{{ ruimte: gesprek }}",
    "](",
    "![",
    "<script>",
    "</div>",
    "&#0;",
    "```\n",
    "> ",
    "| a |\n",
    "====\n",
    "\u{202e}",
    "\u{e001}",
    "\u{e002}",
    "\u{0}",
    "../",
    "%",
    "\u{fffd}",
    "0x",
    "1e999",
    "-0",
    "~",
    "null",
    "2026-02-30",
];

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        prop::sample::select(PIECES).prop_map(|piece| Damage::Insert(piece.to_owned())),
        "\\PC{0,12}".prop_map(Damage::Insert),
        Just(Damage::Insert("[".repeat(5_000))),
        any::<u8>().prop_map(Damage::Byte),
        any::<u8>().prop_map(Damage::Cut),
        any::<u8>().prop_map(Damage::Repeat),
    ]
}

fn damaged(mut bytes: Vec<u8>, at: u16, damage: &Damage) -> Vec<u8> {
    let at = bytes.len() * usize::from(at) / usize::from(u16::MAX);
    let until = |length: &u8, bytes: &Vec<u8>| (at + usize::from(*length)).min(bytes.len());
    match damage {
        Damage::Insert(text) => drop(bytes.splice(at..at, text.bytes())),
        Damage::Byte(byte) => bytes.insert(at, *byte),
        Damage::Cut(length) => drop(bytes.drain(at..until(length, &bytes))),
        Damage::Repeat(length) => {
            let again = bytes[at..until(length, &bytes)].repeat(3);
            drop(bytes.splice(at..at, again));
        }
    }
    bytes
}

/// Paths of the files that a build reads, sorted, and the list that an earlier build left.
fn inputs(site: &Site) -> Vec<String> {
    let tree = Tree::read(&site.path());
    let read = |path: &&String| {
        path.starts_with("content/") || path.starts_with("municipalities/") || path.ends_with("bestanden.txt")
    };
    tree.files.keys().filter(read).cloned().collect()
}

/// Everything that a build may not touch.
fn foreign(site: &Site) -> Tree {
    let mut tree = Tree::read(&site.path());
    let is_own = |path: &String| path.starts_with("public") || path.starts_with(".public-ouderwijzer");
    tree.files.retain(|path, _| !is_own(path));
    tree.folders.retain(|path| !is_own(path));
    tree
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damage_anywhere_in_the_input_is_answered_and_nothing_else_is_touched(
        hits in prop::collection::vec((any::<u16>(), any::<u16>(), damage()), 1..6)
    ) {
        let site = Site::basis();
        site.build();
        let files = inputs(&site);
        assert!(files.len() > 15, "{files:?}");
        for (file, at, damage) in &hits {
            let path = site.path().join(&files[usize::from(*file) % files.len()]);
            fs::write(&path, damaged(fs::read(&path).expect("readable"), *at, damage)).expect("written");
        }
        let before = foreign(&site);
        let outcome = site.build();
        assert_eq!(outcome.published.is_none(), outcome.problems.has_errors(), "{hits:?}");
        assert_eq!(foreign(&site).differences(&before), Vec::<String>::new(), "{hits:?}");
    }
}
