//! `ongebruikte-bron`: a source that nothing rests on. Often the mark of a statement that lost its source.

use std::collections::BTreeMap;

use super::Grounds;
use super::rule::{Claim, TruthRule};

/// The rule.
pub(super) const RULE: TruthRule = TruthRule { name: "ongebruikte-bron", page: include_str!("ongebruikte_bron.md"), find };

fn find(grounds: &Grounds<'_>) -> Vec<Claim> {
    let uses = uses(grounds);
    let places = grounds.model.evidence.source_places.iter();
    // Its own description is one.
    let idle = places.filter(|(id, _)| uses.get(id.as_str()).copied().unwrap_or(0) < 2);
    idle.map(|(id, place)| Claim {
        place: *place,
        message: format!("de bron `{id}` wordt nergens gebruikt"),
        help: "zet de bron bij wat erop steunt, of haal de bron weg".to_owned(),
    })
    .collect()
}

/// How often each word stands in an input file; a citation such as `P:219` counts for `P`.
fn uses<'a>(grounds: &Grounds<'a>) -> BTreeMap<&'a str, usize> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for file in grounds.files.files().filter(|file| is_read_by_people(file.path.as_str())) {
        let lines = file.text.lines().filter(|line| !line.trim_start().starts_with('#'));
        for word in lines.flat_map(|line| line.split([' ', '[', ']', ',', '"', '\'', '{', '}'])) {
            let id = word.split(':').next().unwrap_or_default();
            *uses.entry(id).or_default() += 1;
        }
    }
    uses
}

fn is_read_by_people(path: &str) -> bool {
    path.ends_with(".yaml") || path.ends_with(".md")
}
