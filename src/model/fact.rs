//! Facts and the sources they rest on. A statement without both is not published.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::problems::Problems;
use crate::diag::{Diagnostic, FileId, Span, nearest};
use crate::sources::Sources;
pub use crate::sources::raw::{CheckMark, SourceKind};
use crate::sources::raw::{Citation as RawCitation, DateText, Entries, FactIdText, RawSource};
use crate::sources::yaml::At;

/// ID of a fact, such as `C-02`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FactId(pub String);

/// A place in a source: `Jw:7.3.4 lid 1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// Id of the source.
    pub source: String,
    /// Place inside it; empty when the whole source is meant.
    pub place: String,
}

impl Citation {
    pub(crate) fn parse(text: &str) -> Citation {
        let (source, place) = text.split_once(':').unwrap_or((text, ""));
        Citation { source: source.to_owned(), place: place.trim().to_owned() }
    }
}

/// A fact: what it rests on, how it was checked, for which day.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Sources.
    pub citations: Vec<Citation>,
    /// How it was checked.
    pub check: CheckMark,
    /// The day for which it was true.
    pub as_of: Date,
    /// Where its ID stands.
    pub span: Span,
}

/// A source, ready to show.
#[derive(Clone, Debug)]
pub struct Source {
    /// Title.
    pub title: String,
    /// Kind.
    pub kind: SourceKind,
    /// Web address, when it has one.
    pub url: Option<String>,
    /// A place that is no web address, such as `P:242-244`.
    pub found_at: Option<String>,
    /// Day of the text that was read.
    pub as_of: Option<Date>,
    /// Day on which we looked.
    pub checked: Option<Date>,
    /// Year of the document.
    pub year: Option<u16>,
}

/// All facts and all sources.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Facts by ID.
    pub facts: BTreeMap<FactId, Fact>,
    /// Sources by id; those of municipality files are among them.
    pub sources: BTreeMap<String, Source>,
    /// Where each source is described. Apart from the source itself: a place says nothing about what pages show.
    pub source_places: BTreeMap<String, Span>,
}

/// Gives meaning to `feiten.yaml`, `bronnen.yaml` and the sources of municipality and region files.
pub(crate) fn resolve(sources: &Sources, problems: &mut Problems<'_>) -> Evidence {
    let mut evidence = Evidence::default();
    add_sources(&mut evidence, &sources.sources.value, sources.sources.file, problems);
    let layers = sources.national.iter().chain(sources.regions.values()).chain(sources.municipalities.values());
    for layer in layers {
        add_sources(&mut evidence, &layer.value.bronnen, layer.file, problems);
    }
    evidence.found_at_exists(&sources.sources.value, sources.sources.file, problems);
    for layer in sources.national.iter().chain(sources.regions.values()).chain(sources.municipalities.values()) {
        evidence.found_at_exists(&layer.value.bronnen, layer.file, problems);
    }
    for (id, raw) in &sources.facts.value.0 {
        let file = sources.facts.file;
        let citations = evidence.citations(&raw.bron, file, problems);
        if citations.is_empty() {
            let bare = Diagnostic::error("geen-bron", format!("feit `{}` heeft geen bron", id.value))
                .at(id.span(file))
                .help("voeg `bron:` toe, met document en plaats, bijvoorbeeld `P:225`");
            problems.push(bare);
        }
        let Some(as_of) = day(&raw.peildatum, file, problems) else { continue };
        evidence.facts.insert(FactId(id.value.clone()), Fact { citations, check: raw.controle, as_of, span: id.span(file) });
    }
    evidence
}

fn add_sources(evidence: &mut Evidence, entries: &Entries<RawSource>, file: FileId, problems: &mut Problems<'_>) {
    for (id, raw) in &entries.0 {
        let url = raw.vindplaats.as_ref().map(|at| at.value.0.clone()).filter(|place| place.starts_with("https://"));
        let source = Source {
            title: raw.titel.clone(),
            kind: raw.soort,
            found_at: if url.is_none() { raw.vindplaats.as_ref().map(|at| at.value.0.clone()) } else { None },
            url,
            as_of: raw.stand.as_ref().and_then(|date| day(date, file, problems)),
            checked: raw.gecontroleerd_op.as_ref().and_then(|date| day(date, file, problems)),
            year: raw.jaar.as_ref().map(|at| year(at, file, problems)),
        };
        evidence.source_places.insert(id.value.clone(), id.span(file));
        if evidence.sources.insert(id.value.clone(), source).is_some() {
            let double = Diagnostic::error("dubbele-bron", format!("de bron `{}` staat ook in een ander bestand", id.value))
                .at(id.span(file))
                .help("geef deze bron een andere naam, of gebruik de bron die er al is");
            problems.push(double);
        }
    }
}

