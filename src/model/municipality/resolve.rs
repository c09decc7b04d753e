//! From raw layers to municipalities. Every municipality of the register gets one, also without a file.

use std::collections::BTreeMap;

use super::layers::{BlockOrigin, LayerRef, Layers, regions_of};
use super::{Contact, Layer, Local, Merged, Municipality, Note, Practice, Status, Terms};
use crate::diag::{Diagnostic, FileId, Span, nearest};
use crate::model::fact::{Evidence, day};
use crate::model::problems::Problems;
use crate::model::words::Reader;
use crate::sources::Sources;
use crate::sources::raw::{Citation, DateText, RawContact, RawIdentity, RawLayer, RawRegionField, YesNo};
use crate::sources::yaml::{At, Known, Loaded};

/// All municipalities by key, and those that merged.
pub(crate) fn resolve(
    sources: &Sources,
    evidence: &Evidence,
    reader: &mut Reader<'_, '_>,
) -> (Vec<Municipality>, Vec<Merged>) {
    check_regions(sources, reader.problems);
    for layer in sources.national.iter().chain(sources.regions.values()).chain(sources.municipalities.values()) {
        check_layer(layer, evidence, reader.problems);
    }
    let mut municipalities: BTreeMap<String, Municipality> = BTreeMap::new();
    let mut merged = Vec::new();
    for (key, layer) in &sources.municipalities {
        match own_file(key, layer, sources, reader) {
            Some(Own::Alive(municipality)) => {
                municipalities.insert(key.clone(), *municipality);
            }
            Some(Own::Merged(old)) => merged.push(old),
            None => {}
        }
    }
    for row in &sources.register.municipalities {
        if !municipalities.contains_key(&row.key) && !reader.problems.is_broken(path_of(&row.key).as_str().into()) {
            let identity = Identity { name: &row.name, code: &row.code, province: &row.province, website: None };
            municipalities.insert(row.key.clone(), build(&row.key, &identity, None, sources, reader));
        }
    }
    add_former_names(&mut municipalities, sources);
    check_merged(&merged, &municipalities, sources, reader.problems);
    (municipalities.into_values().collect(), merged)
}

fn path_of(key: &str) -> String {
    format!("municipalities/{key}.yaml")
}

enum Own {
    Alive(Box<Municipality>),
    Merged(Merged),
}

struct Identity<'a> {
    name: &'a str,
    code: &'a str,
    province: &'a str,
    website: Option<&'a str>,
}

fn own_file(key: &str, layer: &Loaded<RawLayer>, sources: &Sources, reader: &mut Reader<'_, '_>) -> Option<Own> {
    let Some(raw) = &layer.value.gemeente else {
        let missing = Diagnostic::error("ontbrekende-sleutel", "de sleutel `gemeente` ontbreekt")
            .at(Span::whole(layer.file))
            .help("voeg toe: `gemeente: { naam: …, code: GM…, provincie: … }`");
        reader.problems.push(missing);
        return None;
    };
    if let Some(into) = &layer.value.opgegaan_in {
        let name = raw.naam.value.clone();
        return Some(Own::Merged(Merged { key: key.to_owned(), name, into: into.value.as_str().to_owned() }));
    }
    check_identity(key, raw, layer.file, sources, reader.problems);
    let row = sources.register.municipalities.iter().find(|row| row.key == key);
    let identity = Identity {
        name: &raw.naam.value,
        code: raw.code.value.as_str(),
        province: raw.provincie.as_ref().map(|at| at.value.as_str()).or(row.map(|row| row.province.as_str())).unwrap_or(""),
        website: raw.website.as_ref().map(|at| at.value.as_str()),
    };
    Some(Own::Alive(Box::new(build(key, &identity, Some(layer), sources, reader))))
}

