//! From raw word files to checked words.

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use super::{Language, OrganisationWords, PageWords, RemedyWords, StageWords, Term, TransitionWords, Words};
use crate::diag::{Diagnostic, Diagnostics, FileId, SourceMap, Span};
use crate::model::fact::{Evidence, FactId};
use crate::model::markup::{Markup, Names, Place, parse_block, parse_line};
use crate::model::problems::Problems;
use crate::sources::raw::{
    FactIdText, RawGlossaryEntry, RawLanguage, RawOrganisationWords, RawPageWords, RawRemedyWords, RawRightWords,
    RawStageWords, RawTransitionWords,
};
use crate::sources::yaml::At;
use crate::sources::{Document, RawWords, Sources};

/// Anchors that every stage text has: the questions that a parent has in every stage (N-04, N-07, N-28).
const STAGE_ANCHORS: &[&str] = &["wat", "nee", "duur", "kind", "professional", "doen"];

/// All names that links may use, from every language together.
pub(crate) fn names(sources: &Sources) -> Names {
    let mut names = Names::default();
    names.stages.extend(sources.pathway.value.stappen.0.iter().map(|(key, _)| key.value.clone()));
    names.rights.extend(sources.rights.iter().flat_map(|rights| rights.value.0.iter().map(|(key, _)| key.value.clone())));
    names
        .remedies
        .extend(sources.remedies.iter().flat_map(|routes| routes.value.0.iter().map(|(key, _)| key.value.clone())));
    names
        .organisations
        .extend(sources.organisations.iter().flat_map(|list| list.value.0.iter().map(|(key, _)| key.value.clone())));
    for words in sources.words.values() {
        names.pages.extend(words.pages.keys().cloned());
        names.young.extend(words.young.keys().cloned());
        names.terms.extend(words.glossary.iter().flat_map(|list| list.value.0.iter().map(|(key, _)| key.value.clone())));
    }
    unreadable(sources, &mut names);
    if names.young.contains("index") {
        names.pages.insert("jongeren".to_owned());
    }
    names
}

/// A file that could not be used was reported already; what it names is not unknown as well.
fn unreadable(sources: &Sources, names: &mut Names) {
    for path in &sources.broken {
        let parts: Vec<&str> = path.iter().collect();
        let key = |name: &str| name.trim_end_matches(".md").to_owned();
        let kind = match parts[..] {
            ["content", "rechten.yaml"] => "recht",
            ["content", "routes.yaml"] => "route",
            ["content", "organisaties.yaml"] => "organisatie",
            ["content", _, "woordenlijst.yaml"] => "woord",
            ["content", _, "paginas", name] => {
                names.pages.insert(key(name));
                continue;
            }
            ["content", _, "jongeren", name] => {
                names.young.insert(key(name));
                continue;
            }
            _ => continue,
        };
        names.unreadable.insert(kind);
    }
}

/// Gives meaning to the words of one language.
pub(crate) fn resolve(
    raw: &RawWords,
    files: &SourceMap,
    names: &Names,
    evidence: &Evidence,
    problems: &mut Problems<'_>,
) -> Words {
    let mut reader = Reader { files, names, evidence, problems };
    let mut words = Words { ui: raw.ui.as_ref().map(|ui| ui.value.clone()).unwrap_or_default(), ..Words::default() };
    words.stages = reader.each(&raw.stages, |reader, text| reader.stage(text));
    words.rights = reader.each(&raw.rights, |reader, text| reader.right(text));
    words.remedies = reader.each(&raw.remedies, |reader, text| reader.remedy(text));
    words.pages = reader.each(&raw.pages, |reader, text| reader.page(text));
    words.young = reader.each(&raw.young, |reader, text| reader.page(text));
    if let Some(loaded) = &raw.transitions {
        words.transitions = loaded.value.0.iter().filter_map(|(id, raw)| reader.transition(id, raw, loaded.file)).collect();
    }
    if let Some(loaded) = &raw.organisations {
        words.organisations =
            loaded.value.0.iter().map(|(key, raw)| (key.value.clone(), reader.organisation(raw, loaded.file))).collect();
    }
    if let Some(loaded) = &raw.glossary {
        words.glossary = loaded.value.0.iter().map(|(key, raw)| reader.term(&key.value, raw, loaded.file)).collect();
    }
    if let Some(loaded) = &raw.language {
        words.language = language(&loaded.value, loaded.file, reader.problems);
    }
    words
}

