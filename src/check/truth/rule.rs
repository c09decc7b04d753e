//! What a rule about truth is: a name, a Dutch page and a way of looking.

use super::Grounds;
use crate::diag::{Diagnostic, Severity, Span};

/// A rule about truth.
#[derive(Clone, Copy)]
pub(in crate::check) struct TruthRule {
    /// Dutch id in kebab-case: the thing found.
    pub(in crate::check) name: &'static str,
    /// The page that an editor reads; its head says how serious a finding is.
    pub(in crate::check) page: &'static str,
    /// How it looks.
    pub(super) find: fn(&Grounds<'_>) -> Vec<Claim>,
}

/// A place that is not as it should be.
pub(super) struct Claim {
    /// Where.
    pub(super) place: Span,
    /// The fact.
    pub(super) message: String,
    /// What to do.
    pub(super) help: String,
}

impl TruthRule {
    /// What it finds, as serious as its page says.
    pub(super) fn look(&self, grounds: &Grounds<'_>) -> Vec<Diagnostic> {
        let severity = if self.page.contains("\nErnst: fout\n") { Severity::Error } else { Severity::Warning };
        let found = (self.find)(grounds).into_iter();
        let made = |Claim { place, message, help }| {
            Diagnostic { severity, ..Diagnostic::error(self.name, message) }.at(place).help(help)
        };
        found.map(made).collect()
    }
}
