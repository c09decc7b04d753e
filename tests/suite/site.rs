//! A small site in a temporary folder, to change one thing in and look at what happens.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::date;
use ouderwijzer::lang::Lang;
use ouderwijzer::pipeline::{self, Outcome};
use ouderwijzer::report::{Look, human};
use ouderwijzer::settings::Settings;

/// The folder of the project.
pub(crate) fn project() -> &'static Utf8Path {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A copy of `tests/sites/basis/in`, with the interface words of the project.
pub(crate) struct Site {
    dir: tempfile::TempDir,
}

impl Site {
    /// The small site as it stands: it has no findings.
    pub(crate) fn basis() -> Site {
        let dir = tempfile::tempdir().expect("a temporary folder");
        copy(project().join("tests/sites/basis/in").as_std_path(), dir.path());
        for name in ["ui.yaml", "taal.yaml"] {
            let from = project().join("content/nl").join(name);
            fs::copy(from, dir.path().join("content/nl").join(name)).expect("copied");
        }
        Site { dir }
    }

    /// A copy of the Arabic site, where the reader's language is Arabic and much is still Dutch.
    pub(crate) fn arabic() -> Site {
        let dir = tempfile::tempdir().expect("a temporary folder");
        copy(project().join("tests/sites/arabisch/in").as_std_path(), dir.path());
        Site { dir }
    }

    /// A copy of our own content.
    pub(crate) fn of_project() -> Site {
        let dir = tempfile::tempdir().expect("a temporary folder");
        for folder in ["content", "municipalities"] {
            copy(project().join(folder).as_std_path(), &dir.path().join(folder));
        }
        Site { dir }
    }

    /// Its folder.
    pub(crate) fn path(&self) -> Utf8PathBuf {
        Utf8PathBuf::from_path_buf(self.dir.path().to_owned()).expect("the temporary folder is UTF-8")
    }

    /// Writes a file of the site.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let target = self.path().join(path);
        fs::create_dir_all(target.parent().expect("in a folder")).expect("made");
        fs::write(target, bytes).expect("written");
    }

    /// Removes a file of the site.
    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).expect("was there");
    }

    /// Changes a piece of text in a file that must have it.
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let target = self.path().join(path);
        let text = fs::read_to_string(&target).expect("readable");
        assert!(text.contains(from), "`{path}` does not contain `{from}`");
        fs::write(target, text.replacen(from, to, 1)).expect("written");
    }

    /// The settings of a run for the whole site.
    pub(crate) fn settings(&self) -> Settings {
        Settings {
            site_dir: self.path(),
            output_dir: self.path().join("public"),
            municipalities: Vec::new(),
            languages: Vec::new(),
            as_of: date(2026, 11, 22),
        }
    }

    /// Looks at the site without writing.
    pub(crate) fn check(&self) -> Outcome {
        pipeline::check(&self.settings(), &|_, _| {}).expect("the folder can be read")
    }

    /// Looks at the input files only, as on another day.
    pub(crate) fn check_texts_on(&self, as_of: jiff::civil::Date) -> Outcome {
        pipeline::check_texts(&Settings { as_of, ..self.settings() }).expect("the folder can be read")
    }

    /// Looks at the input files only, without making pages.
    pub(crate) fn check_texts(&self) -> Outcome {
        pipeline::check_texts(&self.settings()).expect("the folder can be read")
    }

    /// Builds the site.
    pub(crate) fn build(&self) -> Outcome {
        pipeline::build(&self.settings(), &|_, _| {}).expect("the folder can be read and written")
    }

    /// Builds into another folder of the site, or only some municipalities.
    pub(crate) fn build_into(&self, output: &str, municipalities: &[&str]) -> Outcome {
        let output_dir = self.path().join(output);
        let municipalities = municipalities.iter().map(|key| (*key).to_owned()).collect();
        let settings = Settings { output_dir, municipalities, ..self.settings() };
        pipeline::build(&settings, &|_, _| {}).expect("the folder can be read and written")
    }

    /// All published files of an output folder by path.
    pub(crate) fn published(&self, output: &str) -> BTreeMap<String, Vec<u8>> {
        let root = self.path().join(output);
        let entries = walkdir::WalkDir::new(&root).into_iter().map(|entry| entry.expect("listed"));
        let files = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
        files
            .map(|path| {
                let inside = path.strip_prefix(&root).expect("inside").to_string_lossy().into_owned();
                (inside, fs::read(&path).expect("readable"))
            })
            .collect()
    }

    /// Builds only these languages.
    pub(crate) fn build_languages(&self, tags: &[&str]) -> Outcome {
        let languages = tags.iter().map(|tag| Lang::from_tag(tag).expect("in the list")).collect();
        let settings = Settings { languages, ..self.settings() };
        pipeline::build(&settings, &|_, _| {}).expect("the folder can be read and written")
    }

    /// The messages of a check, as an editor sees them without colours.
    pub(crate) fn messages(&self) -> String {
        let outcome = self.check();
        human(&outcome.problems, &outcome.files, Look::Plain)
    }

    /// A page that was built.
    pub(crate) fn page(&self, path: &str) -> String {
        fs::read_to_string(self.path().join("public").join(path)).expect("the page was built")
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).sort_by_file_name() {
        let entry = entry.expect("listed");
        let target = to.join(entry.path().strip_prefix(from).expect("inside"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("made");
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// Files below a folder with an ending, sorted.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    walkdir::WalkDir::new(project().join(folder))
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect()
}
