//! Measures how hard Dutch text is to read, and says what makes it hard. Text in, numbers and places out.
//!
//! What is computed, from which source and with which constants: `docs/readability.md`. Deliberately not here: files, pages of the
//! site, colours, the terminal. Nobody may call a text "B1" on the ground of these numbers: B1 is a level of readers.

mod block;
mod document;
mod formal;
mod glossary;
mod hit;
mod level;
mod lexicon;
mod lists;
mod markup;
mod nominalisation;
mod passive;
mod reading;
pub mod rules;
mod score;
mod syllables;
mod token;

pub use self::block::{Block, BlockKind, blocks_from_text};
pub use self::document::Document;
pub use self::glossary::Glossary;
pub use self::hit::{Hit, Weight};
pub use self::level::{PageLevel, ReadingLevel, Summary};
pub use self::markup::blocks_from_markup;
pub use self::reading::{HardSentence, Reading, read};
pub use self::score::{Band, Features, MINIMUM_SENTENCES, MINIMUM_WORDS, Score};
pub use self::syllables::syllables;
