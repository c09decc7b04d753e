//! Shows findings, one file per format.

mod human;

pub use self::human::{Look, human};
