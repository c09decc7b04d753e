//! The program `ouderwijzer`: people, terminal and exit codes. All work is done by the library.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
