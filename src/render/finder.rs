//! Finds words in the language of the page; what is missing comes from the fallback language, and says so.

use super::hyphens::hyphenate;
use super::markdown::Writer;
use super::sources::SourceWriter;
use super::tongue::Tongue;
use super::ui::Ui;
use crate::lang::Lang;
use crate::model::Model;
use crate::model::catalogue::Organisation;
use crate::model::fact::FactId;
use crate::model::words::{OrganisationWords, PageWords, RemedyWords, StageWords, Term, TransitionWords, Words};

/// Something in the language of the page, or in the fallback language.
pub(crate) struct Shown<'a, T: ?Sized> {
    pub(crate) words: &'a T,
    pub(crate) lang: Lang,
}

impl<T: ?Sized> Clone for Shown<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Shown<'_, T> {}

/// Finds words: first in the language of the page, then in the fallback language.
#[derive(Clone, Copy)]
pub(crate) struct Finder<'a> {
    pub(crate) model: &'a Model,
    pub(crate) lang: Lang,
}

impl<'a> Finder<'a> {
    fn find<T: ?Sized>(self, pick: impl Fn(&'a Words) -> Option<&'a T>) -> Option<Shown<'a, T>> {
        [self.lang, self.model.site.fallback]
            .into_iter()
            .find_map(|lang| pick(self.model.words.get(&lang)?).map(|words| Shown { words, lang }))
    }

    pub(crate) fn stage(self, key: &str) -> Option<Shown<'a, StageWords>> {
        self.find(|words| words.stages.get(key))
    }

    pub(crate) fn transition(self, fact: &FactId) -> Option<Shown<'a, TransitionWords>> {
        self.find(|words| words.transitions.get(fact))
    }

    pub(crate) fn right(self, key: &str) -> Option<Shown<'a, PageWords>> {
        self.find(|words| words.rights.get(key))
    }

    pub(crate) fn remedy(self, key: &str) -> Option<Shown<'a, RemedyWords>> {
        self.find(|words| words.remedies.get(key))
    }

    pub(crate) fn page(self, key: &str) -> Option<Shown<'a, PageWords>> {
        self.find(|words| words.pages.get(key))
    }

    pub(crate) fn young(self, key: &str) -> Option<Shown<'a, PageWords>> {
        self.find(|words| words.young.get(key))
    }

    pub(crate) fn organisation(self, key: &str) -> Option<Shown<'a, OrganisationWords>> {
        self.find(|words| words.organisations.get(key))
    }

    /// The glossary of the fallback language, each word in the language of the page when it is translated.
    pub(crate) fn glossary(self) -> Vec<Shown<'a, Term>> {
        let Some(full) = self.model.words.get(&self.model.site.fallback) else { return Vec::new() };
        full.glossary
            .iter()
            .filter_map(|term| self.find(|words| words.glossary.iter().find(|other| other.key == term.key)))
            .collect()
    }

    /// Words of the interface of the page.
    pub(crate) fn ui(self) -> Ui<'a> {
        ui_of(self.model, self.lang)
    }

    /// Words of a language; the fallback's when it has none.
    pub(crate) fn words(self) -> &'a Words {
        words_of(self.model, self.lang)
    }

    /// What the page must say of the language of this text.
    pub(crate) fn tongue<T: ?Sized>(self, shown: &Shown<'_, T>) -> Option<Tongue> {
        Tongue::of(shown.lang, self.lang)
    }

    /// The same for texts of municipalities and titles of sources: they are written in the fallback language only.
    pub(crate) fn local_tongue(self) -> Option<Tongue> {
        Tongue::of(self.model.site.fallback, self.lang)
    }

    /// Name of an organisation in the language of the page, else its own name, with the tongue of what is shown.
    pub(crate) fn organisation_name(self, organisation: &Organisation) -> (String, Option<Tongue>) {
        let shown = self.organisation(&organisation.key);
        match shown.and_then(|shown| Some((shown.words.name.clone()?, self.tongue(&shown)))) {
            Some(found) => found,
            None => (organisation.name.clone(), self.local_tongue()),
        }
    }

    /// The text with soft hyphens: those of its own language, and in Dutch terms inside it those of the fallback language.
    pub(crate) fn breakable(self, text: &str, lang: Lang) -> String {
        let own = hyphenate(text, &words_of(self.model, lang).language.breaks);
        if lang == self.model.site.fallback {
            return own;
        }
        hyphenate(&own, &words_of(self.model, self.model.site.fallback).language.breaks)
    }

    /// Writes texts of a language. Link titles and call-outs are in that language too.
    pub(crate) fn writer(self, lang: Lang) -> Writer<'a> {
        Writer { model: self.model, words: words_of(self.model, lang), ui: ui_of(self.model, lang) }
    }

    /// Writes sources in the language of the page.
    pub(crate) fn sources(self) -> SourceWriter<'a> {
        SourceWriter {
            evidence: &self.model.evidence,
            ui: self.ui(),
            language: &self.words().language,
            page: self.lang,
            titles: self.model.site.fallback,
        }
    }
}

pub(super) fn words_of(model: &Model, lang: Lang) -> &Words {
    model
        .words
        .get(&lang)
        .or_else(|| model.words.get(&model.site.fallback))
        .expect("the model has the words of every language that is offered")
}

fn ui_of(model: &Model, lang: Lang) -> Ui<'_> {
    Ui { words: &words_of(model, lang).ui }
}
