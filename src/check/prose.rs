//! Holds the rules against the prose of a site or a letter, and the permissions of editors against what was found.

use std::collections::BTreeMap;

use crate::check::handbook::HANDBOOK;
use crate::check::language::{Frame, Passage, Reading};
use crate::check::plain::{self, Glossary};
use crate::check::rules::{Document, DocumentKind, Family, Finding, RULES, Rule};
use crate::check::{readable, truth};
use crate::diag::{Diagnostic, Diagnostics, FileId, Severity, nearest};
use crate::model::pathway;
use crate::model::prose::{Permission, ProseBlock, ProseFile, ProseKind};

/// What is known around the files: it decides what holds in them.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The legal frame of each stage.
    pub frames: BTreeMap<String, Frame>,
    /// The terms that a page must explain.
    pub glossary: Glossary,
}

/// What the rules find in prose.
#[derive(Debug, Default)]
pub struct ProseReport {
    /// Findings that an editor gets unasked.
    pub problems: Diagnostics,
    /// Findings of weight `tip`: for an editor who asks for them.
    pub tips: Diagnostics,
    /// The reading level of each page and letter. Files of values have none: each value stands on another page.
    pub levels: Vec<(FileId, plain::Reading)>,
}

/// Holds all rules against these files.
pub fn check_prose(files: &[ProseFile], around: &Surroundings) -> ProseReport {
    let mut report = ProseReport::default();
    for file in files {
        check_file(file, around, &mut report);
    }
    report
}

fn check_file(file: &ProseFile, around: &Surroundings, report: &mut ProseReport) {
    let passages: Vec<Passage> = file.blocks.iter().map(|block| passage(file, block, &around.frames)).collect();
    let readings: Vec<Reading<'_>> = passages.iter().map(Reading::new).collect();
    let read_plain = readable::read(file, &around.glossary);
    let document = Document { kind: document_kind(&file.kind), passages: &passages, plain: &read_plain.hits };
    let mut used = vec![false; file.permissions.len()];
    for (rule, finding) in findings(&document, &readings) {
        let outer = file.blocks[finding.passage].outer;
        let allowed = file.permissions.iter().position(|one| allows(one, rule) && one.outer == outer);
        match allowed {
            Some(number) => used[number] = true,
            None => report.add(diagnostic(rule, &passages[finding.passage], finding)),
        }
    }
    for (permission, used) in file.permissions.iter().zip(used) {
        check_permission(permission, used, &mut report.problems);
    }
    report.levels.extend(read_plain.level.map(|level| (file.file, level)));
}

/// What all rules find. Rules that look at what the others left come last.
fn findings(document: &Document<'_>, readings: &[Reading<'_>]) -> Vec<(&'static Rule, Finding)> {
    let (last, first): (Vec<&Rule>, Vec<&Rule>) = RULES.iter().partition(|rule| rule.comes_last());
    let mut found = look(&first, document, readings, &[]);
    let neutral = found.iter().filter(|(rule, _)| rule.family() == Family::Neutraal);
    let earlier: Vec<Finding> = neutral.map(|(_, finding)| finding.clone()).collect();
    found.extend(look(&last, document, readings, &earlier));
    found
}

fn look(
    rules: &[&'static Rule],
    document: &Document<'_>,
    readings: &[Reading<'_>],
    earlier: &[Finding],
) -> Vec<(&'static Rule, Finding)> {
    let of_rule = |rule: &&'static Rule| {
        let rule = *rule;
        rule.look(document, readings, earlier).into_iter().map(move |finding| (rule, finding))
    };
    rules.iter().flat_map(of_rule).collect()
}

impl ProseReport {
    fn add(&mut self, found: Diagnostic) {
        match found.severity {
            Severity::Tip => self.tips.push(found),
            _ => self.problems.push(found),
        }
    }
}

/// A permission names a rule, or its number in the facts sheet: `L-11`.
fn allows(permission: &Permission, rule: &Rule) -> bool {
    permission.rule == rule.name || rule.facts().contains(&permission.rule.as_str())
}

fn passage(file: &ProseFile, block: &ProseBlock, frames: &BTreeMap<String, Frame>) -> Passage {
    let of_stage = match &file.kind {
        ProseKind::Stage(key) => frames.get(key).copied(),
        _ => None,
    };
    let own = block.frame.as_deref().or(file.frame.as_deref()).and_then(pathway::frame);
    let prose = block.prose.clone();
    Passage {
        text: prose.text,
        places: prose.places,
        frame: own.or(of_stage),
        kind: prose.kind,
        facts: prose.facts,
        glossary: prose.glossary,
    }
}

fn document_kind(kind: &ProseKind) -> DocumentKind {
    match kind {
        ProseKind::Stage(_) => DocumentKind::Stage,
        ProseKind::Page => DocumentKind::Page,
        ProseKind::Values => DocumentKind::Values,
        ProseKind::Letter => DocumentKind::Letter,
    }
}

fn diagnostic(rule: &Rule, passage: &Passage, finding: Finding) -> Diagnostic {
    let Finding { passage: _, hit, severity } = finding;
    let severity = severity.or(rule.severity()).expect("a test reads the head of every page");
    let found = Diagnostic { severity, ..Diagnostic::error(rule.name, hit.message) };
    found.at(passage.span(&hit.range)).help(hit.help)
}

/// A permission names a rule that exists, has a reason, and allows something that is there.
fn check_permission(permission: &Permission, used: bool, problems: &mut Diagnostics) {
    let name = &permission.rule;
    if truth::is_allowed_elsewhere(name) {
        return;
    }
    let wrong = if !RULES.iter().any(|rule| allows(permission, rule)) {
        let help = match nearest(name, HANDBOOK.iter().map(|rule| rule.name)) {
            Some(meant) => format!("bedoelt u `{meant}`?"),
            None => "bekijk de regels met `ouderwijzer uitleg`".to_owned(),
        };
        Diagnostic::error("onbekende-regel", format!("er is geen regel `{name}`")).help(help)
    } else if permission.reason.is_empty() {
        Diagnostic::error("mag-zonder-reden", format!("bij `mag: {name}` staat niet waarom"))
            .help(format!("schrijf de reden erachter: `mag: {name} …`"))
    } else if used {
        return;
    } else {
        Diagnostic {
            severity: Severity::Warning,
            ..Diagnostic::error("mag-ongebruikt", format!("`mag: {name}` staat niets meer toe"))
        }
        .help("haal deze regel weg")
    };
    problems.push(wrong.at(permission.place));
}
