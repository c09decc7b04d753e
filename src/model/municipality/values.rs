//! All values of a practice in one row: whether each is known, and where it comes from.

use super::{Contact, Local, Origin, Practice};

/// What a value is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// Its key in the file of a municipality: `duur.streef`.
    pub key: &'static str,
    /// Its name among the words of the interface (`local.rows`, `local.questions`); empty when it has no row.
    pub word: &'static str,
}

/// Whether a value is known.
#[derive(Clone, Copy, Debug)]
pub struct ValueState<'a> {
    /// What it is about.
    pub subject: Subject,
    /// Whether somebody knows it. A value `onbekend` is not known, and has a place all the same.
    pub known: bool,
    /// Where it was found.
    pub origin: Option<&'a Origin>,
}

fn state<'a, T>(key: &'static str, word: &'static str, local: &'a Local<T>) -> ValueState<'a> {
    ValueState { subject: Subject { key, word }, known: local.known().is_some(), origin: local.origin.as_ref() }
}

impl Practice {
    /// Where a parent can go here: complaints first, then help.
    pub fn contacts(&self) -> [&Local<Contact>; 6] {
        [
            &self.complaint_team,
            &self.complaint_gi,
            &self.complaint_municipality,
            &self.confidant,
            &self.client_support,
            &self.veilig_thuis,
        ]
    }

    /// All values, in the order of the file.
    pub fn states(&self) -> Vec<ValueState<'_>> {
        let Practice {
            terms,
            carriers,
            explanation,
            organisations,
            lead,
            aim,
            maximum,
            extension,
            postponed,
            table_form,
            participants,
            table_decider,
            child_from,
            bring_someone,
            talk_length,
            registered_by,
            outcomes,
            preparation,
            complaint_team,
            complaint_gi,
            complaint_municipality,
            ombudsman,
            confidant,
            client_support,
            veilig_thuis,
            legal_form,
            notes: _,
        } = self;
        vec![
            state("termen.drang", "term_help", &terms.help),
            state("termen.lokaal_team", "term_team", &terms.team),
            state("termen.overleg", "term_table", &terms.table),
            state("uitvoering.door", "carriers", carriers),
            state("uitvoering.toelichting", "explanation", explanation),
            state("uitvoering.organisaties", "", organisations),
            state("uitvoering.regie", "lead", lead),
            state("duur.streef", "aim", aim),
            state("duur.maximum", "maximum", maximum),
            state("duur.verlenging", "extension", extension),
            state("duur.uitgesteld_onderzoek", "postponed", postponed),
            state("overleg.vorm", "table_form", table_form),
            state("overleg.deelnemers", "participants", participants),
            state("overleg.beslisser", "table_decider", table_decider),
            state("overleg.kind_vanaf", "child_from", child_from),
            state("overleg.iemand_meenemen", "bring_someone", bring_someone),
            state("overleg.gespreksduur", "talk_length", talk_length),
            state("overleg.aanmelden_door", "registered_by", registered_by),
            state("overleg.voorbereiding", "preparation", preparation),
            state("overleg.uitkomsten", "outcomes", outcomes),
            state("klacht.lokaal_team", "complaint_team", complaint_team),
            state("klacht.gi", "complaint_gi", complaint_gi),
            state("klacht.gemeente", "complaint_municipality", complaint_municipality),
            state("klacht.ombudsman", "ombudsman", ombudsman),
            state("vertrouwenspersoon", "confidant", confidant),
            state("clientondersteuning", "client_support", client_support),
            state("veilig_thuis", "veilig_thuis", veilig_thuis),
            state("rechtsvorm.vorm", "legal_form", legal_form),
        ]
    }
}
