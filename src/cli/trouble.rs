//! What stands in the way, in Dutch, with what to do about it.
#![expect(clippy::disallowed_methods, reason = "it looks for the site that somebody meant")]

use std::error::Error;
use std::fs;
use std::io::{self, ErrorKind};

use camino::{Utf8Path, Utf8PathBuf};
use ouderwijzer::pipeline::Failure;
use ouderwijzer::sources::LoadError;

/// The message for an error: the fact, and the help when there is one.
pub(super) fn message(error: &anyhow::Error) -> String {
    let mut parts: Vec<String> = Vec::new();
    for cause in error.chain() {
        let part = in_dutch(cause);
        if !parts.iter().any(|before| before.contains(&part)) {
            parts.push(part);
        }
    }
    let text = parts.join(": ");
    match no_site(error) {
        Some(folder) => format!("{text}\nhulp: {}", way_to_a_site(folder)),
        None if is_missing(error) && !text.contains("hulp:") => {
            format!("{text}\nhulp: kijk of de naam klopt, en of u in de goede map werkt")
        }
        None => text,
    }
}

/// The system speaks English: what people meet often is said in Dutch.
fn in_dutch(cause: &(dyn Error + 'static)) -> String {
    match cause.downcast_ref::<io::Error>().map(io::Error::kind) {
        Some(ErrorKind::NotFound) => "dat bestand bestaat niet".to_owned(),
        Some(ErrorKind::PermissionDenied) => "u hebt geen toegang".to_owned(),
        Some(ErrorKind::IsADirectory) => "dat is een map".to_owned(),
        _ => cause.to_string(),
    }
}

fn is_missing(error: &anyhow::Error) -> bool {
    let kinds = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
    kinds.into_iter().any(|kind| kind == ErrorKind::NotFound)
}

/// The folder that is no site.
fn no_site(error: &anyhow::Error) -> Option<&Utf8Path> {
    let load = match error.downcast_ref::<Failure>() {
        Some(Failure::Load(load)) => Some(load),
        _ => error.downcast_ref::<LoadError>(),
    };
    match load? {
        LoadError::NotASite(folder) => Some(folder),
        LoadError::Folder { .. } => None,
    }
}

/// Refuses a folder that is no site.
///
/// # Errors
/// When there is no content in it.
pub(super) fn refuse_no_site(folder: &Utf8Path) -> Result<(), LoadError> {
    if is_site(folder) { Ok(()) } else { Err(LoadError::NotASite(folder.to_owned())) }
}

fn is_site(folder: &Utf8Path) -> bool {
    folder.join("content").is_dir()
}

/// Somebody who just made a site often stands beside it, and somebody who looked for a file inside it.
fn way_to_a_site(folder: &Utf8Path) -> String {
    let mut above = folder.canonicalize_utf8().unwrap_or_default();
    let mut steps = Utf8PathBuf::new();
    while folder == "." && above.pop() {
        steps.push("..");
        if is_site(&above) {
            return format!("u werkt in een map van een site; ga eerst terug met `cd {steps}`");
        }
    }
    match below(folder) {
        Some(name) if folder == "." => format!("uw site staat in de map `{name}`; ga er eerst naartoe met `cd {name}`"),
        Some(name) => format!("uw site staat in de map `{name}` daarin: geef `--map {}`", folder.join(&name)),
        None => "ga naar de map van uw site met `cd`, of maak een site met `ouderwijzer new mijn-site`".to_owned(),
    }
}

/// The only site in a folder.
fn below(folder: &Utf8Path) -> Option<String> {
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut sites = names.filter(|name| is_site(&folder.join(name)));
    sites.next().filter(|_| sites.next().is_none())
}
