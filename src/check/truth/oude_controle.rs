//! `oude-controle` (U-12): facts and web pages that were held against their source too long ago.

use super::rule::{Claim, TruthRule};
use super::{Grounds, and_others, first_of_each_file};
use crate::model::fact::{CheckMark, SourceKind};

/// The rule.
pub(super) const RULE: TruthRule = TruthRule { name: "oude-controle", page: include_str!("oude_controle.md"), find };

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let limit = grounds.model.site.shelf_life.local;
    let evidence = &grounds.model.evidence;
    // A fact from a document stays true for the day of that document.
    let facts = evidence.facts.iter().filter(|(_, fact)| fact.check == CheckMark::Gecontroleerd);
    let old_facts = facts.filter(|(_, fact)| grounds.is_older(fact.as_of, limit));
    let facts = old_facts.map(|(id, fact)| {
        (fact.span, format!("feit `{}` is gecontroleerd op {}, meer dan {limit} maanden geleden", id.0, fact.as_of))
    });
    let pages = evidence.sources.iter().filter(|(_, source)| source.kind == SourceKind::Webpagina);
    let old_pages = pages.filter_map(|(id, source)| Some((id, source.checked.filter(|day| grounds.is_older(*day, limit))?)));
    let pages = old_pages.filter_map(|(id, day)| {
        let place = *evidence.source_places.get(id)?;
        Some((place, format!("bron `{id}` is gelezen op {day}, meer dan {limit} maanden geleden")))
    });
    let first = first_of_each_file(facts.chain(pages)).into_iter();
    first
        .map(|(place, message, others)| Claim {
            place,
            message: message + &and_others(others),
            help: "lees de bron opnieuw, en verander dan de dag".to_owned(),
        })
        .collect()
}
