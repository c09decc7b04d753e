//! `export` and `import`: values of municipalities to a sheet, and back after a look at what changes.
#![expect(clippy::print_stdout, reason = "changes are shown and confirmed here")]

use std::fs;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use ouderwijzer::diag::nearest;
use ouderwijzer::pipeline;
use ouderwijzer::sheet::{Proposal, from_csv, from_excel, to_csv, to_excel};
use ouderwijzer::write::write_file;
use similar::TextDiff;

use super::arguments::{ExportArguments, ImportArguments, SheetFormat};
use super::trouble::refuse_no_site;
use super::{FINDINGS, count, keys, show};

/// Lines shown round a change.
const CONTEXT: usize = 1;

/// Writes the sheet.
pub(super) fn export(arguments: &ExportArguments) -> Result<ExitCode> {
    let site_dir = arguments.site_dir.as_deref().unwrap_or(Utf8Path::new("."));
    refuse_no_site(site_dir)?;
    let municipalities = keys(&arguments.municipalities);
    let export = pipeline::export(site_dir, &municipalities)?;
    show(&export.problems, &export.files);
    if export.problems.has_errors() {
        println!("Er is niets geschreven: los eerst de fouten op.");
        return Ok(ExitCode::from(FINDINGS));
    }
    if let Some(key) = municipalities.iter().find(|key| !export.known.contains(key)) {
        match nearest(key, export.known.iter().map(String::as_str)) {
            Some(meant) => bail!("er is geen bestand `municipalities/{key}.yaml`; bedoelt u `{meant}`?"),
            None => {
                bail!("er is geen bestand `municipalities/{key}.yaml`\nhulp: maak het met `ouderwijzer new gemeente {key}`")
            }
        }
    }
    if export.known.is_empty() {
        bail!(
            "deze site heeft nog geen bestanden van gemeenten\nhulp: maak er een, bijvoorbeeld met `ouderwijzer new gemeente Leiden`"
        );
    }
    let (name, bytes) = match arguments.format {
        SheetFormat::Csv => ("gemeenten.csv", to_csv(&export.rows).into_bytes()),
        SheetFormat::Xlsx => ("gemeenten.xlsx", to_excel(&export.rows)?),
    };
    let file = arguments.file.clone().unwrap_or_else(|| Utf8PathBuf::from(name));
    write_file(&file, bytes)?;
    println!(
        "{} in {file}. Verander de kolom Waarde, en zet het terug met `ouderwijzer import {file}`.",
        count(export.rows.len(), "regel", "regels")
    );
    Ok(ExitCode::SUCCESS)
}

/// Shows what a sheet changes, and changes it when somebody agrees.
pub(super) fn import(arguments: &ImportArguments) -> Result<ExitCode> {
    let ImportArguments { file, yes, dry, site_dir } = arguments;
    let site_dir = site_dir.as_deref().unwrap_or(Utf8Path::new("."));
    refuse_no_site(site_dir)?;
    let bytes = fs::read(file).with_context(|| format!("`{file}` is niet te lezen"))?;
    let sheet = match file.extension().map(str::to_lowercase).as_deref() {
        Some("xlsx") => from_excel(file, &bytes),
        Some("csv") => from_csv(file, &bytes),
        _ => {
            bail!("`{file}` is geen rekenblad\nhulp: sla het op als Excel-bestand (.xlsx) of als CSV (.csv)")
        }
    };
    let import = pipeline::import(site_dir, sheet)?;
    show(&import.problems, &import.files);
    if import.problems.has_errors() {
        println!("Er is niets veranderd: los eerst de fouten op.");
        return Ok(ExitCode::from(FINDINGS));
    }
    if import.proposals.is_empty() {
        println!("Het rekenblad zegt hetzelfde als de bestanden. Er is niets veranderd.");
        return Ok(ExitCode::SUCCESS);
    }
    import.proposals.iter().for_each(show_changes);
    let files = count(import.proposals.len(), "bestand", "bestanden");
    if *dry {
        println!("{files} zou veranderen. Dit was een proef: er is niets veranderd.");
    } else if *yes || confirmed(&files)? {
        pipeline::put_in_place(site_dir, &import.proposals)?;
        println!("{files} veranderd. Kijk het na met `ouderwijzer check`.");
    } else {
        println!("Er is niets veranderd.");
    }
    Ok(ExitCode::SUCCESS)
}

fn show_changes(proposal: &Proposal) {
    let diff = TextDiff::from_lines(&proposal.before, &proposal.after);
    println!("{}\n{}", proposal.path, diff.unified_diff().context_radius(CONTEXT));
}

/// Asks; without somebody to ask nothing is changed.
fn confirmed(files: &str) -> Result<bool> {
    if !std::io::stdin().is_terminal() {
        bail!("er is niemand om het aan te vragen; geef `--ja` om {files} te veranderen, of `--proef` om alleen te kijken");
    }
    print!("{files} veranderen? (ja/nee) ");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "ja" | "j"))
}
