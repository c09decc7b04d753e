//! The built program as a process of its own: it can be stopped, and it has its own environment.

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Stdio};

use camino::Utf8Path;

/// The day of every run that asks for no other.
pub(crate) const DAY: &str = "2026-11-22";

/// A build that was not started yet.
pub(crate) fn build(site: &Utf8Path, output: &Utf8Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ouderwijzer"));
    command.args(["build", "--map", site.as_str(), "--output", output.as_str(), "--datum", DAY]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// What a process said.
pub(crate) struct Answer {
    /// Exit code; a process that was killed has none.
    pub(crate) code: Option<i32>,
    /// Messages.
    pub(crate) err: String,
}

/// Runs a command to its end.
pub(crate) fn finish(command: &mut Command) -> Answer {
    let output = command.stderr(Stdio::piped()).output().expect("the program was built");
    Answer { code: output.status.code(), err: String::from_utf8(output.stderr).expect("UTF-8") }
}

/// Builds and proves that it went well.
pub(crate) fn succeed(command: &mut Command) {
    let answer = finish(command);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
}

/// Says that a test could not look here. What a test prints is not shown when it passes, so the gate names a file
/// (`OUDERWIJZER_NOT_TESTED`) and repeats what stands in it in its last lines.
#[expect(clippy::print_stderr, reason = "a test that did not look must say so")]
pub(crate) fn not_tested(reason: &str) {
    use std::io::Write;
    eprintln!("NOT TESTED: {reason}");
    let Ok(list) = std::env::var("OUDERWIJZER_NOT_TESTED") else { return };
    let file = std::fs::OpenOptions::new().create(true).append(true).open(list);
    file.and_then(|mut file| writeln!(file, "{reason}")).expect("the gate can be told");
}

/// Everything below a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree {
    /// Bytes by path.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// Folders, also empty ones.
    pub(crate) folders: BTreeSet<String>,
}

impl Tree {
    /// What stands there now; nothing when the folder is not there.
    pub(crate) fn read(root: &Utf8Path) -> Tree {
        let mut tree = Tree::default();
        for entry in walkdir::WalkDir::new(root).min_depth(1).into_iter().filter_map(Result::ok) {
            let inside = entry.path().strip_prefix(root).expect("inside").to_string_lossy().into_owned();
            if entry.file_type().is_dir() {
                tree.folders.insert(inside);
            } else {
                tree.files.insert(inside, std::fs::read(entry.path()).expect("readable"));
            }
        }
        tree
    }

    /// Paths whose bytes differ, or that stand in one of both.
    pub(crate) fn differences(&self, other: &Tree) -> Vec<String> {
        let paths: BTreeSet<&String> = self.files.keys().chain(other.files.keys()).collect();
        let files = paths.into_iter().filter(|path| self.files.get(*path) != other.files.get(*path)).cloned();
        files.chain(self.folders.symmetric_difference(&other.folders).map(|folder| format!("{folder}/"))).collect()
    }
}
