//! How long a check of the whole site takes, and what of it is learning: `cargo bench --bench check`. Nothing is written.
//!
//! All municipalities in all languages. Prints the median of five runs in milliseconds, and the most memory that the process used.
//! The first run also learns the scale and reads the word lists; that happens once in a process.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench reads the clock and the process, and tells what it measured"
)]

use std::fs;
use std::time::Instant;

use camino::Utf8PathBuf;
use ouderwijzer::check::language::Scale;
use ouderwijzer::check::rules::labelled_sentences;
use ouderwijzer::pipeline;
use ouderwijzer::settings::Settings;

const RUNS: usize = 5;

fn main() {
    let labelled = labelled_sentences();
    let learning = median(|| {
        std::hint::black_box(Scale::learn(&labelled));
    });
    println!("learning from {} sentences  {learning:8.1} ms", labelled.len());
    let settings = Settings {
        site_dir: Utf8PathBuf::from(env!("CARGO_MANIFEST_DIR")),
        output_dir: Utf8PathBuf::from("public"),
        municipalities: Vec::new(),
        languages: Vec::new(),
        as_of: jiff::civil::date(2026, 11, 22),
    };
    let texts = median(|| assert!(pipeline::check_texts(&settings).is_ok(), "our own site can be read"));
    println!("texts, without pages             {texts:8.1} ms");
    let mut pages = 0;
    let whole = median(|| pages = pipeline::check(&settings, &|_, _| {}).expect("our own site can be read").pages);
    println!("the whole check, {pages} pages   {whole:8.1} ms");
    println!("most memory                      {}", most_memory());
}

/// Milliseconds.
fn median(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

/// As Linux knows it; elsewhere a question mark.
fn most_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "?".to_owned(), |size| size.trim().to_owned())
}
