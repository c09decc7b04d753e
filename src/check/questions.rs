//! The four questions of a neutral text (facts §6), answered for a letter as far as a program can.
//!
//! 1 Is it true and complete? 2 Does it name who decides? 3 Does it name another option? 4 Would it still be said to a
//! parent who agrees? Questions 2 and 3 are answered from what stands in the letter, 1 and 4 from what the rules found.
//! A *no* is sure enough to show; a *yes* to 1 or 4 is never given, because silence of the rules proves nothing.

use std::sync::LazyLock;

use crate::check::language::{Excuse, Passage, Patterns, Reading};

/// What the answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The letter does it.
    Yes,
    /// The letter does not.
    No,
    /// Nothing speaks against it; a human must look.
    Unknown,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The question, in Dutch.
    pub question: &'static str,
    /// The answer.
    pub verdict: Verdict,
    /// What it rests on, or what to write: Dutch, one line.
    pub reason: String,
}

/// Rules that find what is not true or not complete.
const UNTRUE: &[&str] = &[
    "bezwaar-beloofd",
    "een-landelijk-kader",
    "geen-keuze",
    "geen-reactie-mogelijk",
    "geld-als-druk",
    "gevolg-zonder-uitleg",
    "gratis-advocaat",
    "hulp-als-maatregel",
    "ja-is-nooit-vast",
    "maatregel-voorspeld",
    "machteloos",
    "medewerkingsplicht",
    "niet-de-rechter",
    "opleggen",
    "oude-naam",
    "schriftelijke-aanwijzing",
    "uitspraak-voorspeld",
    "verkeerde-beslisser",
    "verplicht-meewerken",
    "vrijwillige-uithuisplaatsing",
    "zonder-toestemming",
];

/// Rules that find what is said only to a parent who does not agree.
const ONLY_TO_A_NO: &[&str] = &[
    "als-dan-dreiging",
    "geld-als-druk",
    "gezag-als-druk",
    "klinkt-als-druk",
    "laatste-kans",
    "meteen-tekenen",
    "verwijt",
    "voorwaarden",
];

/// Somebody is named as the one who decides, and rightly: the judge, or the parents about help.
static DECIDER: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: @rechter beslist|beslissen|besluit|bepaalt",
        "zin: beslist|beslissen|besluit alleen? de? @rechter",
        "zin: u|jullie|ouders beslist|beslissen|kiest|kiezen|bepaalt|bepalen & !niet",
        "zin: beslist|kiest|bepaalt u",
        "zin: uw keuze|beslissing",
    ])
});

/// Another way than the one that is proposed.
static OPTION: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: mag|mogen|kunt|kunnen … nee|stoppen|weigeren|afzeggen|afwijzen|intrekken|verzetten|kiezen & !niet",
        "zin: hoeft|hoeven niet",
        "zin: niet verplicht",
        "zin: is|zijn|blijft vrijwillig",
        "zin: ander|andere|anders hulp|hulpverlener|plan|moment|dag|datum|mogelijkheid|mogelijkheden|tijd",
        "zin: eigen plan",
        "zin: familiegroepsplan",
        "zin: mogelijkheden & !geen",
    ])
});

/// The answers for a letter. `found` are the names of the rules that found something in it, one for each finding.
pub fn four_questions(passages: &[Passage], found: &[&str]) -> [Answer; 4] {
    let readings: Vec<Reading<'_>> = passages.iter().map(Reading::new).collect();
    [
        by_rules("Is het waar en volledig?", found, UNTRUE, "Vergelijk de brief zelf met de uitleg over rechten."),
        by_words(
            "Staat er wie er beslist?",
            &readings,
            &DECIDER,
            "Schrijf erbij: ‘U beslist of u hulp wilt. Over een maatregel beslist alleen de kinderrechter.’",
        ),
        by_words(
            "Staat er nog een andere mogelijkheid?",
            &readings,
            &OPTION,
            "Schrijf erbij: ‘U mag ja zeggen. U mag nee zeggen. U mag later van mening veranderen.’",
        ),
        by_rules(
            "Zegt u dit ook tegen een ouder die ja zegt?",
            found,
            ONLY_TO_A_NO,
            "Lees de brief nog eens alsof de ouder al ja heeft gezegd.",
        ),
    ]
}

/// *No* when rules found something; otherwise a human must look.
fn by_rules(question: &'static str, found: &[&str], rules: &[&str], advice: &str) -> Answer {
    let mut names: Vec<&str> = found.iter().copied().filter(|name| rules.contains(name)).collect();
    let places = names.len();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        let reason = format!("de regels vonden niets, maar dat bewijst niets. {advice}");
        return Answer { question, verdict: Verdict::Unknown, reason };
    }
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let places = if places == 1 { "1 plaats".to_owned() } else { format!("{places} plaatsen") };
    Answer { question, verdict: Verdict::No, reason: format!("zie {places} hierboven: {}", names.join(", ")) }
}

/// *Yes* with the first sentence that says so, *no* without one.
fn by_words(question: &'static str, readings: &[Reading<'_>], patterns: &Patterns, advice: &str) -> Answer {
    let sentence = readings.iter().find_map(|reading| {
        let place = reading.find(patterns).into_iter().find(|place| !reading.is_excused(place, &[Excuse::Quoted]))?;
        Some(reading.text(&reading.sentence(place.sentence)).to_owned())
    });
    match sentence {
        Some(sentence) => Answer { question, verdict: Verdict::Yes, reason: format!("‘{sentence}’") },
        None => Answer { question, verdict: Verdict::No, reason: advice.to_owned() },
    }
}

#[cfg(test)]
mod tests {
    use super::{ONLY_TO_A_NO, UNTRUE, Verdict, four_questions};
    use crate::check::language::reading::tests::passage;
    use crate::check::rules::rule;

    fn verdicts(text: &str, found: &[&str]) -> [Verdict; 4] {
        four_questions(&[passage(text)], found).map(|answer| answer.verdict)
    }

    #[test]
    fn a_letter_that_names_the_decider_and_a_way_out_answers_two_and_three_with_yes() {
        let text = "Wij nodigen u uit. U mag nee zeggen. Over een maatregel beslist alleen de kinderrechter.";
        assert_eq!(verdicts(text, &[]), [Verdict::Unknown, Verdict::Yes, Verdict::Yes, Verdict::Unknown]);
    }

    #[test]
    fn a_threat_answers_four_with_no() {
        let found = ["als-dan-dreiging", "maatregel-voorspeld", "maatregel-voorspeld"];
        let answers = four_questions(&[passage("Als u niet komt, volgt een OTS.")], &found);
        assert_eq!(answers.each_ref().map(|answer| answer.verdict), [Verdict::No; 4]);
        assert_eq!(answers[0].reason, "zie 2 plaatsen hierboven: `maatregel-voorspeld`");
    }

    #[test]
    fn every_rule_that_answers_a_question_exists() {
        let missing: Vec<&&str> = UNTRUE.iter().chain(ONLY_TO_A_NO).filter(|name| rule(name).is_none()).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
