//! Lists of places by letter: who does not know the name of the municipality finds it by the name of the town.

use std::collections::BTreeMap;

use super::{Homes, HubRenderer};
use crate::model::RegisteredPlace;
use crate::model::municipality::Municipality;
use crate::output::OutputFile;
use crate::plan::{first_letter, places_folder};
use crate::render::context::PlaceItem;
use crate::render::templates::Values;
use crate::render::{Kept, RenderError};

/// What a list of places leads to.
struct Ways<'a> {
    homes: Homes,
    /// Municipalities that are listed, by their CBS code.
    by_code: BTreeMap<&'a str, &'a Municipality>,
}

impl HubRenderer<'_> {
    /// Gives the lists of all letters but those that are kept.
    pub(super) fn give_places(&self, kept: &Kept, give: &mut dyn FnMut(OutputFile)) -> Result<(), RenderError> {
        let mut by_letter: BTreeMap<String, Vec<&RegisteredPlace>> = BTreeMap::new();
        for place in &self.frame.model.places {
            by_letter.entry(first_letter(&place.name)).or_default().push(place);
        }
        by_letter.retain(|letter, _| !kept.above.contains(&format!("{}index.html", self.hub.places(letter))));
        let Some(first) = by_letter.keys().next() else { return Ok(()) };
        // All these pages lie equally deep.
        let ways = Ways {
            homes: self.homes(&places_folder(first)),
            by_code: self.frame.listed().map(|municipality| (municipality.code.as_str(), municipality)).collect(),
        };
        for (letter, places) in &by_letter {
            give(self.file(&places_folder(letter), "places", &self.places(letter, places, &ways))?);
        }
        Ok(())
    }

    fn places(&self, letter: &str, places: &[&RegisteredPlace], ways: &Ways<'_>) -> Values {
        let mut items: Vec<PlaceItem> = places
            .iter()
            .filter_map(|place| {
                let municipality = ways.by_code.get(place.municipality_code.as_str())?;
                Some(PlaceItem {
                    place: place.name.clone(),
                    href: ways.homes.of(&municipality.key),
                    municipality: municipality.name.clone(),
                    province: place.province.clone(),
                })
            })
            .collect();
        items.sort_by_cached_key(|item| (item.place.to_lowercase(), item.municipality.clone()));
        let title = self.places_title(letter);
        self.common(&places_folder(letter), "places", &title, &title, &self.text("hub.places_description"), None)
            .with("letter", letter)
            .with("items", &items)
            .with("letters", &self.letter_links(&places_folder(letter)))
    }
}
