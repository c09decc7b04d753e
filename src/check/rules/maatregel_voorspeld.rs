//! `maatregel-voorspeld` (L-03): a measure announced as if it were certain.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{ALL_EXCUSES, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("maatregel_voorspeld.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "maatregel-voorspeld",
    message: "{} belooft een uitkomst die niemand weet",
    help: "schrijf bijvoorbeeld: ‘De kinderrechter beslist of er een maatregel komt. Dat kan ja of nee zijn.’",
};

static CERTAIN: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "volgt|volgen|komt|komen|krijgt|krijgen|dreigt|wacht|rest @klein? @klein? @klein? @klein? @rechterlijk",
        "zin: volgt|komt|krijgt dan onherroepelijk|automatisch|vanzelf|zeker|gewoon een? @rechterlijk",
        "leidt|leiden @klein? @klein? tot @klein? @klein? @rechterlijk",
        "eindigt|eindigen|uitdraait|uitloopt … in|met|op een|uw|deze? @rechterlijk",
        "@kind & wordt|worden|gaat|gaan|moet|moeten & uit huis geplaatst|gehaald?",
        "@kind & wordt|worden|gaat & uithuisgeplaatst|weggehaald",
        "@kind & gaat|moet|gaan|moeten & uit huis",
        "@kind & gaat|moet|gaan|moeten & pleeggezin",
        "zijn|haar|hun|uw|de|je @kind & verliest|verliezen|kwijt|kwijtraken",
        "verliest|verliezen & zijn|haar|hun|uw|de|je @kind",
        "zin: risico|gevaar dat … @kind … ondergebracht|geplaatst|weg|elders|weggehaald & !@rechter",
        "@kind & gaat|gaan|moet|moeten & gezinshuis|pleegouders|tehuis|crisisopvang & !goedvindt & !wilt & !omdat",
        "u|jullie & @kind & kwijt|kwijtraken|verliest|verliezen",
        "@kind & onder toezicht & wordt|worden|komt|komen|gesteld",
        "@rechterlijk & is|wordt|zijn & onvermijdelijk|onafwendbaar|onontkoombaar|zeker|onderweg|nabij",
        "@rechterlijk & is|valt & te voorkomen|vermijden",
        "@rechterlijk & dichterbij|dichtbij|nabij|zicht|onderweg|nadert|boven|ligt & !einddatum & !einde",
        "risico|riskeert|riskeren|koerst|koersen|stevent|afstevenen|aansturen|aanstuurt & @rechterlijk",
        "@rechterlijk & zal|zullen & worden|volgen|komen",
        "onder toezicht … gesteld",
        "@rechterlijk|dwang & is|wordt|zijn & het gevolg|resultaat",
        "gedwongen|dwang|toezicht & is|wordt|zijn & onvermijdelijk|onafwendbaar|onontkoombaar",
        "gezin|gezinnen|ouders|u|jullie & onder toezicht & komt|komen|staat|staan|belandt|belanden",
    ])
});

/// Certain also with `kan` or `niet` in it.
static NO_LONGER: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "@kind & kan|kunnen|mag|mogen niet langer|meer & thuis|bij|wonen|blijven",
        "@rechterlijk & niet|nauwelijks|amper meer? & voorkomen|vermijden|ontkomen",
    ])
});

/// What takes the certainty away.
static OPEN: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: beslist|beslissen|besluit|besluiten|oordeelt|bekijkt|vindt & @rechter",
        "kan|kunnen|misschien|soms|mogelijk|eventueel|zou|mag|mogen|of",
        "zin: alleen als|wanneer de? @rechter",
        "zin: als de @rechter",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    let certain = reading.find(&CERTAIN).into_iter().filter(|found| !is_open(reading, found));
    let found = certain.chain(reading.find(&NO_LONGER)).filter(|found| !reading.is_excused(found, ALL_EXCUSES));
    found.map(|found| WORDS.hit(reading, &found)).collect()
}

/// A `kan` in the same clause, or a judge who decides in the same sentence.
fn is_open(reading: &Reading<'_>, found: &crate::check::language::Found) -> bool {
    reading.find_in(found.sentence, &OPEN).iter().any(|open| reading.share_clause(open, found))
}
