//! Looks at what was made, never touches it. The rules of language and truth get their own files in this room.

pub mod language;
mod links;
pub mod rules;

pub use self::links::LinkChecker;
