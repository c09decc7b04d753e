//! Rules about truth: what stands on the pages has a source, a day, and is still fresh.
//!
//! They look at the model, at the texts of the input files and at the day of the run; never at the clock. A rule is a file and a page
//! in `truth/` and a line in `RULES`. Much of this family is refused earlier, in `sources` and `model`; those findings have their
//! page in `truth/earlier/`.

mod permission;
mod rule;
mod sentence;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use self::permission::is_allowed_elsewhere;
pub(in crate::check) use self::rule::TruthRule;
use crate::diag::{Diagnostic, Diagnostics, FileId, SourceMap, Span};
use crate::model::Model;
use crate::model::prose::ProseFile;

macro_rules! rules {
    ($($module:ident)*) => {
        $(mod $module;)*

        /// The rules that look for themselves, by name.
        pub(in crate::check) static RULES: &[TruthRule] = &[$($module::RULE,)*];
    };
}

rules! {
    bewering_zonder_feit
    contact_verouderd
    landelijk_getal
    los_nummer
    niet_voor_ouders
    ongebruikte_bron
    onzeker_zonder_voorbehoud
    oude_controle
    plaatselijk_zonder_datum
    tegen_de_kern
    veilige_vorm
    verouderd
}

macro_rules! pages {
    ($($name:literal $file:literal)*) => {
        /// Pages of findings that earlier rooms make.
        pub(in crate::check) static EARLIER: &[(&str, &str)] = &[$(($name, include_str!(concat!("truth/earlier/", $file, ".md"))),)*];
    };
}

pages! {
    "geen-bron" "geen_bron"
    "geen-datum" "geen_datum"
    "geen-peildatum" "geen_peildatum"
    "gemeente-klopt-niet" "gemeente_klopt_niet"
    "niet-bevestigd" "niet_bevestigd"
    "onbekend-feit" "onbekend_feit"
    "onbekend-nummer" "onbekend_nummer"
    "onbekende-bron" "onbekende_bron"
    "onbekende-gemeente" "onbekende_gemeente"
    "telefoonnummer" "telefoonnummer"
}

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Grounds<'a> {
    /// Everything that is true on this site.
    pub model: &'a Model,
    /// Texts of all input files.
    pub files: &'a SourceMap,
    /// Visible texts of the input files.
    pub prose: &'a [ProseFile],
    /// The day of the run.
    pub as_of: Date,
}

impl Grounds<'_> {
    /// Whether more than `months` months lie between a day and the day of the run.
    fn is_older(&self, day: Date, months: u16) -> bool {
        day.saturating_add(jiff::Span::new().months(months)) < self.as_of
    }
}

/// What all rules find, without what editors allow.
pub fn check_truth(grounds: &Grounds<'_>) -> Diagnostics {
    let mut found: Vec<Diagnostic> = RULES.iter().flat_map(|rule| rule.look(grounds)).collect();
    permission::apply(&mut found, grounds.files);
    let mut problems = Diagnostics::default();
    found.into_iter().for_each(|one| problems.push(one));
    problems
}

/// Of several places in one file only the first is shown, with the number of the others: one mistake, one message.
fn first_of_each_file(places: impl IntoIterator<Item = (Span, String)>) -> Vec<(Span, String, usize)> {
    let mut files: BTreeMap<FileId, BTreeMap<Span, String>> = BTreeMap::new();
    for (span, message) in places {
        files.entry(span.file).or_default().insert(span, message);
    }
    let first = files.into_values().filter_map(|places| {
        let others = places.len() - 1;
        places.into_iter().next().map(|(span, message)| (span, message, others))
    });
    first.collect()
}

/// ` (en nog 3 in dit bestand)`
fn and_others(others: usize) -> String {
    if others == 0 { String::new() } else { format!(" (en nog {others} in dit bestand)") }
}
