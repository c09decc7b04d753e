//! What only shows when everything is known together: words that are missing, and words for nothing.

use std::collections::BTreeSet;

use super::Model;
use super::fact::FactId;
use super::problems::Problems;
use crate::diag::{Diagnostic, Span, nearest};
use crate::sources::Sources;
use crate::sources::yaml::At;

/// Holds words against the pathway and links against anchors.
pub(crate) fn check(model: &Model, sources: &Sources, problems: &mut Problems<'_>) {
    missing_words(model, sources, problems);
    unknown_words(model, sources, problems);
    stray_words(model, sources, problems);
    interface_words(model, sources, problems);
}

/// Everything that has a key must have words in the fallback language: what a parent cannot read is not there.
fn missing_words(model: &Model, sources: &Sources, problems: &mut Problems<'_>) {
    let Some(words) = model.words.get(&model.site.fallback) else { return };
    let tag = model.site.fallback.tag();
    let mut missing: Vec<(String, Span)> = Vec::new();
    for (key, _) in &sources.pathway.value.stappen.0 {
        if !words.stages.contains_key(&key.value) {
            missing.push((format!("content/{tag}/stappen/{}.md", key.value), key.span(sources.pathway.file)));
        }
    }
    for (rights, folder, known) in [
        (&sources.rights, "rechten", words.rights.keys().collect::<BTreeSet<_>>()),
        (&sources.remedies, "routes", words.remedies.keys().collect::<BTreeSet<_>>()),
    ] {
        for (key, _) in rights.iter().flat_map(|rights| &rights.value.0) {
            if !known.contains(&key.value) {
                let file = rights.as_ref().map(|rights| rights.file).expect("the key came from this file");
                missing.push((format!("content/{tag}/{folder}/{}.md", key.value), key.span(file)));
            }
        }
    }
    for (path, span) in missing {
        if !problems.is_broken(path.as_str().into()) {
            let gone = Diagnostic::error("ontbrekend-bestand", format!("het bestand `{path}` ontbreekt"));
            problems.push(gone.at(span).help("maak het bestand, of haal de sleutel weg"));
        }
    }
    missing_entries(model, sources, problems);
}

fn missing_entries(model: &Model, sources: &Sources, problems: &mut Problems<'_>) {
    let Some(words) = model.words.get(&model.site.fallback) else { return };
    let tag = model.site.fallback.tag();
    let transitions_path = format!("content/{tag}/overgangen.yaml");
    if !problems.is_broken(transitions_path.as_str().into()) {
        let facts: BTreeSet<_> = model.pathway.edges.iter().map(|edge| edge.fact.clone()).collect();
        for fact in facts.iter().filter(|fact| !words.transitions.contains_key(*fact)) {
            let gone = Diagnostic::error("ontbrekende-woorden", format!("overgang `{}` heeft geen woorden", fact.0))
                .at(Span::whole(sources.pathway.file))
                .help(format!("voeg `{}:` toe in `{transitions_path}`, met `wanneer` en `wie`", fact.0));
            problems.push(gone);
        }
    }
    let organisations_path = format!("content/{tag}/organisaties.yaml");
    if let Some(list) = sources.organisations.as_ref().filter(|_| !problems.is_broken(organisations_path.as_str().into())) {
        for (key, _) in list.value.0.iter().filter(|(key, _)| !words.organisations.contains_key(&key.value)) {
            let gone = Diagnostic::error("ontbrekende-woorden", format!("organisatie `{}` heeft geen woorden", key.value))
                .at(key.span(list.file))
                .help(format!("voeg `{}:` toe in `{organisations_path}`, met `waarvoor`", key.value));
            problems.push(gone);
        }
    }
}

