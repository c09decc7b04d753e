//! Links of all texts, now that everything is known: does the anchor exist, is the number somebody's?

use std::collections::BTreeSet;

use super::Model;
use super::markup::{Element, LinkTarget, Markup, Piece};
use super::problems::Problems;
use super::words::{PageWords, StageWords, Words};
use crate::diag::{Diagnostic, Span, nearest};
use crate::sources::Sources;
use crate::sources::raw::{RawContact, RawLayer};

/// Holds every link of every text against pages and organisations.
pub(crate) fn check(model: &Model, sources: &Sources, problems: &mut Problems<'_>) {
    let numbers = numbers(model, sources);
    let unreadable = problems.is_broken("content/organisaties.yaml".into());
    for (text, page) in texts(model) {
        for (target, span) in &text.links {
            anchor(model, target, *span, page, problems);
            if !unreadable {
                number(target, *span, &numbers, problems);
            }
        }
        shown_numbers(text, problems);
    }
}

/// Every text, with the text of the page on which it stands.
fn texts(model: &Model) -> Vec<(&Markup, &Markup)> {
    let mut texts: Vec<(&Markup, &Markup)> = model.words.values().flat_map(texts_of_language).collect();
    texts.extend(model.additions.values().map(|text| (&text.body, &text.body)));
    let notes = model.municipalities.iter().flat_map(|municipality| &municipality.practice.notes);
    texts.extend(notes.map(|note| (&note.text, &note.text)));
    texts
}

fn texts_of_language(words: &Words) -> Vec<(&Markup, &Markup)> {
    let mut texts: Vec<(&Markup, &Markup)> = words.stages.values().flat_map(stage_texts).collect();
    let pages = words.rights.values().chain(words.pages.values()).chain(words.young.values());
    texts.extend(pages.flat_map(page_texts));
    for remedy in words.remedies.values() {
        texts.extend(page_texts(&remedy.page));
        texts.extend(remedy.answers.iter().map(|(_, answer)| (answer, &remedy.page.body)));
    }
    let transitions =
        words.transitions.values().flat_map(|one| [&one.when, &one.who].into_iter().chain(one.when_to.values()));
    let organisations = words
        .organisations
        .values()
        .flat_map(|one| [&one.purpose].into_iter().chain(&one.reach).chain(&one.may).chain(&one.may_not));
    let terms = words.glossary.iter().map(|term| &term.explanation);
    texts.extend(transitions.chain(organisations).chain(terms).map(|text| (text, text)));
    texts
}

fn stage_texts(stage: &StageWords) -> impl Iterator<Item = (&Markup, &Markup)> {
    [&stage.summary, &stage.begins, &stage.decides, &stage.refuse, &stage.duration, &stage.body]
        .into_iter()
        .chain(&stage.recognise)
        .map(|text| (text, &stage.body))
}

fn page_texts(page: &PageWords) -> [(&Markup, &Markup); 2] {
    [(&page.summary, &page.body), (&page.body, &page.body)]
}

fn anchor(model: &Model, target: &LinkTarget, span: Span, page: &Markup, problems: &mut Problems<'_>) {
    let (anchors, anchor): (BTreeSet<&str>, &str) = match target {
        LinkTarget::Anchor(anchor) => (page.anchors.iter().map(String::as_str).collect(), anchor),
        LinkTarget::Page(other, anchor) if !anchor.is_empty() => (page_anchors(model, other), anchor),
        _ => return,
    };
    if !anchors.contains(anchor) {
        let help = match nearest(anchor, anchors.iter().copied()) {
            Some(meant) => format!("bedoelt u `#{meant}`?"),
            None => "kies een anker dat achter een kop op die pagina staat, of haal `#…` weg".to_owned(),
        };
        problems.push(Diagnostic::error("kapot-anker", format!("het anker `#{anchor}` bestaat niet")).at(span).help(help));
    }
}

/// Anchors that a page has in every language in which it exists.
fn page_anchors<'a>(model: &'a Model, page: &str) -> BTreeSet<&'a str> {
    let pages = model.words.values().filter_map(|words| words.pages.get(page));
    pages.flat_map(|page| page.body.anchors.iter().map(String::as_str)).collect()
}

/// Digits of every number that somebody looked up: of organisations, and of contacts in municipality files.
fn numbers(model: &Model, sources: &Sources) -> BTreeSet<String> {
    let layers = sources.national.iter().chain(sources.regions.values()).chain(sources.municipalities.values());
    let local = layers.flat_map(|layer| local_numbers(&layer.value));
    model.organisations.iter().filter_map(|one| one.phone.as_deref()).map(digits).chain(local).collect()
}

fn local_numbers(layer: &RawLayer) -> Vec<String> {
    let help = [&layer.vertrouwenspersoon, &layer.clientondersteuning, &layer.veilig_thuis];
    let complaints = layer.klacht.iter().flat_map(|raw| [&raw.lokaal_team, &raw.gi, &raw.gemeente]);
    let cards = help.into_iter().chain(complaints).flatten().filter_map(|at| match at.value.value() {
        Some(RawContact::Card(card)) => card.telefoon.as_ref(),
        _ => None,
    });
    cards.map(|phone| digits(phone.as_str())).collect()
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A number in a text is called as well: it must be one that was looked up, with its day (decision 7).
fn number(target: &LinkTarget, span: Span, numbers: &BTreeSet<String>, problems: &mut Problems<'_>) {
    let LinkTarget::Outside(address) = target else { return };
    let unknown = address.strip_prefix("tel:").filter(|number| !numbers.contains(&digits(number)));
    if let Some(number) = unknown {
        let nobody = Diagnostic::error("onbekend-nummer", format!("het nummer `{number}` staat bij geen organisatie"));
        let help = "kijk het nummer na, en zet het met `gecontroleerd_op:` in `content/organisaties.yaml`";
        problems.push(nobody.at(span).help(help));
    }
}

/// Words of a link that show another number than the one that is called.
fn shown_numbers(text: &Markup, problems: &mut Problems<'_>) {
    let mut called: Option<(&LinkTarget, &str, String)> = None;
    for piece in &text.pieces {
        match (piece, &mut called) {
            (Piece::Open(Element::Link(target @ LinkTarget::Outside(address))), _) => {
                called = address.strip_prefix("tel:").map(|number| (target, number, String::new()));
            }
            (Piece::Text(words), Some((_, _, shown))) => shown.push_str(words),
            (Piece::Close(Element::Link(_)), _) => {
                if let Some((target, number, shown)) = called.take() {
                    other_number(text, target, number, &shown, problems);
                }
            }
            _ => {}
        }
    }
}

fn other_number(text: &Markup, target: &LinkTarget, number: &str, shown: &str, problems: &mut Problems<'_>) {
    let shown_digits = digits(shown);
    if shown_digits.is_empty() || shown_digits == digits(number) {
        return;
    }
    let span = text.links.iter().find(|(other, _)| other == target).map(|(_, span)| *span);
    let message = format!("de link toont `{shown}`, maar belt `{number}`");
    let wrong = Diagnostic::error("ander-nummer", message).help("maak de twee nummers gelijk");
    problems.push(match span {
        Some(span) => wrong.at(span),
        None => wrong,
    });
}
