//! Every rule has a page, every page has a rule, and every example of a page does what the page says.

use std::collections::BTreeSet;

use super::rule::Look;
use super::{Document, DocumentKind, RULES, Rule, Scope};
use crate::check::language::reading::tests::passage;
use crate::check::language::{Passage, Reading};
use crate::check::plain::{self, Glossary};

/// Rules of the facts sheet (§6) that are not a rule about words, and where they are kept instead.
const ELSEWHERE: &[(&str, &str)] =
    &[("L-37", "the types of the municipality files ask for `peildatum` and `bron` with every local value")];

/// A single sentence has no page around it that explains its terms and abbreviations.
const NEEDS_A_PAGE: [&str; 2] = ["afkorting", "term-zonder-uitleg"];

/// The terms that the pages of the rules use.
fn small_glossary() -> Glossary {
    Glossary::new(
        [["kinderrechter"].as_slice(), &["machtiging", "MUHP"], &["ondertoezichtstelling", "OTS"], &["klacht"]]
            .map(<[&str]>::to_vec),
    )
}

fn finds(rule: &Rule, example: &str) -> bool {
    let passages: Vec<Passage> = example.split(" / ").map(passage).collect();
    let kind = if rule.scope() == Some(Scope::Stage) { DocumentKind::Stage } else { DocumentKind::Letter };
    let readings: Vec<Reading<'_>> = passages.iter().map(Reading::new).collect();
    // A block of the plain text is a block of the example: both are parted by ` / `.
    let blocks = plain::blocks_from_text(&example.replace(" / ", "\n\n"));
    let plain = plain::read(&blocks, &small_glossary()).hits;
    !rule.look(&Document { kind, passages: &passages, plain: &plain }, &readings, &[]).is_empty()
}

#[test]
fn every_flagged_example_is_found_and_every_fine_example_is_left_alone() {
    let mut wrong = Vec::new();
    for rule in RULES.iter() {
        wrong.extend(
            rule.examples("Gevonden")
                .iter()
                .filter(|text| !finds(rule, text))
                .map(|text| format!("{} misses: {text}", rule.name)),
        );
        wrong.extend(
            rule.examples("Goed").iter().filter(|text| finds(rule, text)).map(|text| format!("{} flags: {text}", rule.name)),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_fine_example_of_one_rule_is_an_error_for_no_other() {
    let mut wrong = Vec::new();
    for page in RULES.iter().filter(|page| page.scope() != Some(Scope::Stage)) {
        for text in page.examples("Goed") {
            let errors = RULES.iter().filter(|rule| rule.severity() == Some(crate::diag::Severity::Error));
            wrong.extend(
                errors
                    .filter(|rule| !NEEDS_A_PAGE.contains(&rule.name) && finds(rule, text))
                    .map(|rule| format!("{} flags ({}): {text}", rule.name, page.name)),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_names_its_rule_its_settings_its_facts_and_two_examples_of_each_kind() {
    for rule in RULES.iter() {
        let name = rule.name;
        assert!(rule.page.starts_with(&format!("# {name}\n")), "{name}: the page has another title");
        assert!(rule.severity().is_some(), "{name}: no `Ernst`");
        assert!(rule.scope().is_some(), "{name}: no `Geldt`");
        let is_plain = matches!(rule.look, Look::Plain);
        assert!(is_plain || !rule.facts().is_empty(), "{name}: no `Feiten`");
        assert!(rule.summary().ends_with('.'), "{name}: {}", rule.summary());
        for heading in ["Gevonden", "Goed"] {
            assert!(rule.examples(heading).len() >= 2, "{name}: fewer than two examples under `{heading}`");
        }
        let headings: &[&str] = match is_plain {
            true => &["## Waarom is dat lastig voor een ouder?"],
            false => &["## Waarom is dat belangrijk?", "## Wat schrijft u wel?"],
        };
        for heading in headings {
            assert!(rule.page.contains(heading), "{name}: no `{heading}`");
        }
    }
}

#[test]
fn the_corpus_of_the_pages_is_large_enough() {
    let sentences: usize = RULES.iter().map(|rule| rule.examples("Gevonden").len() + rule.examples("Goed").len()).sum();
    assert!(sentences >= 150, "only {sentences}");
}

#[test]
fn every_language_rule_of_the_facts_sheet_is_a_rule_or_is_named_with_its_reason() {
    let mut covered: BTreeSet<String> = RULES.iter().flat_map(Rule::facts).map(str::to_owned).collect();
    covered.extend(ELSEWHERE.iter().map(|(fact, _)| (*fact).to_owned()));
    let missing: Vec<String> =
        (1..=48).map(|number| format!("L-{number:02}")).filter(|fact| !covered.contains(fact)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn rules_stand_in_order_of_their_names_and_each_name_once() {
    assert!(RULES.windows(2).all(|pair| pair[0].name < pair[1].name));
}
