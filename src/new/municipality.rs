//! The file of a municipality of which nothing is known yet: every key, what it means, and `onbekend`.

use std::collections::{BTreeMap, BTreeSet};

use camino::{Utf8Path, Utf8PathBuf};

use crate::sources::raw::RawLayer;
use crate::sources::yaml::Loaded;
use crate::sources::{self, LoadError, Register, RegisteredMunicipality, text_values};

/// The text with all keys. What stands between `{{` and `}}` is filled in.
const TEMPLATE: &str = include_str!("gemeente.yaml");

/// What a site knows before the municipality has a file.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The official lists.
    pub register: Register,
    /// Names of the regions that have a file, by key.
    pub regions: BTreeMap<String, String>,
    /// Keys that the national file names, as `block.key`, and those of each region with the regions around it.
    named: BTreeMap<Option<String>, BTreeSet<String>>,
}

/// What somebody said about a municipality. All of it may be unknown.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// Site of the municipality; begins with `https://`.
    pub website: Option<String>,
    /// Key of a region file.
    pub region: Option<String>,
    /// The local team.
    pub local_team: Option<LocalTeam>,
}

/// The name of the local team, and where that was read.
#[derive(Clone, Debug)]
pub struct LocalTeam {
    /// The name that parents see.
    pub name: String,
    /// Title of the page or document that says so.
    pub source: String,
    /// The day on which it was read, as `2026-11-22`.
    pub day: String,
}

impl Ground {
    /// Reads what a site knows. Mistakes in other files do not matter here.
    ///
    /// # Errors
    /// When the folder is no site folder or cannot be read.
    pub fn read(site_dir: &Utf8Path) -> Result<Ground, LoadError> {
        let register = sources::read_register(site_dir)?;
        let loaded = sources::load(site_dir)?;
        let Some(site) = loaded.sources else {
            return Ok(Ground { register, regions: BTreeMap::new(), named: BTreeMap::new() });
        };
        let keys = |layer: &Loaded<RawLayer>| named_keys(loaded.files.text(layer.file));
        let national: BTreeSet<String> = site.national.iter().flat_map(keys).collect();
        let mut named = BTreeMap::from([(None, national.clone())]);
        for key in site.regions.keys() {
            let around = site.regions_around(key);
            let theirs = around.iter().filter_map(|region| site.regions.get(*region)).flat_map(keys);
            named.insert(Some(key.clone()), national.iter().cloned().chain(theirs).collect());
        }
        let regions = site.regions.iter().map(|(key, layer)| (key.clone(), region_name(key, layer))).collect();
        Ok(Ground { register, regions, named })
    }

    /// Names of the places of a municipality.
    pub fn places(&self, row: &RegisteredMunicipality) -> Vec<&str> {
        let places = self.register.places.iter().filter(|place| place.municipality_code == row.code);
        places.map(|place| place.name.as_str()).collect()
    }
}

fn region_name(key: &str, layer: &Loaded<RawLayer>) -> String {
    use crate::sources::raw::RawRegionField::Own;
    match layer.value.regio.as_ref().map(|at| &at.value) {
        Some(Own(own)) => own.naam.clone(),
        _ => key.to_owned(),
    }
}

/// `block.key` of every value, and the first key alone.
fn named_keys(text: &str) -> BTreeSet<String> {
    let paths = text_values(text).into_iter().map(|value| value.path);
    paths.flat_map(|path| [path.iter().take(2).cloned().collect::<Vec<_>>().join("."), path[0].clone()]).collect()
}

/// Where the file of a municipality belongs, from the site folder.
pub fn path_of(row: &RegisteredMunicipality) -> Utf8PathBuf {
    format!("municipalities/{}.yaml", row.key).into()
}

/// The text of the file. A value that the country or the region knows already is left out: `onbekend` would hide it.
pub fn municipality_file(row: &RegisteredMunicipality, answers: &Answers, ground: &Ground) -> String {
    let none = BTreeSet::new();
    let named = ground.named.get(&answers.region).or_else(|| ground.named.get(&None)).unwrap_or(&none);
    let filled = fill(TEMPLATE, row, answers, &ground.places(row));
    leave_out_known(&filled, named)
}

fn fill(template: &str, row: &RegisteredMunicipality, answers: &Answers, places: &[&str]) -> String {
    let Answers { website, region, local_team } = answers;
    let website =
        website.as_ref().map_or("# website: https://www.voorbeeld.nl".to_owned(), |url| format!("website: {}", quoted(url)));
    let region = region.as_ref().map_or("# regio: naam-van-de-regio".to_owned(), |key| format!("regio: {key}"));
    let (team, cited, source) = match local_team {
        Some(team) => (quoted(&team.name), "bron: [lokaal-team]".to_owned(), own_source(team)),
        None => ("onbekend".to_owned(), "# bron: [naam-van-de-bron]".to_owned(), String::new()),
    };
    let (status, day) = match local_team {
        Some(team) => ("gedateerd", format!("peildatum: {}", team.day)),
        None => ("onbekend", "# peildatum: 2026-11-22".to_owned()),
    };
    let holes = [
        ("naam", quoted(&row.name)),
        ("titel", row.name.clone()),
        ("code", row.code.clone()),
        ("provincie", row.province.clone()),
        ("plaatsen", listed(places)),
        ("website", website),
        ("regio", region),
        ("status", status.to_owned()),
        ("peildatum", day),
        ("lokaal_team", team),
        ("bron_termen", cited),
        ("bronnen", source),
    ];
    holes.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{{{name}}}}}"), value))
}

