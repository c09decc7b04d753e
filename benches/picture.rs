//! How long the overview picture takes, layout and drawing together: `cargo bench --bench picture`.
//!
//! Every different picture of our own content is drawn a hundred times; the median and the slowest are printed.
#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a bench asks the clock and tells what it measured")]

use std::hint::black_box;
use std::time::Instant;

use camino::Utf8Path;
use ouderwijzer::render::diagram::overview;
use ouderwijzer::{model, render, sources};

const ROUNDS: usize = 100;

fn main() {
    let loaded = sources::load(Utf8Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the project can be read");
    let sources = loaded.sources.expect("our own content is sound");
    let (model, _) = model::resolve(&sources, &loaded.files, jiff::civil::date(2026, 11, 22));
    let model = model.expect("our own content is sound");
    for lang in &model.site.languages {
        let pictures = render::overview_pictures(&model, *lang);
        let mut times: Vec<f64> = pictures
            .iter()
            .map(|picture| {
                let start = Instant::now();
                for _ in 0..ROUNDS {
                    black_box(overview(black_box(picture))).expect("our own pictures can be drawn");
                }
                start.elapsed().as_secs_f64() * 1000.0 / ROUNDS as f64
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let (median, slowest) = (times[times.len() / 2], times[times.len() - 1]);
        println!("{}: {} pictures, median {median:.3} ms, slowest {slowest:.3} ms", lang.tag(), times.len());
    }
}
