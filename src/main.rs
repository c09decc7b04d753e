//! The program `ouderwijzer`: people, terminal and exit codes. All work is done by the library.

mod cli;

use std::process::ExitCode;

/// A fifth of a small build was asking for memory and giving it back; with this it is half of that (`docs/performance.md`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
