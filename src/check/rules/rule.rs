//! What a rule is: a name, a Dutch page and a way of looking.

use std::fmt;
use std::ops::Range;

use crate::check::language::{Excuse, Found, Frame, Hit, Passage, Patterns, Reading};
use crate::check::plain;
use crate::diag::Severity;

/// A rule about language.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Dutch id in kebab-case: the thing found.
    pub name: &'static str,
    /// The page that an editor reads. It also holds the settings and the examples that are tested.
    pub page: &'static str,
    /// How it looks.
    pub(super) look: Look,
}

/// How a rule looks.
#[derive(Clone, Copy)]
pub(super) enum Look {
    /// At one block.
    Block(fn(&Reading<'_>) -> Vec<Hit>),
    /// At all blocks of a document together; each finding names its block.
    Whole(fn(&Document<'_>, &[Reading<'_>]) -> Vec<Finding>),
    /// At what the other rules left: it gets the places of a block where a rule found something already.
    Rest(fn(&Reading<'_>, &[Range<usize>]) -> Vec<Hit>),
    /// The engine of plain Dutch has looked already, at the page as a whole.
    Plain,
    /// Not at the text: rules about truth and about finished pages have their own eyes, and only their page stands here.
    Elsewhere,
}

impl fmt::Debug for Look {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Look::Block(_) => "Block",
            Look::Whole(_) => "Whole",
            Look::Rest(_) => "Rest",
            Look::Plain => "Plain",
            Look::Elsewhere => "Elsewhere",
        })
    }
}

/// What rules are about, as in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// True, with source.
    Waar,
    /// Neutral, without threat.
    Neutraal,
    /// Readable.
    Leesbaar,
    /// The page.
    Pagina,
}

impl Family {
    /// The Dutch word of the report.
    pub fn word(self) -> &'static str {
        match self {
            Family::Waar => "waar",
            Family::Neutraal => "neutraal",
            Family::Leesbaar => "leesbaar",
            Family::Pagina => "pagina",
        }
    }
}

/// Where a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Not in a text about a measure of the judge.
    Voluntary,
    /// Everywhere.
    Everywhere,
    /// On the page of a stage.
    Stage,
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// The page of a stage.
    Stage,
    /// Another page.
    Page,
    /// A file of values: every value stands by itself.
    Values,
    /// A letter or another text from outside the site.
    Letter,
}

/// The blocks of one file, in reading order.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// What it is.
    pub kind: DocumentKind,
    /// Its blocks.
    pub passages: &'a [Passage],
    /// What the engine of plain Dutch found in them; `block` is the number of the passage.
    pub plain: &'a [plain::Hit],
}

/// A hit and the number of its block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Number of the passage in the document.
    pub passage: usize,
    /// What was found.
    pub hit: Hit,
    /// How serious it is here; `None` when the page of its rule says so for every place.
    pub severity: Option<Severity>,
}

impl Finding {
    /// A finding as serious as the page of its rule says.
    pub fn new(passage: usize, hit: Hit) -> Finding {
        Finding { passage, hit, severity: None }
    }

    /// What the engine of plain Dutch found: it weighs every place by itself.
    fn of_plain(hit: &plain::Hit) -> Finding {
        let plain::Hit { rule, weight, block, range, text: _, message, help } = hit.clone();
        Finding { passage: block, hit: Hit { rule, range, message, help }, severity: Some(weight.severity()) }
    }
}

impl Rule {
    /// A rule that does not look at the text.
    pub(in crate::check) const fn elsewhere(name: &'static str, page: &'static str) -> Rule {
        Rule { name, page, look: Look::Elsewhere }
    }