impl Evidence {
    /// The last day on which facts were held against the law or the organisation's own page (U-12).
    pub fn last_check(&self) -> Option<Date> {
        self.facts.values().filter(|fact| fact.check == CheckMark::Gecontroleerd).map(|fact| fact.as_of).max()
    }

    /// The citations of a list, each held against the known sources.
    pub(crate) fn citations(&self, raw: &[At<RawCitation>], file: FileId, problems: &mut Problems<'_>) -> Vec<Citation> {
        raw.iter().filter_map(|at| self.citation(at.value.as_str(), at.span(file), problems)).collect()
    }

    /// A source that lies in another source: that one must be known. All sources have been read.
    fn found_at_exists(&self, entries: &Entries<RawSource>, file: FileId, problems: &mut Problems<'_>) {
        let places = entries.0.iter().filter_map(|(_, raw)| raw.vindplaats.as_ref());
        for at in places.filter(|at| !at.value.as_str().starts_with("https://")) {
            self.citation(at.value.as_str(), at.span(file), problems);
        }
    }

    fn citation(&self, text: &str, span: Span, problems: &mut Problems<'_>) -> Option<Citation> {
        let citation = Citation::parse(text);
        if self.sources.contains_key(&citation.source) {
            return Some(citation);
        }
        let help = match nearest(&citation.source, self.sources.keys().map(String::as_str)) {
            Some(meant) => format!("bedoelt u `{meant}`?"),
            None => "zet de bron in `content/bronnen.yaml`, of onder `bronnen:` in dit bestand".to_owned(),
        };
        problems.push(
            Diagnostic::error("onbekende-bron", format!("de bron `{}` bestaat niet", citation.source)).at(span).help(help),
        );
        None
    }

    /// The facts of a list of IDs, each held against the known facts.
    pub(crate) fn fact_ids(&self, raw: &[At<FactIdText>], file: FileId, problems: &mut Problems<'_>) -> Vec<FactId> {
        raw.iter().filter_map(|at| self.fact_id(at.value.as_str(), at.span(file), problems)).collect()
    }

    /// One fact ID, when it is known.
    pub(crate) fn fact_id(&self, text: &str, span: Span, problems: &mut Problems<'_>) -> Option<FactId> {
        let id = FactId(text.to_owned());
        if self.facts.contains_key(&id) {
            return Some(id);
        }
        let other_spelling = FactId(same_fact(text));
        let help = if self.facts.contains_key(&other_spelling) {
            format!("bedoelt u `{}`?", other_spelling.0)
        } else {
            "kijk in `content/feiten.yaml` welk feit dit zegt".to_owned()
        };
        problems.push(Diagnostic::error("onbekend-feit", format!("het feit `{text}` bestaat niet")).at(span).help(help));
        None
    }
}

/// The same number in the usual spelling: `c-O2` and `C2` are `C-02`. A number that is merely near is another fact.
fn same_fact(text: &str) -> String {
    let letters: String = text.chars().take_while(|sign| sign.is_ascii_alphabetic()).collect();
    let (letters, rest) = match text.split_once('-') {
        Some((letters, rest)) => (letters.to_owned(), rest),
        None => (letters.clone(), &text[letters.len()..]),
    };
    let number = rest.replace(['o', 'O'], "0").replace(['l', 'I'], "1");
    format!("{}-{number:0>2}", letters.to_uppercase())
}

/// First year of a day that makes sense here: the oldest rules that we cite are younger.
const FIRST_YEAR: i16 = 1945;

/// The day that a text names, when that day exists and lies behind us.
pub(crate) fn day(at: &At<DateText>, file: FileId, problems: &mut Problems<'_>) -> Option<Date> {
    let text = at.value.as_str();
    let parsed = text.parse::<Date>().ok();
    let wrong = match parsed {
        None => Some(("geen-datum", format!("de dag `{text}` bestaat niet"))),
        Some(date) if date > problems.today => Some(("toekomst", format!("de dag `{text}` moet nog komen"))),
        Some(date) if date.year() < FIRST_YEAR => Some(("geen-datum", format!("de dag `{text}` is van heel lang geleden"))),
        Some(_) => None,
    };
    if let Some((rule, message)) = wrong {
        let help = "controleer de dag; schrijf jaar, maand en dag, zoals `2026-11-22`";
        problems.push(Diagnostic::error(rule, message).at(at.span(file)).help(help));
    }
    parsed
}

/// The year of a document.
fn year(at: &At<u16>, file: FileId, problems: &mut Problems<'_>) -> u16 {
    let year = i32::from(at.value);
    if year > i32::from(problems.today.year()) || year < i32::from(FIRST_YEAR) {
        let wrong = Diagnostic::error("verkeerde-waarde", format!("het jaar `{year}` kan niet"))
            .at(at.span(file))
            .help(format!("schrijf het jaar van het document, van {FIRST_YEAR} tot en met {}", problems.today.year()));
        problems.push(wrong);
    }
    at.value
}
