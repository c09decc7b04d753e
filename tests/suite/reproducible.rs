//! The same input gives the same bytes: in any folder, language, time zone and number of threads.

use std::process::{Command, Stdio};

use super::incremental::another_municipality;
use super::process::{Tree, build, succeed};
use super::site::Site;

/// A country of several municipalities in a folder of its own.
fn site() -> Site {
    let site = Site::basis();
    another_municipality(&site, 1);
    site
}

#[test]
fn folder_language_time_zone_and_threads_change_no_byte() {
    let first = site();
    let output = first.path().join("public");
    succeed(&mut build(&first.path(), &output));
    let expected = Tree::read(&output);
    for (name, value) in [
        ("LC_ALL", "C"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "ar_EG.UTF-8"),
        ("TZ", "Pacific/Kiritimati"),
        ("TZ", "America/Los_Angeles"),
        ("RAYON_NUM_THREADS", "1"),
        ("RAYON_NUM_THREADS", "8"),
        ("HOME", "/"),
    ] {
        let other = site();
        let output = other.path().join("een andere map/é");
        succeed(build(&other.path(), &output).env(name, value));
        assert_eq!(Tree::read(&output).differences(&expected), Vec::<String>::new(), "{name}={value}");
    }
}

#[test]
fn another_day_moves_only_the_end_of_the_address_for_reports() {
    let site = site();
    let days = [("vandaag", "1795391999"), ("een-week-later", "1795996800")];
    let [today, later] = days.map(|(output, moment)| build_on(&site, output, "SOURCE_DATE_EPOCH", moment));
    assert_eq!(later.differences(&today), [".well-known/security.txt"]);
}

/// Builds without a day of its own.
fn build_on(site: &Site, output: &str, name: &str, value: &str) -> Tree {
    let output = site.path().join(output);
    let mut command = Command::new(env!("CARGO_BIN_EXE_ouderwijzer"));
    command.args(["build", "--map", site.path().as_str(), "--output", output.as_str()]).stdout(Stdio::null());
    succeed(command.env(name, value));
    Tree::read(&output)
}

#[test]
fn source_date_epoch_sets_the_day_and_the_time_zone_does_not() {
    let site = site();
    // The last second of 22 November 2026, and the first of the next day.
    let (today, tomorrow) = ("1795391999", "1795392000");
    let asked = build_on(&site, "een", "SOURCE_DATE_EPOCH", today);
    let output = site.path().join("twee");
    succeed(&mut build(&site.path(), &output));
    assert_eq!(asked.differences(&Tree::read(&output)), Vec::<String>::new(), "`--datum 2026-11-22` is the same day");
    let next = build_on(&site, "drie", "SOURCE_DATE_EPOCH", tomorrow);
    assert!(!next.differences(&asked).is_empty(), "the next day shows in `security.txt`");
}
