//! Gives the program a mark of its own source: a site that another program made is never taken for up to date.
//! It also looks at the theme, because the macro that embeds it does not notice new files by itself.

#![expect(clippy::disallowed_methods, reason = "runs when the program is built, before there are rooms")]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    for input in ["src", "themes", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={input}");
        add(Path::new(input), &mut hasher)?;
    }
    println!("cargo::rustc-env=OUDERWIJZER_SOURCE_MARK={:016x}", hasher.finish());
    Ok(())
}

fn add(path: &Path, hasher: &mut DefaultHasher) -> io::Result<()> {
    if path.is_file() {
        path.hash(hasher);
        return fs::read(path).map(|bytes| bytes.hash(hasher));
    }
    let mut inside: Vec<_> = fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    inside.sort();
    inside.iter().try_for_each(|path| add(path, hasher))
}
