//! `check --extern`: whether addresses of other sites still work. Here is the file that remembers what worked.
#![expect(clippy::disallowed_methods, reason = "the command line keeps the file of answers")]

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use ouderwijzer::outside::{Answer, Manners, Memory, addresses, findings, visit};
use ouderwijzer::pipeline::Outcome;
use ouderwijzer::settings::Settings;

use super::terminal::Bar;

/// Beside `content/`; it may be thrown away.
const MEMORY: &str = ".ouderwijzer-adressen.txt";

/// Adds what the addresses of the input files answer.
pub(super) fn look_outside(outcome: &mut Outcome, settings: &Settings) -> Result<()> {
    let places = addresses(&outcome.files, &outcome.own_address);
    let file = settings.site_dir.join(MEMORY);
    let mut memory = fs::read_to_string(&file).map_or_else(|_| Memory::default(), |text| Memory::read(&text));
    let asked: Vec<String> = places.keys().filter(|address| !memory.knows(address, settings.as_of)).cloned().collect();
    let bar = Bar::new("Adressen bekijken");
    let answers = visit(&asked, &Manners::default(), &|done, all| bar.show(done, all));
    bar.finish();
    refuse_without_network(&answers)?;
    memory.learn(&answers, settings.as_of);
    let text = memory.write(&|address| places.contains_key(address));
    fs::write(&file, text).with_context(|| format!("`{file}` is niet te schrijven"))?;
    outcome.add_with_tips(findings(&answers, &places));
    Ok(())
}

/// When no address at all answers, it is not the addresses.
fn refuse_without_network(answers: &BTreeMap<String, Answer>) -> Result<()> {
    let is_lost = |answer: &Answer| matches!(answer, Answer::NoSite | Answer::Silent(None));
    if answers.len() > 1 && answers.values().all(is_lost) {
        bail!("geen enkel adres gaf antwoord; is er verbinding met internet?");
    }
    Ok(())
}
