//! Third room: decides which page exists in which language at which address, and every fallback.
//!
//! Nothing is drawn here and no path on disk is known: an address is a folder inside the output, made from keys.

mod addresses;

use std::collections::BTreeMap;

use crate::diag::Diagnostics;
use crate::lang::Lang;
use crate::model::Model;

/// Everything that will be made.
#[derive(Clone, Debug)]
pub struct SitePlan {
    /// Pages of a municipality's site by language; every municipality has the same.
    pub pages: BTreeMap<Lang, Vec<PagePlan>>,
    /// One unit of work: a municipality in a language.
    pub units: Vec<Unit>,
    /// Pages of the hub by language.
    pub hubs: Vec<Hub>,
    /// Old addresses that lead on.
    pub forwards: Vec<Forward>,
}

/// A municipality in a language.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Index in the model.
    pub municipality: usize,
    /// Language.
    pub lang: Lang,
    /// Folder: `leiden/` or `leiden/en/`.
    pub root: String,
}

/// A page of a municipality's site.
#[derive(Clone, Debug)]
pub struct PagePlan {
    /// What it is.
    pub kind: PageKind,
    /// Folder below the root of the unit; empty for its home.
    pub address: String,
    /// Set when the main text is in another language than the page, because it is not translated.
    pub fallback: Option<Lang>,
}

/// Kinds of page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// Home of the municipality.
    Home,
    /// The whole diagram.
    Steps,
    /// One stage, by index.
    Stage(usize),
    /// A page of `paginas/`.
    Page(String),
    /// A group of rights.
    RightsGroup(String),
    /// A group of remedies.
    RemediesGroup(String),
    /// A page of `jongeren/`.
    Young(String),
}

/// The hub in one language.
#[derive(Clone, Debug)]
pub struct Hub {
    /// Language.
    pub lang: Lang,
    /// Folder: empty or `en/`.
    pub root: String,
    /// First letters of places, in order.
    pub place_letters: Vec<String>,
}

impl Hub {
    /// Folder of the page of places with this first letter.
    pub fn places(&self, letter: &str) -> String {
        format!("{}{}", self.root, places_folder(letter))
    }
}

/// Folder of a page of places, below that of its hub.
pub fn places_folder(letter: &str) -> String {
    format!("plaatsen/{letter}/")
}

/// An old address that leads on.
#[derive(Clone, Debug)]
pub struct Forward {
    /// Folder of the old address.
    pub from: String,
    /// Old name.
    pub old_name: String,
    /// Index of the municipality of today.
    pub to: usize,
}

impl Forward {
    /// Path of its page.
    pub fn file(&self) -> String {
        format!("{}index.html", self.from)
    }
}

/// Pages of `paginas/` with an own kind or place; they get no folder of their own name.
const SPECIAL_PAGES: &[&str] = &["home", "stappen", "niet-gevonden", "bezwaar-kort"];

/// Which units a run makes. Empty lists mean: all.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Keys of municipalities.
    pub municipalities: Vec<String>,
    /// Languages.
    pub languages: Vec<Lang>,
}

/// Makes the plan. Two pages with one address are a finding.
pub fn plan(model: &Model, selection: &Selection) -> (SitePlan, Diagnostics) {
    let all = &model.site.languages;
    let languages: Vec<Lang> =
        all.iter().copied().filter(|lang| selection.languages.is_empty() || selection.languages.contains(lang)).collect();
    let pages: BTreeMap<Lang, Vec<PagePlan>> = languages.iter().map(|lang| (*lang, pages(model, *lang))).collect();
    let chosen = |key: &String| selection.municipalities.is_empty() || selection.municipalities.contains(key);
    let units = model
        .municipalities
        .iter()
        .enumerate()
        .filter(|(_, municipality)| chosen(&municipality.key))
        .flat_map(|(index, municipality)| {
            languages.iter().map(move |lang| Unit {
                municipality: index,
                lang: *lang,
                root: language_root(&format!("{}/", municipality.key), *lang, all),
            })
        })
        .collect();
    let hubs = languages.iter().map(|lang| hub(model, *lang)).collect();
    // A forwarding page belongs to the municipality that it leads to: it is made together with it.
    let forwards = forwards(model).into_iter().filter(|forward| chosen(&model.municipalities[forward.to].key)).collect();
    let site_plan = SitePlan { pages, units, hubs, forwards };
    let problems = addresses::check(model, &site_plan);
    (site_plan, problems)
}

