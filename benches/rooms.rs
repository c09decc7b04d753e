//! How long each room takes for all municipalities: `cargo bench --bench rooms`. Nothing is written.
//!
//! Prints the median of five runs in milliseconds. With an argument only the municipality of that key is planned and
//! rendered: `cargo bench --bench rooms -- leiden`.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench reads its arguments and the clock, and tells what it measured"
)]

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use camino::Utf8Path;
use ouderwijzer::plan::Selection;
use ouderwijzer::render::Job;
use ouderwijzer::{model, plan, render, sources};

const RUNS: usize = 5;

fn main() {
    let only: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let mut times: Vec<[f64; 4]> = (0..RUNS).map(|_| run(&only)).collect();
    for (room, name) in ["sources", "model", "plan", "render"].iter().enumerate() {
        times.sort_by(|one, other| one[room].total_cmp(&other[room]));
        println!("{name:8} {:9.1} ms", times[RUNS / 2][room]);
    }
}

/// One run: milliseconds of sources, model, plan and render.
fn run(only: &[String]) -> [f64; 4] {
    let mut clock = Instant::now();
    let mut lap = || {
        let time = clock.elapsed().as_secs_f64() * 1000.0;
        clock = Instant::now();
        time
    };
    let loaded = sources::load(Utf8Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the site folder can be read");
    let read = lap();
    let sources = loaded.sources.expect("our own content is sound");
    let as_of = jiff::civil::date(2026, 11, 22);
    let (model, _) = model::resolve(&sources, &loaded.files, as_of);
    let resolved = lap();
    let model = model.expect("our own content is sound");
    let selection = Selection { municipalities: only.to_vec(), languages: Vec::new() };
    let (plan, _) = plan::plan(&model, &selection);
    let planned = lap();
    let listed: BTreeSet<String> = model.municipalities.iter().map(|one| one.key.clone()).collect();
    let published = BTreeSet::new();
    let job = Job {
        model: &model,
        plan: &plan,
        theme: &sources.theme.files,
        as_of,
        listed: &listed,
        published: &published,
        kept: &BTreeSet::new(),
        shared: true,
        only: None,
    };
    let bytes = AtomicUsize::new(0);
    render::render(&job, &|file| {
        bytes.fetch_add(file.bytes.len(), Ordering::Relaxed);
    })
    .expect("our own theme is sound");
    assert!(bytes.into_inner() > 0, "something was rendered");
    [read, resolved, planned, lap()]
}
