//! The command line as a person uses it: Dutch words and exit codes.

use assert_cmd::Command;

use super::site::Site;

fn ouderwijzer(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("ouderwijzer").expect("built").args(arguments).output().expect("run");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("not killed"), text(output.stdout), text(output.stderr))
}

#[test]
fn without_a_command_it_explains_and_does_nothing() {
    let (code, out, _) = ouderwijzer(&[]);
    assert_eq!(code, 0);
    assert!(out.contains("ouderwijzer build --gemeente leiden"), "{out}");
}

#[test]
fn help_is_dutch() {
    let (code, out, _) = ouderwijzer(&["--help"]);
    assert_eq!(code, 0);
    assert!(out.contains("Zo gebruikt u het:") && !out.contains("Usage"), "{out}");
}

#[test]
fn a_misspelled_option_is_answered_in_dutch_with_the_right_one() {
    let (code, _, err) = ouderwijzer(&["build", "--gemeent", "leiden"]);
    assert_eq!(code, 2);
    assert_eq!(err, "fout: `--gemeent` is geen bekende optie\nhulp: bedoelt u `--gemeente`?\n");
}

#[test]
fn a_folder_that_is_no_site_is_a_failure() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().to_string_lossy().into_owned();
    let (code, _, err) = ouderwijzer(&["check", "--map", &path]);
    assert_eq!(code, 2);
    assert!(err.contains("dit is geen map van een site"), "{err}");
}

#[test]
fn findings_give_exit_code_one_and_a_clean_site_zero() {
    let site = Site::basis();
    let path = site.path();
    assert_eq!(ouderwijzer(&["controleer", "--map", path.as_str(), "--datum", "2026-11-22"]).0, 0);
    site.replace("municipalities/leiden.yaml", "maximum", "maximun");
    let (code, out, err) = ouderwijzer(&["check", "--map", path.as_str(), "--datum", "2026-11-22"]);
    assert_eq!(code, 1);
    assert!(out.contains("1 fout"), "{out}");
    assert!(err.contains("bedoelt u `maximum`?"), "{err}");
}

#[test]
fn an_unknown_municipality_is_answered_with_the_nearest() {
    let site = Site::basis();
    let (code, _, err) = ouderwijzer(&["check", "--map", site.path().as_str(), "--gemeente", "leide"]);
    assert_eq!(code, 1);
    assert!(err.contains("er is geen gemeente `leide`") && err.contains("bedoelt u `leiden`?"), "{err}");
}

#[test]
fn a_build_says_what_it_did_and_where_to_look() {
    let site = Site::basis();
    let out_dir = site.path().join("uit");
    let (code, out, _) =
        ouderwijzer(&["bouw", "--map", site.path().as_str(), "--output", out_dir.as_str(), "--datum", "2026-11-22"]);
    assert_eq!(code, 0);
    assert!(out.contains("1 gemeente en") && out.contains("Bekijk"), "{out}");
    assert!(out_dir.join("leiden/index.html").exists());
}
