//! The files of a new site: the standard content, and around it what an editor needs to begin.

use crate::output::OutputFile;

const SITE: &str = include_str!("site/site.yaml");
const README: &str = include_str!("site/README.md");
const IGNORED: &str = "# Wat het programma maakt\n/public\n/.public-ouderwijzer\n";
const SETTINGS: &str = include_str!("site/settings.json");
const EXTENSIONS: &str = include_str!("site/extensions.json");

/// All files of a new site. `standard` are the files of the standard content, by path from the site folder.
pub fn site_files(standard: Vec<OutputFile>) -> Vec<OutputFile> {
    let own = [
        ("content/site.yaml", SITE),
        ("README.md", README),
        (".gitignore", IGNORED),
        (".vscode/settings.json", SETTINGS),
        (".vscode/extensions.json", EXTENSIONS),
    ];
    let mut files: Vec<OutputFile> =
        standard.into_iter().filter(|file| !own.iter().any(|(path, _)| *path == file.path.as_str())).collect();
    files.extend(own.map(|(path, text)| OutputFile::text(path, text)));
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}
