//! The only file that opens input files.
#![expect(clippy::disallowed_methods, reason = "this is the room that reads files")]

use std::fs::File;
use std::io::Read;

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::WalkDir;

use super::LoadError;
use crate::diag::{Diagnostic, Span};

/// Largest input file. Our longest file has a tenth of this.
const MAX_BYTES: u64 = 1024 * 1024;

/// A folder of input files: sorted paths, links not followed.
pub(crate) struct Folder {
    root: Utf8PathBuf,
    name: Utf8PathBuf,
    files: Vec<Utf8PathBuf>,
    passed_over: Vec<(Utf8PathBuf, PassedOver)>,
}

/// Why something in a folder is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PassedOver {
    /// A link, which may lead out of the site.
    Link,
    /// A name that is not UTF-8 cannot become an address.
    Name,
}

impl Folder {
    /// Lists a folder below the site folder; a folder that is not there is empty.
    pub(crate) fn open(site_dir: &Utf8Path, name: &str) -> Result<Folder, LoadError> {
        let root = site_dir.join(name);
        let mut folder = Folder { root, name: name.into(), files: Vec::new(), passed_over: Vec::new() };
        if folder.root.is_dir() {
            folder.list()?;
        }
        Ok(folder)
    }

    /// What stands beside it in the same folder, by name. Where a disk does not tell capitals apart, this folder itself may
    /// stand there in other ones.
    pub(crate) fn neighbours(&self) -> Vec<String> {
        let (Some(around), Some(own)) = (self.root.parent(), self.root.file_name()) else { return Vec::new() };
        let entries = around.read_dir_utf8().into_iter().flatten().flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_owned()).collect();
        let is_renamed = self.root.is_dir() && !names.iter().any(|name| name == own);
        let is_itself = |name: &str| if is_renamed { name.eq_ignore_ascii_case(own) } else { name == own };
        names.retain(|name| !is_itself(name) && !name.starts_with('.') && name != "README.md");
        names.sort();
        names
    }

    fn list(&mut self) -> Result<(), LoadError> {
        for entry in WalkDir::new(&self.root).sort_by_file_name().follow_links(false) {
            let entry = entry.map_err(|error| LoadError::Folder { path: self.root.clone(), cause: error.to_string() })?;
            let inside = entry.path().strip_prefix(&self.root).unwrap_or(entry.path());
            let shown = Utf8PathBuf::from(inside.to_string_lossy().into_owned());
            if shown.iter().any(|part| part.starts_with('.') || part.ends_with('~')) {
                continue;
            }
            if entry.path_is_symlink() && shown != "" {
                self.passed_over.push((shown, PassedOver::Link));
            } else if Utf8Path::from_path(inside).is_none() {
                self.passed_over.push((shown, PassedOver::Name));
            } else if entry.file_type().is_file() {
                self.files.push(shown);
            }
        }
        self.files.sort();
        Ok(())
    }

    /// Its path from the site folder.
    pub(crate) fn name(&self) -> &Utf8Path {
        &self.name
    }

    /// What lies in the folder and is not read: an editor may think that it is.
    pub(crate) fn passed_over(&self) -> &[(Utf8PathBuf, PassedOver)] {
        &self.passed_over
    }

    /// Leaves out files by their path.
    pub(crate) fn leave_out(&mut self, is_unwanted: impl Fn(&Utf8Path) -> bool) {
        self.files.retain(|path| !is_unwanted(path));
    }

    /// All files, as paths from this folder.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Utf8Path> {
        self.files.iter().map(Utf8PathBuf::as_path)
    }

    /// Files that lie in the folder itself.
    pub(crate) fn direct_files(&self) -> impl Iterator<Item = &Utf8Path> {
        self.files().filter(|path| path.parent() == Some(Utf8Path::new("")))
    }

    /// Whether the folder has no files.
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Whether a file is there.
    pub(crate) fn contains(&self, path: &str) -> bool {
        self.files.iter().any(|file| file == path)
    }

    /// The path that an editor sees: from the site folder.
    pub(crate) fn shown(&self, path: &Utf8Path) -> Utf8PathBuf {
        self.name.join(path)
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, path: &Utf8Path) -> Result<Vec<u8>, UnreadableFile> {
        let file = File::open(self.root.join(path))?;
        let size = file.metadata()?.len();
        if size > MAX_BYTES {
            return Err(UnreadableFile::TooLarge(size));
        }
        // With room for one more, the end of the file is found without asking for more room.
        let mut bytes = Vec::with_capacity(usize::try_from(size).map_or(0, |size| size + 1));
        file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// A folder in which one file stands that is on no disk.
    pub(crate) fn of_draft(path: &Utf8Path) -> Folder {
        Folder { root: Utf8PathBuf::new(), name: Utf8PathBuf::new(), files: vec![path.to_owned()], passed_over: Vec::new() }
    }
}

