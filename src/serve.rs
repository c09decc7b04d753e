//! The preview: shows the site while somebody edits it, and says in Dutch what is wrong. It is the hall, a watcher and a small server.
//!
//! Deliberately not here: files on disk (pages are made when a browser asks for them, and stay in memory), the terminal, and any
//! change to a page. The bytes are those of a build; what the preview needs is added at the door, in the response.

mod door;
mod findings;
mod notice;
mod shown;
mod watch;

use std::net::SocketAddr;
use std::sync::Arc;

use self::door::Door;
pub use self::door::OpenError;
use self::shown::Shown;
use self::watch::Watch;
use crate::diag::{Diagnostics, SourceMap};
use crate::settings::Settings;

/// What happened to the site, for whoever started the preview.
#[derive(Debug)]
pub enum News<'a> {
    /// The pages are those of the files of now.
    Fresh,
    /// The files of now have errors: browsers keep the last good pages, with the errors over them.
    Errors(&'a Diagnostics, &'a SourceMap),
    /// The site folder cannot be read.
    Lost(&'a str),
}

/// A preview that has its address and does not answer yet.
pub struct Preview {
    door: Door,
    settings: Settings,
}

impl Preview {
    /// Takes an address of this computer itself, which other computers cannot reach. With `port` 0 the system chooses one.
    ///
    /// # Errors
    /// When another program has the port.
    pub fn open(settings: Settings, port: u16) -> Result<Preview, OpenError> {
        Ok(Preview { door: Door::open(port)?, settings })
    }

    /// Where browsers find it.
    pub fn address(&self) -> SocketAddr {
        self.door.address()
    }

    /// Shows the site until the program is stopped. `tell` is called after every change of the files.
    ///
    /// # Errors
    /// When the server cannot go on.
    pub fn run(self, tell: impl Fn(News<'_>) + Send + 'static) -> Result<(), OpenError> {
        let shown = Arc::new(Shown::new(self.settings));
        shown.renew(&tell);
        let keeper = Arc::clone(&shown);
        std::thread::spawn(move || keep_fresh(&keeper, &tell));
        self.door.serve(&shown)
    }
}

/// How often a reading with errors is put off because the files are still being written.
const PATIENCE: usize = 5;

/// Looks again after every change of the files, for ever.
fn keep_fresh(shown: &Shown, tell: &dyn Fn(News<'_>)) {
    let mut watch = Watch::new(shown.site_dir());
    loop {
        watch.wait();
        let mut again = shown.read_if_changed();
        for _ in 0..PATIENCE {
            // A program that saves in two steps shows half a file for a moment: nobody needs to hear about that.
            if again.as_ref().is_none_or(|read| !read.has_errors()) || !watch.stirs_soon() {
                break;
            }
            again = shown.read_if_changed().or(again);
        }
        if let Some(read) = again {
            shown.put(read, tell);
        }
    }
}
