//! Which files of earlier runs stay: those of which neither the municipality's own inputs nor the texts that they took
//! have changed.
//!
//! The promise that all of this rests on: notes of an edition name every piece that a page took, for every municipality
//! whose pages were made from that edition. A run for a part of the country makes few pages, so it adds to notes of its own
//! edition and leaves others alone; its municipalities are then of another edition than the notes, and no note is used for
//! them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::inputs::Inputs;
use crate::lang::Lang;
use crate::plan::{Forward, Hub, PagePlan, SitePlan, Unit};
use crate::render::{Kept, Rendered, TextMarks};
use crate::write::{PageNotes, Publisher, TextNotes};

/// The mark of lists of places and old addresses, among those of municipalities: no municipality can have this key, since
/// the folder is taken.
const SIGNPOSTS: &str = "plaatsen";

/// Looks what may stay and what still stands.
pub(super) struct Keeper<'a> {
    pub(super) inputs: &'a Inputs<'a>,
    pub(super) texts: &'a TextMarks,
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
        pages: &BTreeMap<Lang, Vec<EarlierPage>>,
    ) -> OfMunicipality {
        let municipality = self.inputs.municipality(index);
        let now = self.inputs.of(municipality);
        let before = self.publisher.made_from(&municipality.key).filter(|before| before.own == now.own);
        self.publisher.mark(&municipality.key, now);
        let mut found = OfMunicipality::default();
        let Some(before) = before else { return found };
        let by_notes = self.publisher.notes().is_some_and(|notes| notes.edition == before.edition);
        let by_edition = self.is_partial && before.edition == now.edition;
        for (place, unit) in units {
            let pages = &pages[&unit.lang];
            let may_stay = |page: &&EarlierPage| by_edition || (by_notes && page.has_same_texts);
            let (places, files): (Vec<usize>, Vec<&str>) =
                pages.iter().filter(may_stay).map(|page| (page.place, page.file.as_str())).unzip();
            let mut stays = vec![false; pages.len()];
            for (page, is_kept) in places.into_iter().zip(self.publisher.keep(&unit.root, &files)) {
                stays[page] = is_kept;
            }
            found.units.push((*place, stays));
        }
        let data = format!("{}.json", municipality.key);
        found.data = self.publisher.keep("data/", &[&data]).contains(&true).then_some(index);
        found
    }

    /// The pages of the plan by language, in the order of their files.
    fn earlier_pages(&self) -> BTreeMap<Lang, Vec<EarlierPage>> {
        let same = self.same_pages();
        let of_language = |(lang, pages): (&Lang, &Vec<PagePlan>)| {
            let earlier = |(place, page): (usize, &PagePlan)| EarlierPage {
                file: format!("{}index.html", page.address),
                place,
                has_same_texts: same.contains(&page_name(*lang, &page.address)),
            };
            let mut pages: Vec<EarlierPage> = pages.iter().enumerate().map(earlier).collect();
            pages.sort_by(|one, other| one.file.cmp(&other.file));
            (*lang, pages)
        };
        self.plan.pages.iter().map(of_language).collect()
    }

    /// Pages whose texts are as they were when the last run noted them.
    fn same_pages(&self) -> BTreeSet<String> {
        let notes = self.publisher.notes().into_iter().flat_map(|notes| &notes.pages);
        notes
            .filter(|(page, notes)| self.mark(page, &notes.pieces) == Some(notes.mark))
            .map(|(page, _)| page.clone())
            .collect()
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
        let mut pages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (page, notes) in self.publisher.notes().into_iter().flat_map(|notes| &notes.pages) {
            if same.contains(page) {
                pages.insert(page.clone(), notes.pieces.clone());
            }
        }
        for ((lang, address), taken) in &rendered.taken {
            pages.entry(page_name(*lang, address)).or_default().extend(taken.iter().cloned());
        }
        let noted = pages.into_par_iter().filter_map(|(page, pieces)| {
            let mark = self.mark(&page, &pieces)?;
            Some((page, PageNotes { mark, pieces }))
        });
        Some(TextNotes { edition, pages: noted.collect() })
    }
}

/// A page that an earlier run may have made.
struct EarlierPage {
    /// Its file, from the folder of a municipality in its language.
    file: String,
    /// Its place in the plan.
    place: usize,
    /// Whether its texts are as they were when the last run noted them.
    has_same_texts: bool,
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
