//! Second room: turns text into checked meaning.
//!
//! A model holds no HTML, no address and no path on disk: how a thing looks and where it is shown is decided later.

pub mod addition;
pub mod catalogue;
pub mod fact;
mod limits;
mod links;
pub mod markup;
pub mod municipality;
pub mod pathway;
mod problems;
pub mod prose;
mod references;
pub mod words;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use self::addition::{Addition, AdditionKey};
use self::catalogue::{Organisation, Right};
use self::fact::Evidence;
use self::municipality::{Merged, Municipality};
use self::pathway::{Pathway, Surroundings};
use self::problems::Problems;
use self::words::{Reader, Words};
use crate::diag::{Diagnostic, Diagnostics, SourceMap, Span, nearest};
use crate::lang::Lang;
pub use crate::sources::RegisteredPlace;
use crate::sources::raw::{Months, RawShelfLife, RawSite};
use crate::sources::yaml::At;
use crate::sources::{RawWords, Sources};

/// Everything that is true on this site, in every language.
#[derive(Clone, Debug)]
pub struct Model {
    /// The site as a whole.
    pub site: Site,
    /// Facts and sources.
    pub evidence: Evidence,
    /// Stages and roads.
    pub pathway: Pathway,
    /// Rights, in the order of the file.
    pub rights: Vec<Right>,
    /// Remedies, in the order of the file.
    pub remedies: Vec<Right>,
    /// Organisations, in the order of the file.
    pub organisations: Vec<Organisation>,
    /// Municipalities by key.
    pub municipalities: Vec<Municipality>,
    /// Municipalities that merged.
    pub merged: Vec<Merged>,
    /// Places, for finding a municipality.
    pub places: Vec<RegisteredPlace>,
    /// Words by language.
    pub words: BTreeMap<Lang, Words>,
    /// Municipalities' own texts.
    pub additions: BTreeMap<AdditionKey, Addition>,
}

/// The site as a whole.
#[derive(Clone, Debug)]
pub struct Site {
    /// Name.
    pub name: String,
    /// Publisher.
    pub publisher: String,
    /// Languages offered, the first one first.
    pub languages: Vec<Lang>,
    /// Language that is shown when a text is missing.
    pub fallback: Lang,
    /// Address at which the output is published, ending in `/`.
    pub base_address: String,
    /// Neutral site of the exit link.
    pub exit_address: String,
    /// Address for reports about security.
    pub security_address: String,
    /// How long knowledge stays fresh.
    pub shelf_life: ShelfLife,
}

/// How long knowledge stays fresh, in months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShelfLife {
    /// Local values, facts and pages that were read (M-R1).
    pub local: u16,
    /// Numbers and addresses of organisations (U-28).
    pub contacts: u16,
}

impl ShelfLife {
    fn of(raw: &RawShelfLife) -> ShelfLife {
        let RawShelfLife { plaatselijk, contacten } = raw;
        // The form has one to three digits in front.
        let months = |at: &At<Months>| at.value.as_str().split(' ').next().and_then(|number| number.parse().ok());
        ShelfLife {
            local: plaatselijk.as_ref().and_then(months).unwrap_or(12),
            contacts: contacten.as_ref().and_then(months).unwrap_or(6),
        }
    }
}

/// Gives meaning to what was read, on the day of the run. `None` when there is no site to speak of.
pub fn resolve(sources: &Sources, files: &SourceMap, today: Date) -> (Option<Model>, Diagnostics) {
    let mut problems = Problems::new(&sources.broken, today);
    let site = site(sources, &mut problems);
    let names = words::names(sources);
    let evidence = fact::resolve(sources, &mut problems);
    let pathway = pathway::resolve(sources, &Surroundings { evidence: &evidence, names: &names }, &mut problems);
    let rights = catalogue::rights(sources.rights.as_ref(), catalogue::RIGHTS_GROUPS, &evidence, &mut problems);
    let remedies = catalogue::rights(sources.remedies.as_ref(), catalogue::REMEDIES_GROUPS, &evidence, &mut problems);
    let organisations = catalogue::organisations(sources, &evidence, &mut problems);
    // Languages and municipalities know nothing of each other; findings stay in this order.
    let resolve_words = |(lang, raw): (&Lang, &RawWords)| {
        let mut problems = problems.beside();
        let words = words::resolve(raw, files, &names, &evidence, &mut problems);
        (*lang, words, problems.finish())
    };
    let resolve_municipalities = || {
        let mut problems = problems.beside();
        let mut reader = Reader { files, names: &names, evidence: &evidence, problems: &mut problems };
        (municipality::resolve(sources, &evidence, &mut reader), problems.finish())
    };
    let resolve_languages = || sources.words.par_iter().map(resolve_words).collect::<Vec<_>>();
    let (languages, ((municipalities, merged), found)) = rayon::join(resolve_languages, resolve_municipalities);
    let mut all_words = BTreeMap::new();
    for (lang, words, found) in languages {
        all_words.insert(lang, words);
        problems.extend(found);
    }
    problems.extend(found);
    let mut reader = Reader { files, names: &names, evidence: &evidence, problems: &mut problems };
    let additions = addition::resolve(sources, &mut reader);
    let Some(site) = site else { return (None, problems.finish()) };
    let model = Model {
        site,
        evidence,
        pathway,
        rights,
        remedies,
        organisations,
        municipalities,
        merged,
        places: sources.register.places.clone(),
        words: all_words,
        additions,
    };
    addition::check_spots(sources, &model.words, &mut problems);
    let found: Vec<Diagnostics> = CHECKS.par_iter().map(|check| check_beside(*check, &model, sources, &problems)).collect();
    found.into_iter().for_each(|found| problems.extend(found));
    (Some(model), problems.finish())
}

