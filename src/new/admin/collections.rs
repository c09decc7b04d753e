//! Which files an editor may open on the administration page, in which group.

use serde_json::{Value, json};

use super::field::{Form, fields_of_file};
use crate::lang::Lang;
use crate::schema::{Kind, KnownNames};

/// A folder with one file for each name.
struct Folder {
    name: &'static str,
    label: &'static str,
    one: &'static str,
    folder: &'static str,
    kind: Kind,
    /// What the list shows of a file.
    summary: &'static str,
    /// What an editor reads above the list.
    description: &'static str,
}

const LOCAL: [Folder; 2] = [
    Folder {
        name: "gemeenten",
        label: "Gemeenten",
        one: "gemeente",
        folder: "municipalities",
        kind: Kind::Municipality,
        summary: "{{gemeente.naam}}",
        description: "Wat er per gemeente bekend is. Een nieuw bestand maakt u met: ouderwijzer new gemeente.",
    },
    Folder {
        name: "regios",
        label: "Regio's",
        one: "regio",
        folder: "municipalities/regios",
        kind: Kind::Region,
        summary: "{{regio.naam}}",
        description: "Wat voor alle gemeenten van een regio geldt.",
    },
];

const TEXTS: [Folder; 5] = [
    Folder {
        name: "stappen",
        label: "Teksten: stappen",
        one: "stap",
        folder: "content/{{locale}}/stappen",
        kind: Kind::StageWords,
        summary: "{{titel}}",
        description: "De uitleg bij elke stap. De stappen zelf staan vast.",
    },
    Folder {
        name: "rechten",
        label: "Teksten: rechten",
        one: "recht",
        folder: "content/{{locale}}/rechten",
        kind: Kind::RightWords,
        summary: "{{titel}}",
        description: "De uitleg bij elk recht. De rechten zelf staan vast.",
    },
    Folder {
        name: "routes",
        label: "Teksten: routes",
        one: "route",
        folder: "content/{{locale}}/routes",
        kind: Kind::RemedyWords,
        summary: "{{titel}}",
        description: "De uitleg bij elke weg om te klagen of naar de rechter te gaan. De wegen zelf staan vast.",
    },
    Folder {
        name: "paginas",
        label: "Teksten: pagina's",
        one: "pagina",
        folder: "content/{{locale}}/paginas",
        kind: Kind::PageWords,
        summary: "{{titel}}",
        description: "De andere pagina's van de site.",
    },
    Folder {
        name: "jongeren",
        label: "Teksten: jongeren",
        one: "pagina",
        folder: "content/{{locale}}/jongeren",
        kind: Kind::PageWords,
        summary: "{{titel}}",
        description: "De pagina's voor kinderen en jongeren.",
    },
];

/// A file of each language with many short texts: kind, label, and whether an editor may add an entry.
const WORD_FILES: [(Kind, &str, &str, bool); 3] = [
    (Kind::Glossary, "woordenlijst", "Woordenlijst", true),
    (Kind::TransitionWords, "overgangen", "Woorden bij de overgangen", false),
    (Kind::OrganisationWords, "organisaties", "Woorden bij de organisaties", false),
];

/// All collections, the one that most people edit first.
pub(super) fn all(names: &KnownNames, languages: &[Lang]) -> Vec<Value> {
    let local = LOCAL.iter().map(|folder| local(folder, names));
    let texts = TEXTS.iter().map(|folder| texts(folder, names));
    local.chain(texts).chain([words(names, languages)]).collect()
}

fn local(folder: &Folder, names: &KnownNames) -> Value {
    let mut collection = base(folder);
    collection["identifier_field"] = folder.summary.trim_matches(['{', '}']).into();
    collection["extension"] = "yaml".into();
    collection["format"] = folder.kind.name().into();
    collection["fields"] = fields_of_file(folder.kind, names, &Form { translated: false, may_add: true });
    collection
}

fn texts(folder: &Folder, names: &KnownNames) -> Value {
    let form = Form { translated: true, may_add: true };
    let mut fields = fields_of_file(folder.kind, names, &form);
    if let Value::Array(fields) = &mut fields {
        fields.push(json!({
            "name": "body",
            "label": "Tekst van de pagina",
            "widget": "text",
            "required": false,
            "hint": "Laat tekens als {C-02}, {#wat} en (woord:raad) staan: daarmee vindt het programma feiten, plekken en woorden.",
            "i18n": true,
        }));
    }
    let mut collection = base(folder);
    collection["identifier_field"] = "titel".into();
    collection["extension"] = "md".into();
    collection["format"] = format!("{}-frontmatter", folder.name).into();
    collection["i18n"] = true.into();
    collection["fields"] = fields;
    collection
}

fn base(folder: &Folder) -> Value {
    json!({
        "name": folder.name,
        "label": folder.label,
        "label_singular": folder.one,
        "description": folder.description,
        "folder": folder.folder,
        "create": false,
        "delete": false,
        "slug": "{{slug}}",
        "summary": folder.summary,
    })
}

/// A file for each language, not one with languages beside each other: its entries differ from language to language.
fn words(names: &KnownNames, languages: &[Lang]) -> Value {
    let of_language =
        |lang: &Lang| WORD_FILES.map(|(kind, file, label, may_add)| word_file(kind, file, label, may_add, names, *lang));
    json!({
        "name": "woorden",
        "label": "Woorden",
        "description": "Korte teksten die op veel pagina's staan.",
        "files": languages.iter().flat_map(of_language).collect::<Vec<Value>>(),
    })
}

fn word_file(kind: Kind, file: &str, label: &str, may_add: bool, names: &KnownNames, lang: Lang) -> Value {
    let (tag, language) = (lang.tag(), lang.own_name());
    json!({
        "name": format!("{file}-{tag}"),
        "label": format!("{label} ({language})"),
        "file": format!("content/{tag}/{file}.yaml"),
        "format": kind.name(),
        "fields": fields_of_file(kind, names, &Form { translated: false, may_add }),
    })
}
