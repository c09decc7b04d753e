//! When words that could press a parent do not: denied, quoted, asked, reported as wrong, or true inside a measure.

use std::sync::LazyLock;

use super::reading::{Found, Patterns, Reading};

/// Why a place may be innocent. A rule names the excuses that count for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excuse {
    /// `u bent niet verplicht`
    Denied,
    /// ‘u moet tekenen’ between quotation marks, as something that people say.
    Quoted,
    /// `moet ik meewerken?`
    Asked,
    /// `niemand mag zeggen dat u moet meewerken`
    Reported,
    /// `tijdens een ondertoezichtstelling moet u …`
    InMeasure,
    /// An earlier sentence of the block spoke of a decision of the judge.
    AfterMeasure,
}

/// The usual list. `AfterMeasure` is a part of `InMeasure`.
pub const ALL_EXCUSES: &[Excuse] = &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported, Excuse::InMeasure];

/// Quotations of one or two words can still be the writer's own: only a sentence about words excuses them.
pub(super) const SHORT_QUOTATION: usize = 2;

static ABOUT_WORDS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: noem*|heet|heten|woord|woorden|term|naam|betekent|betekenen|zegt|zeggen|schrijft|staat|leest|zin|titel",
    ])
});

static DENIED: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&["@niet & !niet alleen|slechts|vrijblijvend|later"]));

static CALLED_WRONG: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: niemand … mag|kan|hoort",
        "zin: mag|mogen|kan|kunnen|moet|hoort|horen … niet|nooit|niemand|geen",
        "zin: klopt|waar|terecht|juist|toegestaan|nodig & niet",
        "zin: onjuist|verboden|fout|ongelijk|misverstand|onwaar|onwettig|onrechtmatig",
        "zin: betekent|betekenen niet dat … moet|moeten|verplicht",
    ])
});

static SAID_BY_OTHERS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: iemand|hulpverlener|hulpverleners|professional|professionals|medewerker|organisatie|organisaties|men|mensen|ouders|gezinnen|velen|ze|sommigen & @zeggen & !anders denken|denkt",
        "zin: bericht|gerucht|verhaal|idee|bewering|opmerking|misverstand dat & !mag & !kunt & !vrijwillig",
        "zin: u … gezegd|verteld|geschreven|horen|gedreigd|gehoord",
        "zin: hoort|hoorde|hoorden|las|leest u|je|jullie dat",
        "zin: staat|stond … brief|mail|verslag|bericht … dat",
    ])
});

/// `vraag waar in de wet staat dat u moet meewerken`: the sentence tells the parent to ask.
static TO_BE_ASKED: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&["zin: vraag waar|waarom|wie|welke … staat|zegt|vindt|bepaalt … dat"]));

static CONDITION: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&["zin: als|wanneer|indien|stel|soms|vaak|toch", "zin: vraag|bel dan"]));

static MEASURE: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: tijdens|bij|binnen|na|in|met een|de|uw|deze|zo'n|het lopende? ots|ondertoezichtstelling|maatregel|kinderbeschermingsmaatregel|uithuisplaatsing|machtiging|spoedmaatregel",
        "zin: @rechter … uitspreekt|oplegt|uitgesproken|opgelegd|vastgelegd|vastgesteld|aangewezen|benoemd|verlengd|besloten|beslist|besliste|bepaald|bepaalde|beslissing|beschikking|vindt",
        "zin: beslissing|beschikking|uitspraak|bevel|opdracht van de? @rechter",
        "zin: gedwongen kader|hulp",
        "zin: is|heeft|hebt|geldt|staat … ots|ondertoezichtstelling|maatregel & !als & !dan & !gemeente & !wijkteam & !team",
        "zin: schriftelijke aanwijzing",
        "zin: onder toezicht",
    ])
});

impl Reading<'_> {
    /// Whether one of the excuses holds for a place.
    pub fn is_excused(&self, found: &Found, excuses: &[Excuse]) -> bool {
        excuses.iter().any(|excuse| match excuse {
            Excuse::Denied => self.is_denied(found),
            Excuse::Quoted => self.is_quoted(found),
            Excuse::Asked => self.is_question(found.sentence),
            Excuse::Reported => self.is_reported(found),
            Excuse::InMeasure => self.speaks_of_measure(0..=found.sentence),
            Excuse::AfterMeasure => self.speaks_of_measure(0..found.sentence),
        })
    }

    /// A `niet` in one of the clauses of the place. Not one that the pattern asked for, and not one behind a `dat`: in
    /// `het is duidelijk dat u niet …` it denies something else.
    fn is_denied(&self, found: &Found) -> bool {
        let words = &self.sentences[found.sentence].words;
        let clauses: Vec<usize> = words[found.words.clone()].iter().map(|word| word.clause).collect();
        let denials = self.find_in(found.sentence, &DENIED).into_iter().map(|no| no.words.start);
        let opens = |no: usize| {
            words.get(found.words.start..no).is_some_and(|between| between.iter().any(|word| word.form == "dat"))
        };
        denials.filter(|no| !found.named.contains(no)).any(|no| clauses.contains(&words[no].clause) && !opens(no))
    }

    fn is_quoted(&self, found: &Found) -> bool {
        let words = &self.sentences[found.sentence].words[found.words.clone()];
        let all = words.iter().all(|word| word.quoted > 0);
        let long = words.iter().any(|word| word.quoted > SHORT_QUOTATION);
        all && (long || self.has(found.sentence, &ABOUT_WORDS))
    }

    fn is_reported(&self, found: &Found) -> bool {
        if self.has(found.sentence, &TO_BE_ASKED) {
            return true;
        }
        let said = self.has(found.sentence, &SAID_BY_OTHERS);
        let wrong = self.has(found.sentence, &CALLED_WRONG);
        let asked = self.is_question(found.sentence) || self.has(found.sentence, &CONDITION);
        said && (wrong || asked)
    }

    /// One of these sentences speaks of a decision of the judge.
    fn speaks_of_measure(&self, mut sentences: impl Iterator<Item = usize>) -> bool {
        sentences.any(|sentence| self.has(sentence, &MEASURE))
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL_EXCUSES, Excuse};
    use crate::check::language::reading::tests::passage;
    use crate::check::language::reading::{Patterns, Reading};

    fn excused(text: &str, excuses: &[Excuse]) -> bool {
        let passage = passage(text);
        let reading = Reading::new(&passage);
        let found = reading.find(&Patterns::new(&["zin: meewerken|tekenen"]));
        reading.is_excused(found.first().expect("the word is there"), excuses)
    }

    #[test]
    fn a_denial_counts_in_its_own_clause_only() {
        assert!(excused("U bent niet verplicht om mee te meewerken.", &[Excuse::Denied]));
        assert!(!excused("Als u niet komt, moet u toch meewerken.", &[Excuse::Denied]));
    }

    #[test]
    fn what_others_say_wrongly_is_no_threat_of_the_writer() {
        assert!(excused("Niemand mag zeggen dat u moet meewerken.", ALL_EXCUSES));
        assert!(excused("Zegt iemand dat u moet tekenen?", ALL_EXCUSES));
        assert!(excused("Staat er: ‘u moet meewerken’ in uw brief.", ALL_EXCUSES));
        assert!(!excused("U moet nu tekenen.", ALL_EXCUSES));
    }

    #[test]
    fn a_duty_inside_a_measure_is_true() {
        assert!(excused("De kinderrechter heeft een OTS uitgesproken. U moet meewerken.", &[Excuse::InMeasure]));
    }
}
