//! Blocks inside Markdown bodies. Those without local values are made once per language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::RenderError;
use super::context::{
    ContactContext, GlossaryItem, GlossaryLetter, LimitRow, Link, LinkGroup, OwnOrganisationContext, RecogniseGroup,
    RoleContext, SourceGroup, SourceItem,
};
use super::date::written;
use super::frames::{frame_label_path, frame_name};
use super::html::{Fragment, ROOT_MARK};
use super::local::{LocalCard, LocalWriter, tel};
use super::plain::Plain;
use super::prepared::{Finder, Prepared, PreparedItem};
use super::templates::{Templates, Values};
use super::ui::Ui;
use super::what_now::now_steps;
use crate::model::catalogue::{Organisation, OrganisationKind, Right};
use crate::model::fact::Source;
use crate::model::markup::{BlockName, Markup, Piece};
use crate::model::words::Words;

/// Blocks of one language that are the same for every municipality, each made when somebody first asks for it.
pub(crate) struct SharedBlocks {
    blocks: BTreeMap<BlockName, OnceLock<Result<Fragment, RenderError>>>,
}

impl SharedBlocks {
    /// The shared blocks for which some text of the language asks. None is made yet.
    pub(crate) fn new(finder: Finder<'_>) -> SharedBlocks {
        let asked = asked_for(finder).into_iter().filter(is_shared);
        SharedBlocks { blocks: asked.map(|name| (name, OnceLock::new())).collect() }
    }

    /// Names of all of them.
    pub(crate) fn names(&self) -> impl Iterator<Item = &BlockName> {
        self.blocks.keys()
    }

    /// A shared block, when it is one, made from the texts of its language.
    pub(crate) fn get(
        &self,
        name: &BlockName,
        (prepared, templates): (&Prepared<'_>, &Templates),
    ) -> Option<&Result<Fragment, RenderError>> {
        let make = || {
            let maker = Maker { prepared, finder: prepared.finder, templates, ui: prepared.ui_value.clone() };
            Ok(Fragment::from_marked(&maker.block(name)?))
        };
        Some(self.blocks.get(name)?.get_or_init(make))
    }
}

/// Blocks that texts ask for: those of the language, those shown in their place, and those of municipalities.
fn asked_for(finder: Finder<'_>) -> BTreeSet<BlockName> {
    let model = finder.model;
    let words = [finder.lang, model.site.fallback].into_iter().filter_map(|lang| model.words.get(&lang));
    let additions = model.additions.values().map(|text| &text.body);
    let texts = words.flat_map(Words::texts).chain(additions);
    let asked = texts.flat_map(|text| &text.pieces).filter_map(|piece| match piece {
        Piece::Block(name) => Some(name.clone()),
        _ => None,
    });
    asked.collect()
}

/// Whether a block is the same for every municipality.
fn is_shared(name: &BlockName) -> bool {
    !matches!(name, BlockName::Local(_) | BlockName::Organisations | BlockName::OrganisationMap | BlockName::Space(_))
}

/// A letter as a heading. What begins with a digit is filed together.
pub(crate) fn letter_title(letter: &str) -> String {
    if letter == "0" { "0–9".to_owned() } else { letter.to_uppercase() }
}

/// Whether an organisation has a card on the help page; roles are explained elsewhere.
pub(crate) fn is_contact(organisation: &Organisation) -> bool {
    organisation.kind != OrganisationKind::Rol
}

/// A text with the general words in the place of local ones.
pub(crate) fn general_text(ui: Ui<'_>, text: &Plain) -> String {
    text.fill(&|name| super::unit::general_value(ui, name))
}

struct Maker<'a> {
    prepared: &'a Prepared<'a>,
    finder: Finder<'a>,
    templates: &'a Templates,
    ui: tera::Value,
}

