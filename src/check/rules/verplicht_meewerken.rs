//! `verplicht-meewerken` (L-01): a duty that does not exist without a judge.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{ALL_EXCUSES, Found, Hit, Patterns, Reading, Who};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("verplicht_meewerken.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "verplicht-meewerken",
    message: "{} klinkt als een plicht, en die is er niet zonder beslissing van de kinderrechter",
    help: "schrijf bijvoorbeeld: ‘Wij nodigen u uit. U mag nee zeggen.’",
};

/// A duty with the parent as the one who must.
static DUTIES: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "@ouder & @moet & @meedoen",
        "@ouder & @moet & hulp|begeleiding|behandeling|training … krijgen|hebben|zoeken|ontvangen|starten|aangaan",
        "@ouder & @moet & zich … laten",
        "@ouder & @moet & openheid|inzicht|medewerking … geven|verlenen|tonen",
        "@ouder & @moet & toestemming|akkoord & !eerst & !voordat & !pas & !alleen & !zelf",
        "@ouder & bent|zijn|wordt|worden|is & @verplicht & !zorgen & !onderhoud & !school & !leerplicht",
        "@ouder & wordt|worden|werd|werden & opgeroepen|gesommeerd|ontboden|aangemaand|gemaand|aangezegd|opgedragen",
        "@ouder & zal|zult|zullen & moeten & @meedoen",
        "@ouder hoort|horen|behoort|behoren … te @meedoen|@tekenen",
        "@ouder & @moet & !klacht & !bezwaar & !beroep & !aanvraag & !advocaat & !formulier & !weten & !onthouden & !eerst & !zelf & !begrijpen & !denken & !kunnen & !wachten & !krijgen & !mogen & !zitting & !112 & !dan & !hebben & !tot & !zorgen & !ja & !voelen & !nadenken & !mag & !passen & !toestemming & !brief & !eens & !akkoord & !zien & !@praktisch & !wat & !ik",
        "@ouder & @moet & laten zien & !@praktisch",
        "@ouder & dient|dienen & te & !@praktisch & !klacht & !bezwaar & !beroep & !verzoek & !aanvraag",
        "@ouder & @moet & huis|woning|alcohol|drank|drugs|schulden|structuur|verbeteren|veranderen|stoppen|opruimen|zorgen|breken|vertrekken|verlaten|inleveren|afgeven|testen & !advocaat & !klacht & !wat",
        "@ouder & @moet & bewijzen|aantonen",
        "hoort|horen|behoort|behoren @ouder … te @meedoen",
    ])
});

/// The words that carry the duty.
static DUTY_VERBS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&["@moet", "hoort|horen|behoort|behoren", "bent|zijn|wordt|worden|is", "zal|zult|zullen"])
});

/// Wishes that are orders, with us or an organisation as the one who wishes.
static DEMANDS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: verwachten|verwacht|verlangen|verlangt|eisen|eist|wensen|vereisen … u|ouders|jullie … @meedoen|@instemmen|@tekenen",
        "zin: verwachten|verlangen|eisen … @meedoen & !u",
        "zin: gaan|rekenen … ervan|erop … u|ouders … @meedoen",
    ])
});

static DEMAND_VERBS: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&["verwachten|verwacht|verlangen|verlangt|eisen|eist|wensen|vereisen|gaan|rekenen"]));

