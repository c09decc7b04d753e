//! Why the output could not be written.

use camino::{Utf8Path, Utf8PathBuf};

/// Why the output could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A file or folder cannot be written.
    #[error("`{path}` is niet te schrijven: {cause}")]
    System {
        /// The file or folder.
        path: Utf8PathBuf,
        /// What the system says.
        cause: std::io::Error,
    },
    /// Something stands in the way of a file: a folder with its name, or a file with the name of its folder.
    #[error("`{0}` is niet te schrijven: er staat een map of bestand in de weg; haal dat weg of kies een andere map")]
    Blocked(Utf8PathBuf),
    /// Files can only be moved in one step inside a file system.
    #[error("`{0}` is een schijf op zichzelf: kies een map op die schijf, bijvoorbeeld `{0}/site`")]
    OtherDisk(Utf8PathBuf),
    /// Another build is busy.
    #[error("er is al een opdracht bezig in `{0}`: wacht tot die klaar is")]
    Busy(Utf8PathBuf),
}

pub(super) fn system(path: &Utf8Path) -> impl FnOnce(std::io::Error) -> WriteError {
    let path = path.to_owned();
    move |cause| WriteError::System { path, cause }
}
