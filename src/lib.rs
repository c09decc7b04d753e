//! Ouderwijzer: a folder of files comes in at the front, a folder of pages goes out at the back.
//!
//! The rooms stand in a row. Each takes a value from the room before and gives a finished value to the room after;
//! nobody walks back (`docs/architecture.md`, proven by `tests/suite/architecture.rs`).
//!
//! 1. [`sources`]: reads each input file once and remembers where every value came from
//! 2. [`model`]: turns text into checked meaning
//! 3. [`plan`]: decides which page exists in which language at which address
//!    ([`coverage`] counts what is known, for a page and for who asks)
//! 4. [`render`]: plan to bytes
//! 5. [`write`](mod@write): bytes to disk, old site or new site, never half
//!
//! Beside them: [`letter`] takes the text out of a letter, [`check`] looks at what was made, `outside` asks whether addresses of other sites work,
//! [`report`] shows findings, [`pipeline`] knows
//! the order, [`serve`] shows a preview while somebody edits, [`new`](mod@new) gives the files of a new site.
//! The ground floor, which every room may use: [`day`], [`diag`], [`lang`], [`output`], [`settings`].

pub mod check;
pub mod coverage;
pub mod day;
pub mod diag;
pub mod edit;
pub mod lang;
pub mod letter;
pub mod model;
pub mod new;
pub mod output;
#[cfg(feature = "extern")]
pub mod outside;
pub mod pipeline;
pub mod plan;
pub mod render;
pub mod report;
pub mod schema;
pub mod serve;
pub mod settings;
pub mod sheet;
pub mod sources;
pub mod write;
