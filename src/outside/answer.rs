//! What an address answers, and what an editor is told of it.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, Severity, Span};

/// What an address answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// There is a page.
    Works,
    /// There is a page, for good at another address.
    Moved(String),
    /// The site says with this number that there is no page.
    Gone(u16),
    /// There is no such site.
    NoSite,
    /// The site gave no answer that says anything: this number, or none at all.
    Silent(Option<u16>),
}

/// The findings of all answers, each at the place where the address stands.
pub fn findings(answers: &BTreeMap<String, Answer>, places: &BTreeMap<String, Span>) -> Diagnostics {
    let mut problems = Diagnostics::default();
    for (address, answer) in answers {
        let Some(found) = finding(address, answer) else { continue };
        problems.push(match places.get(address) {
            Some(place) => found.at(*place),
            None => found,
        });
    }
    problems
}

fn finding(address: &str, answer: &Answer) -> Option<Diagnostic> {
    let gone = "zoek het nieuwe adres op de site van de organisatie, of haal het adres weg";
    let later = "probeer het later nog een keer, of open het adres zelf";
    Some(match answer {
        Answer::Works => return None,
        Answer::Moved(target) => tip("adres-verhuisd", format!("`{address}` leidt door naar `{target}`"))
            .help("kijk of het nog de goede pagina is, en verander het adres"),
        Answer::Gone(number) => {
            Diagnostic::warning("adres-werkt-niet", format!("`{address}` bestaat niet meer ({number})")).help(gone)
        }
        Answer::NoSite => {
            Diagnostic::warning("adres-werkt-niet", format!("de site van `{address}` is niet te vinden")).help(gone)
        }
        Answer::Silent(Some(number)) => {
            tip("adres-zwijgt", format!("`{address}` is niet te bekijken ({number})")).help(later)
        }
        Answer::Silent(None) => tip("adres-zwijgt", format!("`{address}` gaf geen antwoord")).help(later),
    })
}

/// Nothing that an editor did wrong: shown on request.
fn tip(rule: &'static str, message: String) -> Diagnostic {
    Diagnostic { severity: Severity::Tip, ..Diagnostic::error(rule, message) }
}
