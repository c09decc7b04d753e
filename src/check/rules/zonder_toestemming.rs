//! `zonder-toestemming` (L-18): consent that is said not to matter.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("zonder_toestemming.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "zonder-toestemming",
    message: "{} klopt niet bij vrijwillige hulp",
    help: "schrijf: ‘Wij vragen uw toestemming. U mag die ook weer intrekken.’",
};

/// Here `niet` belongs to what is wrong, so a denial is no excuse.
static NOT_NEEDED: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "toestemming|instemming|akkoord|handtekening … niet nodig|vereist|noodzakelijk",
        "toestemming|instemming|akkoord … niet|geen … nodig & !u|je|uzelf",
        "geen toestemming|instemming … nodig|vereist & !u|je",
        "hebben|heeft|hoeft|hoeven … toestemming|instemming … niet & !u",
        "ook|zelfs als|wanneer u dat? niet|geen … wilt|wil|goedvindt|vindt|instemt|akkoord|toestemming",
        "zin: ook als u … niet|geen … wilt|goed|goedvindt|instemt|akkoord|toestemming & !recht & !mag & !mogen",
        "ervan uit … u|ouders … akkoord|instemt|instemmen|toestemming|accepteert|meewerkt",
        "beschouwen|zien|geldt|tellen … als … toestemming|akkoord|instemming",
        "zin: niets|geen reactie|antwoord|bericht … ervan uit … akkoord|instemt|toestemming",
        "met of zonder uw|jullie",
        "@wij|@instantie … geen toestemming|instemming … nodig",
        "zin: of u|jullie … of niet & !kiest & !beslist & !mag",
        "ongeacht uw|jullie mening|wens|wensen|toestemming|instemming|bezwaren",
        "zin: ook|zelfs als|wanneer|indien|al u … niet|geen … @instemmen|wilt|wil|goed|eens|zit",
        "zin: door niet … te reageren|antwoorden|bellen … toestemming|akkoord",
        "zin: wie niet reageert|antwoordt|belt … toestemming|akkoord|ingestemd|ja & !nergens & !geen",
        "toestemming|instemming|akkoord … overbodig",
        "hoe u|je|jullie er ook over denkt",
        "met|door uw komst|aanmelding|ontvangst … toestemming|akkoord|ingestemd & !nergens & !niet & !geen",
    ])
});

/// Here a denial turns it round: `wij doen niets zonder uw toestemming`.
static WITHOUT: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zonder uw|jullie toestemming|instemming|akkoord|medeweten|goedkeuring|handtekening",
        "zonder toestemming|instemming van u|ouders|de",
        "@wij|@instantie & tegen uw|jullie wil|zin",
        "buiten u om",
        "automatisch … akkoord",
    ])
});

/// What the law does allow without consent, and what nobody needs to give consent for.
static LAWFUL: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: veilig thuis",
        "zin: welkom|inzage",
        "zin: krijgt|houdt|behoudt u … ook als",
        "zin: 112|16|machtiging|zestien|spoed|gevaar|noodgeval|levensgevaar|jeugdstem|advies|vertrouwenspersoon|@rechter|wet",
    ])
});

/// In this sentence or the one before: `Veilig Thuis doet onderzoek. Dat mag ook tegen uw wil.`
fn is_lawful(reading: &Reading<'_>, sentence: usize) -> bool {
    (sentence.saturating_sub(1)..=sentence).any(|near| reading.has(near, &LAWFUL))
}

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    let about_others = &[Excuse::Quoted, Excuse::Asked, Excuse::Reported, Excuse::InMeasure];
    let mut found = reading.find(&NOT_NEEDED);
    found.extend(reading.find(&WITHOUT).into_iter().filter(|found| !reading.is_excused(found, &[Excuse::Denied])));
    found.retain(|found| !reading.is_excused(found, about_others) && !is_lawful(reading, found.sentence));
    found.sort_by_key(|found| (found.sentence, found.words.start));
    found.dedup_by_key(|found| found.sentence);
    found.iter().map(|found| WORDS.hit(reading, found)).collect()
}
