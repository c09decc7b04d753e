//! Making files again beside files that an editor may have changed: only what the program made itself is replaced.

use std::collections::BTreeMap;

use camino::Utf8PathBuf;

use crate::output::OutputFile;

/// The list of files that the program made, with the hash of each, in the folder of the administration page.
pub const RECORD: &str = ".gemaakt";

/// What has to be done.
#[derive(Debug, PartialEq, Eq)]
pub struct Renewal {
    /// Files that were not there.
    pub added: Vec<OutputFile>,
    /// Files of ours that have another text now.
    pub renewed: Vec<OutputFile>,
    /// The text of the new list.
    pub record: String,
}

/// Compares what was made with what is on the disk. `found` gives the text of a file that is there; `record` is the list of
/// the last time, empty the first time.
///
/// # Errors
/// The paths of files that somebody changed, or that the program did not make: nothing may be written then.
pub fn renewal(
    made: Vec<OutputFile>,
    record: &str,
    found: impl Fn(&str) -> Option<Vec<u8>>,
) -> Result<Renewal, Vec<Utf8PathBuf>> {
    let before: BTreeMap<&str, &str> =
        record.lines().filter_map(|line| line.split_once(' ')).map(|(hash, path)| (path, hash)).collect();
    let text = made.iter().map(|file| format!("{} {}\n", hash(&file.bytes), file.path)).collect();
    let mut renewal = Renewal { added: Vec::new(), renewed: Vec::new(), record: text };
    let mut refused = Vec::new();
    for file in made {
        let path = file.path.as_str();
        match found(path).map(|bytes| hash(&bytes)) {
            None => renewal.added.push(file),
            Some(there) if there == hash(&file.bytes) => {}
            Some(there) if before.get(path) == Some(&there.as_str()) => renewal.renewed.push(file),
            Some(_) => refused.push(Utf8PathBuf::from(path)),
        }
    }
    if refused.is_empty() { Ok(renewal) } else { Err(refused) }
}

/// Git may give a text other ends of lines: that is no change.
fn hash(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    blake3::hash(text.as_bytes()).to_hex().as_str()[..32].to_owned()
}

#[cfg(test)]
mod tests {
    use camino::Utf8PathBuf;

    use super::{Renewal, renewal};
    use crate::output::OutputFile;

    fn files(texts: &[(&str, &str)]) -> Vec<OutputFile> {
        texts.iter().map(|(path, text)| OutputFile::text(*path, *text)).collect()
    }

    fn again(made: &[(&str, &str)], record: &str, disk: &[(&str, &str)]) -> Result<Renewal, Vec<Utf8PathBuf>> {
        let found = |path: &str| disk.iter().find(|(name, _)| *name == path).map(|(_, text)| text.as_bytes().to_vec());
        renewal(files(made), record, found)
    }

    const FIRST: [(&str, &str); 2] = [("config.yml", "a: 1\n"), ("src/main.js", "start();\n")];

    #[test]
    fn the_first_time_everything_is_new() {
        let done = again(&FIRST, "", &[]).expect("nothing is there");
        assert_eq!((done.added.len(), done.renewed.len()), (2, 0));
    }

    #[test]
    fn the_second_time_only_what_became_different_is_made_again() {
        let record = again(&FIRST, "", &[]).expect("nothing is there").record;
        let done = again(&[("config.yml", "a: 2\n"), FIRST[1]], &record, &FIRST).expect("it is ours");
        assert_eq!(done.renewed, files(&[("config.yml", "a: 2\n")]));
        assert!(done.added.is_empty());
        let same = again(&FIRST, &record, &[("config.yml", "a: 1\r\n"), FIRST[1]]).expect("only the ends of lines differ");
        assert!(same.added.is_empty() && same.renewed.is_empty());
    }

    #[test]
    fn what_somebody_changed_or_made_is_refused_and_named() {
        let record = again(&FIRST, "", &[]).expect("nothing is there").record;
        let disk = [("config.yml", "a: 1\n# van mij\n"), FIRST[1]];
        assert_eq!(again(&[("config.yml", "a: 2\n"), FIRST[1]], &record, &disk), Err(vec!["config.yml".into()]));
        assert_eq!(again(&FIRST, "", &[("src/main.js", "mijn();\n")]), Err(vec!["src/main.js".into()]));
    }
}
