//! Reading Dutch for rules: what they look at, and what they say about it.

pub mod passage;

pub use self::passage::{Hit, Passage};
