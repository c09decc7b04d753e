//! `check`: a whole site, a few of its files, or letters.
#![expect(clippy::print_stdout, reason = "reports are printed here")]

use std::fs::File;
use std::io::Read;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use camino::Utf8Path;
use ouderwijzer::check::handbook::{self, HANDBOOK};
use ouderwijzer::check::plain::ReadingLevel;
use ouderwijzer::check::questions::{Answer, Verdict};
use ouderwijzer::diag::{Diagnostics, Severity, nearest};
use ouderwijzer::letter::{self, LARGEST_FILE, LetterError, LetterFormat};
use ouderwijzer::model::pathway::{self, Frame};
use ouderwijzer::pipeline::{self, Outcome};
use ouderwijzer::report::{About, github, json, sarif};

use super::arguments::{CheckArguments, Format};
use super::terminal::Bar;
use super::{FINDINGS, count, report, settings};

/// The name that stands for what comes in through the pipe.
const STANDARD_INPUT: &str = "-";

/// Looks at what the arguments name; without names at the site of the current folder.
pub(super) fn check(arguments: &CheckArguments) -> Result<ExitCode> {
    refuse_unknown_rules(&arguments.rules)?;
    let letters: Vec<&Utf8Path> =
        arguments.paths.iter().map(|path| path.as_path()).filter(|path| !path.is_dir() && !is_of_site(path)).collect();
    if letters.is_empty() {
        return check_site(arguments);
    }
    let frame = frame(arguments.frame.as_deref())?;
    let mut found = false;
    for path in letters {
        let text = read(path)?;
        let mut outcome = pipeline::check_letter(path.as_str(), &text, frame);
        let answers = pipeline::question_letter(path.as_str(), &text, &outcome);
        keep_asked(&mut outcome, arguments);
        let level = reading_level(&outcome);
        show(&outcome, arguments.format, level.as_ref());
        if let Some(level) = level.filter(|_| arguments.format == Format::Terminal) {
            println!("{}", about_letter(&level, arguments.reading_level));
        }
        if arguments.format == Format::Terminal && arguments.rules.is_empty() {
            println!("{}", about_questions(&answers));
        }
        found |= has_findings(&outcome.problems, arguments.strict);
    }
    Ok(exit_code(found))
}

fn check_site(arguments: &CheckArguments) -> Result<ExitCode> {
    let mut settings = settings(&arguments.site)?;
    if let Some(folder) = arguments.paths.iter().find(|path| path.is_dir() && !is_of_site(path)) {
        settings.site_dir = folder.clone();
    }
    let started = Instant::now();
    let bar = Bar::new("Pagina's nakijken");
    let only_files = !arguments.paths.is_empty() && arguments.paths.iter().all(|path| is_of_site(path));
    let mut outcome = match only_files {
        true => pipeline::check_texts(&settings)?,
        false => pipeline::check(&settings, &|done, all| bar.show(done, all))?,
    };
    bar.finish();
    if arguments.outside {
        look_outside(&mut outcome, &settings)?;
    }
    keep_asked(&mut outcome, arguments);
    keep_files(&mut outcome, arguments);
    let level = reading_level(&outcome);
    show(&outcome, arguments.format, level.as_ref());
    if let Some(level) = level.filter(|_| arguments.reading_level && arguments.format == Format::Terminal) {
        println!("{}", level.table());
    }
    if outcome.pages > 0 && arguments.format == Format::Terminal {
        println!(
            "Nagekeken in {:.1} s: {} en {}. Er is niets geschreven.",
            started.elapsed().as_secs_f64(),
            count(outcome.municipalities, "gemeente", "gemeenten"),
            count(outcome.pages, "pagina", "pagina's")
        );
    }
    Ok(exit_code(has_findings(&outcome.problems, arguments.strict)))
}

#[cfg(feature = "extern")]
use super::outside::look_outside;

/// Without the feature nothing can ask.
#[cfg(not(feature = "extern"))]
fn look_outside(_: &mut Outcome, _: &ouderwijzer::settings::Settings) -> Result<()> {
    bail!("dit programma is gemaakt zonder `extern` en kan geen adressen van andere sites bekijken")
}

/// Whether a path is a file of a site, seen from its folder.
fn is_of_site(path: &Utf8Path) -> bool {
    path.starts_with("content") || path.starts_with("municipalities")
}

