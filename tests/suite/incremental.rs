//! A build on top of an earlier one gives the same bytes as a build from nothing, whatever was changed in between.

use std::collections::BTreeSet;

use proptest::prelude::{ProptestConfig, prop, proptest};

use super::site::Site;

/// Things that editors do between two builds. Each may come any number of times, in any order.
const EDITS: &[fn(&Site, usize)] = &[
    local_value,
    region_value,
    shared_page,
    interface_word,
    template,
    style,
    another_municipality,
    own_text,
    cited_source,
    part_of_the_country,
    damaged_page,
    lost_page,
    nothing,
];

pub(crate) fn local_value(site: &Site, turn: usize) {
    let path = site.path().join("municipalities/leiden.yaml");
    let text = std::fs::read_to_string(&path).expect("readable");
    let lines = text.lines().map(|line| match line.trim_start().starts_with("drang:") {
        true => format!("  drang: hulp van soort {turn}"),
        false => line.to_owned(),
    });
    std::fs::write(path, lines.collect::<Vec<_>>().join("\n") + "\n").expect("written");
}

fn region_value(site: &Site, turn: usize) {
    let text = format!(
        "regio: {{ naam: Holland Rijnland }}\npeildatum: 2019-12-31\nstatus: gedateerd\ntermen:\n  overleg: tafel {turn}\n  bron: [\"P:242\"]\n"
    );
    site.write("municipalities/regios/holland-rijnland.yaml", text);
}

fn shared_page(site: &Site, turn: usize) {
    let page = format!(
        "---\ntitel: Gesprek\nsamenvatting: Over het gesprek.\n---\nKeer {turn}. {{C-01}}\n\n{{{{ ruimte: gesprek }}}}\n"
    );
    site.write("content/nl/paginas/gesprek.md", page);
}

fn interface_word(site: &Site, turn: usize) {
    let path = site.path().join("content/nl/ui.yaml");
    let text = std::fs::read_to_string(&path).expect("readable");
    assert!(text.contains("\n  menu:"), "the word that is changed is there");
    let lines = text.lines().map(|line| match line.starts_with("  menu:") {
        true => format!("  menu: Menu {turn}"),
        false => line.to_owned(),
    });
    std::fs::write(path, lines.collect::<Vec<_>>().join("\n") + "\n").expect("written");
}

fn template(site: &Site, turn: usize) {
    let path = "themes/standaard/components/appeal-box/appeal-box.html";
    let own = std::fs::read_to_string(super::site::project().join(path)).expect("readable");
    site.write(path, own.replace("<section", &format!("<section data-turn=\"{turn}\"")));
}

pub(crate) fn style(site: &Site, turn: usize) {
    site.write("themes/standaard/components/own/own.css", format!(".ow-own {{ margin: {turn}px; }}\n"));
}

pub(crate) fn another_municipality(site: &Site, turn: usize) {
    let path = "municipalities/urk.yaml";
    if site.path().join(path).exists() && turn.is_multiple_of(2) {
        return site.remove(path);
    }
    site.write(path, "gemeente: { naam: Urk, code: GM0184, provincie: Flevoland }\nstatus: onbekend\n");
}

fn own_text(site: &Site, turn: usize) {
    let path = "municipalities/leiden/nl/paginas/woordenlijst.md";
    if site.path().join(path).exists() && turn.is_multiple_of(2) {
        return site.remove(path);
    }
    site.write(path, format!("---\ntitel: Keer {turn}\nbron: [\"P:242\"]\npeildatum: 2019-12-31\n---\nVan hier.\n"));
}

fn cited_source(site: &Site, turn: usize) {
    let path = site.path().join("content/bronnen.yaml");
    let text = std::fs::read_to_string(&path).expect("readable");
    let kept = text.split("\nLos:").next().expect("a first part").trim_end().to_owned();
    let own = format!("\nLos:\n  titel: Losse bron {turn}\n  soort: brief\n  jaar: 2020\n");
    std::fs::write(path, kept + &own).expect("written");
}

fn part_of_the_country(site: &Site, _: usize) {
    site.build_into("public", &["leiden"]);
}

/// Somebody writes in the published folder.
fn damaged_page(site: &Site, turn: usize) {
    let page = site.path().join("public/leiden/index.html");
    if page.exists() {
        std::fs::write(page, "x".repeat(turn)).expect("written");
    }
}

fn lost_page(site: &Site, _: usize) {
    let _ = std::fs::remove_dir_all(site.path().join("public/leiden/stap"));
}

fn nothing(_: &Site, _: usize) {}

