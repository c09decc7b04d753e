//! `build` and `samenvoegen`: make the pages, tell what was done, and list what must be uploaded.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;
use ouderwijzer::pipeline;
use ouderwijzer::settings::{Delivery, Part};
use ouderwijzer::write::{self, Published};

use super::arguments::SiteArguments;
use super::terminal::Bar;
use super::{count, exit_code, report, settings};

/// What to make, and how it is handed over.
#[derive(Debug, Args)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    site: SiteArguments,
    /// Zet naast elk bestand ook een kleine vorm voor de server (.gz en .br)
    #[arg(long = "gecomprimeerd")]
    compressed: bool,
    /// Maak alleen dit deel van de gemeenten, zoals 2/4: deel 2 van 4
    #[arg(long = "deel", value_name = "DEEL")]
    part: Option<String>,
    /// Zet in lijsten wat er anders is dan in deze kopie van `bestanden.txt`
    #[arg(long = "sinds", value_name = "BESTAND")]
    since: Option<Utf8PathBuf>,
}

/// Which parts to put together.
#[derive(Debug, Args)]
pub(crate) struct MergeArguments {
    /// Mappen van de delen
    #[arg(value_name = "MAP", required = true)]
    folders: Vec<Utf8PathBuf>,
    /// Map waarin de hele site komt
    #[arg(long, value_name = "MAP", default_value = "public", hide_default_value = true)]
    output: Utf8PathBuf,
}

/// Makes the pages.
pub(crate) fn build(arguments: &BuildArguments) -> Result<ExitCode> {
    let settings = settings(&arguments.site)?;
    let delivery = Delivery { compressed: arguments.compressed, part: part(arguments.part.as_deref())? };
    let started = Instant::now();
    let bar = Bar::new("Pagina's maken");
    let outcome = pipeline::deliver(&settings, delivery, &|done, all| bar.show(done, all))?;
    bar.finish();
    report(&outcome);
    let seconds = started.elapsed().as_secs_f64();
    match &outcome.published {
        Some(published) => {
            println!(
                "Klaar in {seconds:.1} s: {} en {} ({:.1} MB).",
                count(outcome.municipalities, "gemeente", "gemeenten"),
                count(outcome.pages, "pagina", "pagina's"),
                published.bytes as f64 / 1_000_000.0
            );
            tell(published, &settings.output_dir);
            if let Some(earlier) = &arguments.since {
                list_changes(&settings.output_dir, earlier)?;
            }
        }
        None => println!("Er is niets geschreven: los eerst de fouten op."),
    }
    Ok(exit_code(&outcome.problems))
}

/// Puts parts together.
pub(crate) fn merge(arguments: &MergeArguments) -> Result<ExitCode> {
    let published = pipeline::merge(&arguments.folders, &arguments.output)?;
    println!("{} samengevoegd.", count(arguments.folders.len(), "deel", "delen"));
    tell(&published, &arguments.output);
    Ok(ExitCode::SUCCESS)
}

fn part(text: Option<&str>) -> Result<Option<Part>> {
    let Some(text) = text else { return Ok(None) };
    match Part::parse(text) {
        Some(part) => Ok(Some(part)),
        None => bail!("`{text}` is geen deel; schrijf bijvoorbeeld 2/4: deel 2 van 4"),
    }
}

fn tell(published: &Published, output: &Utf8Path) {
    println!(
        "{} geschreven, {} gelijk gebleven, {} weggehaald.",
        count(published.written, "bestand", "bestanden"),
        published.unchanged,
        published.removed
    );
    println!("Bekijk {}", output.join("index.html"));
}

/// Two lists beside the output folder, a path on each line.
fn list_changes(output: &Utf8Path, earlier: &Utf8Path) -> Result<()> {
    let changes = write::since(output, earlier)?;
    let name = output.file_name().unwrap_or("public");
    let [changed, removed] = ["veranderd", "weg"].map(|what| output.with_file_name(format!("{name}-{what}.txt")));
    changes.write(&changed, &removed)?;
    println!(
        "Sinds `{earlier}`: {} veranderd ({changed}), {} weg ({removed}).",
        count(changes.changed.len(), "bestand", "bestanden"),
        changes.removed.len()
    );
    Ok(())
}
