//! Samples, and what must hold for every picture.

mod broken;
mod organisations;
mod promises;
mod proportions;
mod sample;
mod survey;
