//! `tegen-de-kern` (C-01, C-03, C-05, C-08, M-R6): a local value that says something else than the law for the whole country.

use super::Grounds;
use super::rule::{Claim, TruthRule};
use crate::diag::Span;
use crate::model::municipality::{Municipality, OwnOrganisation};
use crate::check::text::sentences;

/// The rule.
pub(super) const RULE: TruthRule = TruthRule { name: "tegen-de-kern", page: include_str!("tegen_de_kern.md"), find };

/// What only the kinderrechter may do.
const ONLY_THE_JUDGE: &[&str] = &[
    "uit huis plaatsen",
    "uithuisplaatsen",
    "maatregel opleggen",
    "ots opleggen",
    "ondertoezichtstelling opleggen",
    "gezag afnemen",
    "gezag beëindigen",
    "schriftelijke aanwijzing geven",
    "beslissen over een ots",
    "beslissen over een uithuisplaatsing",
    "verplichten",
    "iets opleggen",
];

/// Who may decide on a measure, and words by which a text says that it is about the past or about research only.
const OTHER_SUBJECT: &[&str] = &["rechter", "onderzoek", "volgens", "toen", "niet", "geen"];

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let mut claims: Vec<Claim> = grounds.model.municipalities.iter().flat_map(of_municipality).collect();
    // A region speaks for several municipalities, and its mistake is one.
    claims.sort_by_key(|claim| (claim.place, claim.message.clone()));
    claims.dedup_by(|one, other| one.place == other.place && one.message == other.message);
    claims
}

fn of_municipality(municipality: &Municipality) -> Vec<Claim> {
    let practice = &municipality.practice;
    let mut claims = Vec::new();
    if let (Some(false), Some(origin)) = (practice.bring_someone.known(), &practice.bring_someone.origin) {
        claims.push(Claim {
            place: origin.span,
            message: "volgens dit bestand mag een ouder niemand meenemen; dat mag overal (C-08)".to_owned(),
            help: "schrijf `ja` of `onbekend`, en vraag de gemeente om uitleg".to_owned(),
        });
    }
    if let (Some(all), Some(origin)) = (practice.organisations.known(), &practice.organisations.origin) {
        claims.extend(all.iter().flat_map(|one| powers(one, origin.span)));
    }
    if let (Some(decider), Some(origin)) = (practice.table_decider.known(), &practice.table_decider.origin) {
        claims.extend(decides_measure(decider).then(|| Claim {
            place: origin.span,
            message: format!("`{decider}`: alleen de kinderrechter beslist over een maatregel (C-03)"),
            help: "schrijf waarover het overleg beslist, bijvoorbeeld ‘… (over onderzoek)’".to_owned(),
        }));
    }
    claims
}

/// Powers that an organisation does not have without a judge (C-05, Jw 3.2).
fn powers(organisation: &OwnOrganisation, place: Span) -> Vec<Claim> {
    let claimed = organisation.mag_wel.iter().filter(|power| {
        let power = power.to_lowercase();
        sentences(&power).into_iter().any(|range| is_power_of_judge(&power[range]))
    });
    claimed
        .map(|power| Claim {
            place,
            message: format!("`{}` mag niet `{power}`: dat kan alleen via de kinderrechter (C-05)", organisation.naam),
            help: "zet dit bij `mag_niet:`, of schrijf erbij dat de kinderrechter beslist".to_owned(),
        })
        .collect()
}

fn is_power_of_judge(power: &str) -> bool {
    ONLY_THE_JUDGE.iter().any(|words| power.contains(words)) && !OTHER_SUBJECT.iter().any(|word| power.contains(word))
}

fn decides_measure(decider: &str) -> bool {
    let decider = decider.to_lowercase();
    let of_measure = ["maatregel", "uithuisplaatsing", "ondertoezichtstelling", "ots"];
    let named = decider.split(|letter: char| !letter.is_alphanumeric()).any(|word| of_measure.contains(&word));
    named && !OTHER_SUBJECT.iter().any(|word| decider.contains(word))
}
