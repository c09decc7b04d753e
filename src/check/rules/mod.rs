//! The rules: one file and one page each. The page is the explanation, the settings and the test of its rule.
//!
//! A new rule is two files and two lines here: its name among the modules, and its `RULE` in the list. The rules of plain Dutch
//! stand in `check/plain/rules/`; here they get the form of all others, so that there is one checker.

use std::sync::LazyLock;

use self::rule::Look;
use crate::check::plain;

mod afstandelijk_woord;
mod alleen_maar_helpen;
mod alleen_zorgen;
mod als_dan_dreiging;
mod bezwaar_beloofd;
mod diagnose;
mod een_landelijk_kader;
mod functie_van_een_maatregel;
mod geen_keuze;
mod geen_reactie_mogelijk;
mod geen_weg_terug;
mod geheime_plaats;
mod geld_als_druk;
mod gevolg_zonder_uitleg;
mod gezag_als_druk;
mod gratis_advocaat;
mod hulp_als_maatregel;
mod ja_is_nooit_vast;
mod klinkt_als_druk;
mod laatste_kans;
mod maatregel_voorspeld;
mod machteloos;
mod medewerkingsplicht;
mod meteen_tekenen;
mod niet_de_rechter;
mod niet_vrijblijvend;
mod onveilig_advies;
mod onverklaard_woord;
mod opleggen;
mod oude_naam;
mod partijdig;
mod rule;
mod schriftelijke_aanwijzing;
mod uitspraak_voorspeld;
mod verkeerde_beslisser;
mod verplicht_meewerken;
mod verwijt;
mod voorwaarden;
mod vrijwillige_uithuisplaatsing;
mod zonder_toestemming;
mod zorg_als_feit;

pub use self::klinkt_als_druk::labelled_sentences;
pub use self::rule::{Document, DocumentKind, Family, Finding, Rule, Scope};
pub use super::handbook::family_of;

/// All rules, by name.
pub static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let of_plain = plain::rules::RULES.iter().map(|rule| Rule { name: rule.id, page: rule.page, look: Look::Plain });
    let mut all: Vec<Rule> = OF_LANGUAGE.iter().copied().chain(of_plain).collect();
    all.sort_by_key(|rule| rule.name);
    all
});

/// The rules about neutral and true language, by name.
static OF_LANGUAGE: &[Rule] = &[
    afstandelijk_woord::RULE,
    alleen_maar_helpen::RULE,
    alleen_zorgen::RULE,
    als_dan_dreiging::RULE,
    bezwaar_beloofd::RULE,
    diagnose::RULE,
    een_landelijk_kader::RULE,
    functie_van_een_maatregel::RULE,
    geen_keuze::RULE,
    geen_reactie_mogelijk::RULE,
    geen_weg_terug::RULE,
    geheime_plaats::RULE,
    geld_als_druk::RULE,
    gevolg_zonder_uitleg::RULE,
    gezag_als_druk::RULE,
    gratis_advocaat::RULE,
    hulp_als_maatregel::RULE,
    ja_is_nooit_vast::RULE,
    klinkt_als_druk::RULE,
    laatste_kans::RULE,
    maatregel_voorspeld::RULE,
    machteloos::RULE,
    medewerkingsplicht::RULE,
    meteen_tekenen::RULE,
    niet_de_rechter::RULE,
    niet_vrijblijvend::RULE,
    onveilig_advies::RULE,
    onverklaard_woord::RULE,
    opleggen::RULE,
    oude_naam::RULE,
    partijdig::RULE,
    schriftelijke_aanwijzing::RULE,
    uitspraak_voorspeld::RULE,
    verkeerde_beslisser::RULE,
    verplicht_meewerken::RULE,
    verwijt::RULE,
    voorwaarden::RULE,
    vrijwillige_uithuisplaatsing::RULE,
    zonder_toestemming::RULE,
    zorg_als_feit::RULE,
];

/// The rule with this name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

#[cfg(test)]
mod tests;
