//! Disks and folders that do not do what they should: a Dutch message, exit code 2, and the published site stays whole.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use camino::{Utf8Path, Utf8PathBuf};

use super::incremental::{another_municipality, local_value, style};
use super::process::{Answer, Tree, build, finish, not_tested, succeed};
use super::site::Site;

const LEIDEN: &str = "municipalities/leiden.yaml";

/// Against a run that never ends, not a measure of speed.
pub(crate) const FOR_EVER: Duration = Duration::from_secs(20);

/// A site that is published, and then changed so that every page differs.
fn changed_site() -> (Site, Utf8PathBuf, Tree) {
    let site = Site::basis();
    let output = site.path().join("uit/public");
    succeed(&mut build(&site.path(), &output));
    let before = Tree::read(&output);
    style(&site, 1);
    local_value(&site, 1);
    another_municipality(&site, 1);
    (site, output, before)
}

/// Builds, expects a failure, and gives what it said.
pub(crate) fn failure(site: &Site, output: &Utf8Path) -> String {
    let answer = finish(&mut build(&site.path(), output));
    assert_eq!(answer.code, Some(2), "{}", answer.err);
    assert!(answer.err.starts_with("fout: "), "{}", answer.err);
    answer.err
}

fn files_beside(output: &Utf8Path) -> Vec<String> {
    Tree::read(&output.with_file_name(".public-ouderwijzer")).files.into_keys().collect()
}

/// A small disk of its own; gone when dropped.
pub(crate) struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    /// `size` as `mount` takes it, such as `1m`. `None`, said aloud, where a disk may not be mounted.
    pub(crate) fn mount(size: &str) -> Option<Disk> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let options = format!("size={size}");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(folder.path()).stderr(Stdio::null());
        if mount.status().is_ok_and(|status| status.success()) {
            return Some(Disk { folder });
        }
        not_tested("a disk cannot be mounted here, so nobody looked at a full disk or another disk");
        None
    }

    /// Its root.
    pub(crate) fn path(&self) -> Utf8PathBuf {
        Utf8PathBuf::from_path_buf(self.folder.path().to_owned()).expect("UTF-8")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.folder.path()).status();
    }
}

#[test]
fn a_full_disk_leaves_the_published_site_and_no_files_of_its_own() {
    let Some(disk) = Disk::mount("1m") else { return };
    let (site, _, _) = changed_site();
    let (old, output) = (Site::basis(), disk.path().join("public"));
    succeed(&mut build(&old.path(), &output));
    let before = Tree::read(&output);
    let filler = disk.path().join("vol");
    let mut size = 1 << 20;
    while fs::write(&filler, vec![b'x'; size]).is_err() {
        size -= 1 << 12;
    }
    let message = failure(&site, &output);
    assert!(message.contains("is niet te schrijven"), "{message}");
    assert_eq!(Tree::read(&output).differences(&before), Vec::<String>::new());
    assert_eq!(files_beside(&output), ["bestanden.txt", "bezig"]);
    fs::remove_file(filler).expect("there");
    succeed(&mut build(&site.path(), &output));
    assert!(output.join("urk/index.html").exists());
}

#[test]
fn an_output_folder_that_is_a_disk_of_its_own_is_refused_before_anything_is_written() {
    let Some(disk) = Disk::mount("4m") else { return };
    let message = failure(&Site::basis(), &disk.path());
    assert!(message.contains("is een schijf op zichzelf: kies een map op die schijf"), "{message}");
    assert_eq!(Tree::read(&disk.path()), Tree::default());
    let beside = disk.path().with_file_name(format!(".{}-ouderwijzer", disk.path().file_name().expect("a name")));
    fs::remove_dir_all(beside).expect("made by the run");
}

/// Files wait in a sibling of the output folder itself, so a link cannot bring them to another disk.
#[test]
fn an_output_folder_that_is_a_link_is_published_where_the_link_leads() {
    let Some(disk) = Disk::mount("4m") else { return };
    let (site, real) = (Site::basis(), disk.path().join("public"));
    fs::create_dir(&real).expect("made");
    symlink(&real, site.path().join("uit")).expect("linked");
    succeed(&mut build(&site.path(), &site.path().join("uit")));
    assert!(real.join("leiden/index.html").exists());
    assert_eq!(files_beside(&real), ["bestanden.txt", "bezig"]);
}

/// Root writes everywhere, so as root the folder is made read-only by mounting it so.
#[test]
fn a_read_only_folder_is_a_failure_and_stays_as_it_was() {
    let Some(disk) = Disk::mount("4m") else { return };
    let (site, _, _) = changed_site();
    let output = disk.path().join("public");
    succeed(&mut build(&Site::basis().path(), &output));
    let before = Tree::read(&output);
    let mut remount = Command::new("mount");
    assert!(remount.args(["-o", "remount,ro"]).arg(disk.path()).status().expect("mount").success());
    let message = failure(&site, &output);
    assert!(message.contains("is niet te schrijven"), "{message}");
    assert_eq!(Tree::read(&output).differences(&before), Vec::<String>::new());
}

