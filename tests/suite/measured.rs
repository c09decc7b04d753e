//! `docs/checker-measured.md`: what each rule finds of its own examples and of the sets in `tests/held-out/`, and what the checker
//! says about hard sentences. Every number and message in it is what the program does now.
//!
//! `UPDATE=1 cargo test --release --test suite measured` writes it anew.

use std::collections::BTreeMap;
use std::fs;

use ouderwijzer::check::plain;
use ouderwijzer::check::rules::{Family, RULES, Rule, Scope};
use ouderwijzer::diag::Severity;
use ouderwijzer::model::pathway::Frame;
use ouderwijzer::pipeline::check_letter;

use super::held_out::{Labelled, findings, found, labelled, sets};
use super::plain::fires;
use super::site::project;

const DOCUMENT: &str = "docs/checker-measured.md";

const HEAD: &str = "# What the checker finds, measured

A test writes this page (`UPDATE=1 cargo test --release --test suite measured`) and fails when the program no longer does what it says. How the checker works, and which number is
the honest one for sentences that nobody has seen, stands in [the checker](checker.md).
";

/// Hard sentences, each with why it is hard. `+` behind the reason: a good checker says nothing.
const HARDEST: &[(&str, &str)] = &[
    ("politeness with a duty in it", "Wij gaan ervan uit dat u vrijdag thuis bent en ons het hele huis laat zien."),
    (
        "a condition over two sentences, with one between them",
        "Werkt u niet mee? Dat vinden wij jammer. Dan gaat er een brief naar de Raad.",
    ),
    (
        "a true explanation that resembles a threat +",
        "Als u nee zegt en de zorgen blijven groot, kan het wijkteam de Raad om onderzoek vragen; de kinderrechter beslist.",
    ),
    ("a denial that belongs elsewhere", "Het is duidelijk dat u niet voor uw kinderen kunt zorgen."),
    ("a threat without a threatening word", "Het plan wordt uitgevoerd, of u het er nu mee eens bent of niet."),
    ("a quotation of a threat, as a warning +", "Zegt iemand ‘u raakt uw kinderen kwijt’? Vraag dan wie dat beslist."),
    ("a quotation mark as decoration", "Dit is uw ‘laatste kans’ om vrijwillig mee te doen."),
    ("a duty of procedure +", "U moet uw bezwaar binnen zes weken sturen."),
    (
        "a true duty inside a measure +",
        "De kinderrechter heeft een ondertoezichtstelling uitgesproken, dus u moet met de gezinsvoogd praten.",
    ),
    ("an example of others as a threat", "Uw buurvrouw dacht ook dat zij nee kon zeggen, en u weet hoe dat is gegaan."),
];

#[test]
fn the_measured_page_says_what_the_program_does() {
    let now = format!("{HEAD}\n{}\n{}\n{}", of_sets(), of_rules(), hardest());
    let path = project().join(DOCUMENT);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &now).expect("written");
    }
    let kept = fs::read_to_string(&path).expect("the page is there");
    let differs: Vec<&str> = now.lines().filter(|line| !kept.lines().any(|other| other == *line)).collect();
    assert!(kept == now, "run `UPDATE=1 cargo test --release --test suite measured`: {differs:#?}");
}

fn of_sets() -> String {
    let mut text = "## The sets\n\nWhat is found today. Causes of earlier mistakes were mended, so these are not the numbers of the first sight.\n\n\
        | Set | bad sentences found | good sentences flagged |\n|---|---|---|\n"
        .to_owned();
    for (name, set) in sets() {
        let hits = |presses: bool| {
            let of_kind: Vec<Labelled<'_>> = labelled(&set).into_iter().filter(|one| one.presses == presses).collect();
            let hits = of_kind.iter().filter(|one| !found(one.sentence, one.frame).is_empty()).count();
            format!("{hits} of {}", of_kind.len())
        };
        text.push_str(&format!("| {} | {} | {} |\n", name.trim_end_matches(".txt"), hits(true), hits(false)));
    }
    text
}