/// The text of a letter: plain, or out of a document of a word processor.
#[expect(clippy::disallowed_methods, reason = "a letter lies anywhere, and is no file of a site")]
fn read(path: &Utf8Path) -> Result<String> {
    let (bytes, format) = if path == STANDARD_INPUT {
        let bytes = read_within_limit(&mut std::io::stdin()).context("wat binnenkomt is niet te lezen")?;
        let format = LetterFormat::of_bytes(&bytes);
        (bytes, format)
    } else {
        let mut file = File::open(path).with_context(|| format!("`{path}` is niet te lezen"))?;
        let bytes = read_within_limit(&mut file).with_context(|| format!("`{path}` is niet te lezen"))?;
        (bytes, LetterFormat::of_name(path.as_str()))
    };
    let name = if path == STANDARD_INPUT { "wat binnenkomt".to_owned() } else { format!("`{path}`") };
    let text = match format {
        Some(format) => letter::text(&bytes, format).with_context(|| format!("{name} is niet te lezen"))?,
        None => String::from_utf8(bytes).with_context(|| format!("{name} is geen leesbare tekst"))?,
    };
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n"))
}

/// Everything up to the limit, and one byte more, so that a letter that is too large is refused and not cut off.
fn read_within_limit(from: &mut impl Read) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST_FILE {
        bail!(LetterError::TooLarge(LARGEST_FILE / 1_000_000));
    }
    Ok(bytes)
}

fn frame(name: Option<&str>) -> Result<Option<Frame>> {
    let Some(name) = name else { return Ok(None) };
    match pathway::frame(name) {
        Some(frame) => Ok(Some(frame)),
        None => bail!("het kader `{name}` bestaat niet; kies vrijwillig, vrijwillig-intensief, overgang of gedwongen"),
    }
}

fn refuse_unknown_rules(names: &[String]) -> Result<()> {
    for name in names {
        // Findings of earlier rooms have a name too, but no page: those are let through.
        if let Some(meant) = nearest(name, HANDBOOK.iter().map(|rule| rule.name)).filter(|meant| meant != name) {
            bail!("er is geen regel `{name}`; bedoelt u `{meant}`?");
        }
    }
    Ok(())
}

/// The findings of the rules that were asked for, and tips only on request: a rule that is named may give tips too.
fn keep_asked(outcome: &mut Outcome, arguments: &CheckArguments) {
    let names = &arguments.rules;
    if arguments.tips || !names.is_empty() {
        outcome.problems.extend(std::mem::take(&mut outcome.tips));
    }
    if !names.is_empty() {
        outcome.problems.retain(|problem| names.iter().any(|name| name == problem.rule));
    }
}

/// The reading level of all pages that were read; nothing without pages.
fn reading_level(outcome: &Outcome) -> Option<ReadingLevel> {
    let pages = outcome.levels.iter().map(|(file, reading)| (outcome.files.path(*file).as_str(), reading));
    (!outcome.levels.is_empty()).then(|| ReadingLevel::of(pages))
}

/// The reading level of a letter: a line, or all numbers.
fn about_letter(level: &ReadingLevel, in_numbers: bool) -> String {
    if in_numbers { level.table() } else { level.line() }
}

/// The four questions of a neutral text, each with its answer.
fn about_questions(answers: &[Answer; 4]) -> String {
    let lines = answers.iter().enumerate().map(|(number, answer)| {
        let verdict = match answer.verdict {
            Verdict::Yes => "ja",
            Verdict::No => "nee",
            Verdict::Unknown => "kijk zelf",
        };
        format!("{}. {} {verdict}: {}", number + 1, answer.question, answer.reason)
    });
    format!("Vier vragen over deze brief\n{}", lines.collect::<Vec<_>>().join("\n"))
}

fn keep_files(outcome: &mut Outcome, arguments: &CheckArguments) {
    let chosen: Vec<_> = arguments.paths.iter().filter(|path| is_of_site(path)).collect();
    if !chosen.is_empty() {
        let files = &outcome.files;
        let is_chosen = |file| chosen.iter().any(|path| files.path(file).starts_with(path));
        outcome.problems.retain(|problem| problem.span.is_some_and(|span| is_chosen(span.file)));
        outcome.levels.retain(|(file, _)| is_chosen(*file));
    }
}

fn show(outcome: &Outcome, format: Format, level: Option<&ReadingLevel>) {
    let (problems, files) = (&outcome.problems, &outcome.files);
    match format {
        Format::Terminal => report(outcome),
        Format::Json => println!("{}", json(problems, files, &about, level)),
        Format::Sarif => println!("{}", sarif(problems, files, &about)),
        Format::Github => {
            let lines = github(problems, files);
            if !lines.is_empty() {
                println!("{lines}");
            }
        }
    }
}

/// What the pages of the rules say about a finding.
fn about(name: &str) -> About {
    let family = handbook::family_of(name).word();
    match handbook::rule(name) {
        Some(rule) => About { family, facts: rule.facts(), summary: rule.summary(), page: rule.page },
        None => About { family, ..About::default() },
    }
}

fn has_findings(problems: &Diagnostics, strict: bool) -> bool {
    problems.has_errors() || (strict && problems.count(Severity::Warning) > 0)
}

fn exit_code(found: bool) -> ExitCode {
    if found { ExitCode::from(FINDINGS) } else { ExitCode::SUCCESS }
}
