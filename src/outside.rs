//! Addresses of other sites: do they still work? The only room that asks something of the network, and only when somebody asks for it.
//!
//! It is polite: one question at a time for a host, a pause between two, a name to be recognised by, and an answer is remembered for days.
//! It prints nothing, asks no clock and touches no disk: the day is given, and what it remembers is a text that others keep.

mod addresses;
mod answer;
mod memory;
mod visit;

pub use self::addresses::addresses;
pub use self::answer::{Answer, findings};
pub use self::memory::Memory;
pub use self::visit::{Manners, visit};
