//! Questions in plain Dutch, on a terminal only. Every question may be skipped with Enter, and every answer can be a flag.

use std::io::IsTerminal;

use anyhow::{Result, bail};
use inquire::validator::Validation;
use inquire::{InquireError, Select, Text};
use ouderwijzer::new::{Answers, Ground, LocalTeam};
use ouderwijzer::sources::{Register, RegisteredMunicipality};
use url::Url;

use crate::cli::arguments::NewMunicipality;

/// Whether there is somebody to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Questions {
    Ask,
    Never,
}

impl Questions {
    /// Asks when there is a terminal on both sides, and nobody said not to.
    pub(super) fn new(unwanted: bool) -> Questions {
        let somebody = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
        if somebody && !unwanted { Questions::Ask } else { Questions::Never }
    }

    /// Asks what the flags did not say.
    pub(super) fn rest(self, given: Answers, asked: &NewMunicipality, ground: &Ground) -> Result<Answers> {
        if self == Questions::Never {
            return Ok(given);
        }
        let Answers { website, region, local_team } = given;
        Ok(Answers {
            website: if website.is_some() { website } else { ask_website()? },
            region: if region.is_some() { region } else { ask_region(ground)? },
            local_team: if local_team.is_some() { local_team } else { ask_local_team(asked)? },
        })
    }
}

/// The name of the municipality, with the names of the list as help.
pub(super) fn name(register: &Register) -> Result<String> {
    let names: Vec<String> = register.municipalities.iter().map(|row| row.name.clone()).collect();
    let suggest = move |typed: &str| {
        let typed = typed.to_lowercase();
        let fitting = names.iter().filter(|name| !typed.is_empty() && name.to_lowercase().starts_with(&typed));
        Ok(fitting.take(5).cloned().collect::<Vec<String>>())
    };
    let question =
        Text::new("Welke gemeente?").with_help_message("typ de naam; Tab vult aan, Esc stopt").with_autocomplete(suggest);
    answered(question.prompt())
}

/// One of some municipalities.
pub(super) fn one_of<'a>(message: &str, rows: &[&'a RegisteredMunicipality]) -> Result<&'a RegisteredMunicipality> {
    let shown: Vec<String> = rows.iter().map(|row| format!("{} ({})", row.name, row.province)).collect();
    let title = format!("{message}. Welke gemeente bedoelt u?");
    let chosen = Select::new(&title, shown).with_help_message(CHOOSE).raw_prompt();
    Ok(rows[answered(chosen)?.index])
}

/// What is wrong with the address of a site; `None` when it is right.
pub(super) fn wrong_website(typed: &str) -> Option<String> {
    let right =
        Url::parse(typed).is_ok_and(|url| url.scheme() == "https" && url.host_str().is_some_and(|host| host.contains('.')));
    (!right).then(|| format!("`{typed}` is geen adres dat begint met https://"))
}

const CHOOSE: &str = "kies met de pijlen, Enter is goed, Esc stopt";
const SKIP: &str = "Enter slaat over, Esc stopt";

fn ask_website() -> Result<Option<String>> {
    let check = |typed: &str| {
        let wrong = wrong_website(typed.trim()).filter(|_| !typed.trim().is_empty());
        Ok(wrong.map_or(Validation::Valid, |wrong| Validation::Invalid(wrong.into())))
    };
    optional(Text::new("Wat is de site van de gemeente? Begin met https://").with_help_message(SKIP).with_validator(check))
}

fn ask_region(ground: &Ground) -> Result<Option<String>> {
    if ground.regions.is_empty() {
        return Ok(None);
    }
    let keys: Vec<&String> = ground.regions.keys().collect();
    let mut shown = vec!["Weet ik niet, of staat er niet bij".to_owned()];
    shown.extend(ground.regions.values().cloned());
    let chosen =
        answered(Select::new("Bij welke jeugdregio hoort de gemeente?", shown).with_help_message(CHOOSE).raw_prompt())?;
    Ok(chosen.index.checked_sub(1).map(|index| keys[index].clone()))
}

fn ask_local_team(asked: &NewMunicipality) -> Result<Option<LocalTeam>> {
    let question = Text::new("Hoe heet het lokale team, bijvoorbeeld wijkteam?").with_help_message(SKIP);
    let Some(name) = optional(question)? else { return Ok(None) };
    let source = required("Waar leest u dat? Geef de titel van de pagina of het stuk", asked.source.as_deref())?;
    let day = loop {
        let day =
            required("Voor welke dag klopt dat? Schrijf jaar-maand-dag, bijvoorbeeld 2026-11-22", asked.day.as_deref())?;
        if let Ok(day) = day.parse::<jiff::civil::Date>() {
            break day.to_string();
        }
    };
    Ok(Some(LocalTeam { name, source, day }))
}

fn optional(question: Text<'_, '_>) -> Result<Option<String>> {
    let typed = answered(question.prompt())?;
    Ok(Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty()))
}

fn required(title: &str, before: Option<&str>) -> Result<String> {
    let check = |typed: &str| {
        Ok(if typed.trim().is_empty() { Validation::Invalid("dit is nodig".into()) } else { Validation::Valid })
    };
    let question =
        Text::new(title).with_help_message("Esc stopt").with_validator(check).with_initial_value(before.unwrap_or_default());
    Ok(answered(question.prompt())?.trim().to_owned())
}

fn answered<T>(answer: Result<T, InquireError>) -> Result<T> {
    match answer {
        Ok(answer) => Ok(answer),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => {
            bail!("u bent gestopt; er is niets gemaakt")
        }
        Err(error) => bail!(
            "de vraag kan niet gesteld worden: {error}\nhulp: geef de antwoorden als opties; zie `ouderwijzer new gemeente --help`"
        ),
    }
}
