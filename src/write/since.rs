//! What changed since an earlier list of files, for programs that upload.

use camino::Utf8Path;

use super::disk::write_file;
use super::error::{WriteError, unreadable};
use super::manifest::Manifest;
use super::publish::is_page;

/// Paths of files that an upload must put in place, and of those that it must take away, in that order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// New or different: what pages need before the pages themselves.
    pub changed: Vec<String>,
    /// No longer there: pages before what they needed.
    pub removed: Vec<String>,
}

impl Changes {
    /// Writes two lists, a path on each line.
    ///
    /// # Errors
    /// When a list cannot be written.
    pub fn write(&self, changed: &Utf8Path, removed: &Utf8Path) -> Result<(), WriteError> {
        let text = |paths: &[String]| paths.iter().map(|path| format!("{path}\n")).collect::<String>();
        write_file(changed, text(&self.changed))?;
        write_file(removed, text(&self.removed))
    }
}

/// Compares the list of the last run beside `output` with an earlier copy of that list.
///
/// # Errors
/// When the earlier list cannot be read or is no such list: then everything would be called new.
pub fn since(output: &Utf8Path, earlier: &Utf8Path) -> Result<Changes, WriteError> {
    let before = Manifest::open(earlier).map_err(unreadable(earlier))?;
    if before.files.is_empty() {
        return Err(WriteError::NoList(earlier.to_owned()));
    }
    let now = Manifest::read(&super::beside(output));
    let is_new = |path: &&str| {
        let (one, other) = (now.files.get(path), before.files.get(path));
        one.map(|made| (made.mark, made.length)) != other.map(|made| (made.mark, made.length))
    };
    let (pages, others): (Vec<_>, Vec<_>) = paths(&now).filter(is_new).map(str::to_owned).partition(|path| is_page(path));
    let gone = paths(&before).filter(|path| !now.files.contains(path)).map(str::to_owned);
    let (gone_pages, gone_others): (Vec<_>, Vec<_>) = gone.partition(|path| is_page(path));
    Ok(Changes { changed: [others, pages].concat(), removed: [gone_pages, gone_others].concat() })
}

fn paths(list: &Manifest) -> impl Iterator<Item = &str> {
    list.files.paths()
}