impl Maker<'_> {
    fn values(&self) -> Values {
        Values::new().with_shared("ui", &self.ui)
    }

    fn render(&self, component: &str, values: &Values) -> Result<String, RenderError> {
        self.templates.render(&format!("components/{component}/{component}.html"), values)
    }

    fn block(&self, name: &BlockName) -> Result<String, RenderError> {
        match name {
            BlockName::Recognise => self.render("recognise-list", &self.values().with("groups", &self.recognise())),
            BlockName::Roles => self.render("role-cards", &self.values().with("roles", &self.roles())),
            BlockName::TimeLimits => self.time_limits(),
            BlockName::Rights => {
                let groups = self.groups(&self.prepared.rights, &self.finder.model.rights, "rechten", "rights");
                self.render("rights-list", &self.values().with("groups", &groups))
            }
            BlockName::Remedies => {
                let groups = self.groups(&self.prepared.remedies, &self.finder.model.remedies, "klacht", "remedies");
                self.render("remedies-list", &self.values().with("groups", &groups))
            }
            BlockName::Contacts => self.render("contact-list", &self.values().with("contacts", &self.contacts())),
            BlockName::Glossary => self.render("glossary", &self.values().with("letters", &self.glossary())),
            BlockName::Sources => self.render("sources-list", &self.values().with("groups", &self.sources())),
            BlockName::Appeal => self.appeal(),
            BlockName::WhatNow => self.render("what-now", &self.values().with("steps", &now_steps(self.prepared))),
            BlockName::Contact(key) => {
                let organisation = self.finder.model.organisations.iter().find(|one| &one.key == key);
                organisation.map_or_else(|| Ok(String::new()), |one| self.contact_card(one))
            }
            BlockName::Local(_) | BlockName::Organisations | BlockName::OrganisationMap | BlockName::Space(_) => {
                Ok(String::new())
            }
        }
    }

    /// General words stand in for local ones: these blocks are the same everywhere.
    fn text(&self, markup: &Markup) -> String {
        general_text(self.finder.ui(), &Plain::new(markup))
    }

    fn recognise(&self) -> Vec<RecogniseGroup> {
        let ui = self.finder.ui();
        let stages = self.finder.model.pathway.stages.iter();
        stages
            .filter_map(|stage| {
                let shown = self.finder.stage(&stage.key)?;
                Some(RecogniseGroup {
                    href: format!("{ROOT_MARK}stap/{}/", stage.key),
                    title: shown.words.title.clone(),
                    frame: frame_name(stage.frame),
                    frame_label: ui.text(frame_label_path(stage.frame)),
                    phrases: shown.words.recognise.iter().map(|phrase| self.text(phrase)).collect(),
                    lang: self.finder.tongue(&shown),
                })
            })
            .filter(|group| !group.phrases.is_empty())
            .collect()
    }

    fn roles(&self) -> Vec<RoleContext> {
        let mut organisations: Vec<&Organisation> = self.finder.model.organisations.iter().collect();
        // Parents, child and those around them first; organisations that can be called have cards on the help page.
        organisations.sort_by_key(|organisation| is_contact(organisation));
        organisations
            .into_iter()
            .filter_map(|organisation| {
                let shown = self.finder.organisation(&organisation.key)?;
                if shown.words.may.is_empty() && shown.words.may_not.is_empty() {
                    return None;
                }
                Some(RoleContext {
                    key: organisation.key.clone(),
                    anchor: format!("rol-{}", organisation.key),
                    name: shown.words.name.clone().unwrap_or_else(|| organisation.name.clone()),
                    purpose: self.text(&shown.words.purpose),
                    may: shown.words.may.iter().map(|line| self.text(line)).collect(),
                    may_not: shown.words.may_not.iter().map(|line| self.text(line)).collect(),
                    lang: self.finder.tongue(&shown),
                })
            })
            .collect()
    }

    fn time_limits(&self) -> Result<String, RenderError> {
        let ui = self.finder.ui();
        let head = ["step", "duration", "decides", "frame"].map(|name| ui.text(&format!("terms_table.{name}")));
        let rows: Vec<LimitRow> = (self.finder.model.pathway.stages.iter())
            .filter_map(|stage| {
                let shown = self.finder.stage(&stage.key)?;
                Some(LimitRow {
                    href: format!("{ROOT_MARK}stap/{}/", stage.key),
                    title: shown.words.title.clone(),
                    duration: self.text(&shown.words.duration),
                    decides: self.text(&shown.words.decides),
                    frame_label: ui.text(frame_label_path(stage.frame)),
                    lang: self.finder.tongue(&shown),
                })
            })
            .collect();
        self.render("terms-table", &self.values().with("head", &head).with("rows", &rows))
    }

    fn groups(&self, items: &[PreparedItem], rights: &[Right], folder: &str, words: &str) -> Vec<LinkGroup> {
        let ui = self.finder.ui();
        crate::plan::groups(rights.iter().map(|right| &right.group))
            .into_iter()
            .map(|group| LinkGroup {
                href: format!("{ROOT_MARK}{folder}/{group}/"),
                title: ui.text(&format!("{words}.group_titles.{group}")),
                items: items
                    .iter()
                    .map(|item| &item.card)
                    .filter(|item| item.group == group)
                    .map(|item| Link {
                        href: format!("{ROOT_MARK}{folder}/{group}/#{}", item.key),
                        title: item.title.clone(),
                        summary: general_text(ui, &item.summary),
                        lang: item.lang,
                    })
                    .collect(),
                key: group,
            })
            .collect()
    }

    fn contacts(&self) -> Vec<ContactContext> {
        let mut organisations: Vec<&Organisation> =
            self.finder.model.organisations.iter().filter(|one| is_contact(one)).collect();
        organisations.sort_by_key(|organisation| organisation.kind);
        organisations.into_iter().map(|organisation| self.contact(organisation)).collect()
    }

    fn contact(&self, organisation: &Organisation) -> ContactContext {
        let ui = self.finder.ui();
        let shown = self.finder.organisation(&organisation.key);
        let words = shown.map(|shown| shown.words);
        let language = &self.finder.words().language;
        let (name, _) = self.finder.organisation_name(organisation);
        ContactContext {
            key: organisation.key.clone(),
            anchor: format!("contact-{}", organisation.key),
            website_label: ui.fill("help.website", &[("naam", &name)]),
            name,
            purpose: words.map(|words| self.text(&words.purpose)).unwrap_or_default(),
            reach: words.and_then(|words| words.reach.as_ref()).map(|reach| self.text(reach)).unwrap_or_default(),
            phone: organisation.phone.clone().unwrap_or_default(),
            tel: organisation.phone.as_deref().map(tel).unwrap_or_default(),
            website: organisation.website.clone().unwrap_or_default(),
            free: organisation.free,
            checked: organisation.checked.map(|date| written(date, language)).unwrap_or_default(),
            lang: shown.and_then(|shown| self.finder.tongue(&shown)),
        }
    }

    fn contact_card(&self, organisation: &Organisation) -> Result<String, RenderError> {
        self.render("contact-card", &self.values().with("contact", &self.contact(organisation)))
    }

    fn glossary(&self) -> Vec<GlossaryLetter> {
        let mut terms = self.finder.glossary();
        terms.sort_by_cached_key(|term| (crate::plan::first_letter(&term.words.word), term.words.word.to_lowercase()));
        let mut letters: Vec<GlossaryLetter> = Vec::new();
        for term in terms {
            let letter = crate::plan::first_letter(&term.words.word);
            if letters.last().is_none_or(|last| last.key != letter) {
                letters.push(GlossaryLetter { letter: letter_title(&letter), key: letter, items: Vec::new() });
            }
            let item = GlossaryItem {
                key: term.words.key.clone(),
                anchor: term.words.key.clone(),
                word: term.words.word.clone(),
                explanation: super::html::escape(&self.text(&term.words.explanation)),
                also: term.words.also.join(&self.finder.writer(term.lang).ui.text("list.comma")),
                lang: self.finder.tongue(&term),
            };
            letters.last_mut().expect("a letter was just added").items.push(item);
        }
        letters
    }

    fn sources(&self) -> Vec<SourceGroup> {
        let ui = self.finder.ui();
        let writer = self.finder.sources();
        let mut groups: BTreeMap<crate::model::fact::SourceKind, Vec<SourceItem>> = BTreeMap::new();
        let used = self.national_sources();
        for (key, source) in used {
            groups.entry(source.kind).or_default().push(SourceItem {
                key: key.to_lowercase(),
                title: source.title.clone(),
                lang: self.finder.local_tongue(),
                url: source.url.clone().unwrap_or_default(),
                as_of: writer.day_or_year(source),
                checked: writer.checked(source),
            });
        }
        groups
            .into_iter()
            .map(|(kind, items)| SourceGroup { title: ui.text(&format!("source_kinds.{}", kind.name())), items })
            .collect()
    }

    /// Sources of the national facts: what only a municipality cites stands on that municipality's pages.
    fn national_sources(&self) -> impl Iterator<Item = (&String, &Source)> {
        let evidence = &self.finder.model.evidence;
        let cited: std::collections::BTreeSet<&str> =
            evidence.facts.values().flat_map(|fact| &fact.citations).map(|citation| citation.source.as_str()).collect();
        evidence.sources.iter().filter(move |(key, _)| cited.contains(key.as_str()))
    }

    fn appeal(&self) -> Result<String, RenderError> {
        let Some(shown) = self.finder.page("bezwaar-kort") else { return Ok(String::new()) };
        let body = self.finder.writer(shown.lang).fragment(&shown.words.body).fill(&super::unit::MarkedFilling);
        let values = self
            .values()
            .with("body", &body)
            .with("href", &format!("{ROOT_MARK}bezwaar/"))
            .with("title", &self.finder.ui().text("appeal.more"));
        self.render("appeal-box", &values)
    }
}

