//! A small site in memory of which one file is what the fuzzer made, and what must hold of the pages that come out.

pub mod pages;
pub mod site;
