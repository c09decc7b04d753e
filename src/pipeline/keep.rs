//! Which files of earlier runs stay: those of which neither the municipality's own inputs nor the texts that they took
//! have changed. Of a municipality of which only values changed, also pages that show none of them.
//!
//! The promise that all of this rests on: notes of an edition name every piece that a page took, and all that it shows of a
//! municipality, for every municipality whose pages were made from that edition. A run for a part of the country makes few
//! pages, so it adds to notes of its own edition and leaves others alone; its municipalities are then of another edition
//! than the notes, and no note is used for them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::inputs::Inputs;
use crate::lang::Lang;
use crate::plan::{Forward, Hub, PagePlan, SitePlan, Unit};
use crate::render::{Kept, LocalMarks, Ready, Rendered, TextMarks};
use crate::write::{LocalNotes, MadeFrom, PageNotes, Publisher, TextNotes};

/// The mark of lists of places and old addresses, among those of municipalities: no municipality can have this key, since
/// the folder is taken.
const SIGNPOSTS: &str = "plaatsen";

/// Looks what may stay and what still stands.
pub(super) struct Keeper<'a> {
    pub(super) inputs: &'a Inputs<'a>,
    pub(super) ready: &'a Ready<'a>,
    pub(super) texts: &'a TextMarks<'a>,
    pub(super) plan: &'a SitePlan,
    pub(super) publisher: &'a Publisher,
    /// Keys of the municipalities that the hub lists.
    pub(super) listed: &'a BTreeSet<String>,
    /// Whether this run makes a part of the country.
    pub(super) is_partial: bool,
}

