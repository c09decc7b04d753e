//! The beginning: the files of a new site, of a new municipality in it, and of the page on which it is edited in a browser.
//!
//! Deliberately not here: questions (the command line asks them) and the disk (`write` puts files down). What comes in are answers
//! and official lists, what goes out is text.

mod admin;
mod find;
mod municipality;
mod site;

pub use self::admin::{Host, OwnerError, RECORD as ADMIN_RECORD, Renewal, Repository, admin_config, owner_file, renewal};
pub use self::find::{Found, find, nearest_names};
pub use self::municipality::{Answers, Ground, LocalTeam, municipality_file, path_of};
pub use self::site::site_files;