fn language(raw: &RawLanguage, file: FileId, problems: &mut Problems<'_>) -> Language {
    if raw.maanden.len() != 12 {
        let wrong = Diagnostic::error("maanden", format!("er staan {} maanden", raw.maanden.len()))
            .at(Span::whole(file))
            .help("schrijf de twaalf namen van de maanden");
        problems.push(wrong);
    }
    for part in ["{dag}", "{maand}", "{jaar}"].into_iter().filter(|part| !raw.datum.contains(part)) {
        let wrong = Diagnostic::error("datum-in-taal", format!("in `datum` ontbreekt `{part}`"))
            .at(Span::whole(file))
            .help("schrijf bijvoorbeeld `datum: \"{dag} {maand} {jaar}\"`");
        problems.push(wrong);
    }
    let breaks = raw.afbreken.iter().map(|word| break_places(word)).collect();
    Language { months: raw.maanden.clone(), date: raw.datum.clone(), breaks }
}

/// `kinder|rechter` becomes the word and the byte places where it may break.
fn break_places(marked: &str) -> (String, Vec<usize>) {
    let mut word = String::new();
    let mut places = Vec::new();
    for part in marked.to_lowercase().split('|') {
        if !word.is_empty() {
            places.push(word.len());
        }
        word.push_str(part);
    }
    (word, places)
}

/// Reads texts against the names and facts of the site. Shared with the municipalities' own texts.
pub(crate) struct Reader<'a, 'b> {
    pub(crate) files: &'a SourceMap,
    pub(crate) names: &'a Names,
    pub(crate) evidence: &'a Evidence,
    pub(crate) problems: &'a mut Problems<'b>,
}

impl Reader<'_, '_> {
    /// Reads texts side by side, because none says anything about another. Findings stay in the order of the texts.
    fn each<T: Sync, W: Send>(
        &mut self,
        documents: &BTreeMap<String, T>,
        read: impl Fn(&mut Reader<'_, '_>, &T) -> W + Sync,
    ) -> BTreeMap<String, W> {
        let Reader { files, names, evidence, ref problems } = *self;
        let one = |(key, document): (&String, &T)| {
            let mut problems = problems.beside();
            let words = read(&mut Reader { files, names, evidence, problems: &mut problems }, document);
            (key.clone(), words, problems.finish())
        };
        let documents: Vec<(&String, &T)> = documents.iter().collect();
        let texts: Vec<(String, W, Diagnostics)> = documents.into_par_iter().with_max_len(1).map(one).collect();
        let keep = |(key, words, found)| {
            self.problems.extend(found);
            (key, words)
        };
        texts.into_iter().map(keep).collect()
    }

    /// A text that stands on its own in a YAML file.
    pub(crate) fn line(&mut self, at: &At<String>, file: FileId) -> Markup {
        let span = at.span(file);
        let written = self.files.text(file).get(span.start..span.end);
        let place = Place { names: self.names, evidence: self.evidence, file, offset: span.start, written };
        parse_line(&at.value, &place, self.problems)
    }

    fn lines(&mut self, list: &[At<String>], file: FileId) -> Vec<Markup> {
        list.iter().map(|at| self.line(at, file)).collect()
    }

    /// The text under front matter.
    pub(crate) fn body<T>(&mut self, document: &Document<T>) -> Markup {
        let offset = document.body_start;
        let place = Place { names: self.names, evidence: self.evidence, file: document.file, offset, written: None };
        parse_block(&self.files.text(document.file)[offset..], &place, self.problems)
    }

    fn facts(&mut self, raw: &[At<FactIdText>], file: FileId) -> BTreeSet<FactId> {
        self.evidence.fact_ids(raw, file, self.problems).into_iter().collect()
    }