impl Keeper<'_> {
    /// Everything that stays, of the municipalities that this run makes.
    pub(super) fn keep(&self, others: &BTreeSet<usize>) -> Kept {
        let pages = self.earlier_pages();
        let mut units_of: BTreeMap<usize, Vec<(usize, &Unit)>> = BTreeMap::new();
        for (place, unit) in self.plan.units.iter().enumerate().filter(|(_, unit)| !others.contains(&unit.municipality)) {
            units_of.entry(unit.municipality).or_default().push((place, unit));
        }
        let found: Vec<OfMunicipality> =
            units_of.par_iter().map(|(index, units)| self.of_municipality(*index, units, &pages)).collect();
        let mut kept = Kept { units: vec![Vec::new(); self.plan.units.len()], above: self.signposts(), ..Kept::default() };
        for one in found {
            kept.data.extend(one.data);
            one.units.into_iter().for_each(|(place, pages)| kept.units[place] = pages);
        }
        kept
    }

    /// Lists of places and old addresses that stay.
    fn signposts(&self) -> BTreeSet<String> {
        let now = self.inputs.of_signposts(self.plan, self.listed);
        let before = self.publisher.made_from(SIGNPOSTS).filter(|before| before.own == now.own);
        self.publisher.mark(SIGNPOSTS, now);
        if before.is_none() {
            return BTreeSet::new();
        }
        let places =
            |hub: &Hub| hub.place_letters.iter().map(|letter| format!("{}index.html", hub.places(letter))).collect();
        let places = self.plan.hubs.iter().flat_map::<Vec<String>, _>(places);
        let paths: BTreeSet<String> = places.chain(self.plan.forwards.iter().map(Forward::file)).collect();
        let stays = self.publisher.keep("", &paths.iter().map(String::as_str).collect::<Vec<_>>());
        paths.into_iter().zip(stays).filter(|(_, stays)| *stays).map(|(path, _)| path).collect()
    }

    fn of_municipality(
        &self,
        index: usize,
        units: &[(usize, &Unit)],
        pages: &BTreeMap<Lang, Vec<EarlierPage<'_>>>,
    ) -> OfMunicipality {
        let municipality = self.inputs.municipality(index);
        let now = self.inputs.of(municipality);
        let before = self.publisher.made_from(&municipality.key);
        self.publisher.mark(&municipality.key, now);
        let mut found = OfMunicipality::default();
        let Some(before) = before else { return found };
        let change = self.change_of(index, (before, &now));
        let by_notes = self.publisher.notes().is_some_and(|notes| notes.edition == before.edition);
        let by_edition = self.is_partial && before.edition == now.edition;
        for (place, unit) in units {
            let pages = &pages[&unit.lang];
            let may_stay = |page: &&EarlierPage| match &change {
                Change::Nothing => by_edition || (by_notes && page.has_same_texts),
                Change::Values(marks) => by_notes && marks.get(&unit.lang).is_some_and(|marks| page.shows_the_same(marks)),
                Change::Everything => false,
            };
            let (places, files): (Vec<usize>, Vec<&str>) =
                pages.iter().filter(may_stay).map(|page| (page.place, page.file.as_str())).unzip();
            let mut stays = vec![false; pages.len()];
            for (page, is_kept) in places.into_iter().zip(self.publisher.keep(&unit.root, &files)) {
                stays[page] = is_kept;
            }
            found.units.push((*place, stays));
        }
        let data = format!("{}.json", municipality.key);
        let is_same = matches!(change, Change::Nothing);
        found.data = (is_same && self.publisher.keep("data/", &[&data]).contains(&true)).then_some(index);
        found
    }

    /// What became different of a municipality. What its pages can show now is remembered, as far as that is known without
    /// making all of them.
    fn change_of(&self, index: usize, (before, now): (&MadeFrom, &MadeFrom)) -> Change {
        let municipality = self.inputs.municipality(index);
        let rest = self.inputs.besides_values(municipality);
        let earlier = self.publisher.local_notes(&municipality.key).filter(|notes| notes.rest == rest);
        let is_same = before.own == now.own;
        let Some(earlier) = earlier else { return if is_same { Change::Nothing } else { Change::Everything } };
        if is_same {
            self.publisher.note_local(&municipality.key, earlier.clone());
            return Change::Nothing;
        }
        let notes = self.publisher.notes().into_iter().flat_map(|notes| notes.pages.values());
        let shown = notes.flat_map(|page| &page.aspects).cloned().collect();
        let Some(marks) = self.ready.local_marks(index, &shown) else { return Change::Everything };
        let languages = marks.iter().map(|(lang, marks)| (lang.tag().to_owned(), marks.line())).collect();
        self.publisher.note_local(&municipality.key, LocalNotes { rest, languages });
        let both = marks.into_iter().filter_map(|(lang, now)| {
            let before = LocalMarks::of_line(earlier.languages.get(lang.tag())?);
            Some((lang, LocalChange { before, now }))
        });
        Change::Values(both.collect())
    }

    /// The pages of the plan by language, in the order of their files.
    fn earlier_pages(&self) -> BTreeMap<Lang, Vec<EarlierPage<'_>>> {
        let same = self.same_pages();
        let of_language = |(lang, pages): (&Lang, &Vec<PagePlan>)| {
            let earlier = |(place, page): (usize, &PagePlan)| EarlierPage {
                file: format!("{}index.html", page.address),
                place,
                has_same_texts: same.contains(&page_name(*lang, &page.address)),
                aspects: self.aspects_of(&page_name(*lang, &page.address)),
            };
            let mut pages: Vec<EarlierPage<'_>> = pages.iter().enumerate().map(earlier).collect();
            pages.sort_by(|one, other| one.file.cmp(&other.file));
            (*lang, pages)
        };
        self.plan.pages.iter().map(of_language).collect()
    }

    /// Aspects of a municipality on which a page depends, when the last run noted them.
    fn aspects_of(&self, page: &str) -> Option<&BTreeSet<String>> {
        self.publisher.notes()?.pages.get(page).map(|notes| &notes.aspects)
    }

    /// Pages whose texts are as they were when the last run noted them. In the same edition all of them are.
    fn same_pages(&self) -> BTreeSet<String> {
        let Some(earlier) = self.publisher.notes() else { return BTreeSet::new() };
        let is_same_edition = earlier.edition == self.inputs.edition();
        let is_same =
            |(page, notes): &(&String, &PageNotes)| is_same_edition || self.mark(page, &notes.pieces) == Some(notes.mark);
        earlier.pages.iter().filter(is_same).map(|(page, _)| page.clone()).collect()
    }

    fn mark(&self, page: &str, pieces: &BTreeSet<String>) -> Option<blake3::Hash> {
        let lang = self.plan.pages.keys().find(|lang| page.split('/').next() == Some(lang.tag()))?;
        self.texts.of(*lang, pieces.iter().map(String::as_str))
    }

    /// What all pages took, those that were made now and those that stay; `None` when the notes of an earlier run stay.
    pub(super) fn notes(&self, rendered: &Rendered) -> Option<TextNotes> {
        let edition = self.inputs.edition();
        let is_first = self.publisher.notes().is_none() && !self.publisher.has_marks();
        if self.is_partial && !is_first && self.publisher.notes().is_none_or(|notes| notes.edition != edition) {
            return None;
        }
        let same = self.same_pages();
        let earlier = self.publisher.notes().into_iter().flat_map(|notes| &notes.pages);
        let mut pages: BTreeMap<String, PageNotes> =
            earlier.filter(|(page, _)| same.contains(*page)).map(|(page, notes)| (page.clone(), notes.clone())).collect();
        for ((lang, address), taken) in &rendered.taken {
            let page = page_name(*lang, address);
            let mut notes = pages.remove(&page).unwrap_or_else(PageNotes::of_nothing);
            notes.aspects.extend(taken.aspects.iter().cloned());
            if !taken.pieces.is_subset(&notes.pieces) {
                notes.pieces.extend(taken.pieces.iter().cloned());
                let Some(mark) = self.mark(&page, &notes.pieces) else { continue };
                notes.mark = mark;
            }
            pages.insert(page, notes);
        }
        Some(TextNotes { edition, pages })
    }

    /// Remembers what can be shown of municipalities of which all pages were made.
    pub(super) fn note_local(&self, rendered: &Rendered) {
        let mut made: BTreeMap<usize, BTreeMap<String, String>> = BTreeMap::new();
        for ((index, lang), marks) in &rendered.local {
            made.entry(*index).or_default().insert(lang.tag().to_owned(), marks.line());
        }
        for (index, languages) in made {
            let municipality = self.inputs.municipality(index);
            let rest = self.inputs.besides_values(municipality);
            self.publisher.note_local(&municipality.key, LocalNotes { rest, languages });
        }
    }
}