/// Bytes as text, without byte order mark and with `\n` line ends.
pub(crate) fn text_of(bytes: Vec<u8>) -> Result<String, UnreadableFile> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(UnreadableFile::TooLarge(bytes.len() as u64));
    }
    match String::from_utf8(bytes) {
        Ok(text) if is_utf16(text.as_bytes()) => Err(UnreadableFile::Utf16),
        Ok(text) => Ok(plain_lines(text)),
        Err(error) if is_utf16(error.as_bytes()) => Err(UnreadableFile::Utf16),
        Err(error) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            Err(UnreadableFile::NotUtf8 { line: 1 + valid.iter().filter(|byte| **byte == b'\n').count() })
        }
    }
}

/// Nearly every text has neither, and stays the text that it is.
fn plain_lines(text: String) -> String {
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if memchr::memchr(b'\r', text.as_bytes()).is_some() { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

/// Bytes as they stand, when they are text.
pub(super) fn as_text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok().filter(|_| !is_utf16(bytes))
}

/// With its mark at the front, or without: then every second byte of a Latin text is nought.
fn is_utf16(bytes: &[u8]) -> bool {
    let noughts = memchr::memchr_iter(0, bytes).count();
    bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || noughts * 3 > bytes.len()
}

/// Why a file could not be used as text.
pub(crate) enum UnreadableFile {
    TooLarge(u64),
    Utf16,
    NotUtf8 { line: usize },
    System(String),
}

impl From<std::io::Error> for UnreadableFile {
    fn from(error: std::io::Error) -> UnreadableFile {
        UnreadableFile::System(error.to_string())
    }
}

impl UnreadableFile {
    /// The finding, with what to do.
    pub(crate) fn diagnostic(&self, span: Span) -> Diagnostic {
        let problem = match self {
            UnreadableFile::TooLarge(size) => {
                Diagnostic::error("te-groot", format!("dit bestand is te groot: {} kB", size / 1024))
                    .help(format!("hoogstens {} kB; controleer of het goede bestand hier staat", MAX_BYTES / 1024))
            }
            UnreadableFile::Utf16 => Diagnostic::error("geen-utf8", "dit bestand is opgeslagen als UTF-16")
                .help("sla het bestand op met de codering UTF-8 (in Kladblok: Opslaan als, Codering)"),
            UnreadableFile::NotUtf8 { line } => {
                Diagnostic::error("geen-utf8", format!("op regel {line} staat een teken dat geen UTF-8 is"))
                    .help("sla het bestand op met de codering UTF-8 (in Kladblok: Opslaan als, Codering)")
            }
            UnreadableFile::System(cause) => Diagnostic::error("onleesbaar", "dit bestand is niet te lezen")
                .help(format!("controleer de rechten van het bestand; het systeem meldt: {cause}")),
        };
        problem.at(span)
    }
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn one_mark_at_the_front_goes_and_lines_end_alike() {
        for (bytes, text) in
            [("\u{feff}a\r\nb\rc\n", "a\nb\nc\n"), ("\u{feff}\u{feff}a", "\u{feff}a"), ("a\n", "a\n"), ("\u{feff}", "")]
        {
            assert_eq!(text_of(bytes.as_bytes().to_vec()).ok().as_deref(), Some(text), "{bytes:?}");
        }
        let marks = "\u{feff}".repeat(300_000);
        assert_eq!(text_of(marks.into_bytes()).ok().map(|text| text.len()), Some(3 * 299_999));
    }
}
