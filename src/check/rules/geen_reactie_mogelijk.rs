//! `geen-reactie-mogelijk`: (L-22): nothing can be changed any more.

use std::sync::LazyLock;

use super::rule::{Look, Rule, Words};
use crate::check::language::{Excuse, Hit, Patterns, Reading};

/// The rule.
pub(super) const RULE: Rule =
    Rule { name: WORDS.rule, page: include_str!("geen_reactie_mogelijk.md"), look: Look::Block(look) };

const WORDS: Words = Words {
    rule: "geen-reactie-mogelijk",
    message: "{} sluit uit dat een ouder nog reageert",
    help: "schrijf: ‘U kunt reageren tot [datum]. Uw reactie komt erbij.’",
};

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "zin: niets|niet|geen meer … veranderd|veranderen|gewijzigd|wijzigen|aangepast|aanpassen|aanvullen|aangevuld|wijzigingen|aanpassingen|verbeterd",
        "zin: niets|niet|geen … meer … veranderd|veranderen|gewijzigd|wijzigen|aangepast|aanpassen|wijzigingen",
        "zin: definitief|definitieve verslag|rapport|plan|advies & !reageren & !reactie",
        "verslag|rapport|plan … ligt|staat vast",
        "zin: verslag|rapport|plan … kan|kunnen|wordt … niet … gewijzigd|aangepast|veranderd|aangevuld",
        "verslag|rapport|plan is definitief",
        "reageren|reactie|commentaar … niet|geen … mogelijk|nodig|zin|meer",
        "u kunt|kan|mag … niet meer? op … reageren",
        "u kunt|kan|mag … niet meer? reageren",
        "geen wijzigingen|aanpassingen|correcties … mogelijk",
    ])
});

/// An invitation to react in the same block makes a definitive text harmless.
static INVITATION: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::new(&["uw reactie|mening|verklaring … komt|staat|bij", "u kunt|mag … reageren & !niet"]));

fn look(reading: &Reading<'_>) -> Vec<Hit> {
    if reading.has_anywhere(&INVITATION) {
        return Vec::new();
    }
    WORDS.hits(reading, &PATTERNS, &[Excuse::Quoted, Excuse::Asked, Excuse::Reported])
}