/// Holds the whole model against what was read.
type Check = fn(&Model, &Sources, &mut Problems<'_>);

/// None needs what another finds.
const CHECKS: [Check; 3] = [references::check, links::check, limits::check];

fn check_beside(check: Check, model: &Model, sources: &Sources, others: &Problems<'_>) -> Diagnostics {
    let mut problems = others.beside();
    check(model, sources, &mut problems);
    problems.finish()
}

fn site(sources: &Sources, problems: &mut Problems<'_>) -> Option<Site> {
    let RawSite { naam, uitgever, talen, terugval, basisadres, nooduitgang, veiligheid, houdbaar } = &sources.site.value;
    let languages: Vec<Lang> = talen.iter().filter_map(|tag| language(tag, sources, problems)).collect();
    let fallback = language(terugval, sources, problems)?;
    if languages.is_empty() {
        return None;
    }
    check_languages(sources, problems);
    let mut base_address = basisadres.as_str().to_owned();
    if !base_address.ends_with('/') {
        base_address.push('/');
    }
    Some(Site {
        name: naam.clone(),
        publisher: uitgever.clone(),
        languages,
        fallback,
        base_address,
        exit_address: nooduitgang.as_str().to_owned(),
        security_address: veiligheid.as_str().to_owned(),
        shelf_life: ShelfLife::of(houdbaar),
    })
}

/// A language twice gives two pages with one address; a fallback that is not offered is never written.
fn check_languages(sources: &Sources, problems: &mut Problems<'_>) {
    let RawSite { talen, terugval, .. } = &sources.site.value;
    for (index, tag) in talen.iter().enumerate() {
        if talen[..index].iter().any(|earlier| earlier.value == tag.value) {
            let double = Diagnostic::error("dubbele-taal", format!("de taal `{}` staat hier twee keer", tag.value));
            problems.push(double.at(tag.span(sources.site.file)).help("laat één van de twee staan"));
        }
    }
    if !talen.iter().any(|tag| tag.value == terugval.value) {
        let absent = Diagnostic::error("onbekende-taal", format!("de terugval `{}` staat niet bij `talen`", terugval.value));
        problems.push(absent.at(terugval.span(sources.site.file)).help("kies een taal uit de lijst achter `talen:`"));
    }
}

fn language(tag: &At<String>, sources: &Sources, problems: &mut Problems<'_>) -> Option<Lang> {
    let span: Span = tag.span(sources.site.file);
    let Some(lang) = Lang::from_tag(&tag.value) else {
        let tags: Vec<&str> = Lang::tags().collect();
        let help = match nearest(&tag.value, tags.iter().copied()) {
            Some(meant) => format!("bedoelt u `{meant}`?"),
            None => format!("u kunt kiezen uit: {}", tags.join(", ")),
        };
        problems.push(
            Diagnostic::error("onbekende-taal", format!("de taal `{}` is niet bekend", tag.value)).at(span).help(help),
        );
        return None;
    };
    if !sources.words.contains_key(&lang) {
        let empty = Diagnostic::error("taal-zonder-woorden", format!("er is geen map `content/{}`", tag.value))
            .at(span)
            .help("maak de map met vertaalde bestanden, of haal de taal weg");
        problems.push(empty);
    }
    Some(lang)
}
