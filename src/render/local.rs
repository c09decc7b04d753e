//! What is known of a municipality, row by row: a value with its day and layer, or the question that a parent can ask.

use super::context::{LocalRow, SourceLine};
use super::finder::Finder;
use super::html::escape;
use super::tongue::{Tongue, isolated};
use crate::model::catalogue::Organisation;
use crate::model::fact::Citation;
use crate::model::markup::LocalPart;
use crate::model::municipality::{Carrier, LegalForm, Origin};
use crate::model::municipality::{Contact, Layer, Local, Municipality, Practice, TableForm};

/// Rows, notes and sources of one part of local practice.
pub(crate) struct LocalCard {
    pub(crate) title: String,
    /// The day and the layer of all rows, when they share them; or empty.
    pub(crate) when: String,
    pub(crate) rows: Vec<LocalRow>,
    pub(crate) note: String,
    pub(crate) sources: Vec<SourceLine>,
}

/// Makes the cards of one municipality in one language.
#[derive(Clone, Copy)]
pub(crate) struct LocalWriter<'a> {
    pub(crate) finder: Finder<'a>,
    pub(crate) municipality: &'a Municipality,
}

impl LocalWriter<'_> {
    /// The card of one part.
    pub(crate) fn card(&self, part: LocalPart) -> LocalCard {
        let mut rows = Rows { writer: self, rows: Vec::new(), citations: Vec::new() };
        let practice = &self.municipality.practice;
        let name = match part {
            LocalPart::Terms => rows.terms(practice),
            LocalPart::Practice => rows.practice(practice),
            LocalPart::Duration => rows.duration(practice),
            LocalPart::Table => rows.table(practice),
            LocalPart::Complaint => rows.complaint(practice),
            LocalPart::Help => rows.help(practice),
        };
        self.finish(name, rows)
    }

    /// Further local facts, as rows without a question.
    pub(crate) fn notes(&self) -> LocalCard {
        let mut rows = Rows { writer: self, rows: Vec::new(), citations: Vec::new() };
        for note in &self.municipality.practice.notes {
            let writer = self.finder.writer(self.finder.model.site.fallback);
            let html = writer.fragment(&note.text).fill(&super::unit::NoFilling);
            let row = rows.row_of("", Some((self.in_dutch(&html), Some(&note.origin))));
            rows.rows.push(LocalRow { label: String::new(), ..row });
            rows.citations.extend(note.origin.citations.iter().cloned());
        }
        self.finish("notes", rows)
    }

    fn finish(&self, name: &str, rows: Rows<'_>) -> LocalCard {
        let Rows { mut rows, citations, .. } = rows;
        let ui = self.finder.ui();
        let any_known = rows.iter().any(|row| row.known);
        LocalCard {
            title: ui.fill(&format!("local.titles.{name}"), &[("gemeente", &self.municipality.name)]),
            when: take_shared_day(&mut rows).map(|when| ui.fill("local.all", &[("stand", &when)])).unwrap_or_default(),
            note: if any_known { ui.text("local.may_have_changed") } else { String::new() },
            sources: self.finder.sources().of_citations(&citations),
            rows,
        }
    }

    /// Local values are written in Dutch; on a page in another language they say so.
    pub(crate) fn in_dutch(&self, html: &str) -> String {
        Tongue::wrap(self.finder.local_tongue(), html)
    }

    /// Name of an organisation in the language of the page, with its website.
    fn organisation(&self, organisation: &Organisation) -> String {
        let (name, tongue) = self.finder.organisation_name(organisation);
        linked(&Tongue::wrap(tongue, &escape(&name)), organisation.website.as_deref())
    }
}

/// What all known rows say about their day, taken out of them: it is read once, at the top.
fn take_shared_day(rows: &mut [LocalRow]) -> Option<String> {
    let mut known = rows.iter().filter(|row| row.known);
    let when = known.next()?.when.clone();
    let is_shared = !when.is_empty() && known.clone().next().is_some() && known.all(|row| row.when == when);
    if !is_shared {
        return None;
    }
    rows.iter_mut().for_each(|row| row.when.clear());
    Some(when)
}

struct Rows<'a> {
    writer: &'a LocalWriter<'a>,
    rows: Vec<LocalRow>,
    citations: Vec<Citation>,
}

