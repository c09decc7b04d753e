//! Where a link may lead. Everything that is not in this list is refused, `javascript:` and `data:` with it.

use std::collections::BTreeSet;

use crate::diag::nearest;

/// A checked link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkTarget {
    /// A stage.
    Stage(String),
    /// A page, with an anchor or an empty text.
    Page(String, String),
    /// A page for young people.
    Young(String),
    /// A right.
    Right(String),
    /// A remedy.
    Remedy(String),
    /// A word of the glossary.
    Term(String),
    /// An organisation on the help page.
    Organisation(String),
    /// A place on the same page.
    Anchor(String),
    /// `https`, `mailto` or `tel`.
    Outside(String),
}

/// The names that links and blocks may use.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) stages: BTreeSet<String>,
    pub(crate) pages: BTreeSet<String>,
    pub(crate) young: BTreeSet<String>,
    pub(crate) rights: BTreeSet<String>,
    pub(crate) remedies: BTreeSet<String>,
    pub(crate) terms: BTreeSet<String>,
    pub(crate) organisations: BTreeSet<String>,
    /// Kinds of which the file was there but could not be used: of these no name is called unknown.
    pub(crate) unreadable: BTreeSet<&'static str>,
}

/// Why a link cannot be used: message and help.
pub(crate) struct BadLink {
    pub(crate) message: String,
    pub(crate) help: String,
}

/// Reads a link destination.
pub(crate) fn parse_link(destination: &str, names: &Names) -> Result<LinkTarget, BadLink> {
    if let Some(anchor) = destination.strip_prefix('#').filter(|anchor| !anchor.is_empty()) {
        return Ok(LinkTarget::Anchor(anchor.to_owned()));
    }
    let Some((scheme, rest)) = destination.split_once(':') else { return Err(unknown_scheme(destination)) };
    let owned = |key: &str| key.to_owned();
    match scheme {
        "stap" => known("stap", rest, &names.stages, names).map(|key| LinkTarget::Stage(owned(key))),
        "pagina" => {
            let (key, anchor) = rest.split_once('#').unwrap_or((rest, ""));
            known("pagina", key, &names.pages, names).map(|key| LinkTarget::Page(owned(key), owned(anchor)))
        }
        "jongeren" => known("jongerenpagina", rest, &names.young, names).map(|key| LinkTarget::Young(owned(key))),
        "recht" => known("recht", rest, &names.rights, names).map(|key| LinkTarget::Right(owned(key))),
        "route" => known("route", rest, &names.remedies, names).map(|key| LinkTarget::Remedy(owned(key))),
        "woord" => known("woord", rest, &names.terms, names).map(|key| LinkTarget::Term(owned(key))),
        "organisatie" => {
            known("organisatie", rest, &names.organisations, names).map(|key| LinkTarget::Organisation(owned(key)))
        }
        "https" => outside(destination),
        "mailto" => mail(destination, rest),
        "tel" => phone(destination, rest),
        _ => Err(unknown_scheme(destination)),
    }
}

/// The key, when it exists.
pub(crate) fn known<'a>(what: &str, key: &'a str, keys: &BTreeSet<String>, names: &Names) -> Result<&'a str, BadLink> {
    if keys.contains(key) || names.unreadable.contains(what) {
        return Ok(key);
    }
    let help = match nearest(key, keys.iter().map(String::as_str)) {
        Some(meant) => format!("bedoelt u `{meant}`?"),
        None => "controleer de naam, of haal de link weg".to_owned(),
    };
    let article = if matches!(what, "recht" | "woord") { "het" } else { "de" };
    let message = match key.trim() {
        "" => format!("hier ontbreekt de naam van {article} {what}"),
        key => format!("{article} {what} `{key}` bestaat niet"),
    };
    Err(BadLink { message, help })
}

/// Mail programs show nothing for an address that cannot be, and the letter never leaves.
fn mail(destination: &str, address: &str) -> Result<LinkTarget, BadLink> {
    let (name, host) = address.split_once('@').unwrap_or((address, ""));
    let is_address =
        !name.is_empty() && host.contains('.') && !host.ends_with('.') && !address.contains(char::is_whitespace);
    if is_address {
        return Ok(LinkTarget::Outside(destination.to_owned()));
    }
    Err(BadLink {
        message: format!("`{address}` is geen e-mailadres"),
        help: "schrijf het hele adres, bijvoorbeeld `mailto:klachten@leiden.nl`".to_owned(),
    })
}

/// Whether somebody has the number is asked when all organisations are known.
fn phone(destination: &str, number: &str) -> Result<LinkTarget, BadLink> {
    if !number.is_empty() && number.bytes().all(|sign| sign.is_ascii_digit()) {
        return Ok(LinkTarget::Outside(destination.to_owned()));
    }
    Err(BadLink {
        message: format!("`{number}` kan niet achter `tel:`"),
        help: "schrijf alleen cijfers, bijvoorbeeld `tel:08002000`".to_owned(),
    })
}

fn outside(destination: &str) -> Result<LinkTarget, BadLink> {
    match url::Url::parse(destination) {
        Ok(url) if !url.cannot_be_a_base() && url.host_str().is_none() => Err(unknown_scheme(destination)),
        Ok(_) => Ok(LinkTarget::Outside(destination.to_owned())),
        Err(_) => Err(BadLink {
            message: format!("`{destination}` is geen goed adres"),
            help: "schrijf het hele adres, bijvoorbeeld `https://www.jeugdstem.nl`".to_owned(),
        }),
    }
}

fn unknown_scheme(destination: &str) -> BadLink {
    let kinds = "`pagina:…`, `stap:…`, `recht:…`, `route:…`, `woord:…`, `organisatie:…`, `#anker` of `https://…`";
    let (message, help) = if destination.is_empty() {
        ("deze link leidt nergens heen".to_owned(), format!("zet tussen de haakjes {kinds}"))
    } else if destination.starts_with("http://") {
        let safe = destination.replacen("http:", "https:", 1);
        (format!("de link `{destination}` is niet beveiligd"), format!("probeer of `{safe}` werkt, en schrijf dat"))
    } else {
        (format!("de link `{destination}` kan hier niet"), format!("gebruik {kinds}"))
    };
    BadLink { message, help }
}

#[cfg(test)]
mod tests {
    use super::{LinkTarget, Names, parse_link};

    #[test]
    fn a_script_address_is_refused_and_a_web_address_is_not() {
        let names = Names::default();
        assert!(parse_link("javascript:alert(1)", &names).is_err());
        assert!(parse_link("data:text/html,x", &names).is_err());
        assert!(parse_link("http://example.org", &names).is_err());
        let good = parse_link("https://www.jeugdstem.nl", &names).ok();
        assert_eq!(good, Some(LinkTarget::Outside("https://www.jeugdstem.nl".into())));
    }
}
