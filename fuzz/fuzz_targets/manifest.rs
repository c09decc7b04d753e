//! Manifest reader: the list of files of the last run is anything, and so is the note of a stopped run. Nothing outside the
//! output folder is read or removed, and a run on top of it gives the same files as ever.
#![no_main]

use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use libfuzzer_sys::fuzz_target;
use ouderwijzer::output::OutputFile;
use ouderwijzer::write::{Publisher, Scope, since};

const PAGE: &str = "leiden/index.html";

fuzz_target!(|input: &[u8]| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let folder = Utf8Path::from_path(folder.path()).expect("UTF-8");
    let output = folder.join("public");
    let foreign = [folder.join("buiten.txt"), output.join("leiden/van-een-ander-7f3a.txt")];
    prepare(folder, &output, &foreign, input);
    let publisher = Publisher::open(&output).expect("nobody else is busy");
    for path in publisher.published_files() {
        let is_inside = path.split('/').all(|part| !matches!(part, "" | "." | ".."));
        assert!(is_inside, "`{path}` is taken for one of our files");
    }
    publisher.stage(&OutputFile::text(PAGE, "nieuw")).expect("staged");
    publisher.publish(&Scope::default(), None).expect("published");
    assert_eq!(fs::read_to_string(output.join(PAGE)).expect("published"), "nieuw");
    foreign.iter().for_each(|path| assert!(path.exists(), "`{path}` is not ours to remove"));
    let _ = since(&output, &folder.join("eerder.txt"));
});

/// An output folder as an earlier run left it. What follows the first NUL is the note of a stopped run.
fn prepare(folder: &Utf8Path, output: &Utf8Path, foreign: &[Utf8PathBuf], input: &[u8]) {
    let beside = folder.join(".public-ouderwijzer");
    for place in [&beside, &output.join("leiden")] {
        fs::create_dir_all(place).expect("made");
    }
    foreign.iter().for_each(|path| fs::write(path, "van een ander").expect("written"));
    fs::write(output.join(PAGE), "oud").expect("written");
    let (list, stopped) = match input.iter().position(|byte| *byte == 0) {
        Some(at) => (&input[..at], Some(&input[at + 1..])),
        None => (input, None),
    };
    fs::write(beside.join("bestanden.txt"), list).expect("written");
    fs::write(folder.join("eerder.txt"), list).expect("written");
    if let Some(stopped) = stopped {
        fs::write(beside.join("onaf"), stopped).expect("written");
    }
}
