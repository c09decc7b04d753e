//! `fmt` as people use it: what it changes, what it leaves, what it says.

use std::fs;

use assert_cmd::Command;
use camino::Utf8Path;
use ouderwijzer::pipeline;

use super::site::{Site, project};

const UNTIDY: &str = "\
# Leiden
duur: # hoe lang
  bron: [P]
  streef: 3 maanden
gemeente: {code: GM0546, naam: Leiden}
";

const TIDY: &str = "\
# Leiden
gemeente: { naam: Leiden, code: GM0546 }
duur: # hoe lang
  streef: 3 maanden
  bron: [P]
";

fn site(text: &str) -> Site {
    let site = Site::basis();
    for old in fs::read_dir(site.path().join("municipalities")).expect("a folder").filter_map(Result::ok) {
        if old.path().is_file() {
            fs::remove_file(old.path()).expect("removed");
        }
    }
    site.write("municipalities/leiden.yaml", text);
    site
}

fn run(site: &Utf8Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::cargo_bin("ouderwijzer").expect("built");
    let output = command.current_dir(site).args(arguments).output().expect("ran");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

fn leiden(site: &Site) -> String {
    fs::read_to_string(site.path().join("municipalities/leiden.yaml")).expect("there")
}

#[test]
fn all_our_own_files_are_tidy() {
    let tidied = pipeline::tidy(project(), &[], false).expect("readable");
    assert!(tidied.problems.is_empty(), "{:?}", tidied.problems);
    assert_eq!(tidied.untidy, Vec::<camino::Utf8PathBuf>::new(), "`ouderwijzer fmt` makes them tidy");
    assert!(tidied.tidy > 50, "only {} files", tidied.tidy);
}

#[test]
fn a_file_gets_the_standard_order_and_keeps_its_remarks() {
    let site = site(UNTIDY);
    let (code, shown, said) = run(&site.path(), &["netjes", "municipalities/leiden.yaml"]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert_eq!(shown, "municipalities/leiden.yaml\n1 bestand netjes gemaakt, 0 al netjes.\n");
    assert_eq!(leiden(&site), TIDY);
    let again = run(&site.path(), &["fmt", "municipalities/leiden.yaml"]);
    assert_eq!(again.1, "1 bestand nagekeken: alles is netjes.\n");
}

#[test]
fn a_look_changes_nothing() {
    let site = site(UNTIDY);
    let (code, shown, _) = run(&site.path(), &["fmt", "--check", "municipalities/leiden.yaml"]);
    assert_eq!(code, 1);
    assert_eq!(shown, "municipalities/leiden.yaml\nNiet netjes: 1 bestand. Maak dat in orde met `ouderwijzer netjes`.\n");
    assert_eq!(leiden(&site), UNTIDY);
}

#[test]
fn a_file_with_a_mistake_stays_as_it_is_and_the_mistake_is_shown() {
    let wrong = UNTIDY.replace("streef", "steef");
    let site = site(&wrong);
    let (code, _, said) = run(&site.path(), &["fmt"]);
    assert_eq!(code, 1);
    assert!(said.contains("fout[onbekende-sleutel]: de sleutel `steef` bestaat niet in `duur`"), "{said}");
    assert!(said.contains("hulp: verander `steef` in `streef`"), "{said}");
    assert_eq!(leiden(&site), wrong);
}

#[test]
fn a_file_may_be_named_by_its_municipality_alone() {
    let site = site(UNTIDY);
    let (code, shown, said) = run(&site.path(), &["netjes", "Leiden"]);
    assert_eq!((code, said.as_str()), (0, ""));
    assert_eq!(shown, "municipalities/leiden.yaml\n1 bestand netjes gemaakt, 0 al netjes.\n");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let site = site(TIDY);
    let (code, _, said) = run(&site.path(), &["fmt", "municipalities/leden.yaml"]);
    assert_eq!((code, said.as_str()), (2, "fout: het bestand `municipalities/leden.yaml` bestaat niet\n"));
}
