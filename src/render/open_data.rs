//! Open data: what is known of every municipality, with sources and days. Others rely on these names.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::finder::Finder;
use super::local::{carrier_path, table_form_path};
use super::{Frame, RenderError};
use crate::model::fact::{Citation, Evidence};
use crate::model::municipality::{Contact, Layer, LegalForm, Local, Municipality, Status};
use crate::output::OutputFile;

/// One municipality.
#[derive(Serialize)]
struct MunicipalityData<'a> {
    naam: &'a str,
    code: &'a str,
    provincie: &'a str,
    website: Option<&'a str>,
    status: &'static str,
    peildatum: Option<String>,
    regios: &'a [String],
    vroegere_namen: &'a [String],
    waarden: Vec<ValueData>,
    bijzonderheden: Vec<NoteData>,
    bronnen: BTreeMap<String, SourceData<'a>>,
    licentie: &'static str,
}

/// One local value. `waarde` is empty when nobody knows.
#[derive(Serialize)]
struct ValueData {
    sleutel: &'static str,
    bekend: bool,
    waarde: Vec<String>,
    peildatum: Option<String>,
    laag: Option<&'static str>,
    bronnen: Vec<String>,
}

#[derive(Serialize)]
struct NoteData {
    tekst: String,
    feiten: Vec<String>,
    peildatum: Option<String>,
    bronnen: Vec<String>,
}

/// A source that the values name. A value names it as `id` or `id:place`.
#[derive(Serialize)]
struct SourceData<'a> {
    titel: &'a str,
    adres: Option<&'a str>,
    vindplaats: Option<&'a str>,
    stand: Option<String>,
    jaar: Option<u16>,
}

/// `data/<key>.json` of one municipality.
pub(crate) fn municipality_file(municipality: &Municipality, finder: Finder<'_>) -> Result<OutputFile, RenderError> {
    let (values, notes) = (values(municipality, finder), municipality.practice.notes.iter().map(note).collect::<Vec<_>>());
    let cited = values.iter().flat_map(|value| &value.bronnen).chain(notes.iter().flat_map(|note| &note.bronnen));
    let data = MunicipalityData {
        naam: &municipality.name,
        code: &municipality.code,
        provincie: &municipality.province,
        website: municipality.website.as_deref(),
        status: status_name(municipality.status),
        peildatum: municipality.as_of.map(|date| date.to_string()),
        regios: &municipality.regions,
        vroegere_namen: &municipality.former_names,
        bronnen: cited_sources(cited, &finder.model.evidence),
        waarden: values,
        bijzonderheden: notes,
        licentie: "CC BY 4.0",
    };
    let mut json =
        serde_json::to_string_pretty(&data).map_err(|error| RenderError::OpenData { cause: error.to_string() })?;
    json.push('\n');
    Ok(OutputFile::text(format!("data/{}.json", municipality.key), json))
}

/// `data/gemeenten.csv`: one row a municipality.
pub(crate) fn table(frame: &Frame<'_>, finder: Finder<'_>) -> Result<OutputFile, RenderError> {
    let failed = |cause: String| RenderError::OpenData { cause };
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut head = vec!["code", "sleutel", "naam", "provincie", "status", "peildatum"];
    let keys: Vec<&str> =
        frame.listed().next().map(|one| values(one, finder).iter().map(|value| value.sleutel).collect()).unwrap_or_default();
    head.extend(&keys);
    writer.write_record(&head).map_err(|error| failed(error.to_string()))?;
    for municipality in frame.listed() {
        let date = municipality.as_of.map(|date| date.to_string()).unwrap_or_default();
        let mut row = vec![
            municipality.code.clone(),
            municipality.key.clone(),
            municipality.name.clone(),
            municipality.province.clone(),
            status_name(municipality.status).to_owned(),
            date,
        ];
        row.extend(
            values(municipality, finder)
                .into_iter()
                .map(|value| if value.bekend { value.waarde.join("; ") } else { "onbekend".to_owned() }),
        );
        writer.write_record(&row).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    Ok(OutputFile { path: crate::output::OutputPath::new("data/gemeenten.csv"), bytes })
}

pub(crate) fn status_name(status: Status) -> &'static str {
    match status {
        Status::Actueel => "actueel",
        Status::Gedateerd => "gedateerd",
        Status::Onbekend => "onbekend",
    }
}

fn note(note: &crate::model::municipality::Note) -> NoteData {
    NoteData {
        tekst: note.text.to_text(),
        feiten: note.facts.iter().map(|fact| fact.0.clone()).collect(),
        peildatum: note.origin.as_of.map(|date| date.to_string()),
        bronnen: note.origin.citations.iter().map(citation).collect(),
    }
}

