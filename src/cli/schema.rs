//! `schema`: shows one schema, or writes them all beside a site.
#![expect(clippy::print_stdout, reason = "a schema is printed here")]

use std::process::ExitCode;

use anyhow::{Result, bail};
use camino::Utf8Path;
use ouderwijzer::diag::nearest;
use ouderwijzer::schema::{Kind, KnownNames, schema_text};
use ouderwijzer::sources::{self, LoadError};
use ouderwijzer::write::write_file;

use super::arguments::SchemaArguments;
use super::{FINDINGS, count, show};

/// Shows the schema that was asked for; without a kind, writes all of them in `schema/` of the site.
pub(super) fn schema(arguments: &SchemaArguments) -> Result<ExitCode> {
    let kind = arguments.kind.as_deref().map(kind).transpose()?;
    let site_dir = arguments.site_dir.as_deref();
    let names = match (site_dir, kind) {
        (Some(dir), _) => names(dir)?,
        (None, Some(_)) => Some(KnownNames::default()),
        (None, None) => names(Utf8Path::new("."))?,
    };
    let Some(names) = names else {
        println!("Er is niets geschreven: los eerst de fouten op.");
        return Ok(ExitCode::from(FINDINGS));
    };
    match kind {
        Some(kind) => print!("{}", schema_text(kind, &names)),
        None => write_all(site_dir.unwrap_or(Utf8Path::new(".")), &names)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn kind(name: &str) -> Result<Kind> {
    if let Some(kind) = Kind::from_name(name) {
        return Ok(kind);
    }
    let known = Kind::ALL.map(Kind::name);
    match nearest(name, known) {
        Some(meant) => bail!("er is geen soort `{name}`; bedoelt u `{meant}`?"),
        None => bail!("er is geen soort `{name}`; u kunt kiezen uit: {}", known.join(", ")),
    }
}

/// The names of a site; `None` when its shared files have mistakes, which are shown. A folder without a site has no names.
fn names(site_dir: &Utf8Path) -> Result<Option<KnownNames>> {
    let outcome = match sources::load(site_dir) {
        Ok(outcome) => outcome,
        Err(LoadError::NotASite(_)) => return Ok(Some(KnownNames::default())),
        Err(error) => return Err(error.into()),
    };
    if outcome.sources.is_none() {
        show(&outcome.problems, &outcome.files);
    }
    Ok(outcome.sources.as_ref().map(KnownNames::of))
}

/// Writes the schemas of a site that was just made, or that has none yet.
pub(super) fn write_when_missing(site_dir: &Utf8Path) -> Result<()> {
    if site_dir.join(Kind::Municipality.path()).exists() {
        return Ok(());
    }
    let outcome = sources::load(site_dir)?;
    let names = outcome.sources.as_ref().map(KnownNames::of).unwrap_or_default();
    Kind::ALL.into_iter().try_for_each(|kind| Ok(write_file(&site_dir.join(kind.path()), schema_text(kind, &names))?))
}

fn write_all(site_dir: &Utf8Path, names: &KnownNames) -> Result<()> {
    for kind in Kind::ALL {
        write_file(&site_dir.join(kind.path()), schema_text(kind, names))?;
    }
    println!("{} geschreven in {}", count(Kind::ALL.len(), "schema", "schema's"), site_dir.join("schema"));
    Ok(())
}
