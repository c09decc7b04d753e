//! Nothing stands still: input that changes while it is read, several builds at once, a disk that fills up at any moment.

use std::fs;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};

use camino::Utf8Path;

use super::faults::Disk;
use super::incremental::{another_municipality, local_value};
use super::process::{Answer, Tree, build, finish, succeed};
use super::site::Site;
use super::stopped::{Version, faults};

const LEIDEN: &str = "municipalities/leiden.yaml";
const ROUNDS: usize = 20;

/// Does `work` while `change` is done again and again, each time with the next number.
fn while_changing<T>(change: impl Fn(usize) + Sync, work: impl FnOnce() -> T) -> T {
    let is_done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| (0..).take_while(|_| !is_done.load(Ordering::Relaxed)).for_each(&change));
        let answer = work();
        is_done.store(true, Ordering::Relaxed);
        answer
    })
}

/// The file of Leiden in two versions, and the sites of both.
fn two_versions(site: &Site) -> ([String; 2], [Tree; 2]) {
    let versions = [0, 1].map(|turn| {
        local_value(site, turn);
        let text = fs::read_to_string(site.path().join(LEIDEN)).expect("there");
        let output = site.path().join(format!("schoon-{turn}"));
        succeed(&mut build(&site.path(), &output));
        (text, Tree::read(&output))
    });
    let [(first, one), (second, other)] = versions;
    ([first, second], [one, other])
}

/// As most editors save: a new file takes the place of the old one.
fn replace(site: &Utf8Path, text: &str) {
    fs::write(site.join("bewaard.yaml"), text).expect("written");
    fs::rename(site.join("bewaard.yaml"), site.join(LEIDEN)).expect("moved");
}

#[test]
fn a_file_that_is_saved_during_a_build_gives_the_old_or_the_new_site_and_is_never_taken_for_published() {
    let site = Site::basis();
    let (texts, sites) = two_versions(&site);
    let (place, output) = (site.path(), site.path().join("public"));
    for round in 0..ROUNDS {
        let answer = while_changing(|turn| replace(&place, &texts[turn % 2]), || finish(&mut build(&place, &output)));
        assert_eq!(answer.code, Some(0), "{}", answer.err);
        let found = Tree::read(&output);
        assert!(sites.contains(&found), "round {round}: neither of both: {:#?}", found.differences(&sites[0]));
        for version in [0, 1] {
            replace(&place, &texts[version]);
            succeed(&mut build(&place, &output));
            let differences = Tree::read(&output).differences(&sites[version]);
            assert_eq!(differences, Vec::<String>::new(), "round {round}: the file as it stands now is not published");
        }
    }
}

/// Some programs save in place, and a reader may see the first half.
#[test]
fn a_file_that_is_half_written_during_a_build_leaves_whole_pages_and_the_next_build_is_right() {
    let site = Site::basis();
    let (texts, sites) = two_versions(&site);
    let (place, output) = (site.path(), site.path().join("public"));
    succeed(&mut build(&place, &output));
    let in_place = |turn: usize| {
        let text = &texts[turn % 2];
        fs::write(place.join(LEIDEN), &text[..text.len() / 2]).expect("written");
        fs::write(place.join(LEIDEN), text).expect("written");
    };
    for _ in 0..ROUNDS {
        let answer = while_changing(in_place, || finish(&mut build(&place, &output)));
        assert!(matches!(answer.code, Some(0 | 1)), "{}", answer.err);
        let found = Tree::read(&output);
        let broken = found.files.iter().filter(|(path, bytes)| path.ends_with(".html") && !bytes.ends_with(b"</html>"));
        assert_eq!(broken.map(|(path, _)| path).collect::<Vec<_>>(), Vec::<&String>::new(), "half a page");
        fs::write(place.join(LEIDEN), &texts[0]).expect("written");
        succeed(&mut build(&place, &output));
        assert_eq!(Tree::read(&output).differences(&sites[0]), Vec::<String>::new());
    }
}