impl Rows<'_> {
    fn row_of(&self, name: &str, known: Option<(String, Option<&Origin>)>) -> LocalRow {
        let ui = self.writer.finder.ui();
        let (value, origin) = known.map_or((None, None), |(value, origin)| (Some(value), origin));
        LocalRow {
            label: if name.is_empty() { String::new() } else { ui.text(&format!("local.rows.{name}")) },
            known: value.is_some(),
            question: if name.is_empty() { String::new() } else { ui.text(&format!("local.questions.{name}")) },
            when: origin.map(|origin| self.when(origin)).unwrap_or_default(),
            value: value.unwrap_or_default(),
        }
    }

    /// `stand 31 december 2019, geldt voor Holland Rijnland`.
    fn when(&self, origin: &Origin) -> String {
        let finder = self.writer.finder;
        let day = origin.as_of.map(|as_of| finder.sources().day_of(as_of, &origin.citations)).unwrap_or_default();
        let parts = [day, self.layer_words(origin.layer)];
        parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(&finder.ui().text("list.comma"))
    }

    fn layer_words(&self, layer: Layer) -> String {
        let ui = self.writer.finder.ui();
        match layer {
            Layer::Municipality => String::new(),
            Layer::Region => {
                let region = self.writer.municipality.regions.first().map_or("", String::as_str);
                let finder = self.writer.finder;
                let region = isolated(region, finder.model.site.fallback, finder.lang);
                ui.fill("local.from_region", &[("regio", &region)])
            }
            Layer::National => ui.text("local.from_country"),
        }
    }

    fn add<T>(&mut self, name: &str, local: &Local<T>, show: impl Fn(&T) -> String) {
        let known = local.known().map(|value| (show(value), local.origin.as_ref()));
        if let (Some(_), Some(origin)) = (&known, &local.origin) {
            self.citations.extend(origin.citations.iter().cloned());
        }
        let row = self.row_of(name, known);
        self.rows.push(row);
    }

    fn text(&mut self, name: &str, local: &Local<String>) {
        let writer = self.writer;
        self.add(name, local, |text| writer.in_dutch(&escape(text)));
    }

    /// A list is shown only as what it is: commas would hide where one item ends.
    fn list(&mut self, name: &str, local: &Local<Vec<String>>) {
        let writer = self.writer;
        self.add(name, local, |items| {
            let items: Vec<String> = items.iter().map(|item| writer.in_dutch(&escape(item))).collect();
            items.join(&writer.finder.ui().text("list.semicolon"))
        });
    }

    fn contact(&mut self, name: &str, local: &Local<Contact>, national: &str) {
        let writer = self.writer;
        let national = national.to_owned();
        self.add(name, local, |contact| contact_html(contact, &national, writer));
    }

    fn terms(&mut self, practice: &Practice) -> &'static str {
        self.text("term_help", &practice.terms.help);
        self.text("term_team", &practice.terms.team);
        self.text("term_table", &practice.terms.table);
        "terms"
    }

    fn practice(&mut self, practice: &Practice) -> &'static str {
        let ui = self.writer.finder.ui();
        self.add("carriers", &practice.carriers, |carriers| {
            let names: Vec<String> = carriers.iter().map(|one| escape(&ui.text(carrier_path(*one)))).collect();
            names.join(&ui.text("list.semicolon"))
        });
        self.text("explanation", &practice.explanation);
        self.text("lead", &practice.lead);
        self.add("legal_form", &practice.legal_form, |form| escape(&ui.text(legal_form_path(*form))));
        "practice"
    }

    fn duration(&mut self, practice: &Practice) -> &'static str {
        let none = self.writer.finder.ui().text("local.none");
        let writer = self.writer;
        self.text("aim", &practice.aim);
        self.add(
            "maximum",
            &practice.maximum,
            |text| {
                if text == "geen" { escape(&none) } else { writer.in_dutch(&escape(text)) }
            },
        );
        self.text("extension", &practice.extension);
        self.text("postponed", &practice.postponed);
        "duration"
    }

    fn table(&mut self, practice: &Practice) -> &'static str {
        let ui = self.writer.finder.ui();
        self.add("table_form", &practice.table_form, |form| escape(&ui.text(table_form_path(*form))));
        self.list("participants", &practice.participants);
        self.text("table_decider", &practice.table_decider);
        self.add("child_from", &practice.child_from, |age| escape(&ui.fill("local.age", &[("jaar", &age.to_string())])));
        self.add("bring_someone", &practice.bring_someone, |yes| {
            escape(&ui.text(if *yes { "local.yes" } else { "local.no" }))
        });
        self.text("talk_length", &practice.talk_length);
        self.list("registered_by", &practice.registered_by);
        self.list("outcomes", &practice.outcomes);
        self.text("preparation", &practice.preparation);
        "table"
    }

    fn complaint(&mut self, practice: &Practice) -> &'static str {
        self.contact("complaint_team", &practice.complaint_team, "");
        self.contact("complaint_gi", &practice.complaint_gi, "");
        self.contact("complaint_municipality", &practice.complaint_municipality, "");
        let writer = self.writer;
        let model = writer.finder.model;
        self.add("ombudsman", &practice.ombudsman, |key| {
            let found = model.organisations.iter().find(|one| &one.key == key);
            found.map(|one| writer.organisation(one)).unwrap_or_default()
        });
        "complaint"
    }

    fn help(&mut self, practice: &Practice) -> &'static str {
        self.contact("confidant", &practice.confidant, "jeugdstem");
        self.contact("client_support", &practice.client_support, "clientondersteuning");
        self.contact("veilig_thuis", &practice.veilig_thuis, "veilig-thuis");
        "help"
    }
}

