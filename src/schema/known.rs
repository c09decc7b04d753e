//! The names that a site has: an editor program then completes them.

use serde_json::{Map, Value, json};

use super::Kind;
use super::explain::visit;
use crate::lang::Lang;
use crate::sources::Sources;
use crate::sources::raw::{RawLayer, RawRegionField};

/// A name, and what it stands for.
type Named = (String, String);

/// Names of a site, each list in the order of its file. An empty list narrows nothing.
#[derive(Clone, Debug, Default)]
pub struct KnownNames {
    /// Fact IDs.
    pub facts: Vec<String>,
    /// Sources of the whole site, with their titles.
    pub sources: Vec<(String, String)>,
    /// Regions, with their names.
    pub regions: Vec<(String, String)>,
    /// Municipalities of today: key and name.
    pub municipalities: Vec<(String, String)>,
    /// Codes of municipalities, also of former ones, with their names.
    pub codes: Vec<(String, String)>,
    /// Provinces.
    pub provinces: Vec<String>,
    /// Organisations and roles, with their names.
    pub organisations: Vec<(String, String)>,
    /// Stages.
    pub stages: Vec<String>,
    /// Rights.
    pub rights: Vec<String>,
    /// Remedies.
    pub remedies: Vec<String>,
}

impl KnownNames {
    /// The names in the files of a site.
    pub fn of(sources: &Sources) -> KnownNames {
        let register = &sources.register;
        let keys = |entries: Option<Vec<String>>| entries.unwrap_or_default();
        let mut provinces: Vec<String> = register.municipalities.iter().map(|one| one.province.clone()).collect();
        provinces.sort();
        provinces.dedup();
        let mut codes: Vec<(String, String)> = Vec::new();
        let current = register.municipalities.iter().map(|one| (one.code.clone(), one.name.clone()));
        let former = register.former.iter().map(|one| (one.code.clone(), one.name.clone()));
        // A municipality that was split stands in the list of mergers more than once.
        for one in current.chain(former) {
            if !codes.contains(&one) {
                codes.push(one);
            }
        }
        KnownNames {
            facts: sources.facts.value.0.iter().map(|(id, _)| id.value.clone()).collect(),
            sources: sources.sources.value.0.iter().map(|(id, source)| (id.value.clone(), source.titel.clone())).collect(),
            regions: sources.regions.iter().map(|(key, layer)| (key.clone(), region_name(&layer.value))).collect(),
            municipalities: register.municipalities.iter().map(|one| (one.key.clone(), one.name.clone())).collect(),
            codes,
            provinces,
            organisations: sources
                .organisations
                .iter()
                .flat_map(|file| &file.value.0)
                .map(|(key, one)| (key.value.clone(), one.naam.clone()))
                .collect(),
            stages: sources.pathway.value.stappen.0.iter().map(|(key, _)| key.value.clone()).collect(),
            rights: keys(
                sources.rights.as_ref().map(|file| file.value.0.iter().map(|(key, _)| key.value.clone()).collect()),
            ),
            remedies: keys(
                sources.remedies.as_ref().map(|file| file.value.0.iter().map(|(key, _)| key.value.clone()).collect()),
            ),
        }
    }

    /// Narrows the keys that hold such a name to the names that there are.
    pub(super) fn put_into(&self, kind: Kind, schema: &mut Value) {
        visit(kind, schema, &mut |place, node| {
            if let Some(choice) = self.choice(place.path) {
                narrow(node, &choice);
            } else if let Some(stages) = self.stage_keys(place.path) {
                name_keys(node, &stages);
            }
        });
    }

