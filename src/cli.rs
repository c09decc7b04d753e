//! The command line: Dutch words, the clock, the terminal, exit codes. It touches only the public library.
#![expect(clippy::disallowed_methods, reason = "this is the room that asks the clock and the environment")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is the room that prints")]

mod arguments;
mod build;
mod check;
mod coverage;
mod explain;
mod fmt;
mod introduction;
mod new;
#[cfg(feature = "extern")]
mod outside;
mod refusal;
mod schema;
mod serve;
mod sheet;
mod terminal;
mod trouble;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use clap::Parser;
use jiff::civil::Date;
use ouderwijzer::day;
use ouderwijzer::diag::{Diagnostics, Severity, SourceMap};
use ouderwijzer::lang::Lang;
use ouderwijzer::pipeline::{self, Outcome, PosterSettings};
use ouderwijzer::render::diagram::poster::Paper;
use ouderwijzer::report::human;
use ouderwijzer::settings::Settings;
use ouderwijzer::sources::key_of;

use self::arguments::{Arguments, Command, DiagramArguments, SiteArguments};

/// Exit code when there are findings.
const FINDINGS: u8 = 1;
/// Exit code when the work could not be done.
const FAILED: u8 = 2;

/// Runs the program.
pub(crate) fn run() -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments::as_meant(std::env::args_os())) {
        Ok(arguments) => arguments,
        Err(error) => return refusal::explain(&error),
    };
    match obey(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("fout: {}", trouble::message(&error));
            ExitCode::from(FAILED)
        }
    }
}

fn obey(arguments: &Arguments) -> Result<ExitCode> {
    match &arguments.command {
        Some(Command::Build(arguments)) => build::build(arguments),
        Some(Command::Merge(arguments)) => build::merge(arguments),
        Some(Command::Check(arguments)) => check::check(arguments),
        Some(Command::Explain { rule }) => Ok(explain::explain(rule.as_deref())),
        Some(Command::Coverage(arguments)) => coverage::coverage(arguments),
        Some(Command::Diagram(drawing)) => diagram(drawing),
        Some(Command::Schema(arguments)) => schema::schema(arguments),
        Some(Command::Fmt(arguments)) => fmt::fmt(arguments),
        Some(Command::Export(arguments)) => sheet::export(arguments),
        Some(Command::Import(arguments)) => sheet::import(arguments),
        Some(Command::New(arguments)) => new::new(arguments),
        Some(Command::Serve(arguments)) => serve::serve(arguments),
        None => {
            introduction::introduce();
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn diagram(arguments: &DiagramArguments) -> Result<ExitCode> {
    let DiagramArguments { municipality, lang, here, paper, file, site_dir, date } = arguments;
    let settings = Settings {
        site_dir: site_dir.clone().unwrap_or_else(|| Utf8PathBuf::from(".")),
        output_dir: Utf8PathBuf::new(),
        municipalities: vec![key_of(municipality)],
        languages: vec![language(lang)?],
        as_of: as_of(date.as_deref())?,
    };
    let poster = PosterSettings { here: here.clone(), paper: Paper::from(*paper), file: file.clone() };
    let drawn = pipeline::draw(&settings, &poster)?;
    show(&drawn.problems, &drawn.files);
    if drawn.written {
        println!("De plaat staat in {file}");
    } else {
        println!("Er is niets geschreven: los eerst de fouten op.");
    }
    Ok(exit_code(&drawn.problems))
}

fn show(problems: &Diagnostics, files: &SourceMap) {
    let text = human(problems, files, terminal::look());
    if !text.is_empty() {
        anstream::eprintln!("{text}\n");
    }
}

fn report(outcome: &Outcome) {
    show(&outcome.problems, &outcome.files);
    println!("{}", summary(&outcome.problems));
}

/// How many findings of each kind there are.
fn summary(problems: &Diagnostics) -> String {
    let kinds = [Severity::Error, Severity::Warning, Severity::Explain, Severity::Tip];
    let counted = kinds.map(|kind| (kind, problems.count(kind))).into_iter().filter(|(_, number)| *number > 0);
    let words: Vec<String> = counted
        .map(|(kind, number)| match kind {
            Severity::Error => count(number, "fout", "fouten"),
            other => format!("{number} keer `{}`", other.word()),
        })
        .collect();
    if words.is_empty() { "Geen fouten gevonden.".to_owned() } else { format!("{}.", words.join(", ")) }
}

fn exit_code(problems: &Diagnostics) -> ExitCode {
    if problems.has_errors() { ExitCode::from(FINDINGS) } else { ExitCode::SUCCESS }
}

fn count(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

fn settings(arguments: &SiteArguments) -> Result<Settings> {
    let languages = arguments.languages.iter().map(|tag| language(tag)).collect::<Result<Vec<Lang>>>()?;
    Ok(Settings {
        site_dir: arguments.site_dir.clone().unwrap_or_else(|| Utf8PathBuf::from(".")),
        output_dir: arguments.output.clone(),
        municipalities: keys(&arguments.municipalities),
        languages,
        as_of: as_of(arguments.date.as_deref())?,
    })
}

fn language(tag: &str) -> Result<Lang> {
    match Lang::from_tag(tag) {
        Some(lang) => Ok(lang),
        None => bail!("de taal `{tag}` is niet bekend; u kunt kiezen uit: {}", Lang::tags().collect::<Vec<_>>().join(", ")),
    }
}

/// Settings of a command that shows what is in a site and publishes nothing.
fn reading_settings(site_dir: Option<&Utf8Path>, municipalities: &[String], date: Option<&str>) -> Result<Settings> {
    Ok(Settings {
        site_dir: site_dir.unwrap_or(Utf8Path::new(".")).to_owned(),
        output_dir: Utf8PathBuf::new(),
        municipalities: keys(municipalities),
        languages: Vec::new(),
        as_of: as_of(date)?,
    })
}

/// A day as jaar-maand-dag, or as in a letter: 22-11-2026.
fn day_of(text: &str) -> Option<Date> {
    day::read(text).or_else(|| text.parse().ok())
}

/// Keys of municipalities, also when somebody types the name: `Leiden`, `Den Haag`.
fn keys(typed: &[String]) -> Vec<String> {
    typed.iter().map(|name| key_of(name)).collect()
}

/// The day that was asked for, else the day of `SOURCE_DATE_EPOCH`, else today.
fn as_of(asked: Option<&str>) -> Result<Date> {
    if let Some(text) = asked {
        let Some(day) = day_of(text) else {
            bail!("`{text}` is geen datum\nhulp: schrijf jaar-maand-dag, zoals 2026-11-22")
        };
        return Ok(day);
    }
    if let Ok(seconds) = std::env::var("SOURCE_DATE_EPOCH") {
        let seconds: i64 = seconds.parse().context("SOURCE_DATE_EPOCH is geen getal")?;
        let moment = jiff::Timestamp::from_second(seconds).context("SOURCE_DATE_EPOCH is te groot")?;
        return Ok(moment.to_zoned(jiff::tz::TimeZone::UTC).date());
    }
    Ok(jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date())
}
