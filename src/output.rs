//! Finished files on their way out: an address inside the output folder, and bytes.

use std::fmt;

/// Path of a file inside the output folder, with `/`, never absolute, never with `..`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(String);

impl OutputPath {
    /// Makes a path.
    ///
    /// # Panics
    /// When a part is empty, `.` or `..`: addresses are made from checked keys, so that is our mistake.
    pub fn new(path: impl Into<String>) -> Self {
        let path = path.into();
        assert!(is_inside(&path), "output path `{path}` is made from checked keys");
        OutputPath(path)
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a path stays inside the folder to which it is relative.
pub(crate) fn is_inside(path: &str) -> bool {
    path.as_bytes().split(|byte| *byte == b'/').all(|part| !matches!(part, b"" | b"." | b".."))
}

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Where it goes.
    pub path: OutputPath,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl OutputFile {
    /// A text file.
    pub fn text(path: impl Into<String>, text: impl Into<String>) -> Self {
        OutputFile { path: OutputPath::new(path), bytes: text.into().into_bytes() }
    }

    /// A file of any kind.
    pub fn bytes(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        OutputFile { path: OutputPath::new(path), bytes }
    }
}

/// The way from page `from` to page `to`, both folder addresses such as `leiden/stap/vto/` (`""` is the root).
///
/// The answer works from any place, also from disk: it never starts with `/`, and the page itself is `./`.
pub fn relative(from: &str, to: &str) -> String {
    let from_parts: Vec<&str> = from.split('/').filter(|part| !part.is_empty()).collect();
    let to_parts: Vec<&str> = to.split('/').filter(|part| !part.is_empty()).collect();
    let shared = from_parts.iter().zip(&to_parts).take_while(|(a, b)| a == b).count();
    let mut way = "../".repeat(from_parts.len() - shared);
    for part in &to_parts[shared..] {
        way.push_str(part);
        way.push('/');
    }
    if way.is_empty() { "./".to_owned() } else { way }
}

#[cfg(test)]
mod tests {
    use super::{OutputPath, relative};

    #[test]
    fn a_page_deep_in_a_site_finds_its_way_to_another() {
        assert_eq!(relative("leiden/stap/vto/", "leiden/klacht/"), "../../klacht/");
        assert_eq!(relative("leiden/", "leiden/stap/vto/"), "stap/vto/");
        assert_eq!(relative("leiden/", "leiden/"), "./");
        assert_eq!(relative("leiden/", ""), "../");
    }

    #[test]
    #[should_panic(expected = "made from checked keys")]
    fn a_path_out_of_the_output_folder_is_refused() {
        let _ = OutputPath::new("../etc/passwd");
    }
}
