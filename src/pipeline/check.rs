//! Looks at everything and writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use blake3::Hash;
use camino::Utf8Path;

use super::counter::Counter;
use super::reading::line;
use super::{Failure, Outcome, Progress, Run, apart, chosen, job, picture, refusal};
use crate::check::language::Frame;
use crate::check::pages::{PageChecker, PageGroups};
use crate::check::plain::Glossary;
use crate::check::questions::Answer;
use crate::check::truth::{Grounds, check_truth};
use crate::check::{LinkChecker, ProseReport, Surroundings, check_prose, question_prose};
use crate::diag::{Diagnostics, SourceMap};
use crate::model::Model;
use crate::model::prose::{self, ProseFile, ProseKind};
use crate::output::OutputFile;
use crate::render;
use crate::settings::Settings;
use crate::sources::{Snapshot, Wanted};

/// Does everything that a build does except writing, follows every link of every page, and holds the Dutch texts against the
/// rules of language.
///
/// # Errors
/// When input cannot be read.
pub fn check(settings: &Settings, progress: Progress<'_>) -> Result<Outcome, Failure> {
    check_with_mark(settings, progress).map(|(_, outcome)| outcome)
}

/// The same, with the mark of the files that were looked at.
///
/// # Errors
/// When input cannot be read.
pub fn check_with_mark(settings: &Settings, progress: Progress<'_>) -> Result<(Hash, Outcome), Failure> {
    let snapshot = Snapshot::take(&settings.site_dir, &Wanted::Everything)?;
    let mark = snapshot.mark();
    Ok((mark, look_at_all(Run::of_snapshot(snapshot, settings)?, settings, progress)))
}

fn look_at_all(mut run: Run, settings: &Settings, progress: Progress<'_>) -> Outcome {
    run.check_language(settings);
    run.check_truth(settings);
    let Some((sources, model, plan)) = run.ready.take() else { return run.nothing() };
    let listed = chosen(&model, &plan);
    let links = LinkChecker::new(&model.site.base_address);
    let shapes = Shapes::of(&model, &listed);
    let pages = PageChecker::new(&model.site.exit_address, &shapes);
    let counter = Counter::new(&plan, progress);
    // A check looks only at the pages of this run, so it follows no links to pages of an earlier one.
    let nothing = BTreeSet::new();
    let rendered = render::render(&job(&sources, &model, &plan, settings, &listed, &nothing), &|file: OutputFile| {
        counter.count(&file);
        links.look(&file);
        pages.look(&file);
    });
    match rendered {
        Ok(small) => {
            run.problems.extend(links.finish().0);
            run.add_with_tips(pages.finish().0);
            run.problems.extend(picture::small_print(&small, &sources, &model));
        }
        Err(error) => run.problems.push(refusal(&error, &sources)),
    }
    let made = counter.pages();
    Outcome { municipalities: listed.len(), pages: made, ..run.nothing() }
}

/// Reads and holds the texts against the rules, without making pages: for an editor who works on one file.
///
/// # Errors
/// When input cannot be read.
pub fn check_texts(settings: &Settings) -> Result<Outcome, Failure> {
    let mut run = Run::read(settings)?;
    run.check_language(settings);
    run.check_truth(settings);
    Ok(run.nothing())
}

/// The language whose words the rules know.
const LANGUAGE_OF_RULES: &str = "nl";

/// Holds a letter against the rules of language. It has no site around it.
pub fn check_letter(path: &str, text: &str, frame: Option<Frame>) -> Outcome {
    let mut files = SourceMap::default();
    let letter = letter(&mut files, path, text, frame);
    let ProseReport { problems, tips, levels } = check_prose(&[letter], &Surroundings::default());
    Outcome { files, problems, tips, levels, own_address: String::new(), municipalities: 0, pages: 0, published: None }
}

/// Answers the four questions of a neutral text for a letter; `outcome` is what `check_letter` found in it.
pub fn question_letter(path: &str, text: &str, outcome: &Outcome) -> [Answer; 4] {
    let found: Vec<&str> = outcome.problems.iter().map(|problem| problem.rule).collect();
    question_prose(&letter(&mut SourceMap::default(), path, text, None), &found)
}

