//! `new beheer`: the administration page of a site, and the same again after a change.
#![expect(clippy::print_stdout, reason = "this is where people read what was made")]

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use ouderwijzer::new::{ADMIN_RECORD, Host, Renewal, Repository, admin_config, owner_file, renewal};
use ouderwijzer::output::OutputFile;
use ouderwijzer::sources::{self, LoadError};
use ouderwijzer::write::{add_file, write_file};

use super::number;
use crate::cli::arguments::{HostName, NewAdmin};
use crate::cli::{FINDINGS, show};

const FOLDER: &str = "beheer";
const OWNER: &str = "instellingen.yml";
const EXAMPLE: &str = "eigenaar/naam";

/// What the program brings along: the same files as in the folder `beheer` of the project.
const FILES: [(&str, &str); 9] = [
    (".gitignore", include_str!("../../../beheer/.gitignore")),
    ("LEESMIJ.md", include_str!("../../../beheer/LEESMIJ.md")),
    ("index.html", include_str!("../../../beheer/index.html")),
    ("package-lock.json", include_str!("../../../beheer/package-lock.json")),
    ("package.json", include_str!("../../../beheer/package.json")),
    ("src/form.js", include_str!("../../../beheer/src/form.js")),
    ("src/main.js", include_str!("../../../beheer/src/main.js")),
    ("src/page.css", include_str!("../../../beheer/src/page.css")),
    ("vite.config.js", include_str!("../../../beheer/vite.config.js")),
];

/// Makes the folder, or makes its files again.
pub(super) fn admin(asked: &NewAdmin) -> Result<ExitCode> {
    let site_dir = asked.site_dir.clone().unwrap_or_else(|| Utf8PathBuf::from("."));
    let folder = site_dir.join(FOLDER);
    let outcome = match sources::load(&site_dir) {
        Ok(outcome) => outcome,
        Err(error @ LoadError::NotASite(_)) => {
            bail!("{error}\nhulp: maak eerst een site met `ouderwijzer new`, of wijs de map aan met `--map`")
        }
        Err(error) => return Err(error.into()),
    };
    let Some(site) = outcome.sources else {
        show(&outcome.problems, &outcome.files);
        println!("Er is niets geschreven: los eerst de fouten op.");
        return Ok(ExitCode::from(FINDINGS));
    };
    let settings = Settings::of(asked, &folder)?;
    let config = match admin_config(&site, &settings.text) {
        Ok(config) => config,
        Err(error) => {
            bail!(
                "{FOLDER}/{OWNER}: {error}\nhulp: verbeter het, of haal het weg: `ouderwijzer new beheer` maakt dan een nieuw bestand"
            )
        }
    };
    let mut made: Vec<OutputFile> = FILES.map(|(path, text)| OutputFile::text(path, text)).into();
    made.push(OutputFile::text("config.yml", config));
    let record = fs::read_to_string(folder.join(ADMIN_RECORD)).unwrap_or_default();
    match renewal(made, &record, |path| fs::read(folder.join(path)).ok()) {
        Ok(renewal) => write(&folder, &settings, &renewal)?,
        Err(refused) => bail!("{}", refusal(&refused)),
    }
    Ok(ExitCode::SUCCESS)
}

/// The settings of the owner: theirs when the file is there, else new ones.
struct Settings {
    text: String,
    is_new: bool,
    is_example: bool,
}

impl Settings {
    fn of(asked: &NewAdmin, folder: &Utf8Path) -> Result<Settings> {
        let path = folder.join(OWNER);
        let flags = asked.host.is_some() || asked.repository.is_some() || asked.branch.is_some();
        if !path.exists() {
            let is_example = asked.repository.is_none();
            return Ok(Settings { text: owner_file(&repository(asked)?), is_new: true, is_example });
        }
        if flags {
            bail!(
                "`{FOLDER}/{OWNER}` bestaat al, en is niet veranderd\nhulp: verander het bestand zelf, en draai dan `ouderwijzer new beheer`"
            );
        }
        let text = fs::read_to_string(&path).with_context(|| format!("`{FOLDER}/{OWNER}` is niet te lezen"))?;
        Ok(Settings { text, is_new: false, is_example: false })
    }
}

fn repository(asked: &NewAdmin) -> Result<Repository> {
    let host = match asked.host {
        Some(HostName::GitLab) => Host::GitLab,
        Some(HostName::Gitea) => Host::Gitea,
        Some(HostName::GitHub) | None => Host::GitHub,
    };
    let name = asked.repository.clone().unwrap_or_else(|| EXAMPLE.to_owned());
    if name.split('/').count() < 2 || name.split('/').any(|part| part.trim().is_empty()) || name.contains("://") {
        bail!("`{name}` is geen opslag\nhulp: schrijf de eigenaar en de naam, bijvoorbeeld `--opslag gemeente/ouderwijzer`");
    }
    Ok(Repository { host, name, branch: asked.branch.clone().unwrap_or_else(|| "main".to_owned()) })
}

fn write(folder: &Utf8Path, settings: &Settings, renewal: &Renewal) -> Result<()> {
    if settings.is_new {
        add_file(&folder.join(OWNER), &settings.text)?;
    }
    for file in renewal.added.iter().chain(&renewal.renewed) {
        write_file(&folder.join(file.path.as_str()), &file.bytes)?;
    }
    write_file(&folder.join(ADMIN_RECORD), &renewal.record)?;
    say(settings, renewal);
    Ok(())
}

fn say(settings: &Settings, renewal: &Renewal) {
    let Renewal { added, renewed, .. } = renewal;
    match (added.len(), renewed.len()) {
        (0, 0) => println!("Alles in `{FOLDER}` was al bij."),
        (0, _) => println!("Klaar: de map `{FOLDER}` is weer bij."),
        _ => println!("Klaar: het beheer staat in de map `{FOLDER}`."),
    }
    for file in renewed {
        println!("  vernieuwd: {FOLDER}/{}", file.path);
    }
    if added.is_empty() && renewed.is_empty() {
        return;
    }
    println!("\nWat nu?");
    let mut steps = Vec::new();
    if settings.is_example {
        steps.push(format!("Vul in {FOLDER}/{OWNER} in waar uw bestanden staan, en draai dit nog eens"));
    }
    steps.push(format!("Ga naar de map:        cd {FOLDER}"));
    steps.push("Haal op wat nodig is:  npm ci".to_owned());
    steps.push("Maak het beheer:       npm run build".to_owned());
    steps.push("Zet de map `dist` op uw webserver; meer staat in LEESMIJ.md".to_owned());
    number(&steps);
}

fn refusal(paths: &[Utf8PathBuf]) -> String {
    let names: Vec<String> = paths.iter().map(|path| format!("`{FOLDER}/{path}`")).collect();
    let (verb, which) = if paths.len() == 1 { ("is", "het bestand") } else { ("zijn", "die bestanden") };
    format!(
        "{} {verb} door iemand veranderd; er is niets geschreven\nhulp: bewaar {which} ergens anders, haal {which} weg uit \
        `{FOLDER}`, en draai `ouderwijzer new beheer` nog eens",
        names.join(", ")
    )
}
