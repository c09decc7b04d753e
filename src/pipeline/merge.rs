//! Parts that several machines built, put together to one site.

use camino::{Utf8Path, Utf8PathBuf};

use super::Failure;
use crate::write::{Parts, Published, WriteError};

/// Puts the parts of `build --deel` together in one output folder. The result has the bytes of a single build.
///
/// # Errors
/// When a folder cannot be read or written, when parts were made from different input, or when one is missing.
pub fn merge(folders: &[Utf8PathBuf], output: &Utf8Path) -> Result<Published, Failure> {
    let parts = Parts::open(folders)?;
    let missing = missing_pages(&parts);
    if let Some(first) = missing.first() {
        return Err(WriteError::PartMissing(first.clone(), missing.len()).into());
    }
    Ok(parts.publish(output)?)
}

/// Pages that the site map of every part names and no part has.
fn missing_pages(parts: &Parts) -> Vec<String> {
    let map = parts.text("sitemap.xml").unwrap_or_default();
    let addresses: Vec<&str> =
        map.split("<loc>").skip(1).filter_map(|rest| rest.split_once("</loc>")).map(|(address, _)| address).collect();
    // The hub of the first language lies at the root, and comes first.
    let Some(base) = addresses.first() else { return vec!["index.html".to_owned()] };
    let pages = addresses.iter().filter_map(|address| address.strip_prefix(base));
    pages.map(|folder| format!("{folder}index.html")).filter(|page| !parts.has(page)).collect()
}
