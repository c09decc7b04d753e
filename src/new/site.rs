//! The files of a new site: the standard content, and around it what an editor needs to begin.

use crate::output::OutputFile;
use crate::schema;

const SITE: &str = include_str!("site/site.yaml");
const README: &str = include_str!("site/README.md");
const IGNORED: &str = "# Wat het programma maakt\n/public\n/.public-ouderwijzer\n/schema\n";

/// All files of a new site. `standard` are the files of the standard content, by path from the site folder.
pub fn site_files(standard: Vec<OutputFile>) -> Vec<OutputFile> {
    let (settings, extensions) = (schema::settings(), schema::extensions());
    let own = [
        ("content/site.yaml", SITE),
        ("README.md", README),
        (".gitignore", IGNORED),
        (".vscode/settings.json", settings.as_str()),
        (".vscode/extensions.json", extensions.as_str()),
    ];
    let mut files: Vec<OutputFile> =
        standard.into_iter().filter(|file| !own.iter().any(|(path, _)| *path == file.path.as_str())).collect();
    files.extend(own.map(|(path, text)| OutputFile::text(path, text)));
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}
