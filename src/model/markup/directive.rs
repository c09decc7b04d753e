//! What may stand between `{{` and `}}`: a value inside a sentence, or a block alone on a line.

/// A value of the municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueName {
    /// `gemeente.naam`
    MunicipalityName,
    /// `termen.drang`
    TermHelp,
    /// `termen.lokaal_team`
    TermTeam,
    /// `termen.overleg`
    TermTable,
    /// `duur.streef`
    DurationAim,
    /// `duur.maximum`
    DurationMaximum,
    /// `overleg.kind_vanaf`
    ChildFrom,
}

/// All values by the name that an author types.
pub(crate) const VALUES: &[(&str, ValueName)] = &[
    ("gemeente.naam", ValueName::MunicipalityName),
    ("termen.drang", ValueName::TermHelp),
    ("termen.lokaal_team", ValueName::TermTeam),
    ("termen.overleg", ValueName::TermTable),
    ("duur.streef", ValueName::DurationAim),
    ("duur.maximum", ValueName::DurationMaximum),
    ("overleg.kind_vanaf", ValueName::ChildFrom),
];

/// Parts of local practice that can be shown as a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LocalPart {
    /// `termen`
    Terms,
    /// `uitvoering`
    Practice,
    /// `duur`
    Duration,
    /// `overleg`
    Table,
    /// `klacht`
    Complaint,
    /// `hulp`
    Help,
}

/// All parts by the name that an author types.
pub(crate) const LOCAL_PARTS: &[(&str, LocalPart)] = &[
    ("termen", LocalPart::Terms),
    ("uitvoering", LocalPart::Practice),
    ("duur", LocalPart::Duration),
    ("overleg", LocalPart::Table),
    ("klacht", LocalPart::Complaint),
    ("hulp", LocalPart::Help),
];

/// A block that the program fills.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockName {
    /// `lokaal: …`
    Local(LocalPart),
    /// `contact: <key>`
    Contact(String),
    /// `ruimte: <name>`: where a municipality may put its own text; empty when it does not.
    Space(String),
    /// `blok: herkenlijst`
    Recognise,
    /// `blok: rollen`
    Roles,
    /// `blok: organisaties`
    Organisations,
    /// `blok: kaart`
    OrganisationMap,
    /// `blok: termijnen`
    TimeLimits,
    /// `blok: rechten`
    Rights,
    /// `blok: routes`
    Remedies,
    /// `blok: contacten`
    Contacts,
    /// `blok: woordenlijst`
    Glossary,
    /// `blok: bronnen`
    Sources,
    /// `blok: bezwaar`
    Appeal,
    /// `blok: wat-kan-nu`
    WhatNow,
}

/// All `blok:` names.
pub(crate) const BLOCKS: &[(&str, BlockName)] = &[
    ("herkenlijst", BlockName::Recognise),
    ("rollen", BlockName::Roles),
    ("organisaties", BlockName::Organisations),
    ("kaart", BlockName::OrganisationMap),
    ("termijnen", BlockName::TimeLimits),
    ("rechten", BlockName::Rights),
    ("routes", BlockName::Remedies),
    ("contacten", BlockName::Contacts),
    ("woordenlijst", BlockName::Glossary),
    ("bronnen", BlockName::Sources),
    ("bezwaar", BlockName::Appeal),
    ("wat-kan-nu", BlockName::WhatNow),
];

/// A directive that stands alone on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Directive {
    Block(BlockName),
    IfKnown(ValueName),
    Otherwise,
    EndIf,
}

/// The text between `{{` and `}}` when it is a block or a condition, and not a value.
pub(crate) fn block_or_condition(line: &str) -> Option<&str> {
    let inner = line.trim().strip_prefix("{{")?.strip_suffix("}}")?.trim();
    let is_block = inner.contains(':') || matches!(inner, "anders" | "einde");
    (is_block && !inner.contains("}}")).then_some(inner)
}

/// Reads a directive; the error is the list of words that could have been meant.
pub(crate) fn parse_directive(inner: &str) -> Result<Directive, Vec<String>> {
    let (word, argument) = inner.split_once(':').map_or((inner, ""), |(word, argument)| (word.trim(), argument.trim()));
    match word {
        "anders" => Ok(Directive::Otherwise),
        "einde" => Ok(Directive::EndIf),
        "lokaal" => choose(LOCAL_PARTS, argument).map(|part| Directive::Block(BlockName::Local(part))),
        "blok" => choose(BLOCKS, argument).map(Directive::Block),
        "ruimte" if crate::sources::is_key(argument) => Ok(Directive::Block(BlockName::Space(argument.to_owned()))),
        "contact" => Ok(Directive::Block(BlockName::Contact(argument.to_owned()))),
        "als bekend" => choose(VALUES, argument).map(Directive::IfKnown),
        _ => Err(["lokaal: …", "blok: …", "contact: …", "ruimte: …", "als bekend: …", "anders", "einde"]
            .map(str::to_owned)
            .to_vec()),
    }
}

fn choose<T: Clone>(choices: &[(&str, T)], word: &str) -> Result<T, Vec<String>> {
    let found = choices.iter().find(|(name, _)| *name == word);
    found.map(|(_, value)| value.clone()).ok_or_else(|| choices.iter().map(|(name, _)| (*name).to_owned()).collect())
}
