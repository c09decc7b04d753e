//! Our own content passes our own check, and is as complete as the facts sheet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use jiff::civil::date;
use ouderwijzer::model::{self, Model};
use ouderwijzer::output::OutputFile;
use ouderwijzer::pipeline;
use ouderwijzer::plan::{self, Selection};
use ouderwijzer::render::{self, Job};
use ouderwijzer::report::{Look, human};
use ouderwijzer::settings::Settings;
use ouderwijzer::sources;

use super::site::project;

pub(crate) fn our_model() -> Model {
    let loaded = sources::load(project()).expect("the project is a site");
    let sources = loaded.sources.expect("the shared files can be used");
    model::resolve(&sources, &loaded.files, date(2026, 11, 22)).0.expect("there is a site")
}

fn missing(known: &BTreeSet<String>, prefix: &str, numbers: std::ops::RangeInclusive<u32>) -> Vec<String> {
    numbers.map(|number| format!("{prefix}-{number:02}")).filter(|id| !known.contains(id)).collect()
}

#[test]
fn every_link_and_anchor_of_all_sites_resolves_and_nothing_is_refused() {
    let settings = Settings {
        site_dir: project().to_owned(),
        output_dir: project().join("public"),
        municipalities: Vec::new(),
        languages: Vec::new(),
        as_of: date(2026, 11, 22),
    };
    let outcome = pipeline::check(&settings, &|_, _| {}).expect("the project is a site");
    let messages = human(&outcome.problems, &outcome.files, Look::Plain);
    assert!(messages.is_empty(), "{messages}");
    assert_eq!(outcome.municipalities, 342);
    assert!(outcome.pages > 342 * 2 * 40, "only {} pages", outcome.pages);
}

#[test]
fn the_pathway_has_all_stages_and_transitions_of_the_facts_sheet() {
    let model = our_model();
    assert_eq!(model.pathway.stages.len(), 15);
    let stages: BTreeSet<String> = model.pathway.stages.iter().map(|stage| stage.fact.0.clone()).collect();
    assert_eq!(missing(&stages, "S", 1..=15), Vec::<String>::new());
    let transitions: BTreeSet<String> = model.pathway.transitions.iter().map(|fact| fact.0.clone()).collect();
    assert_eq!(missing(&transitions, "T", 1..=29), Vec::<String>::new());
}

#[test]
fn all_rights_remedies_and_words_of_the_facts_sheet_are_there() {
    let model = our_model();
    let rights: BTreeSet<String> = model.rights.iter().map(|right| right.fact.0.clone()).collect();
    assert_eq!(missing(&rights, "R", 1..=31), Vec::<String>::new());
    let remedies: BTreeSet<String> = model.remedies.iter().map(|remedy| remedy.fact.0.clone()).collect();
    assert_eq!(missing(&remedies, "K", 1..=17), Vec::<String>::new());
    let dutch = &model.words[&model.site.fallback];
    let words: BTreeSet<String> =
        dutch.glossary.iter().flat_map(|term| term.facts.iter().map(|fact| fact.0.clone())).collect();
    assert_eq!(missing(&words, "G", 1..=58), Vec::<String>::new());
}

#[test]
fn only_checked_numbers_are_published() {
    let published: BTreeSet<String> = our_model().organisations.iter().filter_map(|one| one.phone.clone()).collect();
    let allowed: BTreeSet<String> = ["112", "0800-2000", "0800-0432"].map(str::to_owned).into();
    assert_eq!(published, allowed, "docs/decisions/0007-phone-numbers.md");
}

#[test]
fn what_is_known_of_a_municipality_is_dated_and_sourced() {
    let model = our_model();
    let described: Vec<_> = model.municipalities.iter().filter(|municipality| municipality.described).collect();
    assert!(described.len() >= 45, "only {}", described.len());
    for municipality in described {
        for note in &municipality.practice.notes {
            assert!(note.origin.as_of.is_some() && !note.origin.citations.is_empty(), "{}", municipality.key);
        }
    }
    assert!(model.merged.iter().any(|old| old.key == "delfzijl" && old.into == "eemsdelta"));
}

#[test]
fn every_stage_says_voluntary_except_after_a_decision_of_the_judge() {
    let model = our_model();
    let ui = &model.words[&model.site.fallback].ui;
    for (name, voluntary) in [("voluntary", true), ("intensive", true), ("transition", true), ("compulsory", false)] {
        let label = ui["frame"][name].as_str().expect("a word").to_lowercase();
        assert_eq!(label.starts_with("vrijwillig"), voluntary, "{label}");
    }
    let compulsory: Vec<&str> = (model.pathway.stages.iter())
        .filter(|stage| model::pathway::is_compulsory(stage.frame))
        .map(|stage| stage.key.as_str())
        .collect();
    assert_eq!(compulsory, ["ots", "spoed", "uithuisplaatsing"]);
}

/// Pages of municipalities of which the same is known are made once and copied: nobody may see that.
#[test]
fn a_municipality_has_the_same_pages_alone_as_among_others_of_its_province() {
    let loaded = sources::load(project()).expect("the project is a site");
    let sources = loaded.sources.expect("the shared files can be used");
    let model = model::resolve(&sources, &loaded.files, date(2026, 11, 22)).0.expect("there is a site");
    let listed: BTreeSet<String> = model.municipalities.iter().map(|one| one.key.clone()).collect();
    let pages = |keys: Vec<String>| -> BTreeMap<String, Vec<u8>> {
        let (plan, _) = plan::plan(&model, &Selection { municipalities: keys, languages: Vec::new() });
        let (theme, published) = (&sources.theme.files, BTreeSet::new());
        let job = Job {
            model: &model,
            plan: &plan,
            theme,
            as_of: date(2026, 1, 1),
            listed: &listed,
            published: &published,
            kept: &BTreeSet::new(),
            shared: true,
            only: None,
        };
        let made = Mutex::new(BTreeMap::new());
        let keep = |file: OutputFile| drop(made.lock().expect("free").insert(file.path.as_str().to_owned(), file.bytes));
        render::render(&job, &keep).expect("our own theme is sound");
        made.into_inner().expect("free")
    };
    let friesland = ["ameland", "sudwest-fryslan", "de-fryske-marren", "heerenveen", "waadhoeke"].map(str::to_owned);
    let together = pages(friesland.to_vec());
    for key in friesland {
        let alone = pages(vec![key.clone()]);
        let own: Vec<&String> = alone.keys().filter(|path| path.starts_with(&format!("{key}/"))).collect();
        assert!(own.len() > 80, "{key} has {} pages", own.len());
        let differs: Vec<&&String> = own.iter().filter(|path| alone.get(**path) != together.get(**path)).collect();
        assert!(differs.is_empty(), "{differs:?}");
    }
}
