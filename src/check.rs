//! Looks at what was made, never touches it. The rules of language and truth get their own files in this room.

mod links;
pub mod plain;

pub use self::links::LinkChecker;
