//! Reading Dutch for rules: sentences, clauses and words, who does what, and when a hard word is innocent.
//!
//! Small on purpose: word classes and patterns, no grammar of the whole language. What it cannot see stands in `docs/checker.md`.

mod conditional;
mod excuse;
mod learning;
mod lexicon;
pub mod passage;
mod pattern;
pub mod reading;
mod sentences;
mod subject;
mod traits;
mod weighing;

pub use self::conditional::Conditional;
pub use self::excuse::{ALL_EXCUSES, Excuse};
pub use self::passage::{BlockKind, Frame, Hit, Passage};
pub use self::reading::{Found, Patterns, Reading};
pub use self::subject::Who;
pub use self::weighing::{Scale, Weight};
