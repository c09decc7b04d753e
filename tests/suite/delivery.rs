//! A site handed over in other ways: compressed, in parts, as a list of what to upload.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;

use camino::{Utf8Path, Utf8PathBuf};

use super::incremental::{another_municipality, local_value};
use super::process::{Tree, build, finish, succeed};
use super::site::Site;

fn with(site: &Site, output: &str, arguments: &[&str]) -> std::process::Command {
    let mut command = build(&site.path(), &site.path().join(output));
    command.args(arguments);
    command
}

fn unpacked(path: &str, bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    match path.ends_with(".gz") {
        true => flate2::read::GzDecoder::new(bytes).read_to_end(&mut text),
        false => brotli::Decompressor::new(bytes, 4096).read_to_end(&mut text),
    }
    .unwrap_or_else(|error| panic!("{path}: {error}"));
    text
}

/// Compressed files by path.
fn small(files: &BTreeMap<String, Vec<u8>>) -> Vec<&String> {
    files.keys().filter(|path| path.ends_with(".gz") || path.ends_with(".br")).collect()
}

#[test]
fn every_text_has_two_small_forms_that_unpack_to_the_same_bytes() {
    let site = Site::basis();
    succeed(&mut with(&site, "klein", &["--gecomprimeerd"]));
    succeed(&mut with(&site, "gewoon", &[]));
    let (compressed, plain) = (site.published("klein"), site.published("gewoon"));
    for path in small(&compressed) {
        let text = &path[..path.len() - 3];
        assert_eq!(unpacked(path, &compressed[path]), plain[text], "{path}");
    }
    let is_letters = |path: &String| path.ends_with(".woff2");
    assert!(plain.keys().any(is_letters), "letters are small already, and stay as they are");
    let texts = plain.keys().filter(|path| !path.starts_with("server/") && !is_letters(path));
    for path in texts.clone() {
        assert!(compressed.contains_key(&format!("{path}.gz")) && compressed.contains_key(&format!("{path}.br")), "{path}");
    }
    assert_eq!(compressed.len(), plain.len() + 2 * texts.count());
}

#[test]
fn small_forms_follow_what_changes_and_go_when_nobody_asks_for_them() {
    let site = Site::basis();
    another_municipality(&site, 1);
    succeed(&mut with(&site, "public", &["--gecomprimeerd"]));
    let before = site.published("public");
    local_value(&site, 7);
    fs::remove_file(site.path().join("public/urk/index.html.br")).expect("was there");
    succeed(&mut with(&site, "public", &["--gecomprimeerd"]));
    succeed(&mut with(&site, "schoon", &["--gecomprimeerd"]));
    let after = site.published("public");
    assert_ne!(before, after);
    assert_eq!(after.keys().collect::<Vec<_>>(), site.published("schoon").keys().collect::<Vec<_>>());
    assert!(after == site.published("schoon"), "the same bytes as a build from nothing");
    succeed(&mut with(&site, "public", &[]));
    assert_eq!(small(&site.published("public")), Vec::<&String>::new());
}

#[test]
fn parts_together_are_the_bytes_of_a_single_build() {
    let site = Site::basis();
    another_municipality(&site, 1);
    succeed(&mut with(&site, "heel", &[]));
    for part in 1..=3 {
        succeed(&mut with(&site, &format!("deel-{part}"), &["--deel", &format!("{part}/3")]));
    }
    let folders = ["deel-1", "deel-2", "deel-3"].map(|name| site.path().join(name));
    let own = |folder: &Utf8PathBuf| Tree::read(folder).files.keys().filter(|path| path.starts_with("urk/")).count();
    assert_eq!(folders.iter().filter(|folder| own(folder) > 0).count(), 1, "a municipality is in one part");
    assert_eq!(merge(&site, &folders).0, Some(0));
    let differences = Tree::read(&site.path().join("samen")).differences(&Tree::read(&site.path().join("heel")));
    assert_eq!(differences, Vec::<String>::new());
}

