//! Plain Dutch: the pages of the rules run as tests, and the score tells easy texts from hard ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use ouderwijzer::check::plain::rules::{RULES, Rule};
use ouderwijzer::check::plain::{
    Block, BlockKind, Document, Glossary, Reading, ReadingLevel, Weight, blocks_from_markup, blocks_from_text, read,
};
use ouderwijzer::model::Model;
use ouderwijzer::model::words::PageWords;

use super::our_content::our_model;
use super::site::{files, project};

/// The terms that the pages of the rules use.
fn small_glossary() -> Glossary {
    Glossary::new(
        [["kinderrechter"].as_slice(), &["machtiging", "MUHP"], &["ondertoezichtstelling", "OTS"], &["klacht"]]
            .map(<[&str]>::to_vec),
    )
}

fn fires(rule: &Rule, text: &str) -> bool {
    let blocks = blocks_from_text(text);
    let glossary = small_glossary();
    !rule.look(&Document::new(&blocks, &glossary)).is_empty()
}

#[test]
fn every_example_in_the_page_of_a_rule_is_found_or_fine_as_the_page_says() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for text in rule.examples("Gevonden").iter().filter(|text| !fires(rule, text)) {
            wrong.push(format!("{} does not find: {text}", rule.id));
        }
        for text in rule.examples("Goed").iter().filter(|text| fires(rule, text)) {
            wrong.push(format!("{} finds something in: {text}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_page_with_examples_and_every_page_has_a_rule() {
    for rule in RULES {
        assert!(rule.page.starts_with(&format!("# {}\n", rule.id)), "{}", rule.id);
        assert!(rule.examples("Gevonden").len() >= 2, "{} has too few examples", rule.id);
        assert!(rule.examples("Goed").len() >= 2, "{} has too few fine examples", rule.id);
    }
    let pages: BTreeSet<String> = (files("src/check/plain/rules", ".md").iter())
        .map(|path| path.file_stem().expect("a name").to_string_lossy().replace('_', "-"))
        .collect();
    let rules: BTreeSet<String> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(pages, rules);
}

#[test]
fn the_word_list_has_its_licence_and_its_credits_beside_it() {
    let folder = project().join("data/leesniveau");
    let notice = fs::read_to_string(folder.join("NOTICE.md")).expect("a notice");
    for credit in ["wordfreq", "CC-BY-SA-4.0", "SUBTLEX-NL", "OpenSubtitles", "Wikipedia"] {
        assert!(notice.contains(credit), "the notice does not name {credit}");
    }
    let licence = fs::read_to_string(folder.join("LICENSE-CC-BY-SA-4.0.txt")).expect("a licence");
    assert!(licence.contains("Attribution-ShareAlike 4.0 International") && licence.len() > 15_000);
}

/// Every Dutch text of the project by name, as a reader gets it.
fn our_pages(model: &Model) -> Vec<(String, Vec<Block>)> {
    let words = &model.words[&model.site.fallback];
    let page = |name: String, page: &PageWords| {
        let mut blocks = vec![Block::new(BlockKind::Heading, &page.title)];
        blocks.extend(blocks_from_markup(&page.summary));
        blocks.extend(blocks_from_markup(&page.body));
        (name, blocks)
    };
    let mut pages: Vec<(String, Vec<Block>)> = Vec::new();
    for (key, stage) in &words.stages {
        let mut blocks = vec![Block::new(BlockKind::Heading, &stage.title)];
        let short = [&stage.summary, &stage.begins, &stage.decides, &stage.refuse, &stage.duration];
        blocks.extend(short.into_iter().chain(&stage.recognise).chain([&stage.body]).flat_map(blocks_from_markup));
        pages.push((format!("stappen/{key}"), blocks));
    }
    pages.extend(words.rights.iter().map(|(key, right)| page(format!("rechten/{key}"), right)));
    pages.extend(words.remedies.iter().map(|(key, remedy)| page(format!("routes/{key}"), &remedy.page)));
    pages.extend(words.pages.iter().map(|(key, text)| page(format!("paginas/{key}"), text)));
    pages.extend(words.young.iter().map(|(key, text)| page(format!("jongeren/{key}"), text)));
    pages
}

fn our_glossary(model: &Model) -> Glossary {
    let terms = &model.words[&model.site.fallback].glossary;
    Glossary::new(terms.iter().map(|term| std::iter::once(&term.word).chain(&term.also).map(String::as_str)))
}

/// `cargo test --test suite -- --ignored --nocapture reading_level`: for people.
#[test]
#[ignore = "prints the reading level of our own pages"]
fn the_reading_level_of_our_own_pages_as_a_table() {
    let model = our_model();
    let glossary = our_glossary(&model);
    let readings: Vec<(String, Vec<Block>, Reading)> = (our_pages(&model).into_iter())
        .map(|(name, blocks)| {
            let reading = read(&blocks, &glossary);
            (name, blocks, reading)
        })
        .collect();
    println!("{}", ReadingLevel::of(readings.iter().map(|(name, _, reading)| (name.as_str(), reading))).table());
    let mut rules: BTreeMap<(&str, Weight), usize> = BTreeMap::new();
    for (name, _, reading) in &readings {
        for hit in &reading.hits {
            *rules.entry((hit.rule, hit.weight)).or_default() += 1;
            println!("HIT {} {:?} {name}: {} | {}", hit.rule, hit.weight, hit.message, hit.text);
        }
        for hard in &reading.sentences {
            println!("ZIN {:.1} {name}: {}", hard.points, hard.text);
        }
    }
    println!("{rules:#?}");
}
