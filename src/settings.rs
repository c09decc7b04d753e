//! What a run is asked to do: complete values, made by the command line from arguments and the clock.

use camino::Utf8PathBuf;
use jiff::civil::Date;

use crate::lang::Lang;

/// Settings of one run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The site folder: the one with `content/` and `municipalities/`.
    pub site_dir: Utf8PathBuf,
    /// The folder that is published.
    pub output_dir: Utf8PathBuf,
    /// Only these municipalities, by key; empty means all.
    pub municipalities: Vec<String>,
    /// Only these languages; empty means all that the site offers.
    pub languages: Vec<Lang>,
    /// The day of the run. Only the end date in `security.txt` depends on it: pages show the days of the content itself.
    pub as_of: Date,
}

impl Settings {
    /// Whether only some municipalities or languages are made.
    pub fn is_partial(&self) -> bool {
        !self.municipalities.is_empty() || !self.languages.is_empty()
    }
}
