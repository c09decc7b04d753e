//! `zware-pagina`: a page that is heavy for an old phone and a small bundle.

use super::{Defect, PageRule, Sight};
use crate::diag::Severity;

/// The rule.
pub(super) const RULE: PageRule = PageRule { name: "zware-pagina", page: include_str!("zware_pagina.md"), find };

/// A page of a municipality that is larger could be lighter; its pictures are left out: those have a limit of their own.
const LIGHT: usize = 20_000;
/// A larger one is too heavy: the whole page, in the design, stays below this.
const HEAVY: usize = 40_000;

fn find(sight: &Sight) -> Vec<Defect> {
    if !sight.is_page() || !sight.is_local || sight.bytes <= LIGHT {
        return Vec::new();
    }
    let (limit, severity) = if sight.bytes > HEAVY { (HEAVY, Severity::Warning) } else { (LIGHT, Severity::Tip) };
    // One message for all pages: each has its own number of bytes.
    let defect = Defect::new(
        format!("de pagina is groter dan {} kB", limit / 1000),
        "maak de tekst korter, of verdeel hem over twee pagina's",
    );
    vec![Defect { severity: Some(severity), ..defect }]
}
