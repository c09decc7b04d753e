//! `fmt`: tidies the files of municipalities, or says which ones are not tidy.
#![expect(clippy::print_stdout, reason = "the outcome is printed here")]

use std::process::ExitCode;

use anyhow::{Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use ouderwijzer::pipeline;
use ouderwijzer::sources::key_of;

use super::arguments::FmtArguments;
use super::trouble::refuse_no_site;
use super::{FINDINGS, count, show};

/// Tidies what the arguments name; without names all files of the site.
pub(super) fn fmt(arguments: &FmtArguments) -> Result<ExitCode> {
    let site_dir = arguments.site_dir.as_deref().unwrap_or(Utf8Path::new("."));
    refuse_no_site(site_dir)?;
    let paths = arguments.paths.iter().map(|path| meant(path, site_dir)).collect::<Result<Vec<Utf8PathBuf>>>()?;
    let tidied = pipeline::tidy(site_dir, &paths, !arguments.check)?;
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

/// The file that was named, also by its key alone: `leiden`.
fn meant(path: &Utf8Path, site_dir: &Utf8Path) -> Result<Utf8PathBuf> {
    let of_key = Utf8PathBuf::from(format!("municipalities/{}.yaml", key_of(path.as_str())));
    match path {
        path if path.is_file() || site_dir.join(path).is_file() => Ok(path.to_owned()),
        path if path.components().count() == 1 && site_dir.join(&of_key).is_file() => Ok(of_key),
        path if path.exists() => {
            bail!("`{path}` is een map\nhulp: noem een bestand, of laat de naam weg voor alle bestanden")
        }
        path => bail!("het bestand `{path}` bestaat niet"),
    }
}
