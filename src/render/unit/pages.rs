//! Each kind of page: which values go into which template.

use super::around::{Place, Words};
use super::cards::Outcomes;
use super::links::LinkKind;
use super::{PageFilling, UnitRenderer, kind_template};
use crate::model::addition::Spot;
use crate::model::fact::FactId;
use crate::output::relative;
use crate::plan::{PageKind, PagePlan};
use crate::render::RenderError;
use crate::render::context::{Answer, Item, Link, StageCard};
use crate::render::frames::frame_name;
use crate::render::prepared::{PreparedItem, PreparedPage};
use crate::render::templates::Values;

/// Cards on the home page, in this order, when the pages exist.
const HOME_CARDS: &[&str] = &["waar-sta-ik", "mag-ik-nee-zeggen", "hulp", "overleg", "rechten", "klacht"];

impl UnitRenderer<'_> {
    /// One page as HTML, with holes where the face has them.
    pub(super) fn page(&self, page: &PagePlan) -> Result<String, RenderError> {
        let address = format!("{}{}", self.face.root, page.address);
        let base = relative(&address, &self.face.root);
        let place = Place { page, address: &address, base: &base };
        let values = match &page.kind {
            PageKind::Home => self.home(&place)?,
            PageKind::Steps => self.steps(&place)?,
            PageKind::Stage(index) => self.stage(*index, &place)?,
            PageKind::Page(key) => self.text_page(key, &self.prepared.pages[key], &place)?,
            PageKind::Young(key) => self.young(key, &place),
            PageKind::RightsGroup(group) => self.group(group, Group::Rights, &place),
            PageKind::RemediesGroup(group) => self.group(group, Group::Remedies, &place),
        };
        self.site.templates.render(&format!("pages/{}.html", kind_template(&page.kind)), &values)
    }

    fn home(&self, place: &Place<'_>) -> Result<Values, RenderError> {
        let page = &self.prepared.pages["home"];
        let cards: Vec<Link> = HOME_CARDS.iter().filter_map(|key| self.card(key, place.base)).collect();
        let stages = self.cards(place.base, Outcomes::None);
        Ok(self
            .common(place, self.words("home", page), &page.sources)
            .with("body", &self.body(&page.body, place))
            .with("cards", &cards)
            .with("stages", &stages)
            .with("mini_map", &self.mini_map(None)?))
    }

    fn card(&self, key: &str, base: &str) -> Option<Link> {
        let page = self.prepared.pages.get(key)?;
        let shown = self.prepared.finder.page(key)?;
        Some(Link {
            href: format!("{base}{key}/"),
            title: page.title.clone(),
            summary: self.plain(&page.summary),
            lang: self.prepared.finder.tongue(&shown),
        })
    }

    fn cards(&self, base: &str, outcomes: Outcomes) -> Vec<StageCard> {
        (0..self.prepared.stages.len()).map(|index| self.stage_card(index, base, outcomes)).collect()
    }

    fn steps(&self, place: &Place<'_>) -> Result<Values, RenderError> {
        let page = &self.prepared.pages["stappen"];
        let stages = self.cards(place.base, Outcomes::OnSteps);
        Ok(self
            .common(place, self.words("stappen", page), &self.prepared.step_sources)
            .with("body", &self.body(&page.body, place))
            .with("picture", &self.overview()?)
            .with("stages", &stages))
    }

    fn stage(&self, index: usize, place: &Place<'_>) -> Result<Values, RenderError> {
        let stage = &self.site.model.pathway.stages[index];
        let words = &self.prepared.stages[index];
        let base = place.base;
        let compact: Vec<StageCard> = self
            .cards(base, Outcomes::None)
            .into_iter()
            .enumerate()
            .map(|(other, card)| StageCard { current: other == index, ..card })
            .collect();
        let page_words = Words {
            key: stage.key.clone(),
            title: words.title.clone(),
            heading: words.title.clone(),
            description: self.plain(&words.summary),
            frame: frame_name(stage.frame),
        };
        Ok(self
            .common(place, page_words, &words.sources)
            .with("stage", &compact[index])
            .with("answers", &self.answers(index, base))
            .with("body", &self.body(&words.body, place))
            .with("mini_map", &self.mini_map(Some(index))?)
            .with("outcomes", &self.outcomes(index, base))
            .with("rights", &self.stage_links(first(&stage.rights, RIGHTS_SHOWN), base, LinkKind::Right))
            .with("remedies", &self.stage_links(first(&stage.remedies, REMEDIES_SHOWN), base, LinkKind::Remedy))
            .with("roles", &self.stage_links(&stage.roles, base, LinkKind::Role))
            .with("previous", &self.neighbour(index.checked_sub(1), base))
            .with("next", &self.neighbour(Some(index + 1), base))
            .with("compact", &compact))
    }

    fn answers(&self, index: usize, base: &str) -> Vec<Answer> {
        let words = &self.prepared.stages[index];
        let filling = PageFilling { unit: self, base, fallback: false };
        [("refuse", &words.refuse), ("decides", &words.decides), ("duration", &words.duration), ("begins", &words.begins)]
            .map(|(name, fragment)| Answer {
                label: self.ui().text(&format!("answers.{name}")),
                value: fragment.fill(&filling),
            })
            .to_vec()
    }

    /// The stage before or after in the list; `false` for a template when there is none.
    fn neighbour(&self, index: Option<usize>, base: &str) -> serde_json::Value {
        let Some((stage, words)) =
            index.and_then(|index| Some((self.site.model.pathway.stages.get(index)?, self.prepared.stages.get(index)?)))
        else {
            return serde_json::Value::Bool(false);
        };
        serde_json::json!({ "href": format!("{base}stap/{}/", stage.key), "title": words.title, "lang": words.lang })
    }

    fn text_page(&self, key: &str, page: &PreparedPage, place: &Place<'_>) -> Result<Values, RenderError> {
        let mut body = self.body(&page.body, place);
        body.push_str(&self.addition(&Spot::Page(key.to_owned()), place.base)?);
        Ok(self.common(place, self.words(key, page), &page.sources).with("body", &body))
    }

    fn young(&self, key: &str, place: &Place<'_>) -> Values {
        let page = &self.prepared.young[key];
        let others: Vec<Link> = self
            .prepared
            .young
            .iter()
            .filter(|(other, _)| other.as_str() != key)
            .map(|(other, page)| Link {
                href: if other == "index" {
                    format!("{}jongeren/", place.base)
                } else {
                    format!("{}jongeren/{other}/", place.base)
                },
                title: page.title.clone(),
                summary: self.plain(&page.summary),
                lang: self.prepared.finder.young(other).and_then(|shown| self.prepared.finder.tongue(&shown)),
            })
            .collect();
        self.common(place, self.words(key, page), &page.sources)
            .with("body", &self.body(&page.body, place))
            .with("others", &others)
    }

    fn group(&self, group: &str, of: Group, place: &Place<'_>) -> Values {
        let (items, words, folder) = match of {
            Group::Rights => (&self.prepared.rights, "rights", "rechten"),
            Group::Remedies => (&self.prepared.remedies, "remedies", "klacht"),
        };
        let ui = self.ui();
        let own: Vec<&PreparedItem> = items.iter().filter(|item| item.group == group).collect();
        let facts: Vec<&FactId> = own.iter().flat_map(|item| &item.facts).collect();
        let sources = self.prepared.finder.sources().of_facts(facts);
        let heading = ui.text(&format!("{words}.group_titles.{group}"));
        let intro = ui.text(&format!("{words}.group_intros.{group}"));
        let page_words = Words { key: group.to_owned(), title: heading.clone(), heading, description: intro, frame: "" };
        let other_groups: Vec<Link> = crate::plan::groups(items.iter().map(|item| &item.group))
            .into_iter()
            .filter(|other| other != group)
            .map(|other| Link {
                href: format!("{}{folder}/{other}/", place.base),
                title: ui.text(&format!("{words}.group_titles.{other}")),
                ..Link::default()
            })
            .collect();
        let items: Vec<Item> = own.into_iter().map(|item| self.item(item, place.base)).collect();
        self.common(place, page_words, &sources).with("items", &items).with("groups", &other_groups)
    }

    fn item(&self, item: &PreparedItem, base: &str) -> Item {
        let filling = PageFilling { unit: self, base, fallback: false };
        Item {
            key: item.key.clone(),
            title: item.title.clone(),
            summary: self.plain(&item.summary),
            rows: item
                .rows
                .iter()
                .map(|(label, value)| Answer { label: label.clone(), value: value.fill(&filling) })
                .collect(),
            body: item.body.fill(&filling),
            lang: item.lang,
        }
    }

    fn words(&self, key: &str, page: &PreparedPage) -> Words {
        Words {
            key: key.to_owned(),
            title: page.title.clone(),
            heading: page.title.clone(),
            description: self.plain(&page.summary),
            frame: "",
        }
    }

    fn body(&self, fragment: &crate::render::html::Fragment, place: &Place<'_>) -> String {
        fragment.fill(&PageFilling { unit: self, base: place.base, fallback: place.page.fallback.is_some() })
    }
}

/// A stage page names the rights and remedies that matter most; the pages of rights and remedies have them all.
const RIGHTS_SHOWN: usize = 8;
const REMEDIES_SHOWN: usize = 5;

fn first(keys: &[String], most: usize) -> &[String] {
    &keys[..keys.len().min(most)]
}

/// Kinds of group page.
#[derive(Clone, Copy)]
enum Group {
    Rights,
    Remedies,
}
