//! How many words a second the reading level takes: `cargo bench --bench plain`.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement reads the project, asks the clock and prints"
)]

use std::fs;
use std::time::Instant;

use ouderwijzer::check::plain::{Block, Glossary, blocks_from_text, read};
use walkdir::WalkDir;

const ROUNDS: u32 = 20;

fn main() {
    let texts: Vec<Vec<Block>> = WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content/nl"))
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "md"))
        .map(|entry| blocks_from_text(&fs::read_to_string(entry.path()).expect("readable")))
        .collect();
    let glossary = Glossary::default();
    // The first round also builds the lists of words.
    let words: usize = texts.iter().map(|blocks| read(blocks, &glossary).words()).sum();
    let start = Instant::now();
    for _ in 0..ROUNDS {
        for blocks in &texts {
            std::hint::black_box(read(blocks, &glossary));
        }
    }
    let round = start.elapsed() / ROUNDS;
    let words_per_second = words as f64 / round.as_secs_f64();
    println!("{} texts, {words} words: {round:.1?} a round, {words_per_second:.0} words a second", texts.len());
}
