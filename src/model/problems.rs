//! Collects findings while text gets meaning, and keeps quiet about files that were broken already.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use crate::diag::{Diagnostic, Diagnostics};

/// Findings of this room.
pub(crate) struct Problems<'a> {
    found: Diagnostics,
    broken: &'a BTreeSet<Utf8PathBuf>,
    /// The day of the run: what was looked up later cannot be true.
    pub(crate) today: Date,
}

impl<'a> Problems<'a> {
    /// Starts empty; `broken` are the files about which the editor was told already.
    pub(crate) fn new(broken: &'a BTreeSet<Utf8PathBuf>, today: Date) -> Self {
        Problems { found: Diagnostics::default(), broken, today }
    }

    /// An empty collection for work that is done beside other work.
    pub(crate) fn beside(&self) -> Problems<'a> {
        Problems::new(self.broken, self.today)
    }

    /// Adds a finding.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// Adds what was found elsewhere.
    pub(crate) fn extend(&mut self, found: Diagnostics) {
        self.found.extend(found);
    }

    /// Whether a file was there but could not be used: then it is not missing.
    pub(crate) fn is_broken(&self, path: &Utf8Path) -> bool {
        self.broken.contains(path)
    }

    /// All findings.
    pub(crate) fn finish(self) -> Diagnostics {
        self.found
    }
}
