//! Looks at what was made and at what was written, never touches it.
//!
//! `links` follows the links of finished pages. `rules` are about language: `language` and `plain` read the text for them, `prose`
//! holds them against the input files. `questions` answers the four questions of a neutral text for a letter.

pub mod language;
mod links;
pub mod plain;
mod prose;
pub mod questions;
mod readable;
pub mod rules;

pub use self::links::LinkChecker;
pub use self::prose::{ProseReport, Surroundings, check_prose, question_prose};