    fn stage(&mut self, document: &Document<RawStageWords>) -> StageWords {
        let (front, file) = (&document.front, document.file);
        let body = self.body(document);
        let missing: Vec<&str> =
            STAGE_ANCHORS.iter().copied().filter(|anchor| !body.anchors.iter().any(|own| own == anchor)).collect();
        for anchor in missing {
            let wrong = Diagnostic::error("ontbrekend-deel", format!("deze stap heeft geen deel met het anker `{anchor}`"))
                .at(Span::whole(file))
                .help(format!("voeg een kop toe, en zet daarachter `{{#{anchor}}}`"));
            self.problems.push(wrong);
        }
        let mut facts = self.facts(&front.feiten, file);
        facts.extend(body.facts.iter().cloned());
        StageWords {
            title: front.titel.value.clone(),
            short: front.kort.value.clone(),
            summary: self.line(&front.samenvatting, file),
            begins: self.line(&front.wie_begint, file),
            decides: self.line(&front.wie_beslist, file),
            decides_short: front.wie_beslist_kort.value.clone(),
            refuse: self.line(&front.mag_nee, file),
            refuse_short: front.mag_nee_kort.value.clone(),
            duration: self.line(&front.hoe_lang, file),
            recognise: self.lines(&front.herken, file),
            body,
            facts,
        }
    }

    fn right(&mut self, document: &Document<RawRightWords>) -> PageWords {
        let RawRightWords { titel, samenvatting, feiten } = &document.front;
        self.page_words(document, titel, samenvatting, feiten)
    }

    fn page(&mut self, document: &Document<RawPageWords>) -> PageWords {
        let RawPageWords { titel, samenvatting, kader: _, feiten } = &document.front;
        self.page_words(document, titel, samenvatting, feiten)
    }

    fn page_words<T>(
        &mut self,
        document: &Document<T>,
        title: &At<String>,
        summary: &At<String>,
        facts: &[At<FactIdText>],
    ) -> PageWords {
        let body = self.body(document);
        let mut facts = self.facts(facts, document.file);
        facts.extend(body.facts.iter().cloned());
        PageWords { title: title.value.clone(), summary: self.line(summary, document.file), body, facts }
    }

    fn remedy(&mut self, document: &Document<RawRemedyWords>) -> RemedyWords {
        let RawRemedyWords { titel, samenvatting, tegen, wie, waar, termijn, kosten, resultaat, hulp, feiten } =
            &document.front;
        let mut page = self.page_words(document, titel, samenvatting, feiten);
        let answers: Vec<(&'static str, Markup)> = [
            ("tegen", tegen),
            ("wie", wie),
            ("waar", waar),
            ("termijn", termijn),
            ("kosten", kosten),
            ("resultaat", resultaat),
            ("hulp", hulp),
        ]
        .map(|(name, at)| (name, self.line(at, document.file)))
        .to_vec();
        page.facts.extend(answers.iter().flat_map(|(_, answer)| answer.facts.iter().cloned()));
        RemedyWords { page, answers }
    }

    fn transition(&mut self, id: &At<String>, raw: &RawTransitionWords, file: FileId) -> Option<(FactId, TransitionWords)> {
        let fact = self.evidence.fact_id(&id.value, id.span(file), self.problems)?;
        let when_to: BTreeMap<String, Markup> =
            raw.wanneer_naar.0.iter().map(|(key, at)| (key.value.clone(), self.line(at, file))).collect();
        let words = TransitionWords {
            when: self.line(&raw.wanneer, file),
            when_to,
            who: self.line(&raw.wie, file),
            facts: self.facts(&raw.feiten, file),
        };
        Some((fact, words))
    }

    fn organisation(&mut self, raw: &RawOrganisationWords, file: FileId) -> OrganisationWords {
        OrganisationWords {
            name: raw.naam.as_ref().map(|at| at.value.clone()),
            purpose: self.line(&raw.waarvoor, file),
            reach: raw.bereik.as_ref().map(|at| self.line(at, file)),
            may: self.lines(&raw.mag_wel, file),
            may_not: self.lines(&raw.mag_niet, file),
            facts: self.facts(&raw.feiten, file),
        }
    }

    fn term(&mut self, key: &str, raw: &RawGlossaryEntry, file: FileId) -> Term {
        Term {
            key: key.to_owned(),
            word: raw.woord.value.clone(),
            explanation: self.line(&raw.uitleg, file),
            also: raw.ook.iter().map(|at| at.value.clone()).collect(),
            facts: self.facts(&raw.feiten, file),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::break_places;

    #[test]
    fn a_marked_word_tells_where_it_may_break() {
        assert_eq!(break_places("kinder|rechter"), ("kinderrechter".into(), vec![6]));
    }
}