#[test]
fn a_folder_where_a_file_should_be_is_named_and_nothing_is_published() {
    let (site, output, _) = changed_site();
    fs::create_dir_all(output.join("urk/index.html/eigen")).expect("made");
    let before = Tree::read(&output);
    let message = failure(&site, &output);
    assert!(message.contains("urk/index.html` is niet te schrijven: er staat een map of bestand in de weg"), "{message}");
    assert_eq!(Tree::read(&output).differences(&before), Vec::<String>::new());
    assert_eq!(files_beside(&output), ["bestanden.txt", "bezig"]);
}

#[test]
fn a_file_where_a_folder_should_be_is_named_and_nothing_is_published() {
    let (site, output, _) = changed_site();
    fs::write(output.join("urk"), "eigen").expect("written");
    let before = Tree::read(&output);
    let message = failure(&site, &output);
    assert!(message.contains("er staat een map of bestand in de weg"), "{message}");
    assert_eq!(Tree::read(&output).differences(&before), Vec::<String>::new());
}

#[test]
fn a_folder_in_the_place_of_a_page_that_goes_does_not_stop_a_run() {
    let (site, output, before) = changed_site();
    succeed(&mut build(&site.path(), &output));
    site.remove("municipalities/urk.yaml");
    fs::remove_file(output.join("urk/index.html")).expect("there");
    fs::create_dir_all(output.join("urk/index.html/eigen")).expect("made");
    succeed(&mut build(&site.path(), &output));
    assert!(output.join("urk/index.html/eigen").exists());
    let ours: Vec<String> = Tree::read(&output).files.into_keys().filter(|path| path.ends_with(".html")).collect();
    let expected: Vec<&String> = before.files.keys().filter(|path| path.ends_with(".html")).collect();
    assert_eq!(ours.iter().collect::<Vec<_>>(), expected);
}

#[test]
fn an_output_folder_that_is_a_file_is_a_failure() {
    let site = Site::basis();
    site.write("uit", "eigen");
    failure(&site, &site.path().join("uit"));
    assert_eq!(fs::read_to_string(site.path().join("uit")).expect("there"), "eigen");
}

#[test]
fn a_second_build_at_the_same_time_is_refused() {
    let (site, output, before) = changed_site();
    let lock = fs::File::create(output.with_file_name(".public-ouderwijzer").join("bezig")).expect("made");
    lock.try_lock().expect("free");
    let message = failure(&site, &output);
    assert!(message.contains("er is al een opdracht bezig in"), "{message}");
    assert_eq!(Tree::read(&output).differences(&before), Vec::<String>::new());
    drop(lock);
    succeed(&mut build(&site.path(), &output));
}

#[test]
fn an_edit_of_the_same_length_in_a_published_page_is_put_right() {
    let site = Site::basis();
    let output = site.path().join("public");
    succeed(&mut build(&site.path(), &output));
    let clean = Tree::read(&output);
    let page = output.join("leiden/index.html");
    let text = fs::read_to_string(&page).expect("there");
    fs::write(&page, text.replacen("Leiden", "Lisse!", 1)).expect("written");
    succeed(&mut build(&site.path(), &output));
    assert_eq!(Tree::read(&output).differences(&clean), Vec::<String>::new());
}

/// A build for another day than that of [`build`].
fn build_for(day: &str, site: &Site, output: &Utf8Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ouderwijzer"));
    command.args(["build", "--map", site.path().as_str(), "--output", output.as_str(), "--datum", day]);
    command.stdout(Stdio::null());
    command
}

#[test]
fn a_clock_that_goes_back_gives_the_site_of_that_day() {
    let (site, output, _) = changed_site();
    succeed(&mut build(&site.path(), &output));
    let today = Tree::read(&output);
    succeed(&mut build_for("2027-01-31", &site, &output));
    assert!(!Tree::read(&output).differences(&today).is_empty(), "the day shows in `security.txt`");
    succeed(&mut build(&site.path(), &output));
    assert_eq!(Tree::read(&output).differences(&today), Vec::<String>::new());
}

#[test]
fn a_clock_that_is_behind_the_facts_is_a_finding_and_the_site_stays() {
    let (site, output, before) = changed_site();
    let answer = finish(&mut build_for("1970-01-01", &site, &output));
    assert_eq!(answer.code, Some(1), "{}", answer.err);
    assert!(answer.err.contains("moet nog komen"), "{}", answer.err);
    assert_eq!(Tree::read(&output).differences(&before), Vec::<String>::new());
}

