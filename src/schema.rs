//! What an editor program is told of the input files: a JSON Schema per kind of file, in Dutch, made from the Rust types.
//!
//! The words stand in one table, `schema/uitleg.yaml`; the forms come from the types that the program itself reads with,
//! so completion in an editor and `ouderwijzer check` cannot say different things.

mod editor;
mod explain;
mod known;
mod shape;
mod words;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

pub use self::editor::{extensions, modeline, settings};
pub(crate) use self::explain::UNKNOWN;
pub use self::known::KnownNames;
pub(crate) use self::shape::{block_of, inside};
pub use self::words::Words;
use crate::sources::raw::{
    Entries, RawAddition, RawFact, RawGlossaryEntry, RawLanguage, RawLayer, RawOrganisation, RawOrganisationWords,
    RawPageWords, RawPathway, RawRemedyWords, RawRight, RawRightWords, RawSite, RawSource, RawStageWords,
    RawTransitionWords,
};
use crate::sources::yaml::schema_of;

/// A kind of input file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `municipalities/*.yaml`.
    Municipality,
    /// `municipalities/regios/*.yaml`.
    Region,
    /// `content/landelijk.yaml`.
    National,
    /// `content/site.yaml`.
    Site,
    /// `content/stappen.yaml`.
    Pathway,
    /// `content/feiten.yaml`.
    Facts,
    /// `content/bronnen.yaml`.
    Sources,
    /// `content/rechten.yaml`.
    Rights,
    /// `content/routes.yaml`.
    Remedies,
    /// `content/organisaties.yaml`.
    Organisations,
    /// `content/<language>/overgangen.yaml`.
    TransitionWords,
    /// `content/<language>/organisaties.yaml`.
    OrganisationWords,
    /// `content/<language>/woordenlijst.yaml`.
    Glossary,
    /// `content/<language>/taal.yaml`.
    Language,
    /// Front matter of `content/<language>/stappen/*.md`.
    StageWords,
    /// Front matter of `content/<language>/rechten/*.md`.
    RightWords,
    /// Front matter of `content/<language>/routes/*.md`.
    RemedyWords,
    /// Front matter of `content/<language>/paginas/*.md` and `jongeren/*.md`.
    PageWords,
    /// Front matter of a municipality's own text.
    Addition,
}

impl Kind {
    /// All kinds, the one that most people edit first.
    pub const ALL: [Kind; 19] = [
        Kind::Municipality,
        Kind::Region,
        Kind::National,
        Kind::Site,
        Kind::Pathway,
        Kind::Facts,
        Kind::Sources,
        Kind::Rights,
        Kind::Remedies,
        Kind::Organisations,
        Kind::TransitionWords,
        Kind::OrganisationWords,
        Kind::Glossary,
        Kind::Language,
        Kind::StageWords,
        Kind::RightWords,
        Kind::RemedyWords,
        Kind::PageWords,
        Kind::Addition,
    ];