/// The first language that is offered lies at the root itself, the others in a folder of their tag.
pub fn language_root(root: &str, lang: Lang, offered: &[Lang]) -> String {
    if offered.first() == Some(&lang) { root.to_owned() } else { format!("{root}{}/", lang.tag()) }
}

fn pages(model: &Model, lang: Lang) -> Vec<PagePlan> {
    let fallback = model.site.fallback;
    let Some(words) = model.words.get(&fallback) else { return Vec::new() };
    let own = model.words.get(&lang);
    let page = |kind: PageKind, address: String, translated: bool| PagePlan {
        kind,
        address,
        fallback: (!translated && lang != fallback).then_some(fallback),
    };
    let has_page = |key: &str| own.is_some_and(|own| own.pages.contains_key(key));
    let mut pages = Vec::new();
    if words.pages.contains_key("home") {
        pages.push(page(PageKind::Home, String::new(), has_page("home")));
    }
    if words.pages.contains_key("stappen") {
        pages.push(page(PageKind::Steps, "stappen/".into(), has_page("stappen")));
    }
    for (index, stage) in model.pathway.stages.iter().enumerate().filter(|(_, stage)| words.stages.contains_key(&stage.key))
    {
        let translated = own.is_some_and(|own| own.stages.contains_key(&stage.key));
        pages.push(page(PageKind::Stage(index), format!("stap/{}/", stage.key), translated));
    }
    for key in words.pages.keys().filter(|key| !SPECIAL_PAGES.contains(&key.as_str())) {
        pages.push(page(PageKind::Page(key.clone()), format!("{key}/"), has_page(key)));
    }
    // Items of a group fall back one by one, so the group page itself is in the language of the page.
    for group in groups(model.rights.iter().map(|right| &right.group)) {
        pages.push(page(PageKind::RightsGroup(group.clone()), format!("rechten/{group}/"), true));
    }
    for group in groups(model.remedies.iter().map(|remedy| &remedy.group)) {
        pages.push(page(PageKind::RemediesGroup(group.clone()), format!("klacht/{group}/"), true));
    }
    for key in words.young.keys() {
        let address = if key == "index" { "jongeren/".to_owned() } else { format!("jongeren/{key}/") };
        let translated = own.is_some_and(|own| own.young.contains_key(key));
        pages.push(page(PageKind::Young(key.clone()), address, translated));
    }
    pages
}

/// Group keys in the order in which they first appear.
pub fn groups<'a>(keys: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for key in keys {
        if !groups.contains(key) {
            groups.push(key.clone());
        }
    }
    groups
}

fn hub(model: &Model, lang: Lang) -> Hub {
    let mut letters: Vec<String> = model.places.iter().map(|place| first_letter(&place.name)).collect();
    letters.sort();
    letters.dedup();
    Hub { lang, root: language_root("", lang, &model.site.languages), place_letters: letters }
}

/// The letter under which a name is filed: `'s-Gravenzande` under g, digits under `0`.
pub fn first_letter(name: &str) -> String {
    let rest = name.strip_prefix("'t ").or_else(|| name.strip_prefix("'s-")).unwrap_or(name);
    let first = rest.chars().find(|letter| letter.is_alphanumeric()).unwrap_or('0');
    match fold(first).to_ascii_lowercase() {
        letter @ 'a'..='z' => letter.to_string(),
        _ => "0".to_owned(),
    }
}

/// The plain letter of a Dutch or Frisian letter with a mark.
fn fold(letter: char) -> char {
    match letter {
        'À'..='Å' | 'à'..='å' => 'a',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        other => other,
    }
}

fn forwards(model: &Model) -> Vec<Forward> {
    let index = |key: &str| model.municipalities.iter().position(|municipality| municipality.key == key);
    model
        .merged
        .iter()
        .filter_map(|old| Some(Forward { from: format!("{}/", old.key), old_name: old.name.clone(), to: index(&old.into)? }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::first_letter;

    #[test]
    fn a_name_is_filed_under_its_first_real_letter() {
        assert_eq!(first_letter("'s-Gravenzande"), "g");
        assert_eq!(first_letter("Íslân"), "i");
        assert_eq!(first_letter("1e Exloërmond"), "0");
    }
}
