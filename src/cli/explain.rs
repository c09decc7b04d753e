//! `explain`: the page of a rule, or the list of all rules.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "pages are printed here")]

use std::process::ExitCode;

use ouderwijzer::check::handbook::{HANDBOOK, rule};
use ouderwijzer::diag::nearest;

use super::FAILED;

/// Prints the page of one rule, or a line for each.
pub(super) fn explain(name: Option<&str>) -> ExitCode {
    let Some(name) = name else {
        println!("Deze regels kijken naar tekst, gegevens en pagina’s. Meer over één regel: ouderwijzer uitleg NAAM\n");
        for rule in HANDBOOK.iter() {
            let severity = rule.severity().map_or("", |severity| severity.word());
            println!("{:<30} {severity:<8} {}", rule.name, rule.summary());
        }
        return ExitCode::SUCCESS;
    };
    if let Some(rule) = rule(name) {
        print!("{}", rule.page);
        return ExitCode::SUCCESS;
    }
    eprintln!("fout: er is geen regel `{name}`");
    let alike: Vec<String> =
        HANDBOOK.iter().filter(|rule| rule.name.contains(name)).map(|rule| format!("`{}`", rule.name)).collect();
    match nearest(name, HANDBOOK.iter().map(|rule| rule.name)) {
        Some(meant) => eprintln!("hulp: bedoelt u `{meant}`?"),
        None if !alike.is_empty() && alike.len() <= 5 => eprintln!("hulp: bedoelt u {}?", alike.join(" of ")),
        None => eprintln!("hulp: bekijk de regels met `ouderwijzer uitleg`"),
    }
    ExitCode::from(FAILED)
}
