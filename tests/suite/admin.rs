//! The page for editing in the browser: what `new beheer` writes, what its forms know, and what it never touches.

use std::collections::BTreeSet;
use std::fs;

use assert_cmd::Command;
use ouderwijzer::new::{Host, Repository, admin_config, owner_file};
use ouderwijzer::schema::{Kind, KnownNames, schema};
use ouderwijzer::sources::{self, Sources};
use serde_json::Value;

use super::site::{Site, project};

fn sources() -> Sources {
    sources::load(project()).expect("our own site").sources.expect("without mistakes")
}

fn config(sources: &Sources) -> Value {
    let repository = Repository { host: Host::GitHub, name: "gemeente/site".to_owned(), branch: "main".to_owned() };
    let text = admin_config(sources, &owner_file(&repository)).expect("our own settings");
    serde_yaml::from_str(&text).expect("YAML")
}

fn collection<'a>(config: &'a Value, name: &str) -> &'a Value {
    let all = config["collections"].as_array().expect("a list");
    all.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no collection `{name}`"))
}

/// Paths of all keys of a schema; an item of a list or of a block with free names has no step of its own.
fn keys_of_schema(node: &Value, path: &str, keys: &mut BTreeSet<String>) {
    for (key, inner) in node["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}/{key}");
        keys.insert(path.clone());
        keys_of_schema(inner, &path, keys);
    }
    let branches = node["anyOf"].as_array().into_iter().flatten();
    let inside = [&node["items"], &node["additionalProperties"]].into_iter().chain(branches);
    inside.filter(|inner| inner.is_object()).for_each(|inner| keys_of_schema(inner, path, keys));
}

/// The same of the fields of a form; names with `_`, and the parts of a choice, exist in forms only.
fn keys_of_form(fields: &Value, path: &str, keys: &mut BTreeSet<String>, look: &mut impl FnMut(&Value)) {
    for field in fields.as_array().into_iter().flatten() {
        look(field);
        let name = field["name"].as_str().expect("a name");
        let path = if name.starts_with('_') { path.to_owned() } else { format!("{path}/{name}") };
        if !name.starts_with('_') {
            keys.insert(path.clone());
        }
        keys_of_form(&field["fields"], &path, keys, look);
        if let Some(types) = field["types"].as_array() {
            keys_of_form(&types[1]["fields"], &path, keys, look);
        }
    }
}

#[test]
fn the_forms_have_a_field_for_every_key_with_a_dutch_label_and_a_hint() {
    let sources = sources();
    let (config, names) = (config(&sources), KnownNames::of(&sources));
    let forms = [
        ("gemeenten", Kind::Municipality),
        ("regios", Kind::Region),
        ("stappen", Kind::StageWords),
        ("rechten", Kind::RightWords),
        ("routes", Kind::RemedyWords),
        ("paginas", Kind::PageWords),
    ];
    let mut looked_at = 0;
    for (name, kind) in forms {
        let (mut expected, mut found) = (BTreeSet::new(), BTreeSet::new());
        keys_of_schema(&schema(kind, &names), "", &mut expected);
        keys_of_form(&collection(&config, name)["fields"], "", &mut found, &mut |field| {
            looked_at += 1;
            assert!(field["label"].as_str().is_some_and(|label| label.starts_with(char::is_uppercase)), "{field}");
            assert!(field["hint"].as_str().is_some_and(|hint| !hint.contains('`') && hint.len() > 10), "{field}");
        });
        found.remove("/body");
        assert_eq!(found, expected, "{name}");
    }
    assert!(looked_at > 200, "only {looked_at} fields");
}

#[test]
fn the_national_core_is_in_no_collection_and_what_the_official_lists_decide_is_locked() {
    let config = config(&sources());
    let mut places = Vec::new();
    for one in config["collections"].as_array().expect("a list") {
        places.extend(one["folder"].as_str().map(str::to_owned));
        let files = one["files"].as_array().into_iter().flatten();
        places.extend(files.filter_map(|file| file["file"].as_str().map(str::to_owned)));
    }
    assert!(places.len() > 10, "{places:?}");
    let is_open = |place: &String| {
        ["municipalities", "content/{{locale}}/", "content/nl/", "content/en/"].iter().any(|start| place.starts_with(start))
    };
    assert!(places.iter().all(is_open), "{places:?}");
    let identity = &collection(&config, "gemeenten")["fields"][0]["fields"];
    let locked: Vec<&Value> = identity
        .as_array()
        .expect("fields")
        .iter()
        .filter(|field| field["readonly"] == true)
        .map(|field| &field["name"])
        .collect();
    assert_eq!(locked, ["naam", "code", "provincie"]);
}

