//! What a rule finds: a fact, a place, a help and a weight.

use std::ops::Range;

use serde::Serialize;

use crate::diag::Severity;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// It could be better.
    Tip,
    /// Somebody should look.
    #[serde(rename = "let op")]
    Warning,
    /// It should not stand here.
    #[serde(rename = "fout")]
    Fault,
    /// The page does not pass.
    #[serde(rename = "blokkade")]
    Block,
}

impl Weight {
    /// What an editor sees: a page that may not go to readers is an error like any other.
    pub fn severity(self) -> Severity {
        match self {
            Weight::Tip => Severity::Tip,
            Weight::Warning => Severity::Warning,
            Weight::Fault | Weight::Block => Severity::Error,
        }
    }
}

/// What a rule found, before it carries the name of the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    /// Number of the block.
    pub block: usize,
    /// Bytes of the text of that block.
    pub range: Range<usize>,
    /// How much it weighs.
    pub weight: Weight,
    /// The fact: Dutch, lower case, no full stop, backticks round words of the text.
    pub message: String,
    /// What to write instead, in Dutch.
    pub help: String,
}

/// A finding of a named rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Dutch rule id in kebab-case: `lange-zin`.
    #[serde(rename = "regel")]
    pub rule: &'static str,
    /// How much it weighs.
    #[serde(rename = "ernst")]
    pub weight: Weight,
    /// Number of the block, from 0.
    #[serde(rename = "blok")]
    pub block: usize,
    /// Bytes of the text of that block.
    #[serde(rename = "plek")]
    pub range: Range<usize>,
    /// The words at that place.
    #[serde(rename = "tekst")]
    pub text: String,
    /// The fact.
    #[serde(rename = "melding")]
    pub message: String,
    /// What to do.
    #[serde(rename = "hulp")]
    pub help: String,
}