fn letter(files: &mut SourceMap, path: &str, text: &str, frame: Option<Frame>) -> ProseFile {
    let file = files.add(path.into(), text.into());
    let mut letter = if path.ends_with(".md") {
        prose::of_markdown(file, text, ProseKind::Letter)
    } else {
        prose::of_plain_text(file, text)
    };
    letter.frame = frame.map(|frame| frame_name(frame).to_owned());
    letter
}

fn frame_name(frame: Frame) -> &'static str {
    match frame {
        Frame::Vrijwillig => "vrijwillig",
        Frame::VrijwilligIntensief => "vrijwillig-intensief",
        Frame::Overgang => "overgang",
        Frame::Gedwongen => "gedwongen",
    }
}

impl Run {
    /// Shared texts once, and the files of the chosen municipalities. Without a pathway nobody knows the frames.
    fn check_language(&mut self, settings: &Settings) {
        let Some(around) = &self.around else { return };
        let mut texts = prose::of_site(&self.files, LANGUAGE_OF_RULES);
        texts.retain(|text| is_chosen(self.files.path(text.file), settings));
        let ProseReport { problems, tips, levels } = check_prose(&texts, around);
        self.add_beside_errors(problems);
        (self.tips, self.levels) = (tips, levels);
    }

    /// Holds what is said against its sources, its days and the day of the run. Also when there are errors: as many as can be at once.
    fn check_truth(&mut self, settings: &Settings) {
        let ready = self.ready.as_ref().map(|(_, model, _)| model);
        let Some(model) = ready.or(self.unsound.as_ref()) else { return };
        let prose = prose::of_site(&self.files, LANGUAGE_OF_RULES);
        let grounds = Grounds { model, files: &self.files, prose: &prose, as_of: settings.as_of };
        let mut found = check_truth(&grounds);
        found.retain(|one| one.span.is_none_or(|span| is_chosen(self.files.path(span.file), settings)));
        self.add_beside_errors(found);
    }

    /// One message for one mistake: what is wrong in itself is mended before its words and its truth are judged.
    fn add_beside_errors(&mut self, mut found: Diagnostics) {
        found.retain(|problem| problem.span.is_none_or(|span| !self.wrong_lines.contains(&line(&self.files, span))));
        self.problems.extend(found);
    }

    /// Tips are for an editor who asks for them.
    fn add_with_tips(&mut self, found: Diagnostics) {
        let (tips, problems) = apart(found);
        self.tips.extend(tips);
        self.problems.extend(problems);
    }
}

/// Whether a file is about the chosen municipalities, or about all.
fn is_chosen(path: &Utf8Path, settings: &Settings) -> bool {
    let key = path.strip_prefix("municipalities").ok().and_then(|inside| inside.iter().next());
    let key = key.map(|name| name.trim_end_matches(".yaml"));
    settings.municipalities.is_empty()
        || key.is_none_or(|key| key == "regios" || settings.municipalities.iter().any(|one| one == key))
}

/// Which pages have one shape: municipalities without a file differ only in name and address.
struct Shapes<'a> {
    listed: &'a BTreeSet<String>,
    undescribed: BTreeSet<&'a str>,
}

impl<'a> Shapes<'a> {
    fn of(model: &'a Model, listed: &'a BTreeSet<String>) -> Shapes<'a> {
        let undescribed = model.municipalities.iter().filter(|one| !one.described).map(|one| one.key.as_str()).collect();
        Shapes { listed, undescribed }
    }
}

impl PageGroups for Shapes<'_> {
    fn shape(&self, path: &str) -> String {
        match path.split_once('/') {
            Some((key, rest)) if self.undescribed.contains(key) => format!("*/{rest}"),
            _ => path.to_owned(),
        }
    }

    fn is_local(&self, path: &str) -> bool {
        path.split_once('/').is_some_and(|(key, _)| self.listed.contains(key))
    }
}

/// The frames of the stages and the terms of the glossary; `None` without a stage.
pub(super) fn surroundings(model: &Model) -> Option<Surroundings> {
    let frames: BTreeMap<String, Frame> =
        model.pathway.stages.iter().map(|stage| (stage.key.clone(), stage.frame)).collect();
    let words = model.words.iter().find(|(lang, _)| lang.tag() == LANGUAGE_OF_RULES);
    let terms = words.into_iter().flat_map(|(_, words)| &words.glossary);
    let glossary = Glossary::new(terms.map(|term| std::iter::once(&term.word).chain(&term.also).map(String::as_str)));
    (!frames.is_empty()).then_some(Surroundings { frames, glossary })
}
