//! Plain Dutch: the pages of the rules run as tests, and the score tells easy texts from hard ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use ouderwijzer::check::plain::rules::{RULES, Rule};
use ouderwijzer::check::plain::{
    Block, BlockKind, Document, Features, Glossary, Reading, ReadingLevel, Weight, blocks_from_markup, blocks_from_text,
    read,
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

/// Whether a rule finds something in a text with a small glossary.
pub(super) fn fires(rule: &Rule, text: &str) -> bool {
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
#[expect(clippy::print_stdout, reason = "a table for people, on request")]
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

/// The texts that were there while the engine was made, and texts that were written and measured afterwards.
const CORPORA: [(&str, &str); 2] = [("makkelijk.txt", "wet.txt"), ("tweede-makkelijk.txt", "tweede-wet.txt")];

/// Texts of a corpus file by name: `== naam` begins a text. A file with a whole path may lie outside the project.
fn corpus(file: &str) -> Vec<(String, Vec<Block>)> {
    let text = fs::read_to_string(project().join("tests/leesniveau").join(file)).expect("a corpus file");
    let texts = text.split("== ").filter_map(|section| section.split_once('\n'));
    texts.map(|(name, body)| (name.trim().to_owned(), blocks_from_text(body))).collect()
}

/// An easy page with the first two sentences of a legal text at the end.
fn with_pasted_law(easy: &[Block], legal: &[Block]) -> Vec<Block> {
    let law: Vec<&str> = legal[0].text.split_inclusive(". ").take(2).collect();
    let mut blocks = easy.to_vec();
    blocks.push(Block::new(BlockKind::Paragraph, law.concat().trim()));
    blocks
}

/// The same easy words in long sentences: three sentences become one.
fn with_long_sentences(easy: &[Block]) -> Vec<Block> {
    easy.iter().map(|block| Block::new(block.kind, three_in_one(&block.text))).collect()
}

fn three_in_one(text: &str) -> String {
    let sentences: Vec<&str> =
        text.split_inclusive(['.', '?', '!']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let joined = sentences.chunks(3).map(|three| {
        let bare: Vec<String> =
            three.iter().map(|sentence| lower_first(sentence.trim_end_matches(['.', '?', '!']))).collect();
        format!("{}.", bare.join(" en "))
    });
    joined.collect::<Vec<String>>().join(" ")
}

fn lower_first(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

fn score(blocks: &[Block], glossary: &Glossary) -> f64 {
    read(blocks, glossary).estimate().expect("it has sentences").score
}

/// How often a text of `hard` scores harder than one of `easy`: the area under the ROC curve. Equal scores count half.
fn area(easy: &[f64], hard: &[f64]) -> f64 {
    let pairs = easy.iter().flat_map(|low| hard.iter().map(move |high| (low, high)));
    let points: f64 = pairs
        .map(|(low, high)| {
            if high > low {
                1.0
            } else if high < low {
                0.0
            } else {
                0.5
            }
        })
        .sum();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred pairs")]
    let all = (easy.len() * hard.len()) as f64;
    points / all
}

struct Measured {
    easy: Vec<f64>,
    law: Vec<f64>,
    mixed: Vec<f64>,
    long: Vec<f64>,
    jargon: Vec<f64>,
}

/// What the score says about the texts of two files. A text that is too short for a score is estimated.
fn measure_corpus(easy: &str, law: &str) -> Measured {
    let none = Glossary::default();
    let (easy, law) = (corpus(easy), corpus(law));
    assert!(easy.len() >= 5 && law.len() >= 5, "{} easy and {} legal texts", easy.len(), law.len());
    let scores = |texts: &[(String, Vec<Block>)]| texts.iter().map(|(_, blocks)| score(blocks, &none)).collect();
    let legal = law.iter().map(|(_, blocks)| blocks).cycle();
    Measured {
        easy: scores(&easy),
        law: scores(&law),
        mixed: easy.iter().zip(legal).map(|((_, page), law)| score(&with_pasted_law(page, law), &none)).collect(),
        long: easy.iter().map(|(_, blocks)| score(&with_long_sentences(blocks), &none)).collect(),
        jargon: scores(&corpus("jargon.txt")),
    }
}

#[test]
fn the_score_tells_everyday_pages_from_law_from_pasted_law_and_from_long_sentences() {
    for (easy, law) in CORPORA {
        let Measured { easy, law, mixed, long, .. } = measure_corpus(easy, law);
        assert!(area(&easy, &law) >= 0.92, "law: {}", area(&easy, &law));
        assert!(area(&easy, &mixed) >= 0.95, "pasted law: {}", area(&easy, &mixed));
        assert!(area(&easy, &long) >= 0.90, "long sentences: {}", area(&easy, &long));
    }
}

#[test]
fn every_everyday_page_passes_and_law_pasted_law_and_jargon_never_do() {
    let none = Glossary::default();
    let passes = |blocks: &[Block]| read(blocks, &none).passes();
    let of = |number: usize| CORPORA.iter().flat_map(move |files| corpus([files.0, files.1][number])).collect::<Vec<_>>();
    let (easy, law) = (of(0), of(1));
    let failed: Vec<&str> = easy.iter().filter(|(_, page)| !passes(page)).map(|(name, _)| name.as_str()).collect();
    assert!(failed.len() * 20 <= easy.len(), "do not pass: {failed:?}");
    for (name, text) in law.iter().chain(&corpus("jargon.txt")) {
        assert!(!passes(text), "{name} passes");
    }
    for ((name, page), (_, law)) in easy.iter().zip(law.iter().cycle()) {
        assert!(!passes(&with_pasted_law(page, law)), "{name} passes with law in it");
    }
}

#[test]
fn our_own_pages_pass_and_are_easier_than_law() {
    let model = our_model();
    let glossary = our_glossary(&model);
    let pages = our_pages(&model);
    let readings: Vec<(String, Reading)> =
        pages.iter().map(|(name, blocks)| (name.clone(), read(blocks, &glossary))).collect();
    let failed: Vec<&str> =
        readings.iter().filter(|(_, reading)| !reading.passes()).map(|(name, _)| name.as_str()).collect();
    assert!(failed.is_empty(), "do not pass: {failed:?}");
    let scores: Vec<f64> = readings.iter().filter_map(|(_, reading)| reading.score).map(|score| score.score).collect();
    assert!(scores.len() > 70, "only {} pages are long enough", scores.len());
    assert!(area(&scores, &measure_corpus(CORPORA[0].0, CORPORA[0].1).law) >= 0.92);
}

/// `cargo test --test suite -- --ignored --nocapture the_corpus`: for people. With `LEESNIVEAU_MAKKELIJK` and `LEESNIVEAU_WET`
/// (whole paths of two files in the form of the corpus) it measures other texts, such as public pages that are not ours to keep.
#[test]
#[ignore = "prints the numbers of the corpus"]
#[expect(clippy::print_stdout, reason = "a table for people, on request")]
fn the_corpus_in_numbers() {
    let other = ["LEESNIVEAU_MAKKELIJK", "LEESNIVEAU_WET"].map(|name| std::env::var(name).ok());
    let corpora: Vec<(String, String)> = match other {
        [Some(easy), Some(law)] => vec![(easy, law)],
        _ => CORPORA.iter().map(|(easy, law)| ((*easy).to_owned(), (*law).to_owned())).collect(),
    };
    for (easy_file, law_file) in &corpora {
        let Measured { easy, law, mixed, long, jargon } = measure_corpus(easy_file, law_file);
        let areas = [("law", &law), ("pasted", &mixed), ("long", &long), ("jargon", &jargon)];
        println!("{easy_file}: {}", areas.map(|(name, hard)| format!("{name} {:.3}  ", area(&easy, hard))).concat());
        for (name, scores) in [("easy", &easy)].into_iter().chain(areas) {
            println!("{name}: {}", scores.iter().map(|score| format!("{score:.2} ")).collect::<String>());
        }
    }
    println!("{}", table_of_features(&corpora));
    let easy = corpora.iter().flat_map(|(easy, _)| corpus(easy));
    for (name, blocks) in easy.chain(corpus("jargon.txt")) {
        let reading = read(&blocks, &Glossary::default());
        let score = reading.estimate().expect("it has sentences");
        println!("{name} {} F-D {:.0} {:.1?}", reading.passes(), score.flesch_douma, score.features.distances());
        for hit in reading.hits.iter().filter(|hit| hit.weight >= Weight::Warning) {
            println!("   {} {:?} {} | {}", hit.rule, hit.weight, hit.message, hit.text);
        }
    }
}

/// Each feature as the score weighs it: mean and deviation over easy and legal texts together, to hold beside the constants of the
/// specification, and the mean of either.
fn table_of_features(corpora: &[(String, String)]) -> String {
    let none = Glossary::default();
    let rows = |texts: Vec<(String, Vec<Block>)>| -> Vec<[f64; 7]> {
        let estimates = texts.iter().filter_map(|(_, blocks)| read(blocks, &none).estimate());
        estimates.map(|score| score.features.scaled()).collect()
    };
    let easy = rows(corpora.iter().flat_map(|(easy, _)| corpus(easy)).collect());
    let law = rows(corpora.iter().flat_map(|(_, law)| corpus(law)).collect());
    let both: Vec<[f64; 7]> = easy.iter().chain(&law).copied().collect();
    let mut table = "feature  mean  sd  easy  law\n".to_owned();
    for (number, (mean, deviation)) in Features::MEASURED.into_iter().enumerate() {
        let of = |rows: &[[f64; 7]]| rows.iter().map(|row| row[number]).sum::<f64>() / count_of(rows);
        let middle = of(&both);
        let spread = (both.iter().map(|row| (row[number] - middle).powi(2)).sum::<f64>() / count_of(&both)).sqrt();
        table.push_str(&format!(
            "z{}  {middle:.4} ({mean})  {spread:.4} ({deviation})  {:.3}  {:.3}\n",
            number + 1,
            of(&easy),
            of(&law)
        ));
    }
    table
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred texts")]
fn count_of(rows: &[[f64; 7]]) -> f64 {
    rows.len() as f64
}

#[test]
fn the_report_has_a_table_for_people_and_the_same_numbers_as_data() {
    let none = Glossary::default();
    let pages: Vec<(String, Reading)> = (corpus("makkelijk.txt").into_iter().take(1))
        .chain(corpus("wet.txt").into_iter().take(1))
        .chain([("kort".to_owned(), blocks_from_text("Bel ons."))])
        .map(|(name, blocks)| (name, read(&blocks, &none)))
        .collect();
    let level = ReadingLevel::of(pages.iter().map(|(name, reading)| (name.as_str(), reading)));
    let table = level.table();
    let rows: Vec<&str> = table.lines().map(|line| line.split("  ").next().unwrap_or_default().trim()).collect();
    assert_eq!(rows[..5], ["pagina", "voogdij", "paspoort", "kort", "korte pagina's"]);
    assert!(table.contains("makkelijk") && table.contains("te kort"), "{table}");
    assert!(table.ends_with("2 van de 3 pagina's zijn makkelijk en hebben geen blokkade (doel B1)\n"), "{table}");
    let data = serde_json::to_value(&level).expect("plain data");
    assert_eq!((&data["paginas"][0]["pagina"], &data["paginas"][0]["band"]), (&"voogdij".into(), &"rood".into()));
    assert_eq!((&data["paginas"][1]["pagina"], &data["paginas"][1]["band"]), (&"paspoort".into(), &"groen".into()));
    assert_eq!(data["paginas"][2]["leesniveau"], "te kort");
    let hardest = data["paginas"][0]["zinnen"].as_array().expect("the hardest sentences");
    assert_eq!((hardest.len(), &hardest[0]["hulp"]), (3, &"herschrijf deze zin".into()));
    assert!(data["site"]["score"].is_number() && data["korte_paginas"]["woorden"].is_number());
}

#[test]
fn a_reading_as_data_has_the_promised_names() {
    let blocks = blocks_from_text(
        "Indien u het niet eens bent met de beschikking, dient u dit onverwijld kenbaar te maken teneinde uw rechten te behouden.",
    );
    let data = serde_json::to_value(read(&blocks, &Glossary::default())).expect("plain data");
    for name in ["score", "band", "lint_schatting", "flesch_douma", "gem_zinslengte", "geslaagd", "zinnen", "bevindingen"] {
        assert!(data.get(name).is_some(), "`{name}` is missing");
    }
    assert!(data["score"].is_null(), "one sentence is too little for a score");
    assert_eq!(data["zinnen"][0]["hulp"], "herschrijf deze zin");
    let formal =
        data["bevindingen"].as_array().expect("a list").iter().find(|hit| hit["regel"] == "formeel-woord").expect("found");
    assert_eq!(formal["tekst"], "Indien");
    assert_eq!(formal["plek"], serde_json::json!({"start": 0, "end": 6}));
    assert_eq!(formal["ernst"], "let op");
}
