//! `verouderd` (M-R1, U-21): local values that are older than their limit, in a file that says that it is up to date.

use std::collections::BTreeMap;

use super::rule::{Claim, TruthRule};
use super::{Grounds, and_others, first_of_each_file};
use crate::diag::Span;
use crate::model::municipality::Status;

/// The rule.
pub(super) const RULE: TruthRule = TruthRule { name: "verouderd", page: include_str!("verouderd.md"), find };

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let mut claims = old_values(grounds);
    claims.extend(old_confirmations(grounds));
    claims
}

/// A file that says `gedateerd` has answered already: its pages say so too.
fn old_values(grounds: &Grounds<'_>) -> Vec<Claim> {
    let limit = grounds.model.site.shelf_life.local;
    let mut old: BTreeMap<Span, String> = BTreeMap::new();
    for state in grounds.model.municipalities.iter().flat_map(|one| one.practice.states()).filter(|state| state.known) {
        let Some(origin) = state.origin.filter(|origin| origin.status.is_none_or(|status| status == Status::Actueel)) else {
            continue;
        };
        if let Some(day) = origin.as_of.filter(|day| grounds.is_older(*day, limit)) {
            old.insert(origin.span, format!("`{}` geldt voor {day}, meer dan {limit} maanden geleden", state.subject.key));
        }
    }
    let first = first_of_each_file(old).into_iter();
    first
        .map(|(place, message, others)| Claim {
            place,
            message: message + &and_others(others),
            help: "vraag de gemeente of dit nog klopt en verander `peildatum:`, of schrijf `status: gedateerd`".to_owned(),
        })
        .collect()
}

fn old_confirmations(grounds: &Grounds<'_>) -> Vec<Claim> {
    let limit = grounds.model.site.shelf_life.local;
    let confirmed = grounds.model.municipalities.iter().filter(|one| one.status == Status::Actueel);
    let old = confirmed.filter_map(|one| one.confirmed_on.filter(|(day, _)| grounds.is_older(*day, limit)));
    old.map(|(day, place)| Claim {
        place,
        message: format!("de gemeente bevestigde dit bestand op {day}, meer dan {limit} maanden geleden"),
        help: "vraag de gemeente opnieuw, of schrijf `status: gedateerd`".to_owned(),
    })
    .collect()
}
