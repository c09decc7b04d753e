//! `los-nummer` (O-01 … O-17, U-28): a phone number in a text that belongs to no checked organisation.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Grounds;
use super::rule::{Claim, TruthRule};
use super::sentence::place;
use crate::model::municipality::{Contact, Practice};

/// The rule.
pub(super) const RULE: TruthRule = TruthRule { name: "los-nummer", page: include_str!("los_nummer.md"), find };

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let known = known_numbers(grounds);
    let mut claims = Vec::new();
    for block in grounds.prose.iter().flat_map(|file| &file.blocks) {
        let text = &block.prose.text;
        let strange = numbers(text).into_iter().filter(|range| !known.contains(&digits(&text[range.clone()])));
        claims.extend(strange.map(|range| Claim {
            place: place(&block.prose, &range),
            message: format!("het nummer `{}` is van geen organisatie op deze site", text[range].trim()),
            help: "kijk het nummer na, en zet het met `gecontroleerd_op:` in `content/organisaties.yaml`".to_owned(),
        }));
    }
    claims
}

/// Numbers of organisations and of contacts of municipalities.
fn known_numbers(grounds: &Grounds<'_>) -> BTreeSet<String> {
    let of_organisations = grounds.model.organisations.iter().filter_map(|one| one.phone.as_deref());
    let of_municipalities = grounds.model.municipalities.iter().flat_map(|one| phones(&one.practice));
    of_organisations.chain(of_municipalities).map(digits).collect()
}

fn phones(practice: &Practice) -> impl Iterator<Item = &str> {
    practice.contacts().into_iter().filter_map(|contact| match contact.known()? {
        Contact::Card { phone, .. } => phone.as_deref(),
        _ => None,
    })
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Ranges that look like a phone number: a 0 and seven or more digits, with blanks and hyphens between them.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for run in text.split_inclusive(|letter: char| !letter.is_ascii_digit() && letter != ' ' && letter != '-') {
        let inside = run.trim_end_matches(|letter: char| !letter.is_ascii_digit());
        let start = inside.len() - inside.trim_start_matches(|letter: char| !letter.is_ascii_digit()).len();
        let number = &inside[start..];
        if number.starts_with('0') && matches!(digits(number).len(), 8..=11) {
            found.push(at + start..at + inside.len());
        }
        at += run.len();
    }
    found
}
