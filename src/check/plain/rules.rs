//! The rules of plain Dutch: one file and one page each. The examples in a page are the tests of its rule (`tests/suite/plain.rs`).

use super::document::Document;
use super::hit::{Finding, Hit};

/// A rule of plain Dutch.
#[derive(Debug)]
pub struct Rule {
    /// Dutch id in kebab-case: the thing found.
    pub id: &'static str,
    /// Its short name in `docs/readability.md`.
    pub code: &'static str,
    /// The page that an editor reads.
    pub page: &'static str,
    find: fn(&Document<'_>) -> Vec<Finding>,
}

macro_rules! rules {
    ($($module:ident $id:literal $code:literal)*) => {
        $(mod $module;)*

        /// All rules, in the order of their short names.
        pub static RULES: &[Rule] = &[
            $(Rule {
                id: $id,
                code: $code,
                page: include_str!(concat!("rules/", stringify!($module), ".md")),
                find: $module::find,
            },)*
        ];
    };
}

rules! {
    lange_zin "lange-zin" "Z1"
    lange_zinnen "lange-zinnen" "Z2"
    veel_bijzinnen "veel-bijzinnen" "Z3"
    werkwoorden_ver_uit_elkaar "werkwoorden-ver-uit-elkaar" "Z4"
    voorzetsels_op_een_rij "voorzetsels-op-een-rij" "Z5"
    tussenzin "tussenzin" "Z6"
    lijdende_zin "lijdende-zin" "L1"
    men "men" "L2"
    zullen "zullen" "L3"
    vermomd_werkwoord "vermomd-werkwoord" "N1"
    dubbele_ontkenning "dubbele-ontkenning" "N2"
    formeel_woord "formeel-woord" "W1"
    onbekend_woord "onbekend-woord" "W2"
    term_zonder_uitleg "term-zonder-uitleg" "W3"
    lang_woord "lang-woord" "W4"
    vaktaal "vaktaal" "W5"
    afkorting "afkorting" "A1"
    wetsartikel "wetsartikel" "A2"
    aanspreken "aanspreken" "T1"
    lange_alinea "lange-alinea" "T2"
    lange_lijst "lange-lijst" "T3"
    moeilijke_tekst "moeilijke-tekst" "P1"
}

impl Rule {
    /// What this rule finds on a page.
    pub fn look(&self, document: &Document<'_>) -> Vec<Hit> {
        (self.find)(document).into_iter().map(|finding| self.sign(document, finding)).collect()
    }

    fn sign(&self, document: &Document<'_>, finding: Finding) -> Hit {
        let Finding { block, range, weight, message, help } = finding;
        let text = document.parts[block].text(&range).to_owned();
        Hit { rule: self.id, weight, block, range, text, message, help }
    }

    /// Examples under `## Gevonden` or `## Goed`: a line each, in which ` / ` parts the blocks.
    pub fn examples(&self, heading: &str) -> Vec<String> {
        let mut sections = self.page.split("\n## ").filter_map(|section| section.split_once('\n'));
        let section = sections.find(|(title, _)| *title == heading).map_or("", |(_, section)| section);
        section.lines().filter_map(|line| line.strip_prefix("- ")).map(|line| line.replace(" / ", "\n\n")).collect()
    }
}

/// What all rules find, by place.
pub(super) fn hits(document: &Document<'_>) -> Vec<Hit> {
    let mut hits: Vec<Hit> = RULES.iter().flat_map(|rule| rule.look(document)).collect();
    hits.sort_by_key(|hit| (hit.block, hit.range.start, hit.range.end));
    hits
}
