//! Our own good pages with one thing made worse: the checker must see it every time.

use std::fs;

use ouderwijzer::model::pathway::Frame;
use ouderwijzer::pipeline::check_letter;

use super::site::project;

/// Pages of the site about voluntary help, as text without the head of the file.
fn good_pages() -> Vec<(String, String)> {
    let names = ["klacht", "mag-ik-nee-zeggen", "overleg", "dossier", "hulp", "waar-sta-ik"];
    let read = |name: &str| {
        let text = fs::read_to_string(project().join(format!("content/nl/paginas/{name}.md"))).expect("the page is there");
        let body = text.splitn(3, "---\n").nth(2).expect("a page has a head").to_owned();
        (name.to_owned(), body)
    };
    names.into_iter().map(read).collect()
}

/// How often each rule of `rules` finds something.
fn count(text: &str, frame: Frame, rules: &[&str]) -> usize {
    let outcome = check_letter("bladzijde.md", text, Some(frame));
    outcome.problems.iter().chain(outcome.tips.iter()).filter(|problem| rules.contains(&problem.rule)).count()
}

/// Puts a sentence after the first, the middle and the last paragraph of every page.
fn found_in_every_place(sentence: &str, rules: &[&str]) {
    for (name, page) in good_pages() {
        let blocks: Vec<&str> = page.trim().split("\n\n").collect();
        let before = count(&page, Frame::Vrijwillig, rules);
        for at in [1, blocks.len() / 2, blocks.len()] {
            let worse = [&blocks[..at], &[sentence], &blocks[at..]].concat().join("\n\n");
            let after = count(&worse, Frame::Vrijwillig, rules);
            assert!(after > before, "{name}: {sentence} at block {at} is not found by {rules:?}");
        }
    }
}

#[test]
fn a_threat_in_a_good_page_is_found_wherever_it_stands() {
    found_in_every_place("Als u niet meewerkt, doen wij een melding bij Veilig Thuis.", &["als-dan-dreiging"]);
    found_in_every_place("Wij sommeren u om aan het traject deel te nemen.", &["verplicht-meewerken", "klinkt-als-druk"]);
    found_in_every_place("Dit is uw laatste kans.", &["laatste-kans"]);
}

#[test]
fn a_sentence_of_forty_words_in_a_good_page_is_found() {
    let long = "De medewerker van het team komt op een dag die u zelf kiest bij u thuis langs om met u en met uw kinderen en met \
                uw familie te praten over wat er goed gaat en wat er beter kan in uw gezin en op school en in de buurt.";
    assert!(long.split_whitespace().count() >= 40);
    found_in_every_place(long, &["lange-zin"]);
}

#[test]
fn jargon_in_a_good_page_is_found() {
    found_in_every_place(
        "De casusregisseur initieert de toeleiding conform het afwegingskader.",
        &["formeel-woord", "vaktaal", "onbekend-woord"],
    );
}

#[test]
fn a_duty_of_a_measure_is_found_when_the_frame_is_swapped() {
    let duty = "U moet meewerken met de gezinsvoogd. U moet de schriftelijke aanwijzing opvolgen.";
    let rules = ["verplicht-meewerken", "schriftelijke-aanwijzing", "functie-van-een-maatregel"];
    assert_eq!(count(duty, Frame::Gedwongen, &rules), 0);
    assert!(count(duty, Frame::Vrijwillig, &rules) >= 2);
}
