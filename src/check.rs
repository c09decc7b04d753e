//! Looks at what was made and at what was written, never touches it.
//!
//! `links` follows the links of finished pages, `pages` looks at everything else on them. `rules` are about language: `language` and
//! `plain` read the text for them, `text` says where a sentence ends, `prose` holds them against the input files. `truth` holds what is said against its sources and days.
//! `handbook` has the pages of all rules. `questions`
//! answers the four questions of a neutral text for a letter.

pub mod handbook;
pub mod language;
mod links;
pub mod pages;
pub mod plain;
mod prose;
pub mod questions;
mod readable;
pub mod rules;
mod text;
pub mod truth;

pub use self::links::LinkChecker;
pub use self::prose::{ProseReport, Surroundings, check_prose, question_prose};
