//! `veilige-vorm` (facts §9): what is not settled in the law is published in its safe form, with a day or with whom to ask.

use super::Grounds;
use super::rule::{Claim, TruthRule};
use super::sentence::{around, has_year, is_hedged, neighbours, place};
use crate::check::text::sentences;

/// The rule.
pub(super) const RULE: TruthRule = TruthRule { name: "veilige-vorm", page: include_str!("veilige_vorm.md"), find };

/// A subject that is not settled, and what must stand with it.
struct Unsettled {
    fact: &'static str,
    /// A sentence is about it when it has one word of each group.
    about: &'static [&'static [&'static str]],
    /// Whether what stands around it is enough.
    is_safe: fn(&Around) -> bool,
    message: &'static str,
    help: &'static str,
}

/// What stands around a sentence.
struct Around {
    near: String,
    page: String,
}

const UNSETTLED: &[Unsettled] = &[
    Unsettled {
        fact: "U-04",
        about: &[&["advocaat"], &["gratis", "kosteloos"], &["uithuisplaatsing", "uit huis", "gezag"]],
        is_safe: |around| has_year(&around.page) && around.page.contains("vraag"),
        message: "een gratis advocaat is nog een proef, en hier staat niet van wanneer dat is of waar u het navraagt",
        help: "voeg toe: ‘In … (maand en jaar) was dit nog een proef. Vraag bij het Juridisch Loket of dit nog klopt.’",
    },
    Unsettled {
        fact: "U-05",
        about: &[&["nieuwe wet", "wetsvoorstel", "wet verandert", "wet gaat veranderen"]],
        is_safe: |around| has_year(&around.near),
        message: "over deze nieuwe wet staat er geen maand en jaar bij",
        help: "schrijf ‘Er wordt gewerkt aan een nieuwe wet’, met de maand en het jaar waarin u het nakeek",
    },
    Unsettled {
        fact: "K-14",
        about: &[&["jeugdstem"], &["bezwaar"]],
        is_safe: |around| is_hedged(&around.near),
        message: "dat Jeugdstem bij bezwaar helpt, staat alleen op een oude pagina",
        help: "schrijf ‘Vraag Jeugdstem of zij u bij bezwaar kunnen helpen.’",
    },
    Unsettled {
        fact: "U-16",
        about: &[&["raadsonderzoek", "onderzoek van de raad"], &["maximum", "hoogstens", "duurt altijd"]],
        is_safe: |around| is_hedged(&around.near),
        message: "hoe lang een onderzoek van de Raad hoogstens duurt, is niet bevestigd",
        help: "schrijf ‘Vraag hoe lang het duurt en wie tot die tijd meekijkt.’",
    },
    Unsettled {
        fact: "U-25",
        about: &[&["griffierecht", "kosten aan de rechtbank", "rechtbank niets"], &["geen", "niets", "gratis"]],
        is_safe: |around| is_hedged(&around.near),
        message: "dat een zaak bij de rechter niets kost, komt van een pagina zonder datum",
        help: "schrijf ‘Voor zover wij weten … (maand en jaar). Vraag het na bij de rechtbank.’",
    },
    Unsettled {
        fact: "U-26",
        about: &[&["dossier", "gegevens", "inzage"], &["binnen een maand", "binnen 1 maand"]],
        is_safe: |around| is_hedged(&around.near),
        message: "deze termijn van een maand is niet nagelezen in de wet",
        help: "schrijf ‘Voor zover wij weten is dat binnen een maand (maand en jaar).’",
    },
    Unsettled {
        fact: "U-19",
        about: &[&["rechter", "uitspraak"], &["enige uitspraak", "nooit een uitspraak", "geen enkele uitspraak"]],
        is_safe: |around| is_hedged(&around.near),
        message: "er kunnen nieuwe uitspraken zijn",
        help: "schrijf ‘voor zover wij weten’, met maand en jaar",
    },
];

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for file in grounds.prose {
        for (index, block) in file.blocks.iter().enumerate() {
            let text = &block.prose.text;
            for range in sentences(text) {
                let sentence = text[range.clone()].to_lowercase();
                let Some(subject) = UNSETTLED.iter().find(|subject| subject.is_about(&sentence)) else { continue };
                let near = neighbours(file, index).to_lowercase();
                if !(subject.is_safe)(&Around { near, page: around(file, block).to_lowercase() }) {
                    let message = format!("{} ({})", subject.message, subject.fact);
                    claims.push(Claim { place: place(&block.prose, &range), message, help: subject.help.to_owned() });
                }
            }
        }
    }
    claims
}

impl Unsettled {
    fn is_about(&self, sentence: &str) -> bool {
        !sentence.ends_with('?') && self.about.iter().all(|group| group.iter().any(|word| sentence.contains(word)))
    }
}