/// How often a rule speaks about the bad and about the good sentences of all sets.
fn spoken() -> BTreeMap<&'static str, [usize; 2]> {
    let mut spoken: BTreeMap<&'static str, [usize; 2]> = BTreeMap::new();
    for (_, set) in sets() {
        for Labelled { presses, frame, sentence } in labelled(&set) {
            let mut rules = found(sentence, frame);
            rules.sort_unstable();
            rules.dedup();
            rules.into_iter().for_each(|rule| spoken.entry(rule).or_default()[usize::from(!presses)] += 1);
        }
    }
    spoken
}

fn of_rules() -> String {
    let spoken = spoken();
    let mut text = "## The rules\n\n*Recall* is the share of the flagged examples of a page that its rule finds, *precision* the share of what it finds among all examples of its page that should be found. \
        *Sets* counts the sentences of the sets about which the rule speaks: bad ones, and good ones. The scale (`klinkt-als-druk`) speaks only where no other rule does. The rules of plain Dutch are measured with a small glossary.\n\n\
        | Rule | Family | Facts | Severity | Recall | Precision | Sets: bad | Sets: good |\n|---|---|---|---|---|---|---|---|\n"
        .to_owned();
    for rule in RULES.iter() {
        let [bad, good] = spoken.get(rule.name).copied().unwrap_or_default();
        let (bad, good) = match rule.family() {
            Family::Leesbaar => ("–".to_owned(), "–".to_owned()),
            _ => (bad.to_string(), good.to_string()),
        };
        let [recall, precision] = of_examples(rule);
        let severity = rule.severity().map_or("", Severity::word);
        let facts = rule.facts().join(", ");
        let family = rule.family().word();
        text.push_str(&format!(
            "| `{}` | {family} | {facts} | {severity} | {recall} | {precision} | {bad} | {good} |\n",
            rule.name
        ));
    }
    text
}

/// Recall and precision over the examples of the page, each as `4 of 4`.
fn of_examples(rule: &Rule) -> [String; 2] {
    if rule.scope() == Some(Scope::Stage) {
        // Looks at the page of a stage as a whole; the tests of the rule itself run its examples.
        return ["–".to_owned(), "–".to_owned()];
    }
    if rule.family() == Family::Leesbaar
        && let Some(plain) = plain::rules::RULES.iter().find(|plain| plain.id == rule.name)
    {
        // The engine of plain Dutch by itself, with a glossary: a letter has none, and shows no links to it.
        let of = |heading: &str| {
            let texts = plain.examples(heading);
            (texts.iter().filter(|text| fires(plain, text)).count(), texts.len())
        };
        let ((right, flagged), (wrong, _)) = (of("Gevonden"), of("Goed"));
        return [format!("{right} of {flagged}"), format!("{right} of {}", right + wrong)];
    }
    let speaks = |text: &&&str| {
        let outcome = check_letter("brief.md", &text.replace(" / ", "\n\n"), Some(Frame::Vrijwillig));
        outcome.problems.iter().chain(outcome.tips.iter()).any(|problem| problem.rule == rule.name)
    };
    let (flagged, fine) = (rule.examples("Gevonden"), rule.examples("Goed"));
    let (right, wrong) = (flagged.iter().filter(speaks).count(), fine.iter().filter(speaks).count());
    [format!("{right} of {}", flagged.len()), format!("{right} of {}", right + wrong)]
}

fn hardest() -> String {
    let mut text = "## The ten hardest cases\n\nWhat the checker really says. Where a good checker says nothing, the reason ends with *should pass*.\n".to_owned();
    for (number, (reason, sentence)) in HARDEST.iter().enumerate() {
        let reason =
            reason.strip_suffix(" +").map_or_else(|| (*reason).to_owned(), |reason| format!("{reason}; *should pass*"));
        text.push_str(&format!("\n{}. {reason}\n\n   > {sentence}\n\n", number + 1));
        let said = findings(sentence, Frame::Vrijwillig);
        if said.is_empty() {
            text.push_str("   Nothing.\n");
        }
        for one in said {
            text.push_str(&format!("   - `{}[{}]`: {}\n", one.severity.word(), one.rule, one.message));
        }
    }
    text
}