/// Duties without anyone who must.
static IMPERSONAL: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: sommeren|sommeert|gelasten|gelast u|ouders|jullie|moeder|vader",
        "@meedoen|@hulp|dit|huisbezoek|huisbezoeken|overleg … is|zijn|blijft|wordt … verplicht|verplichtend|vereist|voorgeschreven|@plicht & !@rechter",
        "is|zijn|blijft|wordt … @meedoen|@hulp|huisbezoek … verplicht|verplichtend|vereist & !@rechter",
        "@meedoen … is|zijn|blijft … noodzakelijk|nodig|onmisbaar",
        "zin: nodig|noodzakelijk|vereist|vereiste|essentieel|voorwaarde|verplicht|onvermijdelijk|@plicht … dat|om … @meedoen & !gezegd",
        "zin: verplicht … tot … @meedoen",
        "@moet & worden & meegewerkt|geaccepteerd|nagekomen|opgevolgd|nageleefd|aanvaard|aangenomen",
        "u|ouders|jullie heeft|hebt|hebben zich?|maar?|gewoon? … te @meedoen & !om",
        "u|ouders heeft|hebt|hebben … mee te werken & !om",
        "heeft|hebt|hebben … @plicht … @meedoen",
        "uw|jullie @plicht",
        "zin: belang|bedoeling|cruciaal|wezenlijk dat u|ouders|jullie … @meedoen",
        "@meedoen|@hulp|dit & niet vrijwillig|optioneel|facultatief|onderhandelbaar",
        "u|ouders heeft|hebt|hebben zich … te & !om",
        "zin: verplichte @hulp|@meedoen|huisbezoek|bijeenkomst|afspraak|kennismaking & !@rechter",
        "zin: van|aan u|ouders|jullie|beide … wordt|worden … verwacht|verlangd|geeist",
        "zin: wordt … van u|ouders|jullie … verwacht|verlangd|geeist",
        "zin: dringend|klem|stellig … @meedoen|@tekenen",
        "zin: eigen belang … @meedoen",
        "@meedoen|medewerking & niet & optioneel|facultatief|onderhandelbaar",
        "u wordt … verwacht",
    ])
});

/// A command at the front of a sentence.
static COMMANDS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "werk … mee",
        "verschijn|accepteer|aanvaard|onderga",
        "wees … aanwezig|bereikbaar|beschikbaar",
        "houd u … aan",
        "stem … in & !pas & !alleen & !niet & !nooit",
        "zorg … dat u|jullie … bent|komt|meewerkt|aanwezig|verschijnt|er",
        "geef … medewerking|openheid",
        "geef … toestemming & !per & !alleen & !pas & !nooit & !niet",
        "neem de|deze|onze … hulp … aan",
        "laat … binnen|toe",
    ])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    let mut found: Vec<Found> = Vec::new();
    found.extend(reading.find(&DUTIES).into_iter().filter(|duty| is_duty(reading, duty)));
    found.extend(reading.find(&DEMANDS).into_iter().filter(|wish| reading.who(wish, &DEMAND_VERBS) != Some(Who::Parent)));
    found.extend(reading.find(&IMPERSONAL));
    found.extend(reading.commands(&COMMANDS));
    found.retain(|found| !reading.is_excused(found, ALL_EXCUSES) && !is_for_a_request(reading, found));
    found.iter().map(|found| WORDS.hit(reading, found)).collect()
}

/// The parent is the one who must. Not in `moet u die dag werken, dan …`, where the duty is a condition.
fn is_duty(reading: &Reading<'_>, found: &Found) -> bool {
    let is_condition = found.words.start == 0 && reading.text(found).starts_with("Moet ");
    !is_condition && reading.who(found, &DUTY_VERBS) == Some(Who::Parent)
}

/// What a parent asks for, and what it takes: `voor een budget moet u een plan inleveren`. Not help that others want.
static REQUEST: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "voor|bij een|de|het|uw|dat|deze? aanvraag|aanvragen|inzage|pgb|*budget|*vergoeding|*aanmelding|*inschrijving|*verwijzing … @moet & !@meedoen",
        "voor|bij een|de|het|uw|dat|deze? persoonsgebonden|bijzondere … @moet & !@meedoen",
    ])
});

/// A duty that belongs to something for which the parent asks.
fn is_for_a_request(reading: &Reading<'_>, found: &Found) -> bool {
    reading.find_in(found.sentence, &REQUEST).iter().any(|request| reading.share_clause(request, found))
}
