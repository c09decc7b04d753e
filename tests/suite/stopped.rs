//! Runs that are killed at any moment: readers never see half a page, and the next run puts everything right.

use std::fs;
use std::process::Child;
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};

use super::incremental::{another_municipality, local_value, style};
use super::process::{Tree, build, succeed};
use super::site::Site;

/// Set it to the number of kills for a long run.
const RUNS: &str = "OUDERWIJZER_KILLS";

/// Files of somebody else in the output folder.
const FOREIGN: [(&str, &str); 2] = [("eigen.html", "<p>van de gemeente"), ("leiden/eigen.txt", "van Leiden")];

/// The same numbers every time, so that a failure comes back.
struct Dice(u64);

impl Dice {
    /// A number below `sides` (splitmix64).
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }
}

/// A version of the site, and what a run on an empty disk makes of it.
pub(crate) struct Version {
    pub(crate) site: Site,
    pub(crate) clean: Tree,
}

impl Version {
    fn of(site: Site) -> Version {
        let output = site.path().join("public");
        succeed(&mut build(&site.path(), &output));
        Version { clean: Tree::read(&output), site }
    }

    /// Every page differs: the style sheet has another name. A municipality comes and goes.
    pub(crate) fn both() -> [Version; 2] {
        let other = Site::basis();
        style(&other, 1);
        local_value(&other, 1);
        another_municipality(&other, 1);
        [Version::of(Site::basis()), Version::of(other)]
    }
}

/// An output folder in which both versions are published in turn.
struct Place {
    _folder: tempfile::TempDir,
    output: Utf8PathBuf,
    /// Whether a run was ever finished here, so that there is a site to keep.
    published: bool,
}

impl Place {
    fn new() -> Place {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let output = Utf8PathBuf::from_path_buf(folder.path().join("public")).expect("UTF-8");
        for (path, text) in FOREIGN {
            fs::create_dir_all(output.join(path).parent().expect("in a folder")).expect("made");
            fs::write(output.join(path), text).expect("written");
        }
        Place { _folder: folder, output, published: false }
    }

    fn beside(&self) -> Utf8PathBuf {
        self.output.with_file_name(".public-ouderwijzer")
    }

    fn is_unfinished(&self) -> bool {
        self.beside().join("onaf").exists()
    }

    /// What stands there without the foreign files, which must be as they were.
    fn ours(&self) -> Tree {
        let mut tree = Tree::read(&self.output);
        for (path, text) in FOREIGN {
            assert_eq!(tree.files.remove(path).as_deref(), Some(text.as_bytes()), "`{path}` is not ours to touch");
        }
        tree
    }

    /// Starts a run and kills it: somewhere in `whole`, or soon after it begins to put files in place.
    fn kill_somewhere(&self, version: &Version, whole: Duration, dice: &mut Dice) {
        let mut run = build(&version.site.path(), &self.output).spawn().expect("started");
        let wait = if dice.roll(2) == 0 {
            whole.mul_f64(dice.roll(1000) as f64 / 1000.0)
        } else {
            self.wait_for_publication(&mut run);
            Duration::from_micros(dice.roll(1500))
        };
        let from = Instant::now();
        while from.elapsed() < wait {
            std::hint::spin_loop();
        }
        run.kill().expect("a run that has ended may be killed too");
        run.wait().expect("ended");
    }

    fn wait_for_publication(&self, run: &mut Child) {
        while !self.is_unfinished() && run.try_wait().expect("asked").is_none() {
            std::thread::yield_now();
        }
    }

    fn finish(&mut self, version: &Version) {
        succeed(&mut build(&version.site.path(), &self.output));
        self.published = true;
        assert_eq!(self.ours().differences(&version.clean), Vec::<String>::new(), "a build from nothing gives other files");
        let left = Tree::read(&self.beside());
        assert_eq!(left.files.keys().collect::<Vec<_>>(), ["bestanden.txt", "bezig"]);
        assert_eq!(left.folders.len(), 0, "{:?}", left.folders);
    }
}

/// What a reader may meet: every file is one of both versions, whole, with its style sheet, and no page is missing that
/// both versions have.
pub(crate) fn faults(found: &Tree, versions: &[Version; 2], published: bool) -> Vec<String> {
    let is_whole = |path: &String, bytes| versions.iter().any(|version| version.clean.files.get(path) == Some(bytes));
    let mut faults = Vec::new();
    for (path, bytes) in &found.files {
        if !is_whole(path, bytes) {
            faults.push(format!("`{path}` is neither the old nor the new file"));
        }
        if path.ends_with(".html") && !style_of(bytes).is_some_and(|style| found.files.contains_key(style)) {
            faults.push(format!("`{path}` has no style sheet"));
        }
    }
    let [old, new] = versions;
    let both = old.clean.files.keys().filter(|path| new.clean.files.contains_key(*path));
    faults.extend(both.filter(|path| published && !found.files.contains_key(*path)).map(|path| format!("`{path}` is gone")));
    faults
}

/// The path of the style sheet that a page asks for.
fn style_of(page: &[u8]) -> Option<&str> {
    let page = std::str::from_utf8(page).ok()?;
    let from = page.find("style-")?;
    Some(&page[from..from + page[from..].find(".css")? + ".css".len()])
}

