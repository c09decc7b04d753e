//! Looks at what was made and at what was written, never touches it.
//!
//! `links` follows the links of finished pages. `rules` are about language: `language` reads the text for them, `prose` holds
//! them against the input files.

pub mod language;
mod links;
pub mod plain;
mod prose;
pub mod rules;

pub use self::links::LinkChecker;
pub use self::prose::check_prose;
