//! One part out of a zip file, never more than the limit.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{LARGEST_FILE, LARGEST_TEXT, LetterError};

/// Bytes in a megabyte, as editors count.
const MEGABYTE: u64 = 1_000_000;

/// The text of one part. What the file says about its own size is not believed: reading stops at the limit.
pub(super) fn part(bytes: &[u8], name: &'static str) -> Result<String, LetterError> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(LetterError::TooLarge(LARGEST_FILE / MEGABYTE));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| LetterError::NotADocument)?;
    let part = archive.by_name(name).map_err(|error| match error {
        ZipError::FileNotFound => LetterError::NoText(name),
        _ => LetterError::NotADocument,
    })?;
    let mut text = Vec::new();
    part.take(LARGEST_TEXT + 1).read_to_end(&mut text).map_err(|_| LetterError::NotADocument)?;
    if text.len() as u64 > LARGEST_TEXT {
        return Err(LetterError::TooLarge(LARGEST_TEXT / MEGABYTE));
    }
    String::from_utf8(text).map_err(|_| LetterError::Damaged)
}
