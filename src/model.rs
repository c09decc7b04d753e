//! Second room: turns text into checked meaning.
//!
//! A model holds no HTML, no address and no path on disk: how a thing looks and where it is shown is decided later.

pub mod catalogue;
pub mod fact;
pub mod markup;
pub mod municipality;
pub mod pathway;
mod problems;
pub mod prose;
mod references;
pub mod words;

use std::collections::BTreeMap;

use self::catalogue::{Organisation, Right};
use self::fact::Evidence;
use self::municipality::{Merged, Municipality};
use self::pathway::{Pathway, Surroundings};
use self::problems::Problems;
use self::words::{PageWords, Reader, Words};
use crate::diag::{Diagnostic, Diagnostics, SourceMap, Span, nearest};
use crate::lang::Lang;
use crate::sources::raw::RawSite;
use crate::sources::yaml::At;
use crate::sources::{RegisteredPlace, Sources};

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
    /// Local additions to pages: municipality, language, page.
    pub additions: BTreeMap<(String, Lang, String), PageWords>,
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
}

/// Gives meaning to what was read. `None` when there is no site to speak of.
pub fn resolve(sources: &Sources, files: &SourceMap) -> (Option<Model>, Diagnostics) {
    let mut problems = Problems::new(&sources.broken);
    let site = site(sources, &mut problems);
    let names = words::names(sources);
    let evidence = fact::resolve(sources, &mut problems);
    let pathway = pathway::resolve(sources, &Surroundings { evidence: &evidence, names: &names }, &mut problems);
    let rights = catalogue::rights(sources.rights.as_ref(), &evidence, &mut problems);
    let remedies = catalogue::rights(sources.remedies.as_ref(), &evidence, &mut problems);
    let organisations = catalogue::organisations(sources, &evidence, &mut problems);
    let mut all_words = BTreeMap::new();
    for (lang, raw) in &sources.words {
        all_words.insert(*lang, words::resolve(raw, files, &names, &evidence, &mut problems));
    }
    let mut reader = Reader { files, names: &names, evidence: &evidence, problems: &mut problems };
    let (municipalities, merged) = municipality::resolve(sources, &evidence, &mut reader);
    let additions = sources.additions.iter().map(|(place, document)| (place.clone(), reader.page(document))).collect();
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
    references::check(&model, sources, &mut problems);
    (Some(model), problems.finish())
}

fn site(sources: &Sources, problems: &mut Problems<'_>) -> Option<Site> {
    let RawSite { naam, uitgever, talen, terugval, basisadres, nooduitgang, veiligheid } = &sources.site.value;
    let languages: Vec<Lang> = talen.iter().filter_map(|tag| language(tag, sources, problems)).collect();
    let fallback = language(terugval, sources, problems)?;
    if languages.is_empty() {
        return None;
    }
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
    })
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