/// Exit code and messages of `samenvoegen`.
fn merge(site: &Site, folders: &[Utf8PathBuf]) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_ouderwijzer"));
    command.arg("samenvoegen").args(folders).args(["--output", site.path().join("samen").as_str()]);
    let answer = finish(command.stdout(std::process::Stdio::null()));
    (answer.code, answer.err)
}

#[test]
fn a_part_that_is_missing_or_of_other_input_is_refused_and_nothing_is_written() {
    let site = Site::basis();
    another_municipality(&site, 1);
    for part in 1..=2 {
        succeed(&mut with(&site, &format!("deel-{part}"), &["--deel", &format!("{part}/2")]));
    }
    let [one, two] = ["deel-1", "deel-2"].map(|name| site.path().join(name));
    let (code, message) = merge(&site, std::slice::from_ref(&one));
    assert_eq!(code, Some(2));
    assert!(message.starts_with("fout: er ontbreekt een deel: "), "{message}");
    local_value(&site, 7);
    succeed(&mut with(&site, "deel-2", &["--deel", "2/2"]));
    let (code, message) = merge(&site, &[one, two.clone()]);
    assert_eq!(code, Some(2));
    let expected =
        format!("` is in `{two}` anders dan in een eerder deel: bouw alle delen van dezelfde bestanden en dezelfde dag\n");
    assert!(message.ends_with(&expected), "{message}");
    assert!(!site.path().join("samen").exists());
}

#[test]
fn what_is_no_part_is_refused_with_an_example() {
    let site = Site::basis();
    let answer = finish(&mut with(&site, "public", &["--deel", "5/4"]));
    assert_eq!(answer.code, Some(2));
    assert_eq!(answer.err, "fout: `5/4` is geen deel; schrijf bijvoorbeeld 2/4: deel 2 van 4\n");
}

fn lines(path: &Utf8Path) -> Vec<String> {
    fs::read_to_string(path).expect("a list").lines().map(str::to_owned).collect()
}

#[test]
fn an_upload_gets_a_list_of_what_changed_and_what_is_gone_since_an_earlier_run() {
    let site = Site::basis();
    another_municipality(&site, 1);
    succeed(&mut with(&site, "public", &[]));
    let list = site.path().join("eerder.txt");
    fs::copy(site.path().join(".public-ouderwijzer/bestanden.txt"), &list).expect("copied");
    let before = site.published("public");
    local_value(&site, 7);
    super::incremental::style(&site, 3);
    succeed(&mut with(&site, "public", &["--sinds", list.as_str()]));
    let after = site.published("public");
    let changed = lines(&site.path().join("public-veranderd.txt"));
    let mut sorted = changed.clone();
    sorted.sort();
    let expected: Vec<String> = after.keys().filter(|path| before.get(*path) != after.get(*path)).cloned().collect();
    assert_eq!(sorted, expected);
    let first_page = changed.iter().position(|path| path.ends_with(".html")).expect("pages changed");
    assert!(changed[first_page..].iter().all(|path| path.ends_with(".html")), "what pages need comes first: {changed:?}");
    let gone = lines(&site.path().join("public-weg.txt"));
    assert!(!gone.is_empty() && gone.iter().all(|path| before.contains_key(path) && !after.contains_key(path)), "{gone:?}");
}

#[test]
fn a_file_that_is_no_list_is_refused_as_one() {
    let site = Site::basis();
    site.write("leeg.txt", "");
    let list = site.path().join("leeg.txt");
    let answer = finish(&mut with(&site, "public", &["--sinds", list.as_str()]));
    assert_eq!(answer.code, Some(2));
    let expected = format!("fout: `{list}` is geen lijst van een eerdere keer: gebruik een kopie van `bestanden.txt`\n");
    assert_eq!(answer.err, expected);
}
