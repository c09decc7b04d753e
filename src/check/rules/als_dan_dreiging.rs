//! `als-dan-dreiging` (L-02): a refusal of the parent tied to a punishment.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Conditional, Excuse, Found, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule = Rule { name: WORDS.rule, page: include_str!("als_dan_dreiging.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "als-dan-dreiging",
    message: "{} klinkt als een dreigement",
    help: "schrijf eerst ‘Dit is uitleg, geen dreigement’, noem alle mogelijkheden en wie beslist",
};

const EXCUSES: &[Excuse] = &[Excuse::Denied, Excuse::Quoted, Excuse::Reported];

/// The parent does or does not do something, or things stay as they are.
static REFUSALS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "@ouder|gezin|medewerking|afspraken|hulp|uw & niet|geen|onvoldoende|nooit|nauwelijks|weinig|niets|evenmin|nee",
        "zin: @ouder & @weigeren",
        "@ouder|gezin & @weigeren|verbreekt|afbreekt|ontbreekt|uitblijft|nee",
        "@ouder|gezin & !@willen & !wel & !@instemmen",
        "@meedoen|medewerking & uitblijft|ontbreekt|uitblijven|stopt",
        "verandering|verbetering|verandert|verbetert|resultaat|voortgang & niet|geen|niets|onvoldoende|uitblijft",
        "zo doorgaat|doorgaan|verdergaat",
        "hulp|gesprek|gesprekken|afspraken|traject|plan & mislukt|mislukken|faalt|stopt|vastloopt",
    ])
});

/// What someone with power then does to the parent.
static PUNISHMENTS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "wij|we|ik|@instantie & @stap & !niet & !geen & !@medestander & !samen",
        "@moet|genoodzaakt|gedwongen|zullen|gaan|zal|gaat & wij|we|ik|@instantie & @stap|ingrijpen|stappen|verder|besluit|besluiten|over & !samen",
        "wij|we|@instantie … genoodzaakt|gedwongen",
        "genoodzaakt|gedwongen … wij|we",
        "geen andere keus|keuze|mogelijkheid|optie|uitweg|weg",
        "niet anders dan",
        "heeft|hebben|krijgt|volgen|volgt|zitten|kleven|zijn & consequenties|consequentie|gevolgen|sancties|sanctie & !zonder",
        "volgt|komt|krijgt|dreigt|wacht|volgen|komen|gaat|wordt|belandt … @rechterlijk|melding|zorgmelding|raadsmelding|raadsonderzoek|dwang|gedwongen|rechter|kinderrechter|raad",
        "wordt|worden … gemeld|gekort|opgeschaald|ingeschakeld|overgedragen|doorgegeven|doorgezet|gestopt|stopgezet|ingegrepen|afgesloten|genoteerd|betrokken|ingediend|aangemeld|doorgestuurd",
        "kwijt|kwijtraken",
        "beslissen|besluiten|bepalen … wij|we|anderen|@instantie",
        "wij|we|anderen & beslissen|besluiten|bepalen|overleggen|bespreken|praten|verder & zonder",
        "zonder u|jullie verder|beslist|besloten|besproken",
        "uit huis|pleeggezin",
        "@kind & gaat|gaan|komt|moet|moeten & pleeggezin|instelling|elders|tehuis",
        "niet|geen|minder & zien|bezoeken|ophalen|omgang|contact & @kind|uw|bezoek",
        "wordt|worden & @rechter|@stap & !niet",
        "dossier|rapport|verslag & wij|wordt|worden|komt & !@medestander & !sturen & !krijgt",
        "tegen u|jullie|ouders gebruikt|werken|werkt|spreken|gebruiken|pleiten",
        "in uw|jullie nadeel",
        "@kind & niet|nooit & thuis|terug|huis",
        "@stap & onvermijdelijk|onafwendbaar|onontkoombaar|noodzakelijk|enige",
        "maar|slechts een weg|mogelijkheid|optie|stap|keuze",
        "zegt|spreekt & genoeg|boekdelen",
        "wij|we & schrijven|noteren|vermelden|rapporteren|registreren & !@medestander",
        "niet|niets langer|meer … voor u|jullie",
        "gezien als|opgevat als|beschouwd als|uitgelegd als",
        "wij|we|@instantie & zien|beschouwen|vatten & als & weigering|gevaar|onwil|zorg|verwaarlozing",
    ])
});

