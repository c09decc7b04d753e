//! Rules about finished pages: what a tool or a reader would stumble over, among them the defects that no tool finds (`ux.md` §6.1).
//!
//! A page is read once, into a [`Sight`]; every rule looks at that. A rule is a file and a page in `pages/` and a line in `RULES`.
//! Pages with the same shape, such as those of municipalities of which nothing is known, are read once for all ([`PageGroups`]).

mod sight;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

pub use self::sight::Sight;
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::output::OutputFile;

macro_rules! rules {
    ($($module:ident)*) => {
        $(mod $module;)*

        /// The rules that look for themselves, by name.
        pub(in crate::check) static RULES: &[PageRule] = &[$($module::RULE,)*];
    };
}

rules! {
    afbeelding_zonder_tekst
    focus_weg
    geen_bronnen
    geen_controledag
    geen_hulplijn
    geen_nooduitgang
    hoofdkop
    inline_script
    inline_stijl
    kop_overgeslagen
    letters_in_css
    linktekst_dubbel
    linktekst_vaag
    richting_klopt_niet
    taal_ontbreekt
    tabel_zonder_koppen
    titel_ontbreekt
    verzoek_naar_buiten
    zware_pagina
}

macro_rules! pages {
    ($($name:literal $file:literal)*) => {
        /// Pages of rules that need all pages together, and of findings of earlier rooms.
        pub(in crate::check) static EARLIER: &[(&str, &str)] = &[$(($name, include_str!(concat!("pages/earlier/", $file, ".md"))),)*];
    };
}

pages! {
    "adres-verhuisd" "adres_verhuisd"
    "adres-werkt-niet" "adres_werkt_niet"
    "adres-zwijgt" "adres_zwijgt"
    "dubbel-anker" "dubbel_anker"
    "dubbele-titel" "dubbele_titel"
    "kapot-anker" "kapot_anker"
    "kapotte-link" "kapotte_link"
}

/// A rule about a finished page or style sheet.
pub(in crate::check) struct PageRule {
    /// Dutch id in kebab-case: the thing found.
    pub(in crate::check) name: &'static str,
    /// The page that an editor reads; its head says how serious a finding is.
    pub(in crate::check) page: &'static str,
    /// What it finds on one page.
    find: fn(&Sight) -> Vec<Defect>,
}

/// Something on a page that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check) struct Defect {
    /// The fact, without the address of the page.
    message: String,
    /// What to do.
    help: String,
    /// How serious it is here; `None` when the page of its rule says so for every place.
    severity: Option<Severity>,
}

impl Defect {
    fn new(message: impl Into<String>, help: impl Into<String>) -> Defect {
        Defect { message: message.into(), help: help.into(), severity: None }
    }
}

/// A finding on one page: the rule and the whole Dutch message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageFinding {
    /// Name of the rule.
    pub rule: &'static str,
    /// The fact.
    pub message: String,
}

/// What all rules find on one page or style sheet, in the order of their names.
pub fn look(sight: &Sight) -> Vec<PageFinding> {
    let found = RULES.iter().flat_map(|rule| (rule.find)(sight).into_iter().map(|defect| (rule.name, defect)));
    found.map(|(rule, defect)| PageFinding { rule, message: defect.message }).collect()
}

/// What the address of a page says about it.
pub trait PageGroups: Sync {
    /// A text that is equal for pages of one shape: the first of them is read for all.
    fn shape(&self, path: &str) -> String;
    /// Whether it is a page of a municipality, which has sources of its own.
    fn is_local(&self, path: &str) -> bool;
}

/// Looks at pages one by one, from several threads, and reports at the end: the same defect on many pages is one finding.
pub struct PageChecker<'a> {
    groups: &'a dyn PageGroups,
    /// The neutral site of the exit link.
    exit_address: &'a str,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    shapes: BTreeSet<String>,
    /// Pages on which each defect stands.
    defects: BTreeMap<(&'static str, Defect), BTreeSet<String>>,
    /// Pages with each language and title. A text that is not translated has its own title in two languages.
    titles: BTreeMap<(String, String), BTreeSet<String>>,
    read: usize,
}