    /// The Dutch name, as in `schema/<name>.schema.json`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Municipality => "gemeente",
            Kind::Region => "regio",
            Kind::National => "landelijk",
            Kind::Site => "site",
            Kind::Pathway => "stappen",
            Kind::Facts => "feiten",
            Kind::Sources => "bronnen",
            Kind::Rights => "rechten",
            Kind::Remedies => "routes",
            Kind::Organisations => "organisaties",
            Kind::TransitionWords => "overgang-woorden",
            Kind::OrganisationWords => "organisatie-woorden",
            Kind::Glossary => "woordenlijst",
            Kind::Language => "taal",
            Kind::StageWords => "stap-woorden",
            Kind::RightWords => "recht-woorden",
            Kind::RemedyWords => "route-woorden",
            Kind::PageWords => "pagina-woorden",
            Kind::Addition => "toevoeging",
        }
    }

    /// The kind with this Dutch name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Which YAML files are of this kind, from the site folder; `None` when they are the front matter of Markdown.
    pub fn files(self) -> Option<&'static str> {
        match self {
            Kind::Municipality => Some("municipalities/*.yaml"),
            Kind::Region => Some("municipalities/regios/*.yaml"),
            Kind::National => Some("content/landelijk.yaml"),
            Kind::Site => Some("content/site.yaml"),
            Kind::Pathway => Some("content/stappen.yaml"),
            Kind::Facts => Some("content/feiten.yaml"),
            Kind::Sources => Some("content/bronnen.yaml"),
            Kind::Rights => Some("content/rechten.yaml"),
            Kind::Remedies => Some("content/routes.yaml"),
            Kind::Organisations => Some("content/organisaties.yaml"),
            Kind::TransitionWords => Some("content/*/overgangen.yaml"),
            Kind::OrganisationWords => Some("content/*/organisaties.yaml"),
            Kind::Glossary => Some("content/*/woordenlijst.yaml"),
            Kind::Language => Some("content/*/taal.yaml"),
            Kind::StageWords | Kind::RightWords | Kind::RemedyWords | Kind::PageWords | Kind::Addition => None,
        }
    }

    /// The file of its schema, from the site folder.
    pub fn path(self) -> String {
        format!("schema/{}.schema.json", self.name())
    }

    /// The schema as the program itself uses it, narrowed to what this kind of file may have.
    fn bare(self) -> Value {
        match self {
            Kind::Municipality | Kind::Region | Kind::National => shape::of_layer(self, schema_of::<RawLayer>()),
            Kind::Site => schema_of::<RawSite>(),
            Kind::Pathway => schema_of::<RawPathway>(),
            Kind::Facts => schema_of::<Entries<RawFact>>(),
            Kind::Sources => schema_of::<Entries<RawSource>>(),
            Kind::Rights | Kind::Remedies => schema_of::<Entries<RawRight>>(),
            Kind::Organisations => schema_of::<Entries<RawOrganisation>>(),
            Kind::TransitionWords => schema_of::<Entries<RawTransitionWords>>(),
            Kind::OrganisationWords => schema_of::<Entries<RawOrganisationWords>>(),
            Kind::Glossary => schema_of::<Entries<RawGlossaryEntry>>(),
            Kind::Language => schema_of::<RawLanguage>(),
            Kind::StageWords => schema_of::<RawStageWords>(),
            Kind::RightWords => schema_of::<RawRightWords>(),
            Kind::RemedyWords => schema_of::<RawRemedyWords>(),
            Kind::PageWords => schema_of::<RawPageWords>(),
            Kind::Addition => schema_of::<RawAddition>(),
        }
    }
}

/// The keys that a block may have, in the standard order: that of the type, with the sources of the block last. `path`
/// are the keys that lead to the block, with `*` for an item of a list. `None` where an editor chooses the keys.
pub fn keys_at(kind: Kind, path: &[String]) -> Option<Vec<String>> {
    let block = path.iter().try_fold(shape(kind), |schema, key| inside(schema, key))?;
    let keys = keys_of(block_of(block)?);
    (!keys.is_empty()).then_some(keys)
}

/// The keys of a block in the standard order; none where an editor chooses them.
pub(crate) fn keys_of(block: &Value) -> Vec<String> {
    let fields = block.get("properties").and_then(Value::as_object).into_iter().flatten();
    let (mut keys, sources): (Vec<String>, Vec<String>) = fields.map(|(key, _)| key.clone()).partition(|key| key != "bron");
    keys.extend(sources);
    keys
}

/// The schema of a kind as the program itself uses it. Made once: making one takes longer than using it.
pub(crate) fn shape(kind: Kind) -> &'static Value {
    static MADE: LazyLock<BTreeMap<Kind, Value>> =
        LazyLock::new(|| Kind::ALL.into_iter().map(|kind| (kind, kind.bare())).collect());
    &MADE[&kind]
}

