//! Looks at one layer by itself: every known value has a source and a day, every name in it exists, every key has a place.

use super::Status;
use crate::diag::{Diagnostic, Span, nearest};
use crate::model::fact::{Evidence, day};
use crate::model::problems::Problems;
use crate::sources::Sources;
use crate::sources::raw::{Citation, DateText, RawContact, RawLayer, RawRegionField};
use crate::sources::yaml::{At, Known, Loaded};

/// Looks at every layer.
pub(super) fn check(sources: &Sources, evidence: &Evidence, problems: &mut Problems<'_>) {
    for layer in sources.national.iter().chain(sources.regions.values()).chain(sources.municipalities.values()) {
        check_names(layer, evidence, problems);
        check_evidence(layer, evidence, problems);
        check_contacts(layer, evidence, problems);
        check_confirmation(layer, problems);
    }
    for layer in sources.national.iter().chain(sources.regions.values()) {
        belongs_in_municipality(layer, problems);
    }
    for layer in sources.municipalities.values() {
        belongs_in_region(layer, problems);
    }
}

fn check_names(layer: &Loaded<RawLayer>, evidence: &Evidence, problems: &mut Problems<'_>) {
    let file = layer.file;
    evidence.fact_ids(&layer.value.feiten, file, problems);
    for date in [&layer.value.peildatum, &layer.value.bevestigd_op].into_iter().flatten() {
        day(date, file, problems);
    }
    for note in &layer.value.bijzonderheden {
        evidence.fact_ids(&note.feiten, file, problems);
    }
}

/// Every block with a known value needs sources and a day (M-R1); every source in it must exist.
fn check_evidence(layer: &Loaded<RawLayer>, evidence: &Evidence, problems: &mut Problems<'_>) {
    let file = layer.file;
    let mut undated: Vec<(&str, Span)> = Vec::new();
    for block in blocks(&layer.value) {
        evidence.citations(block.citations, file, problems);
        if let Some(date) = block.as_of {
            day(date, file, problems);
        }
        let Some(span) = block.first_known.map(|(start, end)| Span::new(file, start, end)) else { continue };
        if block.citations.is_empty() {
            let bare = Diagnostic::error("geen-bron", format!("`{}` heeft geen bron", block.name))
                .at(span)
                .help("voeg in dit blok `bron: […]` toe, met waar u het hebt gelezen");
            problems.push(bare);
        }
        if block.as_of.is_none() && layer.value.peildatum.is_none() {
            undated.push((block.name, span));
        }
    }
    if let Some((name, span)) = undated.first() {
        let rest =
            if undated.len() == 1 { String::new() } else { format!(" (en nog {} in dit bestand)", undated.len() - 1) };
        let problem = Diagnostic::error("geen-peildatum", format!("`{name}` heeft geen datum{rest}"))
            .at(*span)
            .help("voeg bovenaan `peildatum:` toe: de dag waarvoor dit bestand klopte, bijvoorbeeld `2024-03-28`");
        problems.push(problem);
    }
}

/// Cards of help: a contact must be the national one or a card, since a sentence has no source.
fn check_contacts(layer: &Loaded<RawLayer>, evidence: &Evidence, problems: &mut Problems<'_>) {
    for (name, at) in contacts(&layer.value) {
        if let Some(RawContact::Text(text)) = at.value.value().filter(|contact| **contact != national()) {
            let problem = Diagnostic::error("verkeerde-soort", format!("bij `{name}` kan geen zin staan"));
            let help = match nearest(text, ["landelijk", "onbekend"]) {
                Some(meant) => format!("bedoelt u `{meant}`?"),
                None => format!(
                    "schrijf `landelijk`, `onbekend`, of een contact: `{name}: {{ naam: …, website: …, bron: […] }}`"
                ),
            };
            problems.push(problem.at(at.span(layer.file)).help(help));
        }
    }
    for (name, at) in complaints(&layer.value) {
        match at.value.value() {
            Some(contact) if *contact == national() => {
                let problem = Diagnostic::error("onbekende-keuze", format!("`landelijk` kan niet bij `{name}`"));
                problems.push(problem.at(at.span(layer.file)).help("schrijf waar iemand hier kan klagen, of `onbekend`"));
            }
            Some(RawContact::Card(card)) => {
                evidence.citations(&card.bron, layer.file, problems);
                if let Some(date) = &card.peildatum {
                    day(date, layer.file, problems);
                }
            }
            _ => {}
        }
    }
}

fn national() -> RawContact {
    RawContact::Text("landelijk".to_owned())
}

type NamedContact<'a> = (&'static str, &'a At<Known<RawContact>>);

fn contacts(layer: &RawLayer) -> impl Iterator<Item = NamedContact<'_>> {
    let all = [
        ("vertrouwenspersoon", &layer.vertrouwenspersoon),
        ("clientondersteuning", &layer.clientondersteuning),
        ("veilig_thuis", &layer.veilig_thuis),
    ];
    all.into_iter().filter_map(|(name, contact)| contact.as_ref().map(|at| (name, at)))
}

