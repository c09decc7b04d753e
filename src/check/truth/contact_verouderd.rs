//! `contact-verouderd` (U-28): a number or address that nobody looked at for too long.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Grounds;
use super::rule::{Claim, TruthRule};
use crate::diag::Span;
use crate::model::municipality::Contact;

/// The rule.
pub(super) const RULE: TruthRule =
    TruthRule { name: "contact-verouderd", page: include_str!("contact_verouderd.md"), find };

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let limit = grounds.model.site.shelf_life.contacts;
    let mut old: BTreeMap<Span, Old<'_>> = BTreeMap::new();
    for one in grounds.model.organisations.iter().filter(|one| one.website.is_some() || one.phone.is_some()) {
        if let Some(day) = one.checked.filter(|day| grounds.is_older(*day, limit)) {
            old.insert(one.span, Old { name: &one.name, day, key: "gecontroleerd_op" });
        }
    }
    for local in grounds.model.municipalities.iter().flat_map(|one| one.practice.contacts()) {
        if let (Some(Contact::Card { name, .. }), Some(origin)) = (local.known(), &local.origin)
            && let Some(day) = origin.as_of.filter(|day| grounds.is_older(*day, limit))
        {
            old.insert(origin.span, Old { name, day, key: "peildatum" });
        }
    }
    old.into_iter().map(|(place, old)| claim(place, &old, limit)).collect()
}

/// A contact that was looked at long ago, and the key in which that day stands.
struct Old<'a> {
    name: &'a str,
    day: Date,
    key: &'static str,
}

fn claim(place: Span, old: &Old<'_>, limit: u16) -> Claim {
    let Old { name, day, key } = old;
    Claim {
        place,
        message: format!("het contact van `{name}` is nagekeken op {day}, meer dan {limit} maanden geleden"),
        help: format!("kijk het nummer en het adres na bij de organisatie zelf, en verander `{key}:`"),
    }
}
