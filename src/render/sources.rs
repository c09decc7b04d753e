//! The source list of a page: facts to citations, citations to lines, one line a source.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::context::SourceLine;
use super::date::written;
use super::tongue::{Tongue, isolated};
use super::ui::Ui;
use crate::lang::Lang;
use crate::model::fact::{Citation, Evidence, FactId, Source, SourceKind};
use crate::model::words::Language;

/// Writes sources in the words of one language.
#[derive(Clone, Copy)]
pub(crate) struct SourceWriter<'a> {
    pub(crate) evidence: &'a Evidence,
    pub(crate) ui: Ui<'a>,
    pub(crate) language: &'a Language,
    /// Language of the page.
    pub(crate) page: Lang,
    /// Titles are written in the fallback language.
    pub(crate) titles: Lang,
}

impl SourceWriter<'_> {
    /// The sources of facts: laws first, web pages last.
    pub(crate) fn of_facts<'f>(&self, facts: impl IntoIterator<Item = &'f FactId>) -> Vec<SourceLine> {
        self.of_citations(self.citations(facts))
    }

    /// What facts rest on.
    pub(crate) fn citations<'s, 'f>(
        &'s self,
        facts: impl IntoIterator<Item = &'f FactId>,
    ) -> impl Iterator<Item = &'s Citation> {
        let facts: BTreeSet<&FactId> = facts.into_iter().collect();
        facts.into_iter().filter_map(|id| self.evidence.facts.get(id)).flat_map(|fact| &fact.citations)
    }

    /// The same for citations.
    pub(crate) fn of_citations<'c>(&self, citations: impl IntoIterator<Item = &'c Citation>) -> Vec<SourceLine> {
        let mut places: BTreeMap<(SourceKind, &str), BTreeSet<&str>> = BTreeMap::new();
        for citation in citations {
            if let Some(source) = self.evidence.sources.get(&citation.source) {
                let entry = places.entry((source.kind, citation.source.as_str())).or_default();
                if !citation.place.is_empty() {
                    entry.insert(citation.place.as_str());
                }
            }
        }
        places.iter().map(|((_, id), places)| self.line(&self.evidence.sources[*id], places)).collect()
    }

    /// Of which day a local statement is: `stand 31 december 2019`. A page without a date
    /// says only when we read it, for it may be years old (facts M-R1).
    pub(crate) fn day_of(&self, as_of: Date, citations: &[Citation]) -> String {
        let mut cited = citations.iter().filter_map(|citation| self.evidence.sources.get(&citation.source));
        let is_undated = cited.any(|source| source.as_of.is_none() && source.year.is_none());
        let path = if is_undated { "local.read_on" } else { "sources.as_of" };
        self.ui.fill(path, &[("datum", &written(as_of, self.language))])
    }

    fn line(&self, source: &Source, places: &BTreeSet<&str>) -> SourceLine {
        SourceLine {
            title: source.title.clone(),
            lang: Tongue::of(self.titles, self.page),
            places: self.places(source, places),
            url: source.url.clone().unwrap_or_default(),
            as_of: self.day_or_year(source),
        }
    }

    /// `stand 1 januari 2026` or `uit 2018`.
    pub(crate) fn day_or_year(&self, source: &Source) -> String {
        match (source.as_of, source.year) {
            (Some(date), _) => self.ui.fill("sources.as_of", &[("datum", &written(date, self.language))]),
            (None, Some(year)) => self.ui.fill("sources.year", &[("jaar", &year.to_string())]),
            (None, None) => String::new(),
        }
    }

    /// Day on which we looked.
    pub(crate) fn checked(&self, source: &Source) -> String {
        source.checked.map(|date| written(date, self.language)).unwrap_or_default()
    }

    fn places(&self, source: &Source, places: &BTreeSet<&str>) -> String {
        if places.is_empty() {
            return source.found_at.as_deref().map(|place| self.found_at(place)).unwrap_or_default();
        }
        let mut sorted: Vec<&str> = places.iter().copied().collect();
        sorted.sort_by(|one, other| natural(one).cmp(natural(other)));
        self.place(source.kind, &sorted.join(&self.ui.text("list.comma")))
    }

    fn place(&self, kind: SourceKind, places: &str) -> String {
        let word = match kind {
            SourceKind::Wet | SourceKind::Verdrag => self.ui.text("sources.article"),
            SourceKind::Onderzoek => self.ui.text("sources.page"),
            _ => String::new(),
        };
        format!("{word} {places}").trim().to_owned()
    }

    /// A source that we did not see itself names the one that cites it, as `P:242`; a reader gets that in words.
    fn found_at(&self, place: &str) -> String {
        let citation = Citation::parse(place);
        match self.evidence.sources.get(&citation.source) {
            Some(source) => {
                let place = self.place(source.kind, &citation.place);
                self.ui.fill(
                    "sources.found_in",
                    &[("titel", &isolated(&source.title, self.titles, self.page)), ("plaats", &place)],
                )
            }
            None => place.to_owned(),
        }
    }
}

/// Numbers sort as numbers: `7.3.4` before `7.3.15`.
fn natural(text: &str) -> impl Iterator<Item = (u64, &str)> {
    text.split(['.', ':', ' ', '-']).map(|part| {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        (part[..digits].parse().unwrap_or(u64::MAX), part)
    })
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn articles_sort_as_numbers() {
        assert!(natural("7.3.4").lt(natural("7.3.15")));
    }
}