/// What became different of a municipality since its pages were made.
enum Change {
    /// Nothing of its own.
    Nothing,
    /// Only what pages can show of it, by language.
    Values(BTreeMap<Lang, LocalChange>),
    /// Something on which all pages depend, or nobody knows what.
    Everything,
}

/// Marks of what pages can show of a municipality.
struct LocalChange {
    before: LocalMarks,
    now: LocalMarks,
}

/// A page that an earlier run may have made.
struct EarlierPage<'a> {
    /// Its file, from the folder of a municipality in its language.
    file: String,
    /// Its place in the plan.
    place: usize,
    /// Whether its texts are as they were when the last run noted them.
    has_same_texts: bool,
    /// Aspects of a municipality on which it depends, when the last run noted them.
    aspects: Option<&'a BTreeSet<String>>,
}

impl EarlierPage<'_> {
    /// Whether no text and no aspect of it is different.
    fn shows_the_same(&self, LocalChange { before, now }: &LocalChange) -> bool {
        self.has_same_texts && self.aspects.is_some_and(|aspects| now.agrees(before, aspects))
    }
}

#[derive(Default)]
struct OfMunicipality {
    units: Vec<(usize, Vec<bool>)>,
    data: Option<usize>,
}

/// A page of a language as notes call it.
fn page_name(lang: Lang, address: &str) -> String {
    format!("{}/{address}", lang.tag())
}