/// A local card as HTML; empty when it has no rows.
pub(crate) fn local_card(card: &LocalCard, ui: &tera::Value, templates: &Templates) -> Result<String, RenderError> {
    if card.rows.is_empty() {
        return Ok(String::new());
    }
    let values = Values::new()
        .with_shared("ui", ui)
        .with("title", &card.title)
        .with("when", &card.when)
        .with("rows", &card.rows)
        .with("note", &card.note)
        .with("sources", &card.sources);
    templates.render("components/local-card/local-card.html", &values)
}

/// The map of organisations around a family here, as HTML.
pub(crate) fn map_of_organisations(
    writer: &LocalWriter<'_>,
    ui: &tera::Value,
    templates: &Templates,
) -> Result<String, RenderError> {
    let values = Values::new().with_shared("ui", ui).with("map", &super::organisation_map::draw(writer));
    templates.render("components/organisation-map/organisation-map.html", &values)
}

/// The organisations of this municipality as HTML.
pub(crate) fn own_organisations(
    writer: &LocalWriter<'_>,
    ui: &tera::Value,
    templates: &Templates,
) -> Result<String, RenderError> {
    let known = writer.municipality.practice.organisations.known();
    let items: Vec<OwnOrganisationContext> = known
        .into_iter()
        .flatten()
        .map(|one| OwnOrganisationContext {
            name: one.naam.clone(),
            lang: writer.finder.local_tongue(),
            role: one.rol.clone().unwrap_or_default(),
            may: one.mag_wel.clone(),
            may_not: one.mag_niet.clone(),
        })
        .collect();
    let note = if items.is_empty() { "local.no_organisations" } else { "local.may_have_changed" };
    let values = Values::new().with_shared("ui", ui).with("items", &items).with("note", &writer.finder.ui().text(note));
    templates.render("components/organisations/organisations.html", &values)
}
