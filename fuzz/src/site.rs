//! The small site of the tests, read once; each input takes the place of one of its files.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use camino::Utf8Path;
use jiff::civil::{Date, date};
use ouderwijzer::diag::{Diagnostics, SourceMap};
use ouderwijzer::lang::Lang;
use ouderwijzer::model::{self, Model};
use ouderwijzer::output::OutputFile;
use ouderwijzer::plan::{self, Selection, SitePlan};
use ouderwijzer::render::{self, Job};
use ouderwijzer::report::{Look, human};
use ouderwijzer::sources::{self, Sources};

use crate::pages::expect_harmless;

/// The day of every run.
pub const DAY: Date = date(2026, 11, 22);
/// The language of the small site.
///
/// # Panics
/// Never: it is in the list of languages.
pub fn language() -> Lang {
    Lang::from_tag("nl").expect("in the list")
}

thread_local! {
    static SITE: RefCell<(Sources, SourceMap)> = RefCell::new(read());
}

fn read() -> (Sources, SourceMap) {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("inside the project");
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&project.join("tests/sites/basis/in"), folder.path());
    for name in ["ui.yaml", "taal.yaml"] {
        let words = project.join("content/nl").join(name);
        fs::copy(words, folder.path().join("content/nl").join(name)).expect("copied");
    }
    let loaded = sources::load(Utf8Path::from_path(folder.path()).expect("UTF-8")).expect("a site");
    assert!(!loaded.problems.has_errors(), "{}", human(&loaded.problems, &loaded.files, Look::Plain));
    (loaded.sources.expect("sound"), loaded.files)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("listed").map(|entry| entry.expect("listed")) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// Writes findings as an editor sees them: every place must lie in its text.
pub fn show(problems: &Diagnostics, files: &SourceMap) {
    for look in [Look::Plain, Look::Styled] {
        let shown = human(problems, files, look);
        assert_eq!(shown.is_empty(), problems.is_empty());
    }
}

/// Reads an input with `read`, which gives findings and may put something in place of a part of the site, makes the site
/// when nothing is wrong, and lets `undo` put the part back. Gives whether pages were made.
pub fn with_part<P>(
    read: impl FnOnce(&mut Sources, &mut SourceMap) -> (Option<P>, Diagnostics),
    undo: impl FnOnce(&mut Sources, P),
) -> bool {
    SITE.with_borrow_mut(|(sources, files)| {
        let mut files = files.clone();
        let (part, problems) = read(sources, &mut files);
        show(&problems, &files);
        let Some(part) = part else { return false };
        let made = !problems.has_errors() && make(sources, &files);
        undo(sources, part);
        made
    })
}

/// From values to pages, as a build does. Pages are only made when nothing is wrong.
fn make(sources: &Sources, files: &SourceMap) -> bool {
    let (model, problems) = model::resolve(sources, files, DAY);
    show(&problems, files);
    let Some(model) = model.filter(|_| !problems.has_errors()) else { return false };
    let (plan, problems) = plan::plan(&model, &Selection::default());
    show(&problems, files);
    if problems.has_errors() {
        return false;
    }
    let listed: BTreeSet<String> = model.municipalities.iter().map(|one| one.key.clone()).collect();
    let nobody = (BTreeSet::new(), BTreeSet::new());
    let job = Job { listed: &listed, shared: true, ..job(&model, &plan, &sources.theme.files, &nobody) };
    render::render(&job, &|file: OutputFile| expect_harmless(&file)).is_ok()
}

/// Of nobody, and on top of nothing.
fn job<'a>(
    model: &'a Model,
    plan: &'a SitePlan,
    theme: &'a BTreeMap<String, String>,
    (kept, published): &'a (BTreeSet<usize>, BTreeSet<String>),
) -> Job<'a> {
    Job { model, plan, theme, as_of: DAY, listed: published, kept, shared: false, only: None, published }
}

/// Path and text of the style sheet of a site with these tokens and one component.
///
/// # Panics
/// When none is made.
pub fn style_sheet(tokens: &str) -> (String, String) {
    SITE.with_borrow(|(sources, files)| {
        let (model, _) = model::resolve(sources, files, DAY);
        let model = model.expect("the small site is sound");
        let (plan, _) = plan::plan(&model, &Selection::default());
        let plan = SitePlan { units: Vec::new(), ..plan };
        let component = ("components/own/own.css".to_owned(), ".own {\n  margin: 0;\n}\n".to_owned());
        let theme = BTreeMap::from([("tokens.css".to_owned(), tokens.to_owned()), component]);
        let nobody = (BTreeSet::new(), BTreeSet::new());
        let made = Mutex::new(Vec::new());
        let give = |file: OutputFile| made.lock().expect("nobody panics while it adds a file").push(file);
        render::render(&job(&model, &plan, &theme, &nobody), &give).expect("no template is asked for");
        let files = made.into_inner().expect("nobody panics while it adds a file");
        let style = files.into_iter().find(|file| file.path.as_str().ends_with(".css")).expect("a style sheet");
        (style.path.as_str().to_owned(), String::from_utf8(style.bytes).expect("UTF-8"))
    })
}