fn cited_sources<'a, 'c>(
    citations: impl Iterator<Item = &'c String>,
    evidence: &'a Evidence,
) -> BTreeMap<String, SourceData<'a>> {
    let ids: BTreeSet<String> = citations.map(|text| Citation::parse(text).source).collect();
    ids.into_iter()
        .filter_map(|id| {
            let source = evidence.sources.get(&id)?;
            let data = SourceData {
                titel: &source.title,
                adres: source.url.as_deref(),
                vindplaats: source.found_at.as_deref(),
                stand: source.as_of.map(|date| date.to_string()),
                jaar: source.year,
            };
            Some((id, data))
        })
        .collect()
}

fn citation(citation: &Citation) -> String {
    if citation.place.is_empty() { citation.source.clone() } else { format!("{}:{}", citation.source, citation.place) }
}

fn value<T>(key: &'static str, local: &Local<T>, show: impl Fn(&T) -> Vec<String>) -> ValueData {
    let origin = local.origin.as_ref().filter(|_| local.known().is_some());
    ValueData {
        sleutel: key,
        bekend: local.known().is_some(),
        waarde: local.known().map(show).unwrap_or_default(),
        peildatum: origin.and_then(|origin| origin.as_of).map(|date| date.to_string()),
        laag: origin.map(|origin| match origin.layer {
            Layer::Municipality => "gemeente",
            Layer::Region => "regio",
            Layer::National => "landelijk",
        }),
        bronnen: origin.map(|origin| origin.citations.iter().map(citation).collect()).unwrap_or_default(),
    }
}

fn values(municipality: &Municipality, finder: Finder<'_>) -> Vec<ValueData> {
    let practice = &municipality.practice;
    let ui = finder.ui();
    let text = |text: &String| vec![text.clone()];
    let list = |items: &Vec<String>| items.clone();
    vec![
        value("termen.drang", &practice.terms.help, text),
        value("termen.lokaal_team", &practice.terms.team, text),
        value("termen.overleg", &practice.terms.table, text),
        value("uitvoering.door", &practice.carriers, |carriers| {
            carriers.iter().map(|one| ui.text(carrier_path(*one))).collect()
        }),
        value("uitvoering.toelichting", &practice.explanation, text),
        value("uitvoering.organisaties", &practice.organisations, |all| {
            all.iter().map(|one| one.rol.as_ref().map_or(one.naam.clone(), |role| format!("{}: {role}", one.naam))).collect()
        }),
        value("uitvoering.regie", &practice.lead, text),
        value("duur.streef", &practice.aim, text),
        value("duur.maximum", &practice.maximum, text),
        value("duur.verlenging", &practice.extension, text),
        value("duur.uitgesteld_onderzoek", &practice.postponed, text),
        value("overleg.vorm", &practice.table_form, |form| vec![ui.text(table_form_path(*form))]),
        value("overleg.deelnemers", &practice.participants, list),
        value("overleg.beslisser", &practice.table_decider, text),
        value("overleg.kind_vanaf", &practice.child_from, |age| vec![age.to_string()]),
        value("overleg.iemand_meenemen", &practice.bring_someone, |yes| {
            vec![ui.text(if *yes { "local.yes" } else { "local.no" })]
        }),
        value("overleg.gespreksduur", &practice.talk_length, text),
        value("overleg.aanmelden_door", &practice.registered_by, list),
        value("overleg.voorbereiding", &practice.preparation, text),
        value("overleg.uitkomsten", &practice.outcomes, list),
        value("klacht.lokaal_team", &practice.complaint_team, contact),
        value("klacht.gi", &practice.complaint_gi, contact),
        value("klacht.gemeente", &practice.complaint_municipality, contact),
        value("klacht.ombudsman", &practice.ombudsman, text),
        value("vertrouwenspersoon", &practice.confidant, contact),
        value("clientondersteuning", &practice.client_support, contact),
        value("veilig_thuis", &practice.veilig_thuis, contact),
        value("rechtsvorm.vorm", &practice.legal_form, |form| vec![legal_form_name(*form).to_owned()]),
    ]
}

fn contact(contact: &Contact) -> Vec<String> {
    match contact {
        Contact::National => vec!["landelijk".to_owned()],
        Contact::Sentence(text) => vec![text.clone()],
        Contact::Card { name, website, phone, email, .. } => {
            [Some(name), website.as_ref(), phone.as_ref(), email.as_ref()].into_iter().flatten().cloned().collect()
        }
    }
}

fn legal_form_name(form: LegalForm) -> &'static str {
    match form {
        LegalForm::IndividueleVoorziening => "individuele_voorziening",
        LegalForm::AlgemeneVoorziening => "algemene_voorziening",
        LegalForm::NietGenoemd => "niet_genoemd",
    }
}
