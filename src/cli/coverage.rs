//! `coverage`: what is known of each municipality, as a table, JSON or CSV.
#![expect(clippy::print_stdout, reason = "numbers are printed here")]

use std::process::ExitCode;

use anyhow::Result;
use ouderwijzer::coverage::{csv, json, table};
use ouderwijzer::pipeline::{self, Counted};

use super::arguments::{CoverageArguments, CoverageFormat};
use super::{exit_code, reading_settings, show};

/// Prints the numbers, or what stands in their way.
pub(super) fn coverage(arguments: &CoverageArguments) -> Result<ExitCode> {
    let CoverageArguments { municipalities, format, site_dir, date } = arguments;
    let settings = reading_settings(site_dir.as_deref(), municipalities, date.as_deref())?;
    let Counted { files, problems, coverage } = pipeline::count(&settings)?;
    show(&problems, &files);
    if let Some((coverage, ui)) = coverage {
        let text = match format {
            CoverageFormat::Terminal => table(&coverage, &ui),
            CoverageFormat::Json => json(&coverage, &ui),
            CoverageFormat::Csv => csv(&coverage, &ui),
        };
        print!("{text}");
    }
    Ok(exit_code(&problems))
}
