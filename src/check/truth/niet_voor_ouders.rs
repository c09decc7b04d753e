//! `niet-voor-ouders` (facts §9: U-01, U-07, U-13, U-24, U-27): subjects that have no place on pages for parents.

use super::Grounds;
use super::rule::{Claim, TruthRule};
use super::sentence::place;

/// The rule.
pub(super) const RULE: TruthRule = TruthRule { name: "niet-voor-ouders", page: include_str!("niet_voor_ouders.md"), find };

/// What is named, its fact, and what to write instead.
const SUBJECTS: &[(&str, &str, &str)] = &[
    ("artikel 2.6 lid 1", "U-01", "schrijf ‘U hebt recht op een gratis vertrouwenspersoon’ en noem Jeugdwet 1a.1"),
    ("verleningsbeschikking", "U-07", "haal dit weg: bij een uithuisplaatsing is die niet meer nodig"),
    ("beschikbaarheid jeugdzorg", "U-13", "haal dit weg: deze wet gaat over gemeenten en aanbieders"),
    ("perspectiefbesluit", "U-27", "laat dit weg tot het is nagezocht"),
    ("verscherpt toezicht", "U-24", "haal dit weg, of verwijs naar de inspectie: igj.nl"),
];

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let blocks = grounds.prose.iter().flat_map(|file| &file.blocks);
    let mut claims = Vec::new();
    for block in blocks {
        // Letters keep their number of bytes in lower case as far as these words go.
        let text = block.prose.text.to_ascii_lowercase();
        for (words, fact, help) in SUBJECTS {
            let found = text.match_indices(words);
            claims.extend(found.map(|(at, words)| Claim {
                place: place(&block.prose, &(at..at + words.len())),
                message: format!("`{words}` hoort niet op een pagina voor ouders ({fact})"),
                help: (*help).to_owned(),
            }));
        }
    }
    claims
}
