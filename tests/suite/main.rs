//! One test program, a module per subject, so that it links once.
#![allow(clippy::disallowed_methods, reason = "tests read the project and write temporary sites")]

mod admin;
mod architecture;
mod check_command;
mod command;
mod coverage;
mod cross_validation;
mod delivery;
mod faults;
mod handbook;
mod held_out;
mod hostile;
mod house;
mod hub;
mod incremental;
mod incremental_texts;
mod incremental_values;
mod injection;
mod input_files;
mod languages;
mod layers;
mod measured;
mod mistakes;
mod mutations;
mod names;
mod new;
mod our_content;
#[cfg(feature = "extern")]
mod outside;
mod pages;
mod plain;
mod process;
mod readme;
mod refusals;
mod reproducible;
mod schema;
mod serve;
mod sheet;
mod site;
mod sites;
mod stopped;
mod tidy;
mod truth;
mod unsteady;
mod what_now;
mod words_in_use;
