//! wip
pub mod diag;
pub mod lang;
pub mod output;
pub mod settings;
pub mod sources;
pub mod model;
