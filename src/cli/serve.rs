//! `serve`: the preview. Here it gets its port, and says on the terminal what happens.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "this is where people read what happens")]

use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Result;
use ouderwijzer::serve::{News, OpenError, Preview};
use ouderwijzer::settings::Settings;

use super::arguments::ServeArguments;
use super::trouble::refuse_no_site;
use super::{reading_settings, show, summary};

/// The port that is tried first when nobody asks for one, and how many after it.
const FIRST_PORT: u16 = 4000;
const PORTS: u16 = 20;

/// Shows the site until somebody stops it.
pub(super) fn serve(arguments: &ServeArguments) -> Result<ExitCode> {
    let ServeArguments { municipalities, site_dir, port, open, date } = arguments;
    let settings = reading_settings(site_dir.as_deref(), municipalities, date.as_deref())?;
    refuse_no_site(&settings.site_dir)?;
    let home = settings.municipalities.first().map_or(String::new(), |key| format!("{key}/"));
    let preview = open_preview(settings, *port)?;
    let address = format!("http://{}/{home}", preview.address());
    println!("Voorbeeld: {address}");
    println!("Bewaar een bestand, en de pagina in uw browser verandert vanzelf. Stoppen: Ctrl+C.");
    if *open && let Err(error) = open::that_detached(&address) {
        eprintln!("let op: de browser gaat niet open ({error}); open zelf {address}");
    }
    let (told, shown) = (AtomicBool::new(false), AtomicBool::new(false));
    preview.run(move |news| {
        let is_first = !told.swap(true, Ordering::Relaxed);
        let has_pages = shown.fetch_or(matches!(news, News::Fresh), Ordering::Relaxed);
        tell(news, is_first, has_pages);
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The port that was asked for, or the first one that is free.
fn open_preview(settings: Settings, port: Option<u16>) -> Result<Preview> {
    if let Some(port) = port {
        return Ok(Preview::open(settings, port)?);
    }
    for port in FIRST_PORT..FIRST_PORT + PORTS {
        match Preview::open(settings.clone(), port) {
            Err(OpenError::Taken(_)) => {}
            other => return Ok(other?),
        }
    }
    Ok(Preview::open(settings, 0)?)
}

/// Says what happened. That all is well goes without saying as long as nothing changed.
fn tell(news: News<'_>, is_first: bool, has_pages: bool) {
    match news {
        News::Fresh if is_first => {}
        News::Fresh => println!("Bijgewerkt: geen fouten."),
        News::Errors(problems, files) => {
            show(problems, files);
            let seen = if has_pages { "U ziet nog de laatste goede pagina's." } else { "Zonder fout ziet u de pagina's." };
            println!("{} {seen}", summary(problems));
        }
        News::Lost(cause) => eprintln!("fout: {cause}\nhulp: zet de map terug; het voorbeeld gaat dan vanzelf verder"),
    }
}
