//! What municipalities say in their own words: added to a page, or in a marked space of the shared text. The shared
//! text itself cannot be replaced (M-R3), and nothing is shown without source and day (M-R1).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::fact::{Citation, day};
use super::markup::{BlockName, Markup, Piece};
use super::problems::Problems;
use super::words::{Reader, Words};
use crate::diag::{Diagnostic, FileId, Span, nearest};
use crate::lang::Lang;
use crate::sources::Sources;
pub use crate::sources::raw::{AdditionKey, Spot};

/// A municipality's own text.
#[derive(Clone, Debug)]
pub struct Addition {
    /// Heading.
    pub title: String,
    /// Text.
    pub body: Markup,
    /// Where it comes from.
    pub citations: Vec<Citation>,
    /// The day for which it was true.
    pub as_of: Date,
}

/// Gives meaning to the texts of all municipalities.
pub(crate) fn resolve(sources: &Sources, reader: &mut Reader<'_, '_>) -> BTreeMap<AdditionKey, Addition> {
    let mut additions = BTreeMap::new();
    for (key, document) in &sources.additions {
        let (front, file) = (&document.front, document.file);
        unknown_municipality(&key.0, file, sources, reader.problems);
        if front.bron.is_empty() {
            let bare = Diagnostic::error("geen-bron", "deze tekst heeft geen bron")
                .at(front.titel.span(file))
                .help("voeg `bron:` toe, met een bron uit het bestand van uw gemeente of uit `content/bronnen.yaml`");
            reader.problems.push(bare);
        }
        let citations = reader.evidence.citations(&front.bron, file, reader.problems);
        let body = reader.body(document);
        let Some(as_of) = day(&front.peildatum, file, reader.problems) else { continue };
        additions.insert(key.clone(), Addition { title: front.titel.value.clone(), body, citations, as_of });
    }
    additions
}

fn unknown_municipality(key: &str, file: FileId, sources: &Sources, problems: &mut Problems<'_>) {
    let registered = || sources.register.municipalities.iter().map(|one| one.key.as_str());
    let known = || registered().chain(sources.municipalities.keys().map(String::as_str));
    if known().any(|other| other == key) {
        return;
    }
    let help = match nearest(key, known()) {
        Some(meant) => format!("verander de naam van de map in `{meant}`"),
        None => "geef de map dezelfde naam als het bestand van de gemeente, zonder `.yaml`".to_owned(),
    };
    problems.push(
        Diagnostic::error("onbekende-gemeente", format!("er is geen gemeente `{key}`")).at(Span::whole(file)).help(help),
    );
}

/// Holds the texts against the pages and spaces that exist: a text without a place would never be read.
pub(crate) fn check_spots(sources: &Sources, words: &BTreeMap<Lang, Words>, problems: &mut Problems<'_>) {
    let pages: BTreeSet<&str> = words.values().flat_map(|words| words.pages.keys().map(String::as_str)).collect();
    let spaces: BTreeSet<&str> = words.values().flat_map(spaces).collect();
    for ((_, _, spot), document) in &sources.additions {
        let (name, known, what) = match spot {
            Spot::Page(name) => (name, &pages, "pagina"),
            Spot::Space(name) => (name, &spaces, "ruimte"),
        };
        if known.contains(name.as_str()) {
            continue;
        }
        let help = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("verander de bestandsnaam in `{meant}.md`"),
            None => format!("u kunt kiezen uit: {}", known.iter().copied().collect::<Vec<_>>().join(", ")),
        };
        let stray = Diagnostic::error("onbekend-bestand", format!("er is geen {what} `{name}`"));
        problems.push(stray.at(Span::whole(document.file)).help(help));
    }
}

/// Names of the marked spaces in the texts of a language.
fn spaces(words: &Words) -> impl Iterator<Item = &str> {
    let stages = words.stages.values().map(|stage| &stage.body);
    let pages = words.pages.values().chain(words.young.values()).chain(words.rights.values()).map(|page| &page.body);
    let remedies = words.remedies.values().map(|remedy| &remedy.page.body);
    stages.chain(pages).chain(remedies).flat_map(|body| &body.pieces).filter_map(|piece| match piece {
        Piece::Block(BlockName::Space(name)) => Some(name.as_str()),
        _ => None,
    })
}