/// The JSON Schema (draft 7, no references) of one kind of file, with Dutch words; `names` makes it complete the names
/// that a site has.
pub fn schema(kind: Kind, names: &KnownNames) -> Value {
    let mut schema = kind.bare();
    shape::prefer_choices(&mut schema);
    explain::explain(kind, &mut schema);
    names.put_into(kind, &mut schema);
    explain::finish(kind, &mut schema);
    schema
}

/// The schema as the text of a file.
pub fn schema_text(kind: Kind, names: &KnownNames) -> String {
    let mut text = serde_json::to_string_pretty(&schema(kind, names)).expect("a schema is plain JSON");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::explain::{Place, visit};
    use super::{Kind, KnownNames, Words, schema};

    #[test]
    fn every_key_of_every_file_has_a_dutch_title_and_explanation() {
        let mut looked_at = 0;
        let mut missing = Vec::new();
        for kind in Kind::ALL {
            visit(kind, &mut kind.bare(), &mut |place: &Place<'_>, _| {
                looked_at += 1;
                let explained = Words::of(place.path).is_some_and(|words| !words.title.is_empty() && !words.text.is_empty());
                if !explained {
                    missing.push(place.path.to_owned());
                }
            });
        }
        assert!(looked_at > 250, "only {looked_at} keys");
        assert!(missing.is_empty(), "without words: {missing:#?}");
    }

    #[test]
    fn every_word_of_every_choice_is_explained_and_nothing_else() {
        let mut wrong = Vec::new();
        for kind in Kind::ALL {
            visit(kind, &mut kind.bare(), &mut |place, node| {
                let Some(words) = Words::of(place.path) else { return };
                let given = super::explain::choices(node);
                let explained: BTreeSet<&str> = words.choices.keys().map(String::as_str).collect();
                let asked: BTreeSet<&str> = given.iter().map(String::as_str).filter(|word| *word != "onbekend").collect();
                let said: BTreeSet<&str> = explained.into_iter().filter(|word| *word != "onbekend").collect();
                if asked != said {
                    wrong.push(format!("{}: the type has {asked:?}, the table {said:?}", place.path));
                }
            });
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn every_line_of_the_table_is_used() {
        let mut used = BTreeSet::new();
        for kind in Kind::ALL {
            visit(kind, &mut kind.bare(), &mut |place, _| {
                used.extend(Words::key_of(place.path));
            });
        }
        let idle: Vec<&str> = Words::keys().filter(|key| !used.contains(key)).collect();
        assert!(idle.is_empty(), "nothing uses {idle:#?}");
    }

    #[test]
    fn an_example_has_the_form_that_its_key_asks_for() {
        let mut held = 0;
        for kind in Kind::ALL {
            let schema = schema(kind, &KnownNames::default());
            each(&schema, &mut |node| {
                for example in node.get("examples").and_then(|list| list.as_array()).into_iter().flatten() {
                    held += 1;
                    assert!(jsonschema::is_valid(node, example), "{kind:?}: {example} does not fit {node}");
                }
            });
        }
        assert!(held > 150, "only {held} examples");
    }

    #[test]
    fn no_english_word_of_the_code_and_no_mark_of_our_own_is_left() {
        for kind in Kind::ALL {
            let text = schema(kind, &KnownNames::default()).to_string();
            for word in ["x-vorm", "x-onbekend", "x-opmaak", "The day", "Its sources", "tekst-met-opmaak", "\"$ref\""] {
                assert!(!text.contains(word), "{kind:?} has `{word}`");
            }
        }
    }

    fn each(node: &serde_json::Value, look: &mut impl FnMut(&serde_json::Value)) {
        look(node);
        match node {
            serde_json::Value::Array(items) => items.iter().for_each(|item| each(item, look)),
            serde_json::Value::Object(fields) => fields.values().for_each(|field| each(field, look)),
            _ => {}
        }
    }
}
