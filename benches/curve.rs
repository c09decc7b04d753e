//! What a build costs when there is more to build: `cargo bench --bench curve`, or with a number of countries and of
//! languages, such as `cargo bench --bench curve -- 4x2 1x8`. Needs `/usr/bin/time` (Debian package `time`).
//!
//! Each case is a site of its own: our content, with every municipality and its file as many times as is asked, under other
//! names, and languages that are copies of the second. The largest writes 12 GB in a temporary folder, which goes at
//! the end.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench makes a site, reads its arguments, and tells what it measured"
)]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Countries and languages.
const CASES: [(usize, usize); 8] = [(1, 2), (4, 2), (16, 2), (1, 1), (1, 2), (1, 4), (1, 6), (1, 8)];
/// Languages in the order in which they are added; the first two are ours.
const LANGUAGES: [&str; 8] = ["nl", "en", "de", "fr", "pl", "ar", "tr", "uk"];

fn main() {
    let asked: Vec<(usize, usize)> = std::env::args().skip(1).filter_map(|argument| case(&argument)).collect();
    println!("countries  languages   municipalities    pages   user s  system s  peak MB  user ms a page");
    for (countries, languages) in if asked.is_empty() { CASES.to_vec() } else { asked } {
        measure(countries, languages);
    }
}

/// `4x2`: four countries in two languages.
fn case(text: &str) -> Option<(usize, usize)> {
    let (countries, languages) = text.split_once('x')?;
    Some((countries.parse().ok()?, languages.parse().ok().filter(|count| (1..=LANGUAGES.len()).contains(count))?))
}

fn measure(countries: usize, languages: usize) {
    let work = tempfile::tempdir().expect("a temporary folder");
    let municipalities = make_site(work.path(), countries, languages);
    let output = work.path().join("public");
    let mut command = Command::new("/usr/bin/time");
    command.args(["-f", "%U %S %M", env!("CARGO_BIN_EXE_ouderwijzer"), "build", "--map"]).arg(work.path());
    let measured = command.arg("--output").arg(&output).stdout(Stdio::null()).output().expect("`time` is there");
    let words = String::from_utf8_lossy(&measured.stderr).into_owned();
    assert!(measured.status.success(), "{words}");
    let last = words.lines().last().unwrap_or_default();
    let numbers: Vec<f64> = last.split(' ').filter_map(|number| number.parse().ok()).collect();
    let [user, system, peak] = numbers[..] else { panic!("`time` says: {last}") };
    let pages = pages_below(&output);
    println!(
        "{countries:9}  {languages:9}  {municipalities:15}  {pages:7}  {user:7.2}  {system:8.2}  {:7.0}  {:14.3}",
        peak / 1024.0,
        user * 1000.0 / pages as f64
    );
}

fn pages_below(folder: &Path) -> usize {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("listed"));
    entries.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "html")).count()
}

/// Gives the number of municipalities in the register.
fn make_site(site: &Path, countries: usize, languages: usize) -> usize {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["content", "municipalities"] {
        copy(&project.join(folder), &site.join(folder));
    }
    let content = site.join("content");
    for tag in &LANGUAGES[..languages] {
        if !content.join(tag).exists() {
            copy(&project.join("content/en"), &content.join(tag));
        }
    }
    let settings = fs::read_to_string(content.join("site.yaml")).expect("readable");
    let line = format!("talen: [{}]", LANGUAGES[..languages].join(", "));
    let lines = settings.lines().map(|old| if old.starts_with("talen:") { line.clone() } else { old.to_owned() });
    fs::write(content.join("site.yaml"), lines.collect::<Vec<_>>().join("\n")).expect("written");
    more_municipalities(site, countries)
}

/// Every municipality as many times as there are countries, each with a key, code and name of its own.
fn more_municipalities(site: &Path, countries: usize) -> usize {
    let register = site.join("content/register/gemeenten.csv");
    let text = fs::read_to_string(&register).expect("readable");
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.splitn(4, ',').collect()).collect();
    let mut longer = text.clone();
    let mut code = 2000;
    for country in 1..countries {
        for row in &rows {
            let [key, old_code, name, rest] = row[..] else { continue };
            while text.contains(&format!("GM{code:04}")) {
                code += 1;
            }
            writeln!(longer, "{key}-{country},GM{code:04},{name} {country},{rest}").expect("memory can be written");
            copy_layer(&site.join("municipalities"), (key, old_code, name), (country, code));
            code += 1;
        }
    }
    fs::write(register, longer).expect("written");
    rows.len() * countries
}

/// The file of a municipality for its copy. Sources are described once.
fn copy_layer(folder: &Path, (key, old_code, name): (&str, &str, &str), (country, code): (usize, usize)) {
    let Ok(text) = fs::read_to_string(folder.join(format!("{key}.yaml"))) else { return };
    let mut in_sources = false;
    let mut copy = String::new();
    for line in text.lines() {
        in_sources = line == "bronnen:" || (in_sources && line.starts_with([' ', '#']));
        if !in_sources {
            let line = line.replace(old_code, &format!("GM{code:04}"));
            let line = line.replace(&format!("naam: {name},"), &format!("naam: {name} {country},"));
            let line = line.replace(&format!("naam: \"{name}\","), &format!("naam: \"{name} {country}\","));
            writeln!(copy, "{line}").expect("memory can be written");
        }
    }
    fs::write(folder.join(format!("{key}-{country}.yaml")), copy).expect("written");
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("listed");
        let target = to.join(entry.path().strip_prefix(from).expect("inside"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target).expect("made");
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}
