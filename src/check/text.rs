//! Where sentences end and which tokens are short forms: one opinion for everything that reads Dutch text.
//!
//! What a word is differs by who asks: `plain` counts words as its specification says, `language` wants words with their clause and
//! quotation. Those stay apart (`docs/decisions/0017-one-splitter-two-readings.md`).

mod sentence;
mod short_forms;

pub(in crate::check) use self::sentence::sentences;
pub(in crate::check) use self::short_forms::is_abbreviation;
