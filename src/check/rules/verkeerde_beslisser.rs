//! `verkeerde-beslisser` (L-45): the wrong one decides about a measure.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("verkeerde_beslisser.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "verkeerde-beslisser",
    message: "bij {} beslist de verkeerde",
    help: "schrijf: ‘De Raad kan de kinderrechter iets vragen. De kinderrechter beslist.’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: @instantie beslist|beslissen|bepaalt|bepalen|besluit|besluiten … @rechterlijk & !@rechter",
        "zin: raad|veilig|@tafel|gemeente|@instantie … beslist|bepaalt|besluit|besloten … of … onder toezicht & !@rechter",
        "zin: raad|@tafel|gemeente|veilig … beslist|bepaalt|besluit|besloten … of … ots|maatregel|@rechterlijk & !@rechter & !vraagt & !onderzoek",
        "zin: @tafel … wordt|worden … beslist|bepaald|besloten … onder toezicht|@rechterlijk & !@rechter",
        "zin: @rechterlijk beslist|bepaalt|besluit … @instantie & !@rechter",
        "zin: over … @rechterlijk beslist|bepaalt|besluit … @instantie & !@rechter",
        "@instantie … kan|kunnen|mag|mogen … @rechterlijk … nemen|opleggen|uitspreken|geven|inzetten & !@rechter",
        "zin: @instantie … heeft het voor het zeggen & !@rechter",
        "zin: heeft de? @instantie … het voor het zeggen & !@rechter",
    ])
});

/// `Wie beslist er over een uithuisplaatsing?`
static ASKED: LazyLock<Patterns> = LazyLock::new(|| Patterns::new(&["zin: wie … beslist|bepaalt|besluit … @rechterlijk"]));

/// An answer that names somebody, and not the judge.
static ANSWER: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&["zin: @instantie & !@rechter & !niet & !geen & !vraagt & !vragen & !advies & !adviseert & !onderzoekt"])
});

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    let mut hits = WORDS.hits(reading, &PATTERNS, &[Excuse::Denied, Excuse::Quoted, Excuse::Asked, Excuse::Reported]);
    let questions = (0..reading.len()).filter(|at| reading.is_question(*at) && reading.has(*at, &ASKED));
    let answers = questions.filter(|at| at + 1 < reading.len()).flat_map(|at| reading.find_in(at + 1, &ANSWER));
    hits.extend(answers.map(|answer| WORDS.hit(reading, &answer)));
    hits
}
