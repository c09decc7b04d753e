//! `onzeker-zonder-voorbehoud` (facts §0, ⚠): a sentence rests on a fact that nobody could confirm, and does not say so.

use super::Grounds;
use super::rule::{Claim, TruthRule};
use super::sentence::{is_hedged, neighbours, place};
use crate::model::fact::{CheckMark, FactId};

/// The rule.
pub(super) const RULE: TruthRule =
    TruthRule { name: "onzeker-zonder-voorbehoud", page: include_str!("onzeker_zonder_voorbehoud.md"), find };

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for file in grounds.prose {
        for (index, block) in file.blocks.iter().enumerate() {
            let Some(fact) = block.prose.facts.iter().find(|fact| is_uncertain(grounds, fact)) else { continue };
            if !is_hedged(&neighbours(file, index)) {
                claims.push(Claim {
                    place: place(&block.prose, &(0..block.prose.text.len())),
                    message: format!("feit `{fact}` is onzeker, en dat staat er niet bij"),
                    help: "schrijf ‘Voor zover wij weten … (maand en jaar)’, of ‘Vraag het na bij …’".to_owned(),
                });
            }
        }
    }
    claims
}

fn is_uncertain(grounds: &Grounds<'_>, fact: &str) -> bool {
    let known = grounds.model.evidence.facts.get(&FactId(fact.to_owned()));
    known.is_some_and(|fact| fact.check == CheckMark::Onzeker)
}