impl<'a> PageChecker<'a> {
    /// Starts with nothing seen.
    pub fn new(exit_address: &'a str, groups: &'a dyn PageGroups) -> PageChecker<'a> {
        PageChecker { groups, exit_address, seen: Mutex::new(Seen::default()) }
    }

    /// Looks at one finished file. Of a page whose shape was seen only the title is read.
    pub fn look(&self, file: &OutputFile) {
        let path = file.path.as_str();
        let is_page = path.ends_with(".html");
        if !is_page && !path.ends_with(".css") {
            return;
        }
        let is_new = self.lock().shapes.insert(self.groups.shape(path));
        let text = String::from_utf8_lossy(&file.bytes);
        let title = if is_page { sight::title(&text) } else { None };
        let defects = if is_new { self.defects(path, &text) } else { Vec::new() };
        let mut seen = self.lock();
        seen.read += usize::from(is_new);
        if let Some(title) = title {
            seen.titles.entry((sight::language(&text), title)).or_default().insert(path.to_owned());
        }
        for found in defects {
            seen.defects.entry(found).or_default().insert(path.to_owned());
        }
    }

    fn defects(&self, path: &str, text: &str) -> Vec<(&'static str, Defect)> {
        let sight = Sight::read(path, text, self.exit_address).of_municipality(self.groups.is_local(path));
        RULES.iter().flat_map(|rule| (rule.find)(&sight).into_iter().map(|defect| (rule.name, defect))).collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.seen.lock().expect("no thread panics while it holds what was seen")
    }

    /// What was found, and how many files were read in full.
    pub fn finish(self) -> (Diagnostics, usize) {
        let Seen { shapes: _, defects, titles, read } =
            self.seen.into_inner().expect("no thread panics while it holds what was seen");
        let mut problems = Diagnostics::default();
        for ((name, defect), pages) in &defects {
            let message = format!("{}: {}", shown(pages), defect.message);
            let found =
                Diagnostic { severity: defect.severity.unwrap_or(severity(name)), ..Diagnostic::error(name, message) };
            problems.push(found.help(defect.help.clone()));
        }
        for ((_, title), pages) in titles.iter().filter(|(_, pages)| pages.len() > 1) {
            let message = format!("{}: de titel `{title}` heeft ook een andere pagina", shown(pages));
            let double = Diagnostic { severity: severity("dubbele-titel"), ..Diagnostic::error("dubbele-titel", message) };
            problems.push(double.help("geef elke pagina een eigen `titel:`"));
        }
        (problems, read)
    }
}

/// The first page, and how many more.
fn shown(pages: &BTreeSet<String>) -> String {
    let first = pages.first().map_or("", String::as_str);
    match pages.len() {
        0 | 1 => format!("op `{first}`"),
        2 => format!("op `{first}` en nog 1 pagina"),
        more => format!("op `{first}` en nog {} pagina's", more - 1),
    }
}

/// What the page of a rule says.
fn severity(name: &str) -> Severity {
    let pages = RULES.iter().map(|rule| (rule.name, rule.page)).chain(EARLIER.iter().copied());
    let page = pages.into_iter().find(|(one, _)| *one == name).map_or("", |(_, page)| page);
    let word = page.lines().find_map(|line| line.strip_prefix("Ernst: ")).and_then(|words| words.split(',').next());
    word.and_then(Severity::from_word).expect("a test reads the head of every page")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{PageChecker, PageGroups, RULES, Sight, look};
    use crate::check::handbook::fenced_examples;
    use crate::output::OutputFile;

    const EXIT: &str = "https://www.knmi.nl/";

    /// Pages of all municipalities have one shape.
    struct AllAlike;

    impl PageGroups for AllAlike {
        fn shape(&self, path: &str) -> String {
            path.split_once('/').map_or(path, |(_, rest)| rest).to_owned()
        }
        fn is_local(&self, _: &str) -> bool {
            false
        }
    }

    fn rules_found(example: &str) -> BTreeSet<&'static str> {
        let path = if example.trim_start().starts_with('<') { "a/index.html" } else { "style.css" };
        // A whole page is one of a municipality; the weight is that of a long text.
        let text = example.replace("HERHAAL", &"lange tekst ".repeat(2000));
        let sight = Sight::read(path, &text, EXIT).of_municipality(text.contains("<html"));
        look(&sight).into_iter().map(|found| found.rule).collect()
    }

    #[test]
    fn every_flagged_example_is_found_and_every_fine_example_is_left_alone() {
        let mut wrong = Vec::new();
        for rule in RULES {
            for (heading, expected) in [("Gevonden", true), ("Goed", false)] {
                let examples = fenced_examples(rule.page, heading);
                assert!(!examples.is_empty(), "{}: no example under `{heading}`", rule.name);
                let other = examples.into_iter().filter(|text| rules_found(text).contains(rule.name) != expected);
                wrong.extend(other.map(|text| format!("{} ({heading}): {text}", rule.name)));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn the_same_defect_on_many_pages_is_one_finding_and_pages_of_one_shape_are_read_once() {
        let checker = PageChecker::new(EXIT, &AllAlike);
        let page = |path: &str| OutputFile::text(path, format!("<html lang=nl><title>{path}</title><img src=a.svg>"));
        for path in ["a/index.html", "b/index.html", "a/klacht/index.html"] {
            checker.look(&page(path));
        }
        let (problems, read) = checker.finish();
        assert_eq!(read, 2);
        let silent: Vec<&str> =
            problems.iter().filter(|one| one.rule == "afbeelding-zonder-tekst").map(|one| one.message.as_str()).collect();
        assert_eq!(silent, ["op `a/index.html` en nog 1 pagina: de afbeelding `a.svg` heeft geen tekst"]);
    }

    #[test]
    fn two_pages_with_one_title_are_found_also_when_they_have_one_shape() {
        let checker = PageChecker::new(EXIT, &AllAlike);
        for path in ["a/index.html", "b/index.html"] {
            checker.look(&OutputFile::text(path, "<html lang=nl><title>Klacht</title>"));
        }
        let (problems, _) = checker.finish();
        let double: Vec<&str> =
            problems.iter().filter(|one| one.rule == "dubbele-titel").map(|one| one.message.as_str()).collect();
        assert_eq!(double, ["op `a/index.html` en nog 1 pagina: de titel `Klacht` heeft ook een andere pagina"]);
    }
}