    /// A line of the head of the page: `Ernst: fout`.
    fn setting(&self, name: &str) -> &'static str {
        let head = self.page.split("\n## ").next().unwrap_or_default();
        let line = head.lines().find_map(|line| line.strip_prefix(name).and_then(|rest| rest.strip_prefix(": ")));
        line.unwrap_or_default()
    }

    /// How serious a finding is: the first word of `Ernst: let op, fout bij meer dan …`.
    pub fn severity(&self) -> Option<Severity> {
        let words = self.setting("Ernst").split([',', '‘']).next().unwrap_or_default();
        let word = words.split(" bij").next().unwrap_or_default().split(" of ").next().unwrap_or_default();
        // `blokkade` is the word of the engine of plain Dutch for an error that no explanation mends.
        if word == "blokkade" { Some(Severity::Error) } else { Severity::from_word(word) }
    }

    /// Where it holds.
    pub fn scope(&self) -> Option<Scope> {
        match self.setting("Geldt") {
            "bij vrijwillige hulp" => Some(Scope::Voluntary),
            "overal" => Some(Scope::Everywhere),
            "op de bladzijde van een stap" => Some(Scope::Stage),
            _ => None,
        }
    }

    /// What it is about.
    pub fn family(&self) -> Family {
        match self.setting("Familie") {
            "waar" => Family::Waar,
            "leesbaar" => Family::Leesbaar,
            "pagina" => Family::Pagina,
            _ => Family::Neutraal,
        }
    }

    /// Facts on which it rests: `L-01`, `C-02`.
    pub fn facts(&self) -> Vec<&'static str> {
        self.setting("Feiten").split(", ").filter(|fact| !fact.is_empty()).collect()
    }

    /// What it finds, in one sentence.
    pub fn summary(&self) -> &'static str {
        let text = self.page.split("## Wat vindt deze regel?").nth(1).unwrap_or_default().trim_start();
        text.split_inclusive(". ").next().unwrap_or_default().lines().next().unwrap_or_default().trim()
    }

    /// Examples under `## Gevonden` or `## Goed`; each is a text in which ` / ` parts the blocks.
    pub fn examples(&self, heading: &str) -> Vec<&'static str> {
        let section = self.page.split("\n## ").find_map(|section| section.strip_prefix(heading)?.strip_prefix('\n'));
        section.unwrap_or_default().lines().filter_map(|line| line.strip_prefix("- ")).collect()
    }

    /// Whether it looks at what the other rules left, and so comes after them.
    pub fn comes_last(&self) -> bool {
        matches!(self.look, Look::Rest(_))
    }

    /// All findings in a document. `earlier` is what rules about neutral language found already.
    pub fn look(&self, document: &Document<'_>, readings: &[Reading<'_>], earlier: &[Finding]) -> Vec<Finding> {
        if self.scope() == Some(Scope::Stage) && document.kind != DocumentKind::Stage {
            return Vec::new();
        }
        let found = match self.look {
            Look::Elsewhere => Vec::new(),
            Look::Whole(look) => look(document, readings),
            Look::Plain => document.plain.iter().filter(|hit| hit.rule == self.name).map(Finding::of_plain).collect(),
            Look::Block(look) => of_blocks(readings, |_, reading| look(reading)),
            Look::Rest(look) => of_blocks(readings, |passage, reading| {
                let here = earlier.iter().filter(|finding| finding.passage == passage);
                look(reading, &here.map(|finding| finding.hit.range.clone()).collect::<Vec<_>>())
            }),
        };
        found.into_iter().filter(|finding| self.holds_in(document.passages[finding.passage].frame)).collect()
    }

    fn holds_in(&self, frame: Option<Frame>) -> bool {
        self.scope() != Some(Scope::Voluntary) || frame != Some(Frame::Gedwongen)
    }
}

/// What a rule finds in each block by itself.
fn of_blocks(readings: &[Reading<'_>], look: impl Fn(usize, &Reading<'_>) -> Vec<Hit>) -> Vec<Finding> {
    let of_block = |(passage, reading)| look(passage, reading).into_iter().map(move |hit| Finding::new(passage, hit));
    readings.iter().enumerate().flat_map(of_block).collect()
}

/// What a rule says about every place it finds. `{}` in the message becomes the words of the text.
pub(super) struct Words {
    pub(super) rule: &'static str,
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

impl Words {
    /// The hit for one place.
    pub(super) fn hit(&self, reading: &Reading<'_>, found: &Found) -> Hit {
        Hit {
            rule: self.rule,
            range: reading.range(found),
            message: self.message.replace("{}", &format!("`{}`", reading.text(found))),
            help: self.help.to_owned(),
        }
    }

    /// The usual rule: every place where a pattern fits and no excuse holds.
    pub(super) fn hits(&self, reading: &Reading<'_>, patterns: &Patterns, excuses: &[Excuse]) -> Vec<Hit> {
        let found = reading.find(patterns).into_iter().filter(|found| !reading.is_excused(found, excuses));
        found.map(|found| self.hit(reading, &found)).collect()
    }
}