/// The file must be about the municipality whose name it bears: a wrong code leads a parent to the wrong place.
fn check_identity(key: &str, raw: &RawIdentity, file: FileId, sources: &Sources, problems: &mut Problems<'_>) {
    let rows = &sources.register.municipalities;
    if rows.is_empty() {
        return;
    }
    let Some(row) = rows.iter().find(|row| row.key == key) else {
        let help = match nearest(key, rows.iter().map(|row| row.key.as_str())) {
            Some(meant) => format!("verander de bestandsnaam in `{meant}.yaml`"),
            None => "kijk in `content/register/gemeenten.csv`; na een herindeling: voeg `opgegaan_in:` toe".to_owned(),
        };
        let unknown = Diagnostic::error("onbekende-gemeente", format!("er is geen gemeente met de sleutel `{key}`"));
        return problems.push(unknown.at(raw.naam.span(file)).help(help));
    };
    let checks = [
        (Some((raw.code.value.as_str(), raw.code.span(file))), row.code.as_str(), "code"),
        (Some((raw.naam.value.as_str(), raw.naam.span(file))), row.name.as_str(), "naam"),
        (raw.provincie.as_ref().map(|at| (at.value.as_str(), at.span(file))), row.province.as_str(), "provincie"),
    ];
    for (given, official, what) in checks {
        if let Some((given, span)) = given.filter(|(given, _)| *given != official) {
            let wrong = Diagnostic::error("gemeente-klopt-niet", format!("{what} `{given}` hoort niet bij `{key}`"))
                .at(span)
                .help(format!("schrijf `{official}`"));
            problems.push(wrong);
        }
    }
}

fn check_regions(sources: &Sources, problems: &mut Problems<'_>) {
    for region in sources.regions.values() {
        if !matches!(region.value.regio.as_ref().map(|at| &at.value), Some(RawRegionField::Own(_))) {
            let missing = Diagnostic::error("ontbrekende-sleutel", "deze regio heeft geen naam")
                .at(Span::whole(region.file))
                .help("voeg toe: `regio: { naam: … }`");
            problems.push(missing);
        }
        if let Some(parent) = &region.value.binnen {
            check_parent(parent, region, sources, problems);
        }
    }
}

/// A circle of regions is reported from each region in it, also when no municipality uses them.
fn check_parent(
    parent: &At<crate::sources::raw::Key>,
    region: &Loaded<RawLayer>,
    sources: &Sources,
    problems: &mut Problems<'_>,
) {
    let key_of = |layer: &Loaded<RawLayer>| {
        sources.regions.iter().find(|(_, other)| other.file == layer.file).map(|(key, _)| key.clone())
    };
    let Some(own) = key_of(region) else { return };
    let mut seen = vec![own.clone()];
    let mut next = Some(parent.value.as_str().to_owned());
    while let Some(key) = next {
        if key == own {
            let circle =
                Diagnostic::error("kringloop", format!("de regio's liggen in een kring: {} → {own}", seen.join(" → ")))
                    .at(parent.span(region.file))
                    .help("haal bij één van deze regio's de regel `binnen:` weg");
            return problems.push(circle);
        }
        if seen.contains(&key) {
            return;
        }
        next =
            sources.regions.get(&key).and_then(|layer| layer.value.binnen.as_ref()).map(|at| at.value.as_str().to_owned());
        if !sources.regions.contains_key(&key)
            && !problems.is_broken(format!("municipalities/regios/{key}.yaml").as_str().into())
        {
            let unknown = Diagnostic::error("onbekende-regio", format!("de regio `{key}` bestaat niet"))
                .at(parent.span(region.file))
                .help("controleer de naam, of maak het bestand");
            return problems.push(unknown);
        }
        seen.push(key);
    }
}

