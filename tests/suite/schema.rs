//! The schemas as people get them: on the screen, and in the folder of a site.

use std::fs;

use assert_cmd::Command;
use serde_json::Value;

use super::site::{Site, project};

fn ouderwijzer(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("ouderwijzer").expect("built").args(arguments).output().expect("ran");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

#[test]
fn one_schema_goes_to_the_screen() {
    let (code, shown, said) = ouderwijzer(&["schema", "gemeente"]);
    assert_eq!((code, said.as_str()), (0, ""));
    let schema: Value = serde_json::from_str(&shown).expect("JSON");
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    assert_eq!(schema["title"], "Bestand van een gemeente");
    assert_eq!(schema["properties"]["duur"]["properties"]["streef"]["title"], "Gewone duur");
}

#[test]
fn all_schemas_of_a_site_lie_beside_it_and_know_its_names() {
    let site = Site::basis();
    let (code, said, _) = ouderwijzer(&["schema", "--map", site.path().as_str()]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(fs::read_dir(site.path().join("schema")).expect("made").count(), 19);
    let text = fs::read_to_string(site.path().join("schema/gemeente.schema.json")).expect("written");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let facts = &schema["properties"]["feiten"]["items"]["enum"];
    assert!(facts.as_array().is_some_and(|facts| facts.iter().any(|fact| fact == "C-01")), "{facts}");
}

#[test]
fn a_second_run_gives_the_same_bytes() {
    let arguments = ["schema", "stappen", "--map", project().as_str()];
    assert_eq!(ouderwijzer(&arguments), ouderwijzer(&arguments));
}

#[test]
fn a_kind_that_does_not_exist_is_answered_with_the_one_that_was_meant() {
    let (code, _, said) = ouderwijzer(&["schema", "gemente"]);
    assert_eq!((code, said.as_str()), (2, "fout: er is geen soort `gemente`; bedoelt u `gemeente`?\n"));
}

#[test]
fn with_a_mistake_in_a_shared_file_no_schema_is_written() {
    let site = Site::basis();
    site.write("content/feiten.yaml", "C-01: [\n");
    let (code, _, said) = ouderwijzer(&["schema", "--map", site.path().as_str()]);
    assert_eq!(code, 1);
    assert!(said.contains("content/feiten.yaml:1"), "{said}");
    assert!(!site.path().join("schema").exists());
}
