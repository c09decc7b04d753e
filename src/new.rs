//! The beginning: the files of a new site, and of a new municipality in it.
//!
//! Deliberately not here: questions (the command line asks them) and the disk (`write` puts files down). What comes in are answers
//! and official lists, what goes out is text.

mod find;
mod municipality;
mod site;

pub use self::find::{Found, find, nearest_names};
pub use self::municipality::{Answers, Ground, LocalTeam, municipality_file, path_of};
pub use self::site::site_files;