fn contact_html(contact: &Contact, national: &str, writer: &LocalWriter<'_>) -> String {
    match contact {
        Contact::National => {
            let found = writer.finder.model.organisations.iter().find(|one| one.key == national);
            found.map(|one| writer.organisation(one)).unwrap_or_default()
        }
        Contact::Sentence(text) => writer.in_dutch(&escape(text)),
        Contact::Card { name, website, phone, email, note } => {
            let mut parts = vec![linked(&writer.in_dutch(&escape(name)), website.as_deref())];
            parts.extend(phone.as_ref().map(|phone| phone_link(phone)));
            parts.extend(
                email.as_ref().map(|email| format!("<a href=\"mailto:{0}\"><bdi dir=\"ltr\">{0}</bdi></a>", escape(email))),
            );
            parts.extend(note.as_ref().map(|note| writer.in_dutch(&escape(note))));
            parts.join(&writer.finder.ui().text("list.comma"))
        }
    }
}

/// `name` is HTML; the address is text that always reads from left to right.
fn linked(name: &str, website: Option<&str>) -> String {
    match website {
        // The link says the address: the name alone also leads to the card on the help page.
        Some(website) => {
            let shown = website.trim_start_matches("https://").trim_end_matches('/');
            format!(
                "{name} (<a href=\"{}\" rel=\"noreferrer\"><bdi dir=\"ltr\">{}</bdi></a>)",
                escape(website),
                escape(shown)
            )
        }
        None => name.to_owned(),
    }
}

fn phone_link(phone: &str) -> String {
    format!("<a href=\"{}\"><bdi dir=\"ltr\">{}</bdi></a>", tel(phone), escape(phone))
}

/// `tel:` address of a number as people write it.
pub(crate) fn tel(phone: &str) -> String {
    format!("tel:{}", phone.chars().filter(char::is_ascii_digit).collect::<String>())
}

pub(crate) fn carrier_path(carrier: Carrier) -> &'static str {
    match carrier {
        Carrier::Gi => "local.carriers.gi",
        Carrier::LokaalTeam => "local.carriers.lokaal_team",
        Carrier::GemeentelijkeConsulent => "local.carriers.gemeentelijke_consulent",
        Carrier::VeiligThuis => "local.carriers.veilig_thuis",
        Carrier::GeenApartTraject => "local.carriers.geen_apart_traject",
    }
}

pub(crate) fn legal_form_path(form: LegalForm) -> &'static str {
    match form {
        LegalForm::IndividueleVoorziening => "local.legal_forms.individuele_voorziening",
        LegalForm::AlgemeneVoorziening => "local.legal_forms.algemene_voorziening",
        LegalForm::NietGenoemd => "local.legal_forms.niet_genoemd",
    }
}

pub(crate) fn table_form_path(form: TableForm) -> &'static str {
    match form {
        TableForm::Beschermingstafel => "local.table_forms.beschermingstafel",
        TableForm::Jeugdbeschermingsplein => "local.table_forms.jeugdbeschermingsplein",
        TableForm::Casusoverleg => "local.table_forms.casusoverleg",
        TableForm::Geen => "local.table_forms.geen",
    }
}
