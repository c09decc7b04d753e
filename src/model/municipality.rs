//! A municipality and what is known of its practice. Every value says from which layer, source and day it is.

mod checks;
mod layers;
mod regions;
mod register;
mod resolve;
mod values;

use jiff::civil::Date;

pub(crate) use self::resolve::resolve;
pub use self::values::{Subject, ValueState};
use super::fact::{Citation, FactId};
use super::markup::Markup;
use crate::diag::Span;
pub use crate::sources::raw::{Carrier, LegalForm, RawOwnOrganisation as OwnOrganisation, StatusName as Status, TableForm};
use crate::sources::yaml::Known;

/// Where a value comes from: nearest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The municipality's own file.
    Municipality,
    /// A region file.
    Region,
    /// The national file.
    National,
}

/// A local value with its origin. Unknown when no layer has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Local<T> {
    /// The value.
    pub value: Known<T>,
    /// Where it was found.
    pub origin: Option<Origin>,
}

/// Layer, place, sources and day of a local value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Which layer.
    pub layer: Layer,
    /// Place in its file.
    pub span: Span,
    /// Sources of the block.
    pub citations: Vec<Citation>,
    /// The day for which it was true.
    pub as_of: Option<Date>,
    /// How sure the file is in which it stands; `None` when that file does not say.
    pub status: Option<Status>,
}

impl<T> Local<T> {
    /// A value that no layer has.
    pub(crate) fn unknown() -> Self {
        Local { value: Known::Unknown, origin: None }
    }

    /// The value, when it is known.
    pub fn known(&self) -> Option<&T> {
        self.value.value()
    }
}

/// A contact that a municipality gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    /// The national one: an organisation of `organisaties.yaml`.
    National,
    /// A sentence.
    Sentence(String),
    /// A card.
    Card {
        /// Name.
        name: String,
        /// Site.
        website: Option<String>,
        /// Number.
        phone: Option<String>,
        /// Mail address.
        email: Option<String>,
        /// Explanation.
        note: Option<String>,
    },
}

/// Local words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// For intensive voluntary help.
    pub help: Local<String>,
    /// For the local team.
    pub team: Local<String>,
    /// For the table.
    pub table: Local<String>,
}

/// Who carries intensive voluntary help, how long, at which table, where to complain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// Words.
    pub terms: Terms,
    /// Who carries it.
    pub carriers: Local<Vec<Carrier>>,
    /// Explanation.
    pub explanation: Local<String>,
    /// Organisations around the family.
    pub organisations: Local<Vec<OwnOrganisation>>,
    /// Who keeps the lead.
    pub lead: Local<String>,
    /// Aim.
    pub aim: Local<String>,
    /// Maximum; `geen` when the sources say that there is none.
    pub maximum: Local<String>,
    /// Extension.
    pub extension: Local<String>,
    /// How long research waits.
    pub postponed: Local<String>,
    /// Form of the table.
    pub table_form: Local<TableForm>,
    /// Who sits there.
    pub participants: Local<Vec<String>>,
    /// Who decides there.
    pub table_decider: Local<String>,
    /// Age from which a child is invited.
    pub child_from: Local<u8>,
    /// May you bring someone?
    pub bring_someone: Local<bool>,
    /// How long the talk takes.
    pub talk_length: Local<String>,
    /// Who may register.
    pub registered_by: Local<Vec<String>>,
    /// Outcomes.
    pub outcomes: Local<Vec<String>>,
    /// Preparation.
    pub preparation: Local<String>,
    /// Complaint about the local team.
    pub complaint_team: Local<Contact>,
    /// Complaint about the gecertificeerde instelling.
    pub complaint_gi: Local<Contact>,
    /// Complaint about the municipality.
    pub complaint_municipality: Local<Contact>,
    /// Key of the ombudsman.
    pub ombudsman: Local<String>,
    /// Confidant.
    pub confidant: Local<Contact>,
    /// Client support.
    pub client_support: Local<Contact>,
    /// Veilig Thuis of the region.
    pub veilig_thuis: Local<Contact>,
    /// Legal form.
    pub legal_form: Local<LegalForm>,
    /// Further facts, of municipality and region together.
    pub notes: Vec<Note>,
}

/// A further local fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// In words.
    pub text: Markup,
    /// Facts.
    pub facts: Vec<FactId>,
    /// Origin.
    pub origin: Origin,
}

/// A municipality with its site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Key in addresses.
    pub key: String,
    /// Name that people use.
    pub name: String,
    /// CBS code.
    pub code: String,
    /// Province.
    pub province: String,
    /// Its own site.
    pub website: Option<String>,
    /// Names of the regions around it, the nearest first.
    pub regions: Vec<String>,
    /// How sure its file is.
    pub status: Status,
    /// Who confirmed it.
    pub confirmed_by: Option<String>,
    /// When it was confirmed, and where that stands.
    pub confirmed_on: Option<(Date, Span)>,
    /// The day for which its file was true.
    pub as_of: Option<Date>,
    /// Whether it has a file of its own.
    pub described: bool,
    /// Facts on which its file rests.
    pub facts: Vec<FactId>,
    /// What is known.
    pub practice: Practice,
    /// Names of municipalities that merged into it.
    pub former_names: Vec<String>,
}

/// A municipality that no longer exists; its address leads on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Old key.
    pub key: String,
    /// Old name.
    pub name: String,
    /// Key of the municipality of today.
    pub into: String,
}