/// Nouns of refusal with their punishment in one clause: `bij weigering volgt …`.
static NOUNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "bij onvoldoende|weigering|weigeren|gebrek|geen|niet|afwezigheid|uitblijven … @stap|@rechterlijk|genoodzaakt|volgt|volgen",
        "zin: niet|geen|onvoldoende … @meedoen|medewerking … betekent|leidt|aanleiding|reden|resulteert … @stap|@rechterlijk & !@medestander & !kunt & !mag",
        "zin: weigering|weigeren|gemiste|gemist|afgezegde|wegblijven & melden|meldt|melding|zorgmelding|raad|rechter|kinderrechter|jeugdbescherming|@rechterlijk & !@medestander & !mag & !hoeft & !kunt & !kan",
        "zin: die|wie … niet … @meedoen … melding|zorgmelding|raad|rechter|kinderrechter|@rechterlijk|gevolgen|consequenties & !@medestander & !mag & !hoeft & !kunt",
        "zonder uw|jullie medewerking|toestemming|instemming|inzet|akkoord … @stap|@rechterlijk|anders|genoodzaakt & !alleen & !machtiging & !mag & !mogen",
        "weigeren|weigering|wegblijven|afzeggen|afwezigheid|stoppen & gezien|opgevat|beschouwd|uitgelegd|genoteerd|vastgelegd|geregistreerd|gemeld|meegewogen",
        "weigering|weigeren|wegblijven|afzeggen|meewerken|verschijnen|nakomen|nee|stoppen … heeft|leidt|hebben|leiden … gevolgen|consequenties|@rechterlijk|melding|zorgmelding|onderzoek",
    ])
});

/// Pressure that needs no condition.
static PRESSURE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "denk|denkt|bedenk|besef|realiseer|weet … gevolgen|consequenties",
        "u|jullie dwingt|dwingen ons",
        "u laat ons … keus|keuze",
        "wij|we zien|voelen ons … genoodzaakt|gedwongen",
        "zien|voelen wij|we ons … genoodzaakt|gedwongen",
        "zijn wij|we genoodzaakt",
        "aan uzelf|u te wijten",
        "eigen schuld",
        "maak|maakt het uzelf|u|jezelf niet moeilijk|moeilijker",
        "op eigen risico",
        "wij|we & niet anders dan",
        "houden u|jullie … gaten",
        "volgende stap … is|wordt … @rechter|raad|@rechterlijk",
        "zin: wilt|wil u … @kind … houden|behouden|terug|zien … dan|werk|werkt|teken|tekent|moet",
        "zin: tot|uiterlijk|binnen|voor … daarna|vervolgens … wij|we … @stap",
        "zin: bedenk|denk|besef|realiseer|weet|onthoud … meegewogen|meeweegt|meewegen",
        "uw|jullie houding|gedrag|weigering|keuze … meegewogen|gerapporteerd|vermeld|genoteerd|doorgegeven",
        "tegen u|jullie gebruikt|gebruiken|werken|spreken|pleiten",
        "in uw|jullie nadeel",
        "klacht & niet beter op",
        "zin: reken … op dat wij|we … @stap",
        "weten wij|we genoeg|wat",
        "ons te doen staat",
        "klaar met vrijwillig",
        "vrijwillige op|voorbij & houdt|is",
        "weigeren|weigering|nee … kosten|kost & u|haar|hem|ouders|hun|moeder|vader & !geen & !niets & !niet",
    ])
});

static CALM: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: uitleg … geen|niet … dreigement|dreiging",
        "zin: geen dreigement",
        "zin: alleen de @rechter",
        "zin: @rechter|raad beslist|beslissen",
        "zin: beslist de @rechter|raad",
    ])
});

static MAYBE: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&["kan|kunnen|mag|mogen"]));
static ONLY_WORDS_OF_OTHERS: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&["zin: kunt|mag u|je … klacht|rechter|advocaat|jeugdstem|kiezen|vragen"]));

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    let mut found: Vec<Found> = reading.conditionals().iter().filter_map(|one| threat(reading, one)).collect();
    let nouns = reading.find(&NOUNS).into_iter().filter(|place| !reading.is_excused(place, &[Excuse::Denied]));
    let alone = nouns.chain(reading.find(&PRESSURE));
    found.extend(alone.filter(|place| !reading.is_excused(place, &[Excuse::Quoted, Excuse::Reported, Excuse::Asked])));
    found.sort_by_key(|place| (place.sentence, place.words.start));
    found.dedup_by_key(|place| place.sentence);
    found.iter().map(|place| WORDS.hit(reading, place)).collect()
}

/// The consequence, when the condition is a refusal and the consequence a punishment.
fn threat(reading: &Reading<'_>, one: &Conditional) -> Option<Found> {
    if let Some(condition) = &one.condition
        && reading.find_within(condition, &REFUSALS).is_empty()
    {
        return None;
    }
    let punishment = one.consequence.iter().flat_map(|part| reading.find_within(part, &PUNISHMENTS)).find(|place| {
        let denied = reading.is_excused(place, EXCUSES);
        let explained = is_calm(reading, place.sentence) && reading.has(place.sentence, &MAYBE);
        !denied && !explained && !reading.has(place.sentence, &ONLY_WORDS_OF_OTHERS)
    })?;
    let first = one.condition.as_ref().filter(|condition| condition.sentence == punishment.sentence);
    let start = first.map_or(punishment.words.start, |condition| condition.words.start.min(punishment.words.start));
    let end = first.map_or(punishment.words.end, |condition| condition.words.end.max(punishment.words.end));
    Some(Found { words: start..end, ..punishment })
}

/// The text explains calmly: it says so, or it says who decides, in this sentence or next to it.
fn is_calm(reading: &Reading<'_>, sentence: usize) -> bool {
    (sentence.saturating_sub(2)..=sentence + 2).any(|near| reading.has(near, &CALM))
}