fn time_of_a_run(version: &Version) -> Duration {
    let place = Place::new();
    let from = Instant::now();
    succeed(&mut build(&version.site.path(), &place.output));
    from.elapsed()
}

#[test]
fn a_run_that_is_killed_at_any_moment_leaves_whole_pages_and_the_next_run_puts_everything_right() {
    let runs: usize = std::env::var(RUNS).ok().map_or(60, |number| number.parse().expect("a number"));
    let versions = Version::both();
    let whole = time_of_a_run(&versions[1]);
    let mut dice = Dice(20_261_122);
    let (mut place, mut halfway) = (Place::new(), 0);
    for run in 0..runs {
        if run % 10 == 0 {
            place = Place::new();
        }
        place.kill_somewhere(&versions[run % 2], whole, &mut dice);
        halfway += usize::from(place.is_unfinished());
        let found = faults(&place.ours(), &versions, place.published);
        assert!(found.is_empty(), "after kill {run}: {found:#?}");
        // Sometimes the next run is killed as well.
        if dice.roll(3) > 0 {
            place.finish(&versions[dice.roll(2) as usize]);
        }
    }
    place.finish(&versions[0]);
    assert!(halfway * 10 >= runs, "only {halfway} of {runs} runs were killed while they put files in place");
}

#[test]
fn the_test_for_stopped_runs_sees_half_a_page_a_lost_page_and_a_lost_style_sheet() {
    let versions = Version::both();
    let sound = versions[0].clean.clone();
    assert_eq!(faults(&sound, &versions, true), Vec::<String>::new());
    let page = "leiden/index.html".to_owned();
    let mut half = sound.clone();
    half.files.get_mut(&page).expect("there").truncate(2000);
    assert_eq!(faults(&half, &versions, true), ["`leiden/index.html` is neither the old nor the new file"]);
    let mut lost = sound.clone();
    lost.files.remove(&page);
    assert_eq!(faults(&lost, &versions, true), ["`leiden/index.html` is gone"]);
    let mut bare = sound;
    bare.files.insert(page.clone(), versions[1].clean.files[&page].clone());
    assert_eq!(faults(&bare, &versions, true), ["`leiden/index.html` has no style sheet"]);
}

/// A run that was stopped put this file in place, and the runs after it do not make it.
#[test]
fn what_a_stopped_run_put_in_place_and_nobody_makes_any_more_is_removed() {
    let [old, new] = Version::both();
    let mut place = Place::new();
    place.finish(&old);
    stop_halfway(&place, &new);
    place.finish(&old);
}

/// Everything of the new version is put in place; then the run is stopped before it says so in the list.
fn stop_halfway(place: &Place, version: &Version) {
    let list = place.beside().join("bestanden.txt");
    let before = fs::read(&list).expect("a list");
    succeed(&mut build(&version.site.path(), &place.output));
    fs::write(&list, before).expect("written");
    let paths: Vec<&str> = version.clean.files.keys().map(String::as_str).collect();
    fs::write(place.beside().join("onaf"), paths.join("\n")).expect("written");
}

/// A disk that lost its power may leave anything in the small files beside the output.
#[test]
fn damaged_notes_of_a_stopped_run_do_not_stop_the_next() {
    let [old, new] = Version::both();
    let mut place = Place::new();
    place.finish(&old);
    for damaged in [&b"\xff\xfe\x00leiden"[..], b"", b"\0\0\0\0", b"../../buiten\n/etc/passwd\n"] {
        fs::write(place.beside().join("onaf"), damaged).expect("written");
        fs::write(place.beside().join("lijst.nieuw"), damaged).expect("written");
        place.finish(&new);
        place.finish(&old);
    }
}

#[test]
fn a_list_with_a_damaged_line_still_counts_for_the_others() {
    let [old, new] = Version::both();
    let mut place = Place::new();
    place.finish(&new);
    let list = place.beside().join("bestanden.txt");
    let impossible = format!("bestand {} 1@0 {}\n", "0".repeat(64), "n".repeat(300));
    let damaged = [b"bestand \xff\xfe\n", impossible.as_bytes(), &fs::read(&list).expect("a list")[..]].concat();
    fs::write(&list, damaged).expect("written");
    place.finish(&old);
}

#[test]
fn a_file_of_somebody_else_that_a_stopped_run_would_have_replaced_stays() {
    let [old, _] = Version::both();
    let mut place = Place::new();
    place.finish(&old);
    let (waiting, foreign) =
        (place.beside().join("nieuw/mappen/rotterdam/index.html"), place.output.join("rotterdam/index.html"));
    for (path, text) in [(&waiting, "new"), (&foreign, "foreign")] {
        fs::create_dir_all(path.parent().unwrap_or(Utf8Path::new(""))).expect("made");
        fs::write(path, text).expect("written");
    }
    fs::write(place.beside().join("onaf"), "rotterdam/index.html\n").expect("written");
    succeed(&mut build(&old.site.path(), &place.output));
    assert_eq!(fs::read_to_string(foreign).expect("still there"), "foreign");
}