fn own_source(team: &LocalTeam) -> String {
    let year = &team.day[..4];
    format!("\nbronnen:\n  lokaal-team:\n    titel: {}\n    jaar: {year}\n    soort: webpagina\n", quoted(&team.source))
}

/// Comment lines of at most about eighty letters.
fn listed(places: &[&str]) -> String {
    let mut lines = vec![String::new()];
    for (index, place) in places.iter().enumerate() {
        let last = lines.last_mut().expect("there is always a line");
        let comma = if index + 1 < places.len() { "," } else { "." };
        if last.chars().count() + place.chars().count() > 76 {
            lines.push(format!("{place}{comma}"));
        } else {
            let space = if last.is_empty() { "" } else { " " };
            last.push_str(&format!("{space}{place}{comma}"));
        }
    }
    lines.join("\n# ")
}

/// A text as YAML: always between quotes, so that `'s-Hertogenbosch` and `nee` stay texts.
fn quoted(text: &str) -> String {
    let plain = text.chars().all(|letter| letter.is_alphabetic() || " -()".contains(letter));
    let word = ["ja", "nee", "onbekend", "geen", "true", "false", "yes", "no", "on", "off", "null"];
    if plain && text.starts_with(char::is_alphabetic) && !word.contains(&text.to_lowercase().as_str()) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Turns `key: onbekend` into a comment when a layer below names the key, and the name of a block without keys with it.
fn leave_out_known(text: &str, named: &BTreeSet<String>) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut block: Option<(String, usize, bool)> = None;
    let close = |lines: &mut Vec<String>, block: &mut Option<(String, usize, bool)>| {
        if let Some((_, at, false)) = block.take() {
            lines[at] = format!("# {}", lines[at]);
        }
    };
    for line in text.lines() {
        let bare = line.trim_start();
        let inside = line.len() > bare.len();
        let key = bare.split_once(':').map(|(key, _)| key).filter(|_| !bare.starts_with('#'));
        let mut line = line.to_owned();
        match key {
            Some(key) if !inside => {
                close(&mut lines, &mut block);
                if named.contains(key) && bare.ends_with(": onbekend") && key != "status" {
                    line = format!("# {line}   (nu bekend van het land of de regio)");
                } else if bare.ends_with(':') {
                    block = Some((key.to_owned(), lines.len(), false));
                }
            }
            Some(key) => {
                let path = block.as_ref().map(|(block, ..)| format!("{block}.{key}")).unwrap_or_default();
                if named.contains(&path) && bare.ends_with(": onbekend") {
                    line = format!("  # {bare}   (nu bekend van het land of de regio)");
                } else if let Some((_, _, alive)) = &mut block {
                    *alive = true;
                }
            }
            None => {}
        }
        lines.push(line);
    }
    close(&mut lines, &mut block);
    lines.push(String::new());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Answers, Ground, leave_out_known, municipality_file, quoted};

    #[test]
    fn what_the_region_knows_is_left_out_and_the_rest_is_unknown() {
        let named: BTreeSet<String> = ["duur.streef".to_owned(), "klacht.gi".to_owned()].into();
        let text = "duur:\n  streef: onbekend\n  maximum: onbekend\nklacht:\n  gi: onbekend\n";
        let expected = "duur:\n  # streef: onbekend   (nu bekend van het land of de regio)\n  maximum: onbekend\n\
                        # klacht:\n  # gi: onbekend   (nu bekend van het land of de regio)\n";
        assert_eq!(leave_out_known(text, &named), expected);
    }

    #[test]
    fn a_name_with_a_sign_in_front_stays_a_text() {
        assert_eq!(quoted("'s-Hertogenbosch"), "\"'s-Hertogenbosch\"");
        assert_eq!(quoted("Bergen (NH)"), "Bergen (NH)");
        assert_eq!(quoted("Nee"), "\"Nee\"");
    }

    #[test]
    fn no_hole_stays_open_and_every_key_of_the_form_is_explained() {
        let ground = Ground::read(env!("CARGO_MANIFEST_DIR").into()).expect("the project can be read");
        let row = ground.register.municipalities.iter().find(|row| row.key == "leiden").expect("in the list");
        let text = municipality_file(row, &Answers::default(), &ground);
        assert!(!text.contains("{{"), "{text}");
        let schema = crate::sources::yaml::schema_of::<crate::sources::raw::RawLayer>();
        let blocks = schema["properties"].as_object().expect("a block has keys");
        assert!(blocks.len() > 15, "{}", blocks.len());
        for (name, form) in blocks.iter().filter(|(name, _)| *name != "binnen") {
            assert!(text.contains(&format!("{name}:")), "`{name}` is not in the file");
            for key in form["properties"].as_object().into_iter().flat_map(serde_json::Map::keys) {
                assert!(text.contains(&format!("{key}:")), "`{key}` of `{name}` is not in the file");
            }
        }
    }

    #[test]
    fn every_line_with_a_key_has_a_line_of_explanation_above_it() {
        let mut before = "";
        for line in super::TEMPLATE.lines() {
            let is_key =
                line.trim_start().split_once(':').is_some_and(|(key, _)| !key.is_empty() && !key.contains(['#', ' ']));
            if is_key {
                assert!(before.trim_start().starts_with("# "), "`{line}` has no explanation");
            }
            before = line;
        }
    }
}
