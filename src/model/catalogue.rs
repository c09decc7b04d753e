//! Rights, remedies and organisations: what they are, without words.

use jiff::civil::Date;

use super::fact::{Citation, Evidence, FactId, day};
use super::problems::Problems;
use crate::diag::{Diagnostic, FileId, Span};
use crate::sources::Sources;
pub use crate::sources::raw::{CheckMark, OrganisationKind};
use crate::sources::raw::{Entries, FreeName, GroupName, RawOrganisation, RawRight};
use crate::sources::yaml::{At, Loaded};

/// A right (R-…) or a remedy (K-…).
#[derive(Clone, Debug)]
pub struct Right {
    /// Key in addresses.
    pub key: String,
    /// Its fact.
    pub fact: FactId,
    /// Group on the site.
    pub group: String,
    /// Sources.
    pub citations: Vec<Citation>,
    /// The day for which this was true.
    pub as_of: Date,
}

/// An organisation (O-…) or a role on the pathway.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Key in addresses and anchors.
    pub key: String,
    /// Its fact; roles may have none of their own.
    pub fact: Option<FactId>,
    /// Name as written everywhere.
    pub name: String,
    /// Kind.
    pub kind: OrganisationKind,
    /// Site.
    pub website: Option<String>,
    /// Number that may be published.
    pub phone: Option<String>,
    /// Free of charge?
    pub free: bool,
    /// Day on which the contact was checked.
    pub checked: Option<Date>,
    /// How it was checked.
    pub check: CheckMark,
    /// Where its key stands.
    pub span: Span,
}

/// Groups of rights.
pub(crate) const RIGHTS_GROUPS: &[GroupName] =
    &[GroupName::Beslissen, GroupName::Weten, GroupName::Hulp, GroupName::Dossier, GroupName::Rechter];
/// Groups of remedies.
pub(crate) const REMEDIES_GROUPS: &[GroupName] = &[GroupName::Praten, GroupName::Klacht, GroupName::Rechter];

/// Gives meaning to `rechten.yaml` or `routes.yaml`.
pub(crate) fn rights(
    raw: Option<&Loaded<Entries<RawRight>>>,
    groups: &[GroupName],
    evidence: &Evidence,
    problems: &mut Problems<'_>,
) -> Vec<Right> {
    let Some(raw) = raw else { return Vec::new() };
    let mut rights = Vec::new();
    for (key, entry) in &raw.value.0 {
        let citations = evidence.citations(&entry.bron, raw.file, problems);
        if entry.bron.is_empty() {
            problems.push(without_source(&key.value, key.span(raw.file)));
        }
        if !groups.contains(&entry.groep.value) {
            problems.push(other_group(&entry.groep, groups, raw.file));
        }
        let fact = evidence.fact_id(entry.feit.value.as_str(), entry.feit.span(raw.file), problems);
        let as_of = day(&entry.peildatum, raw.file, problems);
        if let (Some(fact), Some(as_of)) = (fact, as_of) {
            let group = entry.groep.value.name().to_owned();
            rights.push(Right { key: key.value.clone(), fact, group, citations, as_of });
        }
    }
    rights
}

/// Gives meaning to `organisaties.yaml`.
pub(crate) fn organisations(sources: &Sources, evidence: &Evidence, problems: &mut Problems<'_>) -> Vec<Organisation> {
    let Some(raw) = &sources.organisations else { return Vec::new() };
    let mut organisations = Vec::new();
    for (key, entry) in &raw.value.0 {
        evidence.citations(&entry.bron, raw.file, problems);
        let fact = entry.feit.as_ref().and_then(|fact| evidence.fact_id(fact.value.as_str(), fact.span(raw.file), problems));
        let has_contact = entry.website.is_some() || entry.telefoon.is_some();
        if has_contact && entry.gecontroleerd_op.is_none() {
            let undated = Diagnostic::error("geen-peildatum", format!("het contact `{}` heeft geen datum", key.value))
                .at(key.span(raw.file))
                .help("voeg `gecontroleerd_op:` toe, met de dag waarop u het nummer of adres nakeek");
            problems.push(undated);
        }
        if has_contact && entry.bron.is_empty() {
            problems.push(without_source(&key.value, key.span(raw.file)));
        }
        organisations.push(organisation(key, entry, fact, raw.file, problems));
    }
    organisations
}

fn organisation(
    key: &At<String>,
    entry: &RawOrganisation,
    fact: Option<FactId>,
    file: FileId,
    problems: &mut Problems<'_>,
) -> Organisation {
    Organisation {
        key: key.value.clone(),
        span: key.span(file),
        fact,
        name: entry.naam.clone(),
        kind: entry.soort,
        website: entry.website.as_ref().map(|at| at.value.as_str().to_owned()),
        phone: entry.telefoon.as_ref().map(|at| at.value.as_str().to_owned()),
        free: entry.gratis == Some(FreeName::Ja),
        checked: entry.gecontroleerd_op.as_ref().and_then(|date| day(date, file, problems)),
        check: entry.status.unwrap_or(CheckMark::Gecontroleerd),
    }
}

fn without_source(key: &str, span: Span) -> Diagnostic {
    Diagnostic::error("geen-bron", format!("`{key}` heeft geen bron"))
        .at(span)
        .help("voeg `bron:` toe, met document en plaats, bijvoorbeeld `Jw:7.3.4 lid 1`")
}

/// A group of remedies has no page among the rights, so the right would be nowhere.
fn other_group(given: &At<GroupName>, groups: &[GroupName], file: FileId) -> Diagnostic {
    let names: Vec<String> = groups.iter().map(|group| format!("`{}`", group.name())).collect();
    Diagnostic::error("onbekende-keuze", format!("de groep `{}` hoort niet in dit bestand", given.value.name()))
        .at(given.span(file))
        .help(format!("u kunt kiezen uit: {}", names.join(", ")))
}
