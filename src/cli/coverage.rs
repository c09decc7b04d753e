//! `coverage`: what is known of each municipality, as a table, JSON or CSV.
#![expect(clippy::print_stdout, reason = "numbers are printed here")]

use std::process::ExitCode;

use anyhow::Result;
use camino::Utf8PathBuf;
use ouderwijzer::coverage::{csv, json, table};
use ouderwijzer::pipeline::{self, Counted};
use ouderwijzer::settings::Settings;

use super::arguments::{CoverageArguments, CoverageFormat};
use super::{as_of, exit_code, show};

/// Prints the numbers, or what stands in their way.
pub(super) fn coverage(arguments: &CoverageArguments) -> Result<ExitCode> {
    let CoverageArguments { municipalities, format, site_dir, date } = arguments;
    let settings = Settings {
        site_dir: site_dir.clone().unwrap_or_else(|| Utf8PathBuf::from(".")),
        output_dir: Utf8PathBuf::new(),
        municipalities: municipalities.clone(),
        languages: Vec::new(),
        as_of: as_of(date.as_deref())?,
    };
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
