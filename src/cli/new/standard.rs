//! The standard content, inside the program. It lies in the program and not in the library, so that a change of a text does not
//! compile the library again.

use include_dir::{Dir, include_dir};
use ouderwijzer::output::OutputFile;

static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");
static MUNICIPALITIES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/municipalities");
const LICENCE: &[u8] = include_bytes!("../../../LICENSE-CONTENT.md");

/// All files by path from the site folder, with or without the files of municipalities.
pub(super) fn files(with_municipalities: bool) -> Vec<OutputFile> {
    let mut files = vec![OutputFile::text("LICENSE-CONTENT.md", String::from_utf8_lossy(LICENCE))];
    collect(&CONTENT, "content", &mut files);
    if with_municipalities {
        collect(&MUNICIPALITIES, "municipalities", &mut files);
    }
    files
}

fn collect(dir: &Dir<'_>, folder: &str, files: &mut Vec<OutputFile>) {
    for file in dir.files() {
        // Hidden files belong to whoever made the program.
        if let Some(path) = file.path().to_str().filter(|path| !path.split(['/', '\\']).any(|part| part.starts_with('.'))) {
            let text = String::from_utf8_lossy(file.contents());
            files.push(OutputFile::text(format!("{folder}/{}", path.replace('\\', "/")), text));
        }
    }
    dir.dirs().for_each(|inner| collect(inner, folder, files));
}
