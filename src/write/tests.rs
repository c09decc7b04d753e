//! Publishing, run by run, in a folder of its own.

use super::{Publisher, Scope};
use crate::output::OutputFile;

fn run(dir: &camino::Utf8Path, files: &[(&str, &str)]) -> super::Published {
    let publisher = Publisher::open(dir).expect("free");
    for (path, text) in files {
        publisher.stage(&OutputFile::text(*path, *text)).expect("staged");
    }
    publisher.publish(&Scope::default(), None).expect("published")
}

fn folder() -> (tempfile::TempDir, camino::Utf8PathBuf) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = camino::Utf8PathBuf::from_path_buf(dir.path().join("public")).expect("UTF-8");
    (dir, path)
}

#[test]
fn a_second_run_touches_only_what_changed() {
    let (_guard, out) = folder();
    run(&out, &[("a/index.html", "one"), ("b/index.html", "two")]);
    let second = run(&out, &[("a/index.html", "one"), ("b/index.html", "2")]);
    assert_eq!((second.written, second.unchanged, second.removed), (1, 1, 0));
}

#[test]
fn files_that_we_did_not_make_are_never_removed() {
    let (_guard, out) = folder();
    run(&out, &[("a/index.html", "one")]);
    std::fs::write(out.join("a/own.txt"), "foreign").expect("written");
    let second = run(&out, &[("b/index.html", "two")]);
    assert_eq!(second.removed, 1);
    assert!(out.join("a/own.txt").exists());
    assert!(!out.join("a/index.html").exists());
}

#[test]
fn a_run_that_was_stopped_halfway_is_put_right_by_the_next() {
    let (_guard, out) = folder();
    run(&out, &[("a/index.html", "one")]);
    std::fs::write(out.join("a/index.html"), "eno").expect("written");
    std::fs::write(out.with_file_name(".public-ouderwijzer").join("onaf"), "").expect("written");
    let next = run(&out, &[("a/index.html", "one")]);
    assert_eq!(next.written, 1);
    assert_eq!(std::fs::read_to_string(out.join("a/index.html")).expect("there"), "one");
}

#[test]
fn two_runs_at_once_are_refused() {
    let (_guard, out) = folder();
    let first = Publisher::open(&out).expect("free");
    let second = Publisher::open(&out).err().map(|error| error.to_string()).unwrap_or_default();
    assert!(second.contains("er is al een opdracht bezig"), "{second}");
    drop(first);
}

#[test]
fn a_part_of_the_country_leaves_the_rest_alone() {
    let (_guard, out) = folder();
    run(&out, &[("leiden/index.html", "l"), ("urk/index.html", "u")]);
    let publisher = Publisher::open(&out).expect("free");
    publisher.stage(&OutputFile::text("leiden/index.html", "new")).expect("staged");
    let scope = Scope { municipalities: vec!["leiden".into()], some_languages: false };
    let published = publisher.publish(&scope, None).expect("published");
    assert_eq!((published.written, published.removed), (1, 0));
    assert!(out.join("urk/index.html").exists());
    let again = run(&out, &[("leiden/index.html", "new"), ("urk/index.html", "u")]);
    assert_eq!((again.written, again.unchanged), (0, 2));
}
