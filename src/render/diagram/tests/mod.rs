//! Samples, and what must hold for every picture.

mod promises;
mod proportions;
mod sample;
mod survey;
