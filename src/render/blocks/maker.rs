//! Makes the blocks that are the same for every municipality.

use std::collections::{BTreeMap, BTreeSet};

use super::{general_text, is_contact, letter_title};
use crate::model::catalogue::{Organisation, Right};
use crate::model::fact::{Source, SourceKind};
use crate::model::markup::{BlockName, Markup};
use crate::plan::{first_letter, groups};
use crate::render::RenderError;
use crate::render::context::{
    ContactContext, GlossaryItem, GlossaryLetter, LimitRow, Link, LinkGroup, RecogniseGroup, RoleContext, SourceGroup,
    SourceItem,
};
use crate::render::date::written;
use crate::render::finder::Finder;
use crate::render::frames::{frame_label_path, frame_name};
use crate::render::html::{ROOT_MARK, escape};
use crate::render::local::tel;
use crate::render::plain::Plain;
use crate::render::prepared::{Prepared, PreparedItem};
use crate::render::templates::{Templates, Values};
use crate::render::unit::MarkedFilling;
use crate::render::what_now::now_steps;

/// Makes one block after another from the texts of a language.
pub(super) struct Maker<'a> {
    pub(super) prepared: &'a Prepared<'a>,
    pub(super) finder: Finder<'a>,
    pub(super) templates: &'a Templates,
    pub(super) ui: tera::Value,
}

impl Maker<'_> {
    fn values(&self) -> Values {
        Values::new().with_shared("ui", &self.ui)
    }

    fn render(&self, component: &str, values: &Values) -> Result<String, RenderError> {
        self.templates.render(&format!("components/{component}/{component}.html"), values)
    }

    /// A block as HTML; nothing for one that is about a municipality.
    pub(super) fn block(&self, name: &BlockName) -> Result<String, RenderError> {
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
        groups(rights.iter().map(|right| &right.group))
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
        terms.sort_by_cached_key(|term| (first_letter(&term.words.word), term.words.word.to_lowercase()));
        let mut letters: Vec<GlossaryLetter> = Vec::new();
        for term in terms {
            let letter = first_letter(&term.words.word);
            if letters.last().is_none_or(|last| last.key != letter) {
                letters.push(GlossaryLetter { letter: letter_title(&letter), key: letter, items: Vec::new() });
            }
            let item = GlossaryItem {
                key: term.words.key.clone(),
                anchor: term.words.key.clone(),
                word: term.words.word.clone(),
                explanation: escape(&self.text(&term.words.explanation)),
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
        let mut groups: BTreeMap<SourceKind, Vec<SourceItem>> = BTreeMap::new();
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
        let cited: BTreeSet<&str> =
            evidence.facts.values().flat_map(|fact| &fact.citations).map(|citation| citation.source.as_str()).collect();
        evidence.sources.iter().filter(move |(key, _)| cited.contains(key.as_str()))
    }

    fn appeal(&self) -> Result<String, RenderError> {
        let Some(shown) = self.finder.page("bezwaar-kort") else { return Ok(String::new()) };
        let body = self.finder.writer(shown.lang).fragment(&shown.words.body).fill(&MarkedFilling);
        let values = self
            .values()
            .with("body", &body)
            .with("href", &format!("{ROOT_MARK}bezwaar/"))
            .with("title", &self.finder.ui().text("appeal.more"));
        self.render("appeal-box", &values)
    }
}
