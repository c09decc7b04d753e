//! What is wrong with arguments, in Dutch, with what somebody can do next.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "help and refusals are printed here")]

use std::process::ExitCode;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::FAILED;
use super::arguments::Arguments;

/// Shows help and version as they are, and says what is wrong with arguments in Dutch.
pub(crate) fn explain(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        print!("{error}");
        return ExitCode::SUCCESS;
    }
    let word = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("` of `"),
        _ => String::new(),
    };
    // What stands between < and > is for people who read usage lines.
    let argument = word(ContextKind::InvalidArg);
    let argument = argument.split(" <").next().unwrap_or_default().trim_matches(['<', '>']).to_owned();
    let value = word(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => format!("`{argument}` is geen bekende optie"),
        ErrorKind::UnknownArgument => format!("`{argument}` hoort hier niet"),
        ErrorKind::InvalidSubcommand => format!("`{}` is geen bekende opdracht", word(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => format!("`{argument}` hoort er nog bij"),
        ErrorKind::InvalidValue if value.is_empty() => format!("achter `{argument}` hoort een waarde"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("`{value}` kan niet bij `{argument}`"),
        ErrorKind::ArgumentConflict if argument.is_empty() => "hier staat een woord te veel".to_owned(),
        ErrorKind::ArgumentConflict => format!("`{argument}` kan hier niet bij de rest"),
        _ => "deze opdracht is niet te lezen".to_owned(),
    };
    eprintln!("fout: {message}");
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(word).concat();
    let choices = word(ContextKind::ValidValue);
    let help = match (meant.is_empty(), choices.is_empty()) {
        (false, _) => format!("bedoelt u `{meant}`?"),
        (true, false) => format!("kies `{choices}`"),
        (true, true) => way_on(error, &argument),
    };
    eprintln!("hulp: {help}");
    ExitCode::from(FAILED)
}

/// What somebody can do next: with an example of the command when there is one.
fn way_on(error: &clap::Error, argument: &str) -> String {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    let first = typed.first().map(String::as_str).unwrap_or_default();
    let command = Arguments::command().get_subcommands().find_map(|one| {
        let is_meant = one.get_name() == first || one.get_all_aliases().any(|alias| alias == first);
        is_meant.then(|| one.get_name().to_owned())
    });
    match command.as_deref() {
        None if first.starts_with('-') => {
            format!("zet eerst een opdracht, bijvoorbeeld `ouderwijzer build {}`", typed.join(" "))
        }
        None => "bekijk de opdrachten met `ouderwijzer --help`".to_owned(),
        Some("new") if !argument.starts_with('-') => {
            "een nieuwe site: `ouderwijzer new mijn-site`, zonder spaties in de naam; een gemeente: `ouderwijzer new gemeente Leiden`".to_owned()
        }
        Some("import") if error.kind() == ErrorKind::MissingRequiredArgument => {
            "noem het rekenblad, bijvoorbeeld `ouderwijzer import gemeenten.xlsx`".to_owned()
        }
        Some("diagram") if error.kind() == ErrorKind::MissingRequiredArgument => {
            "noem een gemeente, bijvoorbeeld `ouderwijzer tekening --gemeente leiden`".to_owned()
        }
        Some(name) => format!("bekijk de opties met `ouderwijzer {name} --help`"),
    }
}