    fn choice(&self, path: &str) -> Option<Choice> {
        let (around, key) = path.rsplit_once('.')?;
        let languages = || Lang::tags().map(|tag| (tag.to_owned(), own_name(tag))).collect();
        let (names, only) = match key {
            "feit" | "feiten" if !path.starts_with("@feiten") => (plain(&self.facts), true),
            // A file has sources of its own, and a citation may name a place in a source.
            "bron" => (self.sources.clone(), false),
            "regio" if path == "@gemeente.regio" => (self.regions.clone(), true),
            "binnen" => (self.regions.clone(), true),
            "opgegaan_in" => (self.municipalities.clone(), true),
            "ombudsman" => (self.organisations.clone(), true),
            "naam" if around == "@gemeente.gemeente" => {
                (plain(&self.codes.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>()), true)
            }
            "code" => (self.codes.clone(), true),
            "provincie" => (plain(&self.provinces), true),
            "talen" | "terugval" => (languages(), true),
            "rechten" if around.ends_with(".*") => (plain(&self.rights), true),
            "routes" if around.ends_with(".*") => (plain(&self.remedies), true),
            "rollen" => (self.organisations.clone(), true),
            "van" if !self.stages.is_empty() => (self.stages_and("elke-stap", "Vanuit elke andere stap."), true),
            "naar" if !self.stages.is_empty() => (self.stages_and("buiten-het-schema", "De weg stopt."), true),
            _ => return None,
        };
        (!names.is_empty()).then_some(Choice { names, only })
    }

    fn stages_and(&self, word: &str, meaning: &str) -> Vec<Named> {
        let mut names = plain(&self.stages);
        names.push((word.to_owned(), meaning.to_owned()));
        names
    }

    /// Maps of which the keys are stages.
    fn stage_keys(&self, path: &str) -> Option<Vec<String>> {
        let key = path.rsplit('.').next()?;
        let has_stages = matches!(key, "ook_vanuit" | "soort_voor" | "wanneer_naar") && !self.stages.is_empty();
        has_stages.then(|| {
            let mut stages = self.stages.clone();
            if key != "ook_vanuit" {
                stages.push("buiten-het-schema".to_owned());
            }
            stages
        })
    }
}

struct Choice {
    names: Vec<Named>,
    /// Whether nothing else is possible.
    only: bool,
}

fn plain(names: &[String]) -> Vec<Named> {
    names.iter().map(|name| (name.clone(), String::new())).collect()
}

fn own_name(tag: &str) -> String {
    Lang::from_tag(tag).map(|lang| lang.own_name().to_owned()).unwrap_or_default()
}

fn region_name(layer: &RawLayer) -> String {
    match layer.regio.as_ref().map(|region| &region.value) {
        Some(RawRegionField::Own(own)) => own.naam.clone(),
        _ => String::new(),
    }
}

/// Puts the names in the place of a text, in a list of texts, or beside `onbekend`.
fn narrow(node: &mut Value, choice: &Choice) {
    let Value::Object(fields) = node else { return };
    if let Some(items) = fields.get_mut("items") {
        return narrow(items, choice);
    }
    if let Some(Value::Array(branches)) = fields.get_mut("anyOf") {
        return branches.iter_mut().filter(|branch| branch.get("enum").is_none()).for_each(|branch| narrow(branch, choice));
    }
    // Two municipalities may have one name; a list of words names each word once.
    let mut names: Vec<&Named> = Vec::new();
    for one in &choice.names {
        if !names.iter().any(|(name, _)| *name == one.0) {
            names.push(one);
        }
    }
    let words: Vec<&str> = names.iter().map(|(name, _)| name.as_str()).collect();
    let mut listed: Map<String, Value> = Map::new();
    listed.insert("enum".to_owned(), json!(words));
    if names.iter().any(|(_, meaning)| !meaning.is_empty()) {
        let meanings: Vec<&str> = names.iter().map(|(_, meaning)| meaning.as_str()).collect();
        listed.insert("enumDescriptions".to_owned(), json!(meanings));
    }
    fields.remove("examples");
    if choice.only {
        fields.remove("pattern");
        fields.remove("x-vorm");
        fields.extend(listed);
    } else {
        let form: Map<String, Value> = ["type", "pattern", "x-vorm"]
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), fields.remove(name)?)))
            .collect();
        fields.insert("anyOf".to_owned(), json!([listed, form]));
    }
}

fn name_keys(node: &mut Value, names: &[String]) {
    let Value::Object(fields) = node else { return };
    let Some(entry) = fields.get("additionalProperties").filter(|entry| entry.is_object()).cloned() else { return };
    let keys: Map<String, Value> = names.iter().map(|name| (name.clone(), entry.clone())).collect();
    fields.insert("properties".to_owned(), Value::Object(keys));
    fields.insert("additionalProperties".to_owned(), Value::Bool(false));
}
