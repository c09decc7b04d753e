//! Rules about truth: every example of their pages, whole messages, and what goes wrong when a source or a day falls away.

use std::collections::BTreeSet;

use jiff::civil::date;
use ouderwijzer::check::handbook::{HANDBOOK, family_of, fenced_examples};
use ouderwijzer::check::rules::{Family, Rule};
use ouderwijzer::diag::Severity;
use ouderwijzer::report::{Look, human};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::site::Site;

/// Names of the rules that find something in the small site with the files of an example.
fn found(example: &str) -> BTreeSet<&'static str> {
    let site = Site::basis();
    for (path, text) in files(example) {
        site.write(&path, text);
    }
    let outcome = site.check_texts();
    outcome.problems.iter().map(|problem| problem.rule).collect()
}

/// An example holds one file or more, each behind a line with its path.
fn files(example: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in example.lines() {
        let path = line.trim_start_matches("# ").trim_start_matches("<!-- ").trim_end_matches(" -->");
        let is_path = path != line && (path.starts_with("content/") || path.starts_with("municipalities/"));
        match files.last_mut() {
            _ if is_path => files.push((path.to_owned(), String::new())),
            Some((_, text)) => {
                text.push_str(line);
                text.push('\n');
            }
            None => panic!("an example begins with the path of a file: {example}"),
        }
    }
    files
}

#[test]
fn every_example_of_the_pages_about_truth_does_what_the_page_says() {
    let rules = HANDBOOK.iter().filter(|rule| rule.family() == Family::Waar);
    let of_rule = |rule: &'static Rule| {
        let headings = [("Gevonden", true), ("Goed", false)].into_iter();
        headings.flat_map(move |(heading, expected)| {
            fenced_examples(rule.page, heading).into_iter().map(move |text| (rule.name, expected, text))
        })
    };
    let examples: Vec<(&str, bool, String)> = rules.flat_map(of_rule).collect();
    assert!(examples.len() >= 60, "only {} examples", examples.len());
    let wrong: Vec<String> = examples
        .par_iter()
        .filter(|(name, expected, text)| found(text).contains(name) != *expected)
        .map(|(name, expected, text)| format!("{name} ({}): {text}", if *expected { "Gevonden" } else { "Goed" }))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Our own content, changed in one place, as an editor would by mistake.
struct Changed(Site);

impl Changed {
    fn project() -> Changed {
        Changed(Site::of_project())
    }

    fn replace(self, path: &str, from: &str, to: &str) -> Changed {
        self.0.replace(path, from, to);
        self
    }

    /// Messages about truth, with their places; language is left to its own tests.
    fn says(&self) -> String {
        let mut outcome = self.0.check_texts();
        outcome.problems.retain(|one| family_of(one.rule) == Family::Waar);
        human(&outcome.problems, &outcome.files, Look::Plain)
    }
}

#[test]
fn our_own_content_has_no_finding_about_truth() {
    assert_eq!(Changed::project().says(), "");
}

#[test]
fn a_source_that_falls_away_from_our_own_content_is_found() {
    let changed = Changed::project().replace(
        "municipalities/regios/holland-rijnland.yaml",
        "\n  bron: [holland-rijnland-tafel]\nuitvoering",
        "\nuitvoering",
    );
    let wanted = "fout[geen-bron]: `termen` heeft geen bron
  ╭▸ municipalities/regios/holland-rijnland.yaml:7:10
  │
7 │   drang: preventieve jeugdbescherming
  │          ━━━━━━━━━━━━━━━━━━━━━━━━━━━━
  │
  ╰ hulp: voeg in dit blok `bron: […]` toe, met waar u het hebt gelezen";
    assert_eq!(changed.says(), wanted);
}

#[test]
fn a_fact_that_falls_away_from_a_sentence_is_found() {
    let changed = Changed::project().replace(
        "content/nl/paginas/overleg.md",
        "Over vrijwillige hulp beslist u. {C-01, S-05}",
        "Over vrijwillige hulp beslist u.",
    );
    let says = changed.says();
    assert!(says.starts_with("let op[bewering-zonder-feit]: bij deze zin staat geen feit\n"), "{says}");
    assert!(says.contains("content/nl/paginas/overleg.md:8:1"), "{says}");
    let help = "hulp: zoek het feit in `content/feiten.yaml`, en zet het nummer achter de zin, zoals `{C-02}`";
    assert!(says.ends_with(help), "{says}");
}

#[test]
fn a_date_that_falls_away_from_an_unsettled_subject_is_found() {
    let changed = Changed::project().replace(
        "content/nl/woordenlijst.yaml",
        "nieuwe wet hierover (november 2026).",
        "nieuwe wet hierover.",
    );
    let says = changed.says();
    assert!(says.starts_with("fout[veilige-vorm]: over deze nieuwe wet staat er geen maand en jaar bij (U-05)\n"), "{says}");
    let help = "hulp: schrijf ‘Er wordt gewerkt aan een nieuwe wet’, met de maand en het jaar waarin u het nakeek";
    assert!(says.ends_with(help), "{says}");
}

#[test]
fn a_region_that_does_not_exist_is_found() {
    let changed =
        Changed::project().replace("municipalities/leiden.yaml", "regio: holland-rijnland", "regio: holland-rijnlant");
    let says = human_of_all(&changed.0);
    assert!(says.contains("fout[onbekende-regio]"), "{says}");
    assert!(says.contains("bedoelt u `holland-rijnland`?"), "{says}");
}

#[test]
fn half_a_year_later_every_contact_asks_to_be_checked_again() {
    let site = Site::of_project();
    let outcome = site.check_texts_on(date(2027, 5, 23));
    let old: Vec<&str> =
        outcome.problems.iter().filter(|one| one.rule == "contact-verouderd").map(|one| one.message.as_str()).collect();
    let first = "het contact van `Jeugdstem` is nagekeken op 2026-11-22, meer dan 6 maanden geleden";
    assert!(old.contains(&first) && old.len() > 10, "{old:?}");
    assert!(!outcome.problems.iter().any(|one| one.rule == "oude-controle"));
}

#[test]
fn the_limits_are_settings_of_the_site() {
    let site = Site::basis();
    site.write("municipalities/leiden.yaml", "gemeente: { naam: Leiden, code: GM0546, provincie: Zuid-Holland }\npeildatum: 2026-08-01\nduur: { maximum: 6 maanden, bron: [P] }\n");
    assert_eq!(site.check_texts().problems.count(Severity::Warning), 0, "{}", site.messages());
    site.replace("content/site.yaml", "terugval: nl\n", "terugval: nl\nhoudbaar: { plaatselijk: 3 maanden }\n");
    let messages = site.messages();
    assert!(
        messages.contains("let op[verouderd]: `duur.maximum` geldt voor 2026-08-01, meer dan 3 maanden geleden"),
        "{messages}"
    );
}

fn human_of_all(site: &Site) -> String {
    let outcome = site.check_texts();
    human(&outcome.problems, &outcome.files, Look::Plain)
}