#[test]
fn choices_have_dutch_labels_patterns_have_dutch_messages_and_a_region_is_chosen_by_name() {
    let config = config(&sources());
    let field = |path: &[&str]| {
        path.iter().fold(collection(&config, "gemeenten").clone(), |node, name| {
            let fields = node["fields"].as_array().expect("fields").clone();
            fields.into_iter().find(|field| field["name"] == *name).unwrap_or_else(|| panic!("no field {name}"))
        })
    };
    let form = field(&["overleg", "vorm"]);
    assert_eq!(form["options"][0]["value"], "beschermingstafel");
    assert_eq!(form["options"][0]["label"], "Een beschermingstafel. De Raad praat daar mee");
    let duration = field(&["duur", "streef"]);
    assert!(
        duration["pattern"][1].as_str().is_some_and(|message| message.starts_with("schrijf een tijd als")),
        "{duration}"
    );
    assert_eq!(field(&["regio"])["widget"], "relation");
    assert_eq!(field(&["regio"])["collection"], "regios");
    let carriers = field(&["uitvoering", "door"]);
    assert_eq!((&carriers["widget"], &carriers["multiple"]), (&Value::from("select"), &Value::from(true)));
    assert!(
        carriers["options"].as_array().is_some_and(|all| all.iter().any(|one| one["value"] == "onbekend")),
        "{carriers}"
    );
}

fn admin(site: &Site, options: &[&str]) -> (i32, String, String) {
    let folder = site.path();
    let arguments = [&["nieuw", "beheer", "--map", folder.as_str()], options].concat();
    let output = Command::cargo_bin("ouderwijzer").expect("built").args(arguments).output().expect("ran");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

#[test]
fn a_second_run_renews_only_what_became_different_and_says_so() {
    let site = Site::basis();
    let (code, said, _) = admin(&site, &["--dienst", "gitlab", "--opslag", "gemeente/site"]);
    assert_eq!(code, 0, "{said}");
    assert!(said.starts_with("Klaar: het beheer staat in de map `beheer`.\n\nWat nu?\n  1. Ga naar de map:"), "{said}");
    let settings = fs::read_to_string(site.path().join("beheer/instellingen.yml")).expect("made");
    assert!(settings.contains("name: gitlab\n  repo: \"gemeente/site\""), "{settings}");
    assert_eq!(admin(&site, &[]), (0, "Alles in `beheer` was al bij.\n".to_owned(), String::new()));

    fs::write(site.path().join("beheer/instellingen.yml"), settings.replace("gemeente/site", "gemeente/anders"))
        .expect("written");
    let (code, said, _) = admin(&site, &[]);
    assert_eq!(code, 0, "{said}");
    assert!(said.starts_with("Klaar: de map `beheer` is weer bij.\n  vernieuwd: beheer/config.yml\n\nWat nu?"), "{said}");
    let config = fs::read_to_string(site.path().join("beheer/config.yml")).expect("made");
    assert!(config.contains("repo: gemeente/anders"), "the settings of the owner are in it");
}

#[test]
fn what_somebody_changed_stays_and_nothing_else_is_written() {
    let site = Site::basis();
    admin(&site, &[]);
    let (style, config) = (site.path().join("beheer/src/page.css"), site.path().join("beheer/config.yml"));
    fs::write(&style, "/* van mij */\n").expect("written");
    fs::remove_file(&config).expect("it was there");
    let (code, _, said) = admin(&site, &[]);
    assert_eq!(code, 2);
    assert!(
        said.starts_with("fout: `beheer/src/page.css` is door iemand veranderd; er is niets geschreven\nhulp: "),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&style).expect("still there"), "/* van mij */\n");
    assert!(!config.exists(), "nothing was written");
}

#[test]
fn questions_that_cannot_be_answered_get_a_help() {
    let site = Site::basis();
    let (code, _, said) = admin(&site, &["--opslag", "site"]);
    assert_eq!(code, 2);
    assert_eq!(
        said,
        "fout: `site` is geen opslag\nhulp: schrijf de eigenaar en de naam, bijvoorbeeld `--opslag gemeente/ouderwijzer`\n"
    );
    admin(&site, &[]);
    let (code, _, said) = admin(&site, &["--tak", "werk"]);
    assert_eq!(code, 2);
    assert!(said.starts_with("fout: `beheer/instellingen.yml` bestaat al, en is niet veranderd\nhulp: "), "{said}");
    fs::write(site.path().join("beheer/instellingen.yml"), "backend: { name: github }\n").expect("written");
    let (code, _, said) = admin(&site, &[]);
    assert_eq!(code, 2);
    assert!(said.starts_with("fout: beheer/instellingen.yml: de sleutel `backend.repo` ontbreekt\nhulp: "), "{said}");
    site.write("content/feiten.yaml", "C-01: [\n");
    let (code, said, _) = admin(&site, &[]);
    assert_eq!((code, said.as_str()), (1, "Er is niets geschreven: los eerst de fouten op.\n"));
}
