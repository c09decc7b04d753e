//! `fmt`: tidies the files of municipalities, or says which ones are not tidy.
#![expect(clippy::print_stdout, reason = "the outcome is printed here")]

use std::process::ExitCode;

use anyhow::{Result, bail};
use camino::Utf8Path;
use ouderwijzer::pipeline;

use super::arguments::FmtArguments;
use super::{FINDINGS, count, show};

/// Tidies what the arguments name; without names all files of the site.
pub(super) fn fmt(arguments: &FmtArguments) -> Result<ExitCode> {
    let site_dir = arguments.site_dir.as_deref().unwrap_or(Utf8Path::new("."));
    for path in &arguments.paths {
        if !path.exists() && !site_dir.join(path).exists() {
            bail!("het bestand `{path}` bestaat niet");
        }
    }
    let tidied = pipeline::tidy(site_dir, &arguments.paths, !arguments.check)?;
    show(&tidied.problems, &tidied.files);
    let number = tidied.untidy.len();
    for path in &tidied.untidy {
        println!("{path}");
    }
    match (arguments.check, number) {
        (_, 0) => println!("{} nagekeken: alles is netjes.", count(tidied.tidy, "bestand", "bestanden")),
        (true, _) => {
            println!("Niet netjes: {}. Maak dat in orde met `ouderwijzer netjes`.", count(number, "bestand", "bestanden"))
        }
        (false, _) => println!("{} netjes gemaakt, {} al netjes.", count(number, "bestand", "bestanden"), tidied.tidy),
    }
    let failed = tidied.problems.has_errors() || (arguments.check && number > 0);
    Ok(if failed { ExitCode::from(FINDINGS) } else { ExitCode::SUCCESS })
}
