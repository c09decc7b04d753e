//! The program `ouderwijzer`: people, terminal and exit codes. All work is done by the library.

mod cli;

use std::process::ExitCode;

/// A page is made of many short texts: with this allocator a build takes a tenth less time (`docs/performance.md`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
