//! The floor under a build: writes as many bytes to as many files in the same folders, with two threads, and does nothing
//! else. No generator can be faster, so the ratio says what is left to gain: `cargo bench --bench floor`.
//!
//! Prints medians of five rounds in seconds; in each round the build and the floor follow each other, because a disk has
//! good and bad minutes. Nothing is removed between rounds: on ext4 files are made eight times slower after a removal.
//! It leaves 6 GB in a temporary folder, which goes at the end. With the folder of a built site behind it
//! (`cargo bench --bench floor -- public`) it measures only the floor under that site, once.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench writes files, reads the clock, and tells what it measured"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

const ROUNDS: usize = 5;
const THREADS: usize = 2;

fn main() {
    let work = tempfile::tempdir().expect("a temporary folder");
    if let Some(site) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) {
        let files = files_below(Path::new(&site));
        return println!("{} files: floor {:.2} s", files.len(), seconds(|| write_all(&work.path().join("vloer"), &files)));
    }
    let (mut builds, mut floors) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let site = work.path().join(format!("bouw-{round}"));
        builds.push(seconds(|| build(&site)));
        let files = files_below(&site);
        let bytes: usize = files.iter().map(|(_, length)| length).sum();
        floors.push(seconds(|| write_all(&work.path().join(format!("vloer-{round}")), &files)));
        println!(
            "{} files, {} MB: build {:.2} s, floor {:.2} s",
            files.len(),
            bytes / 1_000_000,
            builds[round],
            floors[round]
        );
    }
    let (build, floor) = (median(&mut builds), median(&mut floors));
    println!("median   build {build:.2} s, floor {floor:.2} s, ratio {:.2}", build / floor);
}

fn seconds(work: impl FnOnce()) -> f64 {
    let clock = Instant::now();
    work();
    clock.elapsed().as_secs_f64()
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The whole country, as a process of its own, into a folder that is not there yet.
fn build(output: &Path) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_ouderwijzer"));
    program.args(["build", "--map", env!("CARGO_MANIFEST_DIR"), "--output"]).arg(output);
    let status = program.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("the program runs");
    assert!(status.success(), "our own content is sound");
}

/// Path from the folder, and length, of every file.
fn files_below(folder: &Path) -> Vec<(PathBuf, usize)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.expect("listed"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let length = entry.metadata().expect("there").len();
            let inside = entry.path().strip_prefix(folder).expect("inside").to_owned();
            (inside, usize::try_from(length).expect("a page fits in memory"))
        })
        .collect()
}

fn write_all(target: &Path, files: &[(PathBuf, usize)]) {
    let longest = files.iter().map(|(_, length)| *length).max().unwrap_or_default();
    let bytes = vec![b'x'; longest];
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Some((path, length)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    write(&target.join(path), &bytes[..*length]);
                }
            });
        }
    });
}

/// A folder is made when the first file in it asks for it.
fn write(file: &Path, bytes: &[u8]) {
    if fs::write(file, bytes).is_err() {
        fs::create_dir_all(file.parent().expect("in a folder")).expect("made");
        fs::write(file, bytes).expect("written");
    }
}
