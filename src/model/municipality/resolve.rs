//! From raw layers to municipalities. Every municipality of the register gets one, also without a file.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::layers::{BlockOrigin, LayerRef, Layers};
use super::regions::regions_of;
use super::{Contact, Layer, Local, Merged, Municipality, Note, Practice, Status, Terms};
use super::{checks, regions, register};
use crate::diag::{Diagnostic, Span, nearest};
use crate::model::fact::{Evidence, day};
use crate::model::words::Reader;
use crate::sources::Sources;
use crate::sources::raw::{RawContact, RawLayer, RawRegionField, YesNo};
use crate::sources::yaml::{At, Known, Loaded};

/// All municipalities by key, and those that merged.
pub(crate) fn resolve(
    sources: &Sources,
    evidence: &Evidence,
    reader: &mut Reader<'_, '_>,
) -> (Vec<Municipality>, Vec<Merged>) {
    regions::check(sources, reader.problems);
    checks::check(sources, evidence, reader.problems);
    register::check(sources, reader.problems);
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
    register::check_merged(&merged, &municipalities, sources, reader.problems);
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
    let row = sources.register.municipalities.iter().find(|row| row.key == key);
    if let Some(into) = layer.value.opgegaan_in.as_ref().filter(|_| row.is_none()) {
        let name = raw.naam.value.clone();
        return Some(Own::Merged(Merged { key: key.to_owned(), name, into: into.value.as_str().to_owned() }));
    }
    let identity = Identity {
        name: &raw.naam.value,
        code: raw.code.value.as_str(),
        province: raw.provincie.as_ref().map(|at| at.value.as_str()).or(row.map(|row| row.province.as_str())).unwrap_or(""),
        website: raw.website.as_ref().map(|at| at.value.as_str()),
    };
    Some(Own::Alive(Box::new(build(key, &identity, Some(layer), sources, reader))))
}

fn build(
    key: &str,
    identity: &Identity<'_>,
    own: Option<&Loaded<RawLayer>>,
    sources: &Sources,
    reader: &mut Reader<'_, '_>,
) -> Municipality {
    let regions = own.map(|own| regions_of(own, &sources.regions)).unwrap_or_default();
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
        confirmed_on: own.and_then(|own| confirmed_on(own, reader)),
        as_of: own.and_then(|own| own.value.peildatum.as_ref().and_then(|date| day(date, own.file, reader.problems))),
        described,
        facts,
        practice: practice(&layers, reader),
        former_names: Vec::new(),
    }
}

fn confirmed_on(own: &Loaded<RawLayer>, reader: &mut Reader<'_, '_>) -> Option<(Date, Span)> {
    let at = own.value.bevestigd_op.as_ref()?;
    Some((day(at, own.file, reader.problems)?, at.span(own.file)))
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
        && !reader.names.unreadable.contains("organisatie")
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
