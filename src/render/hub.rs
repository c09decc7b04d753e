//! Pages above the municipalities: find yours, compare them, follow an old address, and the page that is not there.

mod compare;
mod coverage;
mod places;

use std::collections::BTreeMap;

use super::blocks::letter_title;
use super::context::{HubItem, HubLetter, LanguageLink, Link, MunicipalityContext, NavLink, Page};
use super::open_data::status_name;
use super::prepared::Prepared;
use super::templates::Values;
use super::tongue::isolated;
use super::unit::NoFilling;
use super::{Frame, Kept, RenderError};
use crate::lang::Lang;
use crate::model::municipality::Municipality;
use crate::output::{OutputFile, relative};
use crate::plan::{Forward, Hub, first_letter, language_root, places_folder};

/// Renders the hub of one language.
pub(crate) struct HubRenderer<'a> {
    pub(crate) frame: &'a Frame<'a>,
    pub(crate) prepared: &'a Prepared<'a>,
    pub(crate) hub: &'a Hub,
}

impl HubRenderer<'_> {
    /// All pages of the hub but those that are kept.
    pub(crate) fn render(&self, kept: &Kept, give: &mut dyn FnMut(OutputFile)) -> Result<(), RenderError> {
        give(self.file("", "hub", &self.index())?);
        give(self.file(compare::ADDRESS, "compare", &self.compare())?);
        give(self.file(coverage::ADDRESS, "coverage", &self.coverage())?);
        self.give_places(kept, give)
    }

    /// The page for an address that does not exist. It is shown at any depth, so its links start at the root of the site.
    pub(crate) fn not_found(&self) -> Result<OutputFile, RenderError> {
        let path = url::Url::parse(&self.frame.model.site.base_address).map_or("/".to_owned(), |url| url.path().to_owned());
        let shown = self.prepared.finder.page("niet-gevonden");
        let title = shown.map_or_else(|| self.text("hub.not_found_title"), |shown| shown.words.title.clone());
        let description = shown.map(|shown| shown.words.summary.to_text()).unwrap_or_default();
        let body = shown
            .map(|shown| {
                self.prepared.finder.writer(shown.lang).fragment(&shown.words.body).fill(&RootFilling(path.clone()))
            })
            .unwrap_or_default();
        let values = self.common("", "not-found", &title, &title, &description, Some(&path)).with("body", &body);
        let html = self.frame.templates.render("pages/not-found.html", &values)?;
        Ok(OutputFile::text("404.html", html))
    }

    /// A page that leads from an old address to the municipality of today.
    pub(crate) fn forward(&self, forward: &Forward) -> Result<OutputFile, RenderError> {
        let target = &self.frame.model.municipalities[forward.to];
        let (old, new) = (self.local(&forward.old_name), self.local(&target.name));
        let names = [("oud", old.as_str()), ("nieuw", new.as_str())];
        let ui = self.prepared.finder.ui();
        let title = ui.fill("hub.forward_title", &names);
        let text = ui.fill("hub.forward_text", &names);
        let href = relative(&forward.from, &format!("{}/", target.key));
        let values = self
            .common(&forward.from, "forward", &title, &title, &text, None)
            .with("target", &serde_json::json!({ "href": href, "name": target.name }))
            .with("text", &text);
        let html = self.frame.templates.render("pages/forward.html", &values)?;
        Ok(OutputFile::text(forward.file(), html))
    }

    fn file(&self, address: &str, kind: &'static str, values: &Values) -> Result<OutputFile, RenderError> {
        let html = self.frame.templates.render(&format!("pages/{kind}.html"), values)?;
        Ok(OutputFile::text(format!("{}{address}index.html", self.hub.root), html))
    }

    fn text(&self, path: &str) -> String {
        self.prepared.finder.ui().text(path)
    }

    /// `root` is given only for a page that is shown at any depth.
    fn common(
        &self,
        address: &str,
        kind: &'static str,
        title: &str,
        heading: &str,
        description: &str,
        root: Option<&str>,
    ) -> Values {
        let lang = self.prepared.finder.lang;
        let full = format!("{}{address}", self.hub.root);
        let place = if kind == "forward" { address.to_owned() } else { full };
        let base = root.map_or_else(|| relative(&place, &self.hub.root), str::to_owned);
        let ui = self.prepared.finder.ui();
        let page = Page {
            kind,
            key: kind.to_owned(),
            title: ui.fill("site.title", &[("pagina", title), ("gemeente", &self.frame.model.site.name)]),
            heading: heading.to_owned(),
            description: description.to_owned(),
            lang: lang.tag(),
            dir: lang.direction().attribute(),
            root: root.map_or_else(|| relative(&place, "").trim_start_matches("./").to_owned(), str::to_owned),
            canonical: if root.is_some() { String::new() } else { format!("{}{place}", self.frame.model.site.base_address) },
            content_lang: lang.tag(),
            content_dir: lang.direction().attribute(),
            checked: self.last_check(),
            base: base.clone(),
            ..Page::default()
        };
        let breadcrumb: Vec<NavLink> = Vec::new();
        let no_links: Vec<Link> = Vec::new();
        Values::new()
            .with_shared("ui", &self.prepared.ui_value)
            .with_shared("site", &self.frame.site_value)
            .with("municipality", &MunicipalityContext::default())
            .with("page", &page)
            .with("nav", &no_links)
            .with("languages", &self.languages(&place, address, kind))
            .with("breadcrumb", &breadcrumb)
            .with("sources", &no_links)
            .with("helplines", &self.helplines())
            .with("core_message", &super::core_message(ui))
            .with("core_href", &base)
            .with("safety_href", "")
            .with("foot_links", &no_links)
    }

    fn last_check(&self) -> String {
        let language = &self.prepared.finder.words().language;
        let date = self.frame.last_check;
        date.map(|date| super::date::written(date, language)).unwrap_or_default()
    }

    fn languages(&self, place: &str, address: &str, kind: &str) -> Vec<LanguageLink> {
        if matches!(kind, "not-found" | "forward") {
            return Vec::new();
        }
        let offered = &self.frame.model.site.languages;
        let folder = |lang: Lang| format!("{}{address}", language_root("", lang, offered));
        self.frame.language_links(self.hub.lang, place, &folder)
    }

    fn helplines(&self) -> Vec<super::context::Helpline> {
        let lines = super::HELPLINES.iter();
        lines.filter_map(|(key, when)| super::helpline(self.prepared.finder, key, when)).collect()
    }

    /// Ways from a hub page to the homes of municipalities in the language of the hub.
    fn homes(&self, from: &str) -> Homes {
        let lang = self.prepared.finder.lang;
        // No municipality has the name of a folder of the hub, so all ways begin at the root of the site.
        let up = relative(&format!("{}{from}", self.hub.root), "");
        Homes {
            up: up.trim_start_matches("./").to_owned(),
            folder: language_root("", lang, &self.frame.model.site.languages),
        }
    }

    fn index(&self) -> Values {
        let homes = self.homes("");
        let mut letters: BTreeMap<String, Vec<HubItem>> = BTreeMap::new();
        for municipality in self.frame.listed() {
            letters.entry(first_letter(&municipality.name)).or_default().push(self.hub_item(municipality, &homes));
        }
        let letters: Vec<HubLetter> = letters
            .into_iter()
            .map(|(letter, mut items)| {
                items.sort_by_cached_key(|item| item.name.to_lowercase());
                HubLetter { letter: letter_title(&letter), key: letter, items }
            })
            .collect();
        let described = self.frame.listed().filter(|municipality| municipality.described).count();
        let title = self.text("hub.title");
        self.common("", "hub", &title, &self.text("hub.heading"), &self.text("hub.description"), None)
            .with("letters", &letters)
            .with("place_letters", &self.letter_links(""))
            .with("counts", &serde_json::json!({ "municipalities": self.frame.listed().count(), "described": described }))
    }

    fn hub_item(&self, municipality: &Municipality, homes: &Homes) -> HubItem {
        let ui = self.prepared.finder.ui();
        let names: Vec<String> = municipality.former_names.iter().map(|name| self.local(name)).collect();
        let former = if names.is_empty() {
            String::new()
        } else {
            ui.fill("hub.former", &[("namen", &names.join(&ui.text("list.comma")))])
        };
        HubItem {
            href: homes.of(&municipality.key),
            name: self.local(&municipality.name),
            former,
            province: municipality.province.clone(),
            known: municipality.described,
            status: status_name(municipality.status),
        }
    }

    /// A Dutch name inside a sentence of the page.
    fn local(&self, name: &str) -> String {
        isolated(name, self.frame.model.site.fallback, self.hub.lang)
    }

    fn letter_links(&self, from: &str) -> Vec<Link> {
        let letters = self.hub.place_letters.iter();
        letters
            .map(|letter| Link {
                href: relative(from, &places_folder(letter)),
                title: letter_title(letter),
                summary: self.places_title(letter),
                ..Link::default()
            })
            .collect()
    }

    fn places_title(&self, letter: &str) -> String {
        self.prepared.finder.ui().fill("hub.places_title", &[("letter", &letter_title(letter))])
    }
}

/// The homes of municipalities, seen from one page.
struct Homes {
    /// Way from the page to the root of the site.
    up: String,
    /// Folder of the language inside a municipality.
    folder: String,
}

impl Homes {
    /// Of the municipality with this key.
    fn of(&self, key: &str) -> String {
        [&self.up, key, "/", &self.folder].concat()
    }
}

/// Links from the root of the site: there is no municipality to return to.
struct RootFilling(String);

impl super::html::Filling for RootFilling {
    fn base(&self) -> &str {
        &self.0
    }
    fn value(&self, name: crate::model::markup::ValueName) -> &str {
        NoFilling.value(name)
    }
    fn is_known(&self, _: crate::model::markup::ValueName) -> bool {
        false
    }
    fn block(&self, _: &crate::model::markup::BlockName) -> String {
        String::new()
    }
}
