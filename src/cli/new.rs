//! `new`: a new site, and in it a new municipality or an administration page.
#![expect(clippy::print_stdout, reason = "this is where people read what was made")]

mod admin;
mod questions;
mod standard;

use std::process::ExitCode;

use anyhow::{Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use ouderwijzer::new::{Answers, Found, Ground, LocalTeam, find, municipality_file, nearest_names, path_of, site_files};
use ouderwijzer::sources::{Register, RegisteredMunicipality};
use ouderwijzer::write::{add_file, found};

use self::questions::Questions;
use super::arguments::{NewArguments, NewMunicipality, NewWhat};
use super::schema;
use super::trouble::refuse_no_site;

/// Makes what was asked for.
pub(super) fn new(arguments: &NewArguments) -> Result<ExitCode> {
    match &arguments.what {
        Some(NewWhat::Municipality(asked)) => municipality(asked),
        Some(NewWhat::Admin(asked)) => admin::admin(asked),
        None => site(arguments),
    }
}

fn site(arguments: &NewArguments) -> Result<ExitCode> {
    let folder = arguments.folder.clone().unwrap_or_else(|| Utf8PathBuf::from("."));
    let files = site_files(standard::files(arguments.with_municipalities));
    if let Err(error) = found(&folder, &files) {
        bail!("{error}\nhulp: kies een lege map, bijvoorbeeld `ouderwijzer new mijn-site`");
    }
    schema::write_when_missing(&folder)?;
    println!("Klaar: een nieuwe site in `{folder}`, met {} bestanden.", files.len());
    println!("\nWat nu?");
    let mut steps = vec!["Maak het bestand van uw gemeente:  ouderwijzer new gemeente Leiden".to_owned()];
    if folder != "." {
        steps.insert(0, format!("Ga naar de map:  cd {folder}"));
    }
    steps.push("Bekijk de site:  ouderwijzer voorbeeld --open".to_owned());
    steps.push("Lees meer in README.md".to_owned());
    number(&steps);
    Ok(ExitCode::SUCCESS)
}

fn municipality(asked: &NewMunicipality) -> Result<ExitCode> {
    let site_dir = asked.site_dir.clone().unwrap_or_else(|| Utf8PathBuf::from("."));
    refuse_no_site(&site_dir)?;
    let ground = Ground::read(&site_dir)?;
    let questions = Questions::new(asked.without_questions);
    let row = which(asked, &ground.register, &questions)?;
    let path = path_of(row);
    refuse_existing(&site_dir, &path)?;
    let answers = questions.rest(given(asked, &ground)?, asked, &ground)?;
    let text = municipality_file(row, &answers, &ground);
    add_file(&site_dir.join(&path), &text)?;
    schema::write_when_missing(&site_dir)?;
    println!("Klaar: `{}`, {} ({}, {}).", path, row.name, row.code, row.province);
    println!("\nWat nu?");
    number(&[
        format!("Open {path} en vul in wat u weet; laat de rest op `onbekend` staan"),
        format!("Bekijk de pagina's:  ouderwijzer voorbeeld --gemeente {} --open", row.key),
        format!("Kijk alles na:       ouderwijzer check --gemeente {}", row.key),
        format!("Maak de site:        ouderwijzer build --gemeente {}", row.key),
    ]);
    Ok(ExitCode::SUCCESS)
}

fn refuse_existing(site_dir: &Utf8Path, path: &Utf8Path) -> Result<()> {
    if site_dir.join(path).exists() {
        bail!("`{path}` bestaat al, en is niet veranderd\nhulp: open het bestand en verander wat u wilt");
    }
    Ok(())
}

fn number(steps: &[String]) {
    steps.iter().enumerate().for_each(|(index, step)| println!("  {}. {step}", index + 1));
}

/// The municipality that is meant. What is not certain is asked, or said with what to type.
fn which<'a>(asked: &NewMunicipality, register: &'a Register, questions: &Questions) -> Result<&'a RegisteredMunicipality> {
    let typed = match (asked.name.is_empty(), questions) {
        (false, _) => asked.name.join(" "),
        (true, Questions::Ask) => questions::name(register)?,
        (true, Questions::Never) => {
            bail!("welke gemeente? Schrijf de naam erachter, bijvoorbeeld `ouderwijzer new gemeente Leiden`")
        }
    };
    let (message, rows) = match find(register, &typed) {
        Found::Municipality(row) => return Ok(row),
        Found::PlaceIn(place, row) => {
            println!("{place} hoort bij de gemeente {}.", row.name);
            return Ok(row);
        }
        Found::Several(rows) => (format!("`{typed}` komt in meer gemeenten voor"), rows),
        Found::Former(name, rows) => (format!("de gemeente {name} bestaat niet meer"), rows),
        Found::Nothing => {
            let near = nearest_names(register, &typed);
            let help = match near.is_empty() {
                true => "kijk in `content/register/gemeenten.csv`, kolom `naam`".to_owned(),
                false => format!("bedoelt u {}?", either(&near)),
            };
            bail!("er is geen gemeente of plaats `{typed}`\nhulp: {help}")
        }
    };
    match questions {
        Questions::Ask => questions::one_of(&message, &rows),
        Questions::Never => {
            let typed: Vec<String> = rows.iter().map(|row| format!("ouderwijzer new gemeente {}", row.key)).collect();
            bail!("{message}\nhulp: typ {}", either(&typed.iter().map(String::as_str).collect::<Vec<_>>()))
        }
    }
}

/// `a`, `b` of `c`, each between backticks.
fn either(words: &[&str]) -> String {
    let marked: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match marked.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} of {last}", before.join(", ")),
        _ => marked.concat(),
    }
}

/// What the flags say.
fn given(asked: &NewMunicipality, ground: &Ground) -> Result<Answers> {
    if let Some(website) = &asked.website
        && let Some(wrong) = questions::wrong_website(website)
    {
        bail!("{wrong}\nhulp: schrijf bijvoorbeeld `--website https://www.leiden.nl`");
    }
    if let Some(region) = asked.region.as_ref().filter(|key| !ground.regions.contains_key(*key)) {
        let known: Vec<&str> = ground.regions.keys().map(String::as_str).collect();
        let help = match known.is_empty() {
            true => "deze site heeft nog geen regio's in `municipalities/regios/`: laat `--regio` weg".to_owned(),
            false => format!("kies uit {}", either(&known)),
        };
        bail!("er is geen regio `{region}`\nhulp: {help}");
    }
    let local_team = match (&asked.local_team, &asked.source, &asked.day) {
        (None, None, None) => None,
        (Some(name), Some(source), Some(day)) => {
            Some(LocalTeam { name: name.clone(), source: source.clone(), day: super::as_of(Some(day))?.to_string() })
        }
        _ => bail!(
            "een bekende naam heeft een bron en een dag nodig\nhulp: geef `--lokaal-team`, `--bron` en `--peildatum` samen"
        ),
    };
    Ok(Answers { website: asked.website.clone(), region: asked.region.clone(), local_team })
}