fn complaints(layer: &RawLayer) -> impl Iterator<Item = NamedContact<'_>> {
    let all = layer
        .klacht
        .iter()
        .flat_map(|raw| [("lokaal_team", &raw.lokaal_team), ("gi", &raw.gi), ("gemeente", &raw.gemeente)]);
    all.filter_map(|(name, contact)| contact.as_ref().map(|at| (name, at)))
}

fn check_confirmation(layer: &Loaded<RawLayer>, problems: &mut Problems<'_>) {
    let confirmed = layer.value.status.as_ref().filter(|status| status.value == Status::Actueel);
    if let (Some(status), true) = (confirmed, layer.value.bevestigd_door.is_none() || layer.value.bevestigd_op.is_none()) {
        let unsigned = Diagnostic::error("niet-bevestigd", "`status: actueel` zonder wie het bevestigde en wanneer")
            .at(status.span(layer.file))
            .help("voeg `bevestigd_door:` en `bevestigd_op:` toe, of schrijf `status: gedateerd`");
        problems.push(unsigned);
    }
}

/// Keys that only mean something in the file of a municipality.
fn belongs_in_municipality(layer: &Loaded<RawLayer>, problems: &mut Problems<'_>) {
    if let Some(identity) = &layer.value.gemeente {
        problems.push(misplaced("gemeente", identity.naam.span(layer.file), "zet dit in een bestand in `municipalities/`"));
    }
    if let Some(into) = &layer.value.opgegaan_in {
        problems.push(misplaced("opgegaan_in", into.span(layer.file), "zet dit in het bestand van de oude gemeente"));
    }
}

/// Keys that only mean something in the file of a region.
fn belongs_in_region(layer: &Loaded<RawLayer>, problems: &mut Problems<'_>) {
    if let Some(region) = layer.value.regio.as_ref().filter(|at| matches!(at.value, RawRegionField::Own(_))) {
        let help = "schrijf hier alleen de sleutel van de regio, zoals `regio: holland-rijnland`; de naam staat in het bestand van de regio";
        problems.push(misplaced("regio: { naam: … }", region.span(layer.file), help));
    }
    if let Some(parent) = &layer.value.binnen {
        problems.push(misplaced("binnen", parent.span(layer.file), &format!("schrijf `regio: {}`", parent.value.as_str())));
    }
}

fn misplaced(key: &str, span: Span, help: &str) -> Diagnostic {
    Diagnostic::error("verkeerde-plaats", format!("`{key}` hoort niet in dit bestand")).at(span).help(help)
}

struct Block<'a> {
    name: &'static str,
    citations: &'a [At<Citation>],
    as_of: Option<&'a At<DateText>>,
    /// Byte range of the first value that is known.
    first_known: Option<(usize, usize)>,
}

macro_rules! block {
    ($blocks:ident, $name:literal, $raw:expr, [$($field:ident),*]) => {
        if let Some(raw) = &$raw {
            let known = [$(known_range(raw.$field.as_ref())),*];
            $blocks.push(Block {
                name: $name,
                citations: &raw.bron,
                as_of: raw.peildatum.as_ref(),
                first_known: known.into_iter().flatten().min(),
            });
        }
    };
}

fn known_range<T>(at: Option<&At<Known<T>>>) -> Option<(usize, usize)> {
    at.filter(|at| at.value.value().is_some()).map(At::range)
}

fn blocks(layer: &RawLayer) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    block!(blocks, "termen", layer.termen, [drang, lokaal_team, overleg]);
    block!(blocks, "uitvoering", layer.uitvoering, [door, toelichting, organisaties, regie]);
    block!(blocks, "duur", layer.duur, [streef, maximum, verlenging, uitgesteld_onderzoek]);
    block!(
        blocks,
        "overleg",
        layer.overleg,
        [vorm, deelnemers, beslisser, kind_vanaf, iemand_meenemen, gespreksduur, aanmelden_door, uitkomsten, voorbereiding]
    );
    block!(blocks, "klacht", layer.klacht, [lokaal_team, gi, gemeente, ombudsman]);
    block!(blocks, "rechtsvorm", layer.rechtsvorm, [vorm]);
    for (name, at) in contacts(layer) {
        if let Some(RawContact::Card(card)) = at.value.value() {
            let first_known = Some(at.range());
            blocks.push(Block { name, citations: &card.bron, as_of: card.peildatum.as_ref(), first_known });
        }
    }
    for note in &layer.bijzonderheden {
        blocks.push(Block {
            name: "bijzonderheden",
            citations: &note.bron,
            as_of: note.peildatum.as_ref(),
            first_known: Some(note.tekst.range()),
        });
    }
    blocks
}