/// Every block with a known value needs sources and a day (M-R1); every id in it must exist.
fn check_layer(layer: &Loaded<RawLayer>, evidence: &Evidence, problems: &mut Problems<'_>) {
    let file = layer.file;
    evidence.fact_ids(&layer.value.feiten, file, problems);
    for date in [&layer.value.peildatum, &layer.value.bevestigd_op].into_iter().flatten() {
        day(date, file, problems);
    }
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
            let undated = Diagnostic::error("geen-peildatum", format!("`{}` heeft geen datum", block.name))
                .at(span)
                .help("voeg `peildatum:` toe: de dag waarvoor dit klopte, bijvoorbeeld `2024-03-28`");
            problems.push(undated);
        }
    }
    for note in &layer.value.bijzonderheden {
        evidence.fact_ids(&note.feiten, file, problems);
    }
    let confirmed = layer.value.status.as_ref().filter(|status| status.value == Status::Actueel);
    if let (Some(status), true) = (confirmed, layer.value.bevestigd_door.is_none() || layer.value.bevestigd_op.is_none()) {
        let unsigned = Diagnostic::error("niet-bevestigd", "`status: actueel` zonder wie het bevestigde en wanneer")
            .at(status.span(file))
            .help("voeg `bevestigd_door:` en `bevestigd_op:` toe, of schrijf `status: gedateerd`");
        problems.push(unsigned);
    }
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
    let contacts = [
        ("vertrouwenspersoon", &layer.vertrouwenspersoon),
        ("clientondersteuning", &layer.clientondersteuning),
        ("veilig_thuis", &layer.veilig_thuis),
    ];
    for (name, contact) in contacts {
        if let Some(at) = contact
            && let Some(RawContact::Card(card)) = at.value.value()
        {
            blocks.push(Block {
                name,
                citations: &card.bron,
                as_of: card.peildatum.as_ref(),
                first_known: Some(at.range()),
            });
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

fn build(
    key: &str,
    identity: &Identity<'_>,
    own: Option<&Loaded<RawLayer>>,
    sources: &Sources,
    reader: &mut Reader<'_, '_>,
) -> Municipality {
    let regions = own.map(|own| regions_of(own, &sources.regions, reader.problems)).unwrap_or_default();
    let mut list: Vec<LayerRef<'_>> = Vec::new();
    list.extend(own.map(|raw| LayerRef { kind: Layer::Municipality, raw }));
    list.extend(regions.iter().map(|raw| LayerRef { kind: Layer::Region, raw }));
    list.extend(sources.national.iter().map(|raw| LayerRef { kind: Layer::National, raw }));
    let layers = Layers { list, evidence: reader.evidence };
    let mut facts =
        own.map(|own| reader.evidence.fact_ids(&own.value.feiten, own.file, reader.problems)).unwrap_or_default();
    for region in &regions {
        facts.extend(reader.evidence.fact_ids(&region.value.feiten, region.file, reader.problems));
    }
    let described = own.is_some();
    Municipality {
        key: key.to_owned(),
        name: identity.name.to_owned(),
        code: identity.code.to_owned(),
        province: identity.province.to_owned(),
        website: identity.website.map(str::to_owned),
        regions: regions.iter().filter_map(|region| region_name(region)).collect(),
        status: own.and_then(|own| own.value.status.as_ref()).map_or(Status::Onbekend, |at| at.value),
        confirmed_by: own.and_then(|own| own.value.bevestigd_door.clone()),
        as_of: own.and_then(|own| own.value.peildatum.as_ref().and_then(|date| day(date, own.file, reader.problems))),
        described,
        facts,
        practice: practice(&layers, reader),
        former_names: Vec::new(),
    }
}

fn region_name(region: &Loaded<RawLayer>) -> Option<String> {
    match &region.value.regio.as_ref()?.value {
        RawRegionField::Own(own) => Some(own.naam.clone()),
        RawRegionField::Key(_) => None,
    }
}

/// Picks one field of one block out of every layer.
macro_rules! field {
    ($layers:ident, $block:ident . $field:ident) => {
        $layers.field(|raw| {
            let block = raw.$block.as_ref()?;
            Some((block.$field.as_ref(), BlockOrigin { citations: &block.bron, as_of: block.peildatum.as_ref() }))
        })
    };
}

fn practice(layers: &Layers<'_>, reader: &mut Reader<'_, '_>) -> Practice {
    Practice {
        terms: Terms {
            help: field!(layers, termen.drang),
            team: field!(layers, termen.lokaal_team),
            table: field!(layers, termen.overleg),
        },
        carriers: field!(layers, uitvoering.door),
        explanation: field!(layers, uitvoering.toelichting),
        organisations: field!(layers, uitvoering.organisaties),
        lead: field!(layers, uitvoering.regie),
        aim: map(field!(layers, duur.streef), |period| period.0),
        maximum: map(field!(layers, duur.maximum), |period| period.0),
        extension: field!(layers, duur.verlenging),
        postponed: map(field!(layers, duur.uitgesteld_onderzoek), |period| period.0),
        table_form: field!(layers, overleg.vorm),
        participants: field!(layers, overleg.deelnemers),
        table_decider: field!(layers, overleg.beslisser),
        child_from: map(field!(layers, overleg.kind_vanaf), |age| age.0),
        bring_someone: map(field!(layers, overleg.iemand_meenemen), |answer| answer == YesNo::Ja),
        talk_length: field!(layers, overleg.gespreksduur),
        registered_by: field!(layers, overleg.aanmelden_door),
        outcomes: field!(layers, overleg.uitkomsten),
        preparation: field!(layers, overleg.voorbereiding),
        complaint_team: map(field!(layers, klacht.lokaal_team), contact),
        complaint_gi: map(field!(layers, klacht.gi), contact),
        complaint_municipality: map(field!(layers, klacht.gemeente), contact),
        ombudsman: ombudsman(map(field!(layers, klacht.ombudsman), |key| key.0), reader),
        confidant: map(contact_field(layers, |raw| raw.vertrouwenspersoon.as_ref()), contact),
        client_support: map(contact_field(layers, |raw| raw.clientondersteuning.as_ref()), contact),
        veilig_thuis: map(contact_field(layers, |raw| raw.veilig_thuis.as_ref()), contact),
        legal_form: field!(layers, rechtsvorm.vorm),
        notes: notes(layers, reader),
    }
}

fn map<T, U>(local: Local<T>, change: impl FnOnce(T) -> U) -> Local<U> {
    let value = match local.value {
        Known::Value(value) => Known::Value(change(value)),
        Known::Unknown => Known::Unknown,
    };
    Local { value, origin: local.origin }
}

fn contact_field<'a>(
    layers: &Layers<'a>,
    pick: impl Fn(&'a RawLayer) -> Option<&'a At<Known<RawContact>>>,
) -> Local<RawContact> {
    layers.field(|raw| {
        let at = pick(raw)?;
        let block = match at.value.value() {
            Some(RawContact::Card(card)) => BlockOrigin { citations: &card.bron, as_of: card.peildatum.as_ref() },
            _ => BlockOrigin { citations: &[], as_of: None },
        };
        Some((Some(at), block))
    })
}

fn contact(raw: RawContact) -> Contact {
    match raw {
        RawContact::Text(text) if text == "landelijk" => Contact::National,
        RawContact::Text(text) => Contact::Sentence(text),
        RawContact::Card(card) => Contact::Card {
            name: card.naam,
            website: card.website.map(|website| website.0),
            phone: card.telefoon.map(|phone| phone.0),
            email: card.email.map(|email| email.0),
            note: card.toelichting,
        },
    }
}

fn ombudsman(local: Local<String>, reader: &mut Reader<'_, '_>) -> Local<String> {
    if let (Some(key), Some(origin)) = (local.known(), &local.origin)
        && !reader.names.organisations.contains(key)
    {
        let help = match nearest(key, reader.names.organisations.iter().map(String::as_str)) {
            Some(meant) => format!("bedoelt u `{meant}`?"),
            None => "kies een sleutel uit `content/organisaties.yaml`".to_owned(),
        };
        let unknown = Diagnostic::error("onbekende-organisatie", format!("organisatie `{key}` bestaat niet"));
        reader.problems.push(unknown.at(origin.span).help(help));
        return Local::unknown();
    }
    local
}

/// Further facts add up over the layers: a municipality does not hide what is true for its region.
fn notes(layers: &Layers<'_>, reader: &mut Reader<'_, '_>) -> Vec<Note> {
    let mut notes = Vec::new();
    for layer in &layers.list {
        let file = layer.raw.file;
        for raw in &layer.raw.value.bijzonderheden {
            let block = BlockOrigin { citations: &raw.bron, as_of: raw.peildatum.as_ref() };
            notes.push(Note {
                text: reader.line(&raw.tekst, file),
                facts: reader.evidence.fact_ids(&raw.feiten, file, reader.problems),
                origin: layers.origin(*layer, raw.tekst.span(file), &block),
            });
        }
    }
    notes
}

fn add_former_names(municipalities: &mut BTreeMap<String, Municipality>, sources: &Sources) {
    for former in &sources.register.former {
        if let Some(municipality) = municipalities.values_mut().find(|one| one.code == former.current_code)
            && municipality.name != former.name
        {
            municipality.former_names.push(former.name.clone());
        }
    }
    for municipality in municipalities.values_mut() {
        municipality.former_names.sort();
        municipality.former_names.dedup();
    }
}

fn check_merged(
    merged: &[Merged],
    municipalities: &BTreeMap<String, Municipality>,
    sources: &Sources,
    problems: &mut Problems<'_>,
) {
    for old in merged.iter().filter(|old| !municipalities.contains_key(&old.into)) {
        let Some(layer) = sources.municipalities.get(&old.key) else { continue };
        let Some(at) = &layer.value.opgegaan_in else { continue };
        let help = match nearest(&old.into, municipalities.keys().map(String::as_str)) {
            Some(meant) => format!("bedoelt u `{meant}`?"),
            None => "kies een sleutel uit `content/register/gemeenten.csv`".to_owned(),
        };
        let unknown = Diagnostic::error("onbekende-gemeente", format!("de gemeente `{}` bestaat niet", old.into));
        problems.push(unknown.at(at.span(layer.file)).help(help));
    }
}