#[test]
fn a_file_that_comes_and_goes_during_a_build_is_there_or_not_and_nothing_breaks() {
    let site = Site::basis();
    let output = site.path().join("public");
    succeed(&mut build(&site.path(), &output));
    let without = Tree::read(&output);
    another_municipality(&site, 1);
    let text = fs::read_to_string(site.path().join("municipalities/urk.yaml")).expect("there");
    for _ in 0..ROUNDS {
        let path = site.path().join("municipalities/urk.yaml");
        let change = |turn: usize| match turn % 2 {
            0 => drop(fs::remove_file(&path)),
            _ => fs::write(&path, &text).expect("written"),
        };
        let answer = while_changing(change, || finish(&mut build(&site.path(), &output)));
        assert!(matches!(answer.code, Some(0 | 1)), "{}", answer.err);
        let _ = fs::remove_file(&path);
        succeed(&mut build(&site.path(), &output));
        assert_eq!(Tree::read(&output).differences(&without), Vec::<String>::new());
    }
}

#[test]
fn of_several_builds_at_once_one_works_and_the_others_say_so() {
    let [old, new] = Version::both();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let output = Utf8Path::from_path(folder.path()).expect("UTF-8").join("public");
    let mut refused = 0;
    for round in 0..6 {
        let version = if round % 2 == 0 { &old } else { &new };
        let start = |_| build(&version.site.path(), &output).stderr(Stdio::piped()).spawn().expect("started");
        let runs: Vec<_> = (0..4).map(start).collect();
        let answers: Vec<Answer> = runs.into_iter().map(said).collect();
        for answer in answers.iter().filter(|answer| answer.code != Some(0)) {
            assert_eq!(answer.code, Some(2), "{}", answer.err);
            assert!(answer.err.contains("er is al een opdracht bezig in"), "{}", answer.err);
            refused += 1;
        }
        assert!(answers.iter().any(|answer| answer.code == Some(0)));
        assert_eq!(Tree::read(&output).differences(&version.clean), Vec::<String>::new());
    }
    assert!(refused > 0, "no two builds were busy at once, so nothing was tested");
}

fn said(run: std::process::Child) -> Answer {
    let output = run.wait_with_output().expect("ended");
    Answer { code: output.status.code(), err: String::from_utf8(output.stderr).expect("UTF-8") }
}

/// The disk has room for a part of the new files: from none, in steps, to all.
#[test]
fn a_disk_that_is_full_at_any_moment_leaves_a_whole_site_and_with_room_the_next_build_is_right() {
    let Some(disk) = Disk::mount("3m") else { return };
    let versions = Version::both();
    let (output, filler) = (disk.path().join("public"), disk.path().join("vol"));
    let (mut failed, mut went_well) = (0, 0);
    for room in (0..).map(|step| step * 40_000) {
        succeed(&mut build(&versions[0].site.path(), &output));
        fill(&filler, room);
        let answer = finish(&mut build(&versions[1].site.path(), &output));
        let found = faults(&Tree::read(&output), &versions, true);
        assert!(found.is_empty(), "with room for {room} bytes: {found:#?}");
        fs::remove_file(&filler).expect("there");
        match answer.code {
            Some(0) => went_well += 1,
            _ => {
                assert_eq!(answer.code, Some(2), "{}", answer.err);
                assert!(answer.err.contains("is niet te schrijven"), "{}", answer.err);
                failed += 1;
            }
        }
        succeed(&mut build(&versions[1].site.path(), &output));
        assert_eq!(Tree::read(&output).differences(&versions[1].clean), Vec::<String>::new());
        if went_well == 2 {
            break;
        }
    }
    assert!(failed > 3, "the disk was full only {failed} times");
}

/// Takes all room of a disk but so many bytes.
fn fill(filler: &Utf8Path, room: usize) {
    let mut file = fs::File::create(filler).expect("made");
    let block = vec![b'x'; 4096];
    let mut size = 0;
    while std::io::Write::write_all(&mut file, &block).is_ok() {
        size += block.len();
    }
    file.set_len(size.saturating_sub(room) as u64).expect("made smaller");
}
