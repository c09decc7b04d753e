//! What stands on every page around its own text: navigation, languages, breadcrumb, helplines, foot.

use super::{UnitRenderer, kind_template};
use crate::lang::Lang;
use crate::output::relative;
use crate::plan::{PageKind, PagePlan, language_root};
use crate::render::context::{Helpline, LanguageLink, Link, NavLink, Page, SourceLine};
use crate::render::date::written;
use crate::render::templates::Values;
use crate::render::tongue::Tongue;
use crate::render::{HELPLINES, core_message, helpline};

impl UnitRenderer<'_> {
    /// What every page has.
    pub(super) fn common(&self, place: &Place<'_>, words: Words, sources: &[SourceLine]) -> Values {
        let ui = self.ui();
        let name = self.name();
        let language = &self.texts.finder().words().language;
        let content_lang = place.page.fallback.unwrap_or(self.lang());
        let page = Page {
            kind: kind_template(&place.page.kind),
            key: words.key,
            title: ui.fill("site.title", &[("pagina", &words.title), ("gemeente", name)]),
            heading: words.heading,
            description: words.description,
            lang: self.lang().tag(),
            dir: self.lang().direction().attribute(),
            base: place.base.to_owned(),
            root: relative(place.address, "").trim_start_matches("./").to_owned(),
            canonical: format!("{}{}", self.site.model.site.base_address, place.address),
            frame: words.frame,
            young: matches!(place.page.kind, PageKind::Young(_)),
            fallback: place.page.fallback.is_some(),
            content_lang: content_lang.tag(),
            content_dir: content_lang.direction().attribute(),
            checked: self.site.last_check.map(|date| written(date, language)).unwrap_or_default(),
        };
        // The same for every face, so it is made once for a page.
        let around = self.around.get_or_init(|| self.around(place));
        around
            .clone()
            .with_shared("municipality", &self.face.context)
            .with("page", &page)
            .with("breadcrumb", &self.breadcrumb(place, &page.heading))
            .with("sources", sources)
    }

    /// Takes nothing from a municipality but its name and key, which are holes.
    fn around(&self, place: &Place<'_>) -> Values {
        Values::new()
            .with_shared("ui", &self.face.words.value)
            .with_shared("site", &self.site.site_value)
            .with("nav", &self.navigation(place.page, place.base))
            .with("languages", &self.languages(place))
            .with("helplines", &self.helplines(place.base))
            .with("core_message", &core_message(self.ui()))
            .with("core_href", place.base)
            .with("steps_href", &self.steps_href(place.base))
            .with("rights_href", &self.href_if("rechten/", place.base))
            .with("safety_href", &self.href_if("veilig-internet/", place.base))
            .with("foot_links", &self.foot_links(place.base))
    }

    /// Where the picture's caption leads: the list with all steps, or home when the site has no such page.
    fn steps_href(&self, base: &str) -> String {
        if self.has_page("stappen/") { format!("{base}stappen/") } else { base.to_owned() }
    }

    /// Way to a page, or nothing when the site does not have it.
    fn href_if(&self, address: &str, base: &str) -> String {
        if self.has_page(address) { format!("{base}{address}") } else { String::new() }
    }

    fn foot_links(&self, base: &str) -> Vec<Link> {
        let pages = [
            ("over/", "foot.about"),
            ("bronnen/", "foot.sources"),
            ("toegankelijkheid/", "foot.accessibility"),
            ("veilig-internet/", "foot.safety"),
        ];
        pages
            .into_iter()
            .filter(|(address, _)| self.has_page(address))
            .map(|(address, label)| Link {
                href: format!("{base}{address}"),
                title: self.ui().text(label),
                ..Link::default()
            })
            .collect()
    }

    fn languages(&self, place: &Place<'_>) -> Vec<LanguageLink> {
        let offered = &self.site.model.site.languages;
        let folder = |lang: Lang| {
            let root = language_root(&format!("{}/", self.face.municipality.key), lang, offered);
            format!("{root}{}", place.page.address)
        };
        self.site.language_links(self.lang(), place.address, &folder)
    }

    fn breadcrumb(&self, place: &Place<'_>, heading: &str) -> Vec<NavLink> {
        let link = |href: String, label: String, lang| NavLink { href, label, current: false, lang };
        if place.page.address.is_empty() {
            return Vec::new();
        }
        let tongue = self.texts.finder().local_tongue();
        let mut crumbs = vec![link(place.base.to_owned(), self.name().to_owned(), tongue)];
        let parent = match &place.page.kind {
            PageKind::Stage(_) => Some(("stappen/", "nav.steps")),
            PageKind::RightsGroup(_) => Some(("rechten/", "nav.rights")),
            PageKind::RemediesGroup(_) => Some(("klacht/", "nav.complaint")),
            PageKind::Young(key) if key != "index" => Some(("jongeren/", "nav.young")),
            _ => None,
        };
        if let Some((address, label)) = parent.filter(|(address, _)| self.has_page(address)) {
            crumbs.push(link(format!("{}{address}", place.base), self.ui().text(label), None));
        }
        let own = place.page.fallback.and_then(|shown| Tongue::of(shown, self.lang()));
        crumbs.push(link(String::new(), heading.to_owned(), own));
        crumbs
    }

    fn navigation(&self, page: &PagePlan, base: &str) -> Vec<NavLink> {
        let items = [
            ("steps", "stappen/"),
            ("where", "waar-sta-ik/"),
            ("rights", "rechten/"),
            ("refuse", "mag-ik-nee-zeggen/"),
            ("complaint", "klacht/"),
            ("help", "hulp/"),
            ("young", "jongeren/"),
        ];
        items
            .into_iter()
            .filter(|(_, address)| self.has_page(address))
            .map(|(name, address)| NavLink {
                href: format!("{base}{address}"),
                label: self.ui().text(&format!("nav.{name}")),
                current: page.address == address,
                lang: None,
            })
            .collect()
    }

    fn has_page(&self, address: &str) -> bool {
        self.pages.iter().any(|page| page.address == address)
    }

    fn helplines(&self, base: &str) -> Vec<Helpline> {
        let on_help_page = self.has_page("hulp/");
        HELPLINES
            .iter()
            .filter_map(|(key, when)| {
                let mut line = helpline(self.texts.finder(), key, when)?;
                if on_help_page {
                    line.href = format!("{base}hulp/#contact-{key}");
                }
                Some(line)
            })
            .collect()
    }
}

/// Where a page stands.
pub(super) struct Place<'a> {
    pub(super) page: &'a PagePlan,
    /// Folder from the root of the output.
    pub(super) address: &'a str,
    /// Way to the root of the unit.
    pub(super) base: &'a str,
}

/// Title and description of a page.
pub(super) struct Words {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) heading: String,
    pub(super) description: String,
    pub(super) frame: &'static str,
}