/// Words for something that does not exist are a misspelled name: they would never be shown.
fn unknown_words(model: &Model, sources: &Sources, problems: &mut Problems<'_>) {
    let stages: BTreeSet<&str> = sources.pathway.value.stappen.0.iter().map(|(key, _)| key.value.as_str()).collect();
    let rights: BTreeSet<&str> = model.rights.iter().map(|right| right.key.as_str()).collect();
    let remedies: BTreeSet<&str> = model.remedies.iter().map(|remedy| remedy.key.as_str()).collect();
    for raw in sources.words.values() {
        let files = raw
            .stages
            .iter()
            .map(|(key, document)| (key, document.file, &stages, "stap", "stappen"))
            .chain(raw.rights.iter().map(|(key, document)| (key, document.file, &rights, "recht", "rechten")))
            .chain(raw.remedies.iter().map(|(key, document)| (key, document.file, &remedies, "route", "routes")));
        for (key, file, known, what, list) in files {
            if !known.contains(key.as_str()) && !problems.is_broken(format!("content/{list}.yaml").as_str().into()) {
                let help = match nearest(key, known.iter().copied()) {
                    Some(meant) => format!("verander de bestandsnaam in `{meant}.md`"),
                    None => "verwijder het bestand, of voeg de sleutel toe".to_owned(),
                };
                let stray = Diagnostic::error("onbekend-bestand", format!("er is geen {what} met de sleutel `{key}`"));
                problems.push(stray.at(Span::whole(file)).help(help));
            }
        }
    }
}

/// The same in the word files: an entry for something that does not exist.
fn stray_words(model: &Model, sources: &Sources, problems: &mut Problems<'_>) {
    let organisations: BTreeSet<&str> = model.organisations.iter().map(|one| one.key.as_str()).collect();
    let edges = model.pathway.edges.iter().map(|edge| edge.fact.0.as_str());
    let roads: BTreeSet<&str> =
        edges.chain(sources.pathway.value.overgangen.0.iter().map(|(id, _)| id.value.as_str())).collect();
    let unreadable = problems.is_broken("content/organisaties.yaml".into());
    for raw in sources.words.values() {
        for (list, file) in raw.organisations.iter().map(|list| (&list.value, list.file)) {
            for (key, _) in list.0.iter().filter(|(key, _)| !unreadable && !organisations.contains(key.value.as_str())) {
                problems.push(stray_entry("onbekende-organisatie", "organisatie", key, &organisations).at(key.span(file)));
            }
        }
        for (list, file) in raw.transitions.iter().map(|list| (&list.value, list.file)) {
            let known = |id: &str| roads.contains(id) || !model.evidence.facts.contains_key(&FactId(id.to_owned()));
            for (id, _) in list.0.iter().filter(|(id, _)| !known(&id.value)) {
                problems.push(stray_entry("onbekende-overgang", "overgang", id, &roads).at(id.span(file)));
            }
        }
    }
}

fn stray_entry(rule: &'static str, what: &str, key: &At<String>, known: &BTreeSet<&str>) -> Diagnostic {
    let meant = nearest(&key.value, known.iter().copied()).filter(|_| what == "organisatie");
    let help = match meant {
        Some(meant) => format!("verander `{}` in `{meant}`", key.value),
        None => "haal deze woorden weg, of controleer de sleutel".to_owned(),
    };
    Diagnostic::error(rule, format!("er is geen {what} `{}`", key.value)).help(help)
}

/// Every language that is offered has every word of the interface that the fallback language has.
fn interface_words(model: &Model, sources: &Sources, problems: &mut Problems<'_>) {
    let Some(full) = model.words.get(&model.site.fallback).map(|words| &words.ui) else { return };
    for lang in model.site.languages.iter().filter(|lang| **lang != model.site.fallback) {
        let Some(words) = model.words.get(lang) else { continue };
        let missing = missing_paths(full, &words.ui, "");
        let ui_file = sources.words.get(lang).and_then(|raw| raw.ui.as_ref()).map(|ui| ui.file);
        if missing.is_empty() || problems.is_broken(format!("content/{}/ui.yaml", lang.tag()).as_str().into()) {
            continue;
        }
        let gone =
            Diagnostic::error("ontbrekende-woorden", format!("in `content/{}/ui.yaml` ontbreken woorden", lang.tag()))
                .at(Span::whole(ui_file.unwrap_or(sources.site.file)))
                .help(format!("vertaal: {}", missing.join(", ")));
        problems.push(gone);
    }
}

fn missing_paths(full: &serde_json::Value, other: &serde_json::Value, path: &str) -> Vec<String> {
    let Some(fields) = full.as_object() else {
        return if other.is_null() { vec![path.to_owned()] } else { Vec::new() };
    };
    fields
        .iter()
        .flat_map(|(key, value)| {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            missing_paths(value, other.get(key).unwrap_or(&serde_json::Value::Null), &path)
        })
        .collect()
}
