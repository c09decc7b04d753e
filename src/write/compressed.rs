//! Texts made small before anybody asks for them, so that a server only has to send them.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::Publisher;
use super::error::WriteError;
use crate::output::OutputFile;

/// Files that get smaller: pictures here are drawings in text too.
const TEXTS: &[&str] = &[".html", ".css", ".svg", ".json", ".csv", ".xml", ".txt", ".js"];

/// Quality of brotli, from 0 to 11. At 5 a page is as small as gzip at its best makes it, in a fifth of the time; 11 saves
/// a tenth more and takes a hundred times as long.
const BROTLI_QUALITY: u32 = 5;
/// Window of brotli, as a power of two: larger than any page.
const BROTLI_WINDOW: u32 = 18;

/// The ending of a file, and how its bytes are made from those of the text.
type Coding = (&'static str, fn(&[u8]) -> Vec<u8>);

/// Ways to make a text small.
const CODINGS: &[Coding] = &[(".gz", gzip), (".br", brotli)];

/// The path without the ending of a compressed file.
pub(super) fn plain_path(path: &str) -> &str {
    path.strip_suffix(".gz").or_else(|| path.strip_suffix(".br")).unwrap_or(path)
}

impl Publisher {
    /// Stages a file, and its compressed forms beside it. They are made only when the file is new or different, or when they
    /// are not there.
    ///
    /// # Errors
    /// When one of them cannot be staged; the output is still as it was.
    pub fn stage_compressed(&self, file: &OutputFile) -> Result<(), WriteError> {
        let is_new = self.stage(file)?;
        let path = file.path.as_str();
        if !TEXTS.iter().any(|ending| path.ends_with(ending)) || path.starts_with("server/") {
            return Ok(());
        }
        for (ending, make) in CODINGS {
            let path = format!("{path}{ending}");
            if is_new || !self.keep_file(&path) {
                self.stage(&OutputFile::bytes(path, make(&file.bytes)))?;
            }
        }
        Ok(())
    }
}

/// Without a name and a moment, so that the same text gives the same bytes.
fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(text.len() / 3), Compression::new(6));
    encoder.write_all(text).and_then(|()| encoder.finish()).expect("memory can always be written")
}

fn brotli(text: &[u8]) -> Vec<u8> {
    let mut small = Vec::with_capacity(text.len() / 3);
    let mut encoder = brotli::CompressorWriter::new(&mut small, 4096, BROTLI_QUALITY, BROTLI_WINDOW);
    encoder.write_all(text).and_then(|()| encoder.flush()).expect("memory can always be written");
    drop(encoder);
    small
}
