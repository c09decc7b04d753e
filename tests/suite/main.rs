//! One test program, a module per subject, so that it links once.

mod architecture;
mod command;
mod house;
mod input_files;
mod our_content;
mod readme;
mod refusals;
mod site;
mod sites;
