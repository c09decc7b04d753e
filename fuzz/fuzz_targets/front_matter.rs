//! Front matter: a Markdown file is anything; its first byte says what kind of text it is taken for.
#![no_main]

use camino::Utf8Path;
use libfuzzer_sys::fuzz_target;
use ouderwijzer::diag::{Diagnostics, SourceMap};
use ouderwijzer::sources::raw::{RawAddition, RawPageWords, RawRemedyWords, RawRightWords, RawStageWords};
use ouderwijzer::sources::{RawWords, document_draft};
use ouderwijzer_fuzz::site::{language, show, with_part};

const STAGE: &str = "zitting";
const RIGHT: &str = "nee-zeggen";
const PAGE: &str = "woordenlijst";

/// What stood there before.
enum Before {
    Stage(RawWordsOf<RawStageWords>),
    Right(RawWordsOf<RawRightWords>),
    Page(RawWordsOf<RawPageWords>),
}

type RawWordsOf<T> = Option<ouderwijzer::sources::Document<T>>;

fuzz_target!(|input: &[u8]| {
    let Some((kind, bytes)) = input.split_first() else { return };
    match kind % 5 {
        0..=2 => drop(with_part(
            |sources, files| put(kind % 5, bytes, sources.words.entry(language()).or_default(), files),
            |sources, before| back(sources.words.entry(language()).or_default(), before),
        )),
        // The small site has none of these, so they are only read.
        3 => alone(|files| document_draft::<RawRemedyWords>(Utf8Path::new("gesprek.md"), bytes.to_vec(), files).1),
        _ => alone(|files| document_draft::<RawAddition>(Utf8Path::new("hulp.md"), bytes.to_vec(), files).1),
    }
});

fn alone(read: impl FnOnce(&mut SourceMap) -> Diagnostics) {
    let mut files = SourceMap::default();
    let problems = read(&mut files);
    show(&problems, &files);
}

fn put(kind: u8, bytes: &[u8], words: &mut RawWords, files: &mut SourceMap) -> (Option<Before>, Diagnostics) {
    let bytes = bytes.to_vec();
    match kind {
        0 => {
            let (stage, problems) = document_draft(Utf8Path::new("content/nl/stappen/zitting.md"), bytes, files);
            (stage.map(|stage| Before::Stage(words.stages.insert(STAGE.to_owned(), stage))), problems)
        }
        1 => {
            let (right, problems) = document_draft(Utf8Path::new("content/nl/rechten/nee-zeggen.md"), bytes, files);
            (right.map(|right| Before::Right(words.rights.insert(RIGHT.to_owned(), right))), problems)
        }
        _ => {
            let (page, problems) = document_draft(Utf8Path::new("content/nl/paginas/woordenlijst.md"), bytes, files);
            (page.map(|page| Before::Page(words.pages.insert(PAGE.to_owned(), page))), problems)
        }
    }
}

fn back(words: &mut RawWords, before: Before) {
    match before {
        Before::Stage(stage) => words.stages.extend(stage.map(|stage| (STAGE.to_owned(), stage))),
        Before::Right(right) => words.rights.extend(right.map(|right| (RIGHT.to_owned(), right))),
        Before::Page(page) => words.pages.extend(page.map(|page| (PAGE.to_owned(), page))),
    }
}