#[test]
fn a_page_with_a_moment_that_cannot_be_true_is_known_by_its_bytes() {
    let site = Site::basis();
    let output = site.path().join("public");
    succeed(&mut build(&site.path(), &output));
    let clean = Tree::read(&output);
    let century = Duration::from_secs(100 * 365 * 24 * 3600);
    for moment in [UNIX_EPOCH - century, UNIX_EPOCH, SystemTime::now() + century] {
        let page = output.join("leiden/index.html");
        let text = fs::read_to_string(&page).expect("there");
        fs::write(&page, text.replacen("Leiden", "Lisse!", 1)).expect("written");
        for path in clean.files.keys() {
            let file = fs::File::options().write(true).open(output.join(path)).expect("there");
            file.set_modified(moment).expect("ours");
        }
        succeed(&mut build(&site.path(), &output));
        assert_eq!(Tree::read(&output).differences(&clean), Vec::<String>::new(), "{moment:?}");
    }
}

#[test]
fn every_input_file_may_be_empty_without_a_crash_or_half_a_site() {
    let (mut refused, paths) = (0, Tree::read(&Site::basis().path()).files.into_keys());
    for path in paths {
        let site = Site::basis();
        let output = site.path().join("uit/public");
        succeed(&mut build(&site.path(), &output));
        let before = Tree::read(&output);
        site.write(&path, "");
        let answer = finish(&mut build(&site.path(), &output));
        assert!(matches!(answer.code, Some(0 | 1)), "{path}: {}", answer.err);
        if answer.code == Some(1) {
            refused += 1;
            assert_eq!(Tree::read(&output).differences(&before), Vec::<String>::new(), "{path}");
        }
    }
    assert!(refused > 5, "only {refused} empty files were refused");
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    let site = Site::basis();
    let Some(answer) = build_without(&site, LEIDEN) else { return };
    assert_eq!(answer.code, Some(1), "{}", answer.err);
    assert!(answer.err.contains("dit bestand is niet te lezen") && answer.err.contains(LEIDEN), "{}", answer.err);
}

#[test]
fn a_folder_that_may_not_be_listed_is_named() {
    let site = Site::basis();
    let Some(answer) = build_without(&site, "municipalities") else { return };
    assert_eq!(answer.code, Some(2), "{}", answer.err);
    assert!(answer.err.contains("municipalities` is niet te lezen"), "{}", answer.err);
}

/// Builds while nobody may read one file or folder. `None`, said aloud, where that cannot be arranged.
fn build_without(site: &Site, path: &str) -> Option<Answer> {
    let place = site.path().join(path);
    let (before, nobody) = (fs::metadata(&place).expect("there").permissions(), fs::Permissions::from_mode(0o000));
    fs::set_permissions(&place, nobody).expect("ours");
    let is_readable = fs::read(&place).is_ok() || fs::read_dir(&place).is_ok();
    let ordinary = build(&site.path(), &site.path().join("public"));
    let mut command = if is_readable { without_the_rights_of_root(&ordinary) } else { ordinary };
    let is_possible = !is_readable || Command::new("setpriv").arg("--version").output().is_ok();
    let answer = is_possible.then(|| finish(&mut command));
    fs::set_permissions(&place, before).expect("ours");
    if answer.is_none() {
        not_tested("root reads every file and there is no `setpriv`, so nobody looked at permissions");
    }
    answer
}

/// The same command for somebody to whom permissions apply.
fn without_the_rights_of_root(command: &Command) -> Command {
    let mut bound = Command::new("setpriv");
    bound.args(["--bounding-set=-dac_override,-dac_read_search", "--"]);
    bound.arg(command.get_program()).args(command.get_args()).stdin(Stdio::null()).stdout(Stdio::null());
    bound
}

#[test]
fn huge_deep_and_exploding_files_are_refused_in_time_and_the_site_stays() {
    let bomb: String = (1..30).map(|level| format!("a{level}: &a{level} [*a{0}, *a{0}, *a{0}]\n", level - 1)).collect();
    let texts = [
        format!("a0: &a0 [x, x]\n{bomb}"),
        "a: b\n".repeat(2_000_000),
        format!("termen: {}{}", "[".repeat(1000), "]".repeat(1000)),
        (0..1000).map(|level| format!("{}a:\n", " ".repeat(level))).collect(),
        format!("feiten:\n{}", "- x\n".repeat(200_000)),
        format!("feiten: [{}x]\n", "x,".repeat(200_000)),
    ];
    let site = Site::basis();
    let output = site.path().join("public");
    succeed(&mut build(&site.path(), &output));
    let before = Tree::read(&output);
    for text in texts {
        site.write(LEIDEN, &text);
        let from = Instant::now();
        let answer = finish(&mut build(&site.path(), &output));
        let start: String = text.chars().take(30).collect();
        assert!(from.elapsed() < FOR_EVER, "{start:?} took {:?}", from.elapsed());
        assert_eq!(answer.code, Some(1), "{start:?}: {}", answer.err.chars().take(500).collect::<String>());
        assert_eq!(Tree::read(&output).differences(&before), Vec::<String>::new());
    }
}
