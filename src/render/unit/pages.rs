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
use crate::render::prepared::{ItemCard, ItemText, PageCard};
use crate::render::templates::{Values, shared};

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
            PageKind::Page(key) => self.text_page(key, &place)?,
            PageKind::Young(key) => self.young(key, &place),
            PageKind::RightsGroup(group) => self.group(group, Group::Rights, &place),
            PageKind::RemediesGroup(group) => self.group(group, Group::Remedies, &place),
        };
        self.site.templates.render(&format!("pages/{}.html", kind_template(&page.kind)), &values)
    }

    fn home(&self, place: &Place<'_>) -> Result<Values, RenderError> {
        let (words, text) = self.texts.page("home");
        let cards: Vec<Link> = HOME_CARDS.iter().filter_map(|key| self.card(key, place.base)).collect();
        let stages = self.cards(place.base, Outcomes::None);
        Ok(self
            .common(place, self.words("home", words), &text.sources)
            .with("body", &self.body(&text.body, place))
            .with("cards", &cards)
            .with("stages", &stages)
            .with("mini_map", &self.mini_map(None)?))
    }

    fn card(&self, key: &str, base: &str) -> Option<Link> {
        let page = self.texts.page_card(key)?;
        Some(Link {
            href: format!("{base}{key}/"),
            title: page.title.clone(),
            summary: self.plain(&page.summary),
            lang: page.lang,
        })
    }

    fn cards(&self, base: &str, outcomes: Outcomes) -> Vec<StageCard> {
        (0..self.texts.stages()).map(|index| self.stage_card(index, base, outcomes)).collect()
    }

    fn steps(&self, place: &Place<'_>) -> Result<Values, RenderError> {
        let (words, text) = self.texts.page("stappen");
        let stages = self.cards(place.base, Outcomes::OnSteps);
        Ok(self
            .common(place, self.words("stappen", words), self.texts.step_sources())
            .with("body", &self.body(&text.body, place))
            .with("picture", &self.overview()?)
            .with("stages", &stages))
    }

    fn stage(&self, index: usize, place: &Place<'_>) -> Result<Values, RenderError> {
        let stage = &self.site.model.pathway.stages[index];
        let (words, text) = (self.stage_words(index), self.texts.stage_text(index));
        let base = place.base;
        let mut compact = self.cards_of_stage_pages(base);
        let own = shared(&StageCard { current: true, ..self.stage_card(index, base, Outcomes::None) });
        compact[index] = own.clone();
        let page_words = Words {
            key: stage.key.clone(),
            title: words.title.clone(),
            heading: words.title.clone(),
            description: self.plain(&words.summary),
            frame: frame_name(stage.frame),
        };
        Ok(self
            .common(place, page_words, &text.sources)
            .with_shared("stage", &own)
            .with("answers", &self.answers(index, base))
            .with("body", &self.body(&text.body, place))
            .with("mini_map", &self.mini_map(Some(index))?)
            .with("outcomes", &self.outcomes(index, base))
            .with("rights", &self.stage_links(first(&stage.rights, RIGHTS_SHOWN), base, LinkKind::Right))
            .with("remedies", &self.stage_links(first(&stage.remedies, REMEDIES_SHOWN), base, LinkKind::Remedy))
            .with("roles", &self.stage_links(&stage.roles, base, LinkKind::Role))
            .with("previous", &self.neighbour(index.checked_sub(1), base))
            .with("next", &self.neighbour(Some(index + 1), base))
            .with_shared("compact", &tera::Value::from(compact)))
    }

    /// Cards without outcomes, none of them the current one. What they take is noted for each page, also when they were
    /// made for another.
    fn cards_of_stage_pages(&self, base: &str) -> Vec<tera::Value> {
        self.texts.of_all_stages();
        self.stage_shapes();
        let make = || self.cards(base, Outcomes::None).iter().map(shared).collect();
        let (made_for, cards) = self.face.cards.get_or_init(|| (base.to_owned(), make()));
        if made_for == base { cards.clone() } else { make() }
    }

    fn answers(&self, index: usize, base: &str) -> Vec<Answer> {
        let text = self.texts.stage_text(index);
        let filling = PageFilling { unit: self, base, fallback: false };
        [("refuse", &text.refuse), ("decides", &text.decides), ("duration", &text.duration), ("begins", &text.begins)]
            .map(|(name, fragment)| Answer {
                label: self.ui().text(&format!("answers.{name}")),
                value: fragment.fill(&filling),
            })
            .to_vec()
    }

    /// The stage before or after in the list; `false` for a template when there is none.
    fn neighbour(&self, index: Option<usize>, base: &str) -> serde_json::Value {
        let Some((stage, words)) =
            index.and_then(|index| Some((self.site.model.pathway.stages.get(index)?, self.texts.stage_card(index)?)))
        else {
            return serde_json::Value::Bool(false);
        };
        serde_json::json!({ "href": format!("{base}stap/{}/", stage.key), "title": words.title, "lang": words.lang })
    }

    fn text_page(&self, key: &str, place: &Place<'_>) -> Result<Values, RenderError> {
        let (words, text) = self.texts.page(key);
        let mut body = self.body(&text.body, place);
        body.push_str(&self.addition(&Spot::Page(key.to_owned()), place.base)?);
        Ok(self.common(place, self.words(key, words), &text.sources).with("body", &body))
    }

    fn young(&self, key: &str, place: &Place<'_>) -> Values {
        let (words, text) = self.texts.young(key);
        let others: Vec<Link> = self
            .texts
            .young_cards()
            .filter(|(other, _)| *other != key)
            .map(|(other, page)| Link {
                href: if other == "index" {
                    format!("{}jongeren/", place.base)
                } else {
                    format!("{}jongeren/{other}/", place.base)
                },
                title: page.title.clone(),
                summary: self.plain(&page.summary),
                lang: page.lang,
            })
            .collect();
        self.common(place, self.words(key, words), &text.sources)
            .with("body", &self.body(&text.body, place))
            .with("others", &others)
    }

    fn group(&self, group: &str, of: Group, place: &Place<'_>) -> Values {
        let model = self.site.model;
        let (own, all, words, folder) = match of {
            Group::Rights => (self.texts.rights_of(group), &model.rights, "rights", "rechten"),
            Group::Remedies => (self.texts.remedies_of(group), &model.remedies, "remedies", "klacht"),
        };
        let ui = self.ui();
        let facts: Vec<&FactId> = own.iter().flat_map(|(_, text)| &text.facts).collect();
        let sources = self.texts.finder().sources().of_facts(facts);
        let heading = ui.text(&format!("{words}.group_titles.{group}"));
        let intro = ui.text(&format!("{words}.group_intros.{group}"));
        let page_words = Words { key: group.to_owned(), title: heading.clone(), heading, description: intro, frame: "" };
        let other_groups: Vec<Link> = crate::plan::groups(all.iter().map(|right| &right.group))
            .into_iter()
            .filter(|other| other != group)
            .map(|other| Link {
                href: format!("{}{folder}/{other}/", place.base),
                title: ui.text(&format!("{words}.group_titles.{other}")),
                ..Link::default()
            })
            .collect();
        let items: Vec<Item> = own.into_iter().map(|(card, text)| self.item(card, text, place.base)).collect();
        self.common(place, page_words, &sources).with("items", &items).with("groups", &other_groups)
    }

    fn item(&self, card: &ItemCard, text: &ItemText, base: &str) -> Item {
        let filling = PageFilling { unit: self, base, fallback: false };
        Item {
            key: card.key.clone(),
            title: card.title.clone(),
            summary: self.plain(&card.summary),
            rows: text
                .rows
                .iter()
                .map(|(label, value)| Answer { label: label.clone(), value: value.fill(&filling) })
                .collect(),
            body: text.body.fill(&filling),
            lang: card.lang,
        }
    }

    fn words(&self, key: &str, page: &PageCard) -> Words {
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