/// Paths that a build from nothing would have given another content, or not at all.
pub(crate) fn differences_with_a_clean_build(site: &Site, clean: &str) -> Vec<String> {
    site.build_into(clean, &[]);
    let (on_top, from_nothing) = (site.published("public"), site.published(clean));
    let paths: BTreeSet<&String> = on_top.keys().chain(from_nothing.keys()).collect();
    paths.into_iter().filter(|path| on_top.get(*path) != from_nothing.get(*path)).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_build_after_edits_gives_the_bytes_of_a_build_from_nothing(
        turns in prop::collection::vec(prop::collection::vec(0..EDITS.len(), 0..3), 1..5)
    ) {
        let site = Site::basis();
        assert!(site.build().published.is_some(), "{}", site.messages());
        for (turn, edits) in turns.iter().enumerate() {
            edits.iter().for_each(|edit| EDITS[*edit](&site, turn + 1));
            assert!(site.build().published.is_some(), "{}", site.messages());
            let differ = differences_with_a_clean_build(&site, &format!("clean-{turn}"));
            assert!(differ.is_empty(), "{differ:?} after {turns:?}");
        }
    }
}

#[test]
fn a_build_after_nothing_changed_touches_nothing_and_counts_the_same() {
    let site = Site::basis();
    let first = site.build();
    let second = site.build();
    assert_eq!((second.pages, second.municipalities), (first.pages, first.municipalities));
    let published = second.published.expect("published");
    assert_eq!((published.written, published.removed), (0, 0));
    assert_eq!(published.bytes, first.published.expect("published").bytes);
}

#[test]
fn one_local_value_changes_only_the_pages_of_that_municipality_and_its_open_data() {
    let site = Site::basis();
    another_municipality(&site, 1);
    site.build();
    let before = site.published("public");
    local_value(&site, 7);
    let written = site.build().published.expect("published").written;
    let after = site.published("public");
    let changed: Vec<&String> = after.keys().filter(|path| before.get(*path) != after.get(*path)).collect();
    assert!(changed.len() > 1 && changed.len() == written, "{changed:?}");
    let own = |path: &str| path.starts_with("leiden/") || path.starts_with("data/") || path == "vergelijk/index.html";
    assert!(changed.iter().all(|path| own(path)), "{changed:?}");
}

#[test]
fn findings_are_shown_again_when_nothing_changed() {
    let site = Site::basis();
    site.write("themes/standaard/vreemd.txt", "x");
    let first = site.build().problems.count(ouderwijzer::diag::Severity::Warning);
    let second = site.build().problems.count(ouderwijzer::diag::Severity::Warning);
    assert_eq!((first, second), (1, 1));
}

#[test]
fn a_mistake_of_another_municipality_does_not_hold_up_a_build_of_one() {
    let site = Site::basis();
    site.write("municipalities/urk.yaml", "gemeente: { naam: Urk, code: GM0184 }\nstatsu: onbekend\n");
    assert!(site.build_into("all", &[]).published.is_none(), "a build of all shows the mistake");
    let one = site.build_into("one", &["leiden"]);
    assert!(one.published.is_some() && one.problems.is_empty());
}

#[test]
fn a_mistake_in_its_own_file_or_region_holds_up_a_build_of_one() {
    for path in ["municipalities/leiden.yaml", "municipalities/regios/holland-rijnland.yaml"] {
        let site = Site::basis();
        site.replace(path, "status: gedateerd", "statsu: gedateerd");
        assert!(site.build_into("one", &["leiden"]).published.is_none(), "{path}");
    }
}

#[test]
fn what_another_municipality_describes_is_found_in_a_build_of_one() {
    let site = Site::basis();
    let urk = "gemeente: { naam: Urk, code: GM0184, provincie: Flevoland }\nstatus: onbekend\nbronnen:\n  Stuk:\n    titel: Een stuk\n    soort: brief\n    jaar: 2020\n";
    site.write("municipalities/urk.yaml", urk);
    site.replace("municipalities/leiden.yaml", "bron: [\"P:242\"]", "bron: [Stuk]");
    assert!(site.build_into("all", &[]).published.is_some(), "{}", site.messages());
    assert!(site.build_into("one", &["leiden"]).published.is_some());
    let (all, one) = (site.published("all"), site.published("one"));
    let own = one.iter().filter(|(path, _)| path.starts_with("leiden/") || *path == "data/leiden.json");
    let different: Vec<&String> = own.filter(|(path, bytes)| all.get(*path) != Some(*bytes)).map(|(path, _)| path).collect();
    assert!(different.is_empty(), "{different:?}");
}

#[test]
fn an_old_address_is_forwarded_in_a_build_of_one_too() {
    let site = Site::basis();
    let old = "gemeente: { naam: Oudorp, code: GM0001, provincie: Zuid-Holland }\nopgegaan_in: leiden\n";
    site.write("municipalities/oudorp.yaml", old);
    assert!(site.build_into("one", &["leiden"]).published.is_some(), "{}", site.messages());
    assert!(site.published("one").contains_key("oudorp/index.html"));
}
