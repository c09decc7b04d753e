//! Which municipality somebody means: by its name, its official name, a place in it, or the name that it once had.

use std::collections::BTreeSet;

use crate::sources::{FormerMunicipality, Register, RegisteredMunicipality, key_of};

/// What the official lists say of a name.
#[derive(Clone, Debug)]
pub enum Found<'a> {
    /// A municipality of today.
    Municipality(&'a RegisteredMunicipality),
    /// A place, or another name, in one municipality.
    PlaceIn(&'a str, &'a RegisteredMunicipality),
    /// More municipalities have this name, or a place with this name.
    Several(Vec<&'a RegisteredMunicipality>),
    /// A municipality that merged, and into which; more than one when it was divided.
    Former(&'a str, Vec<&'a RegisteredMunicipality>),
    /// Nothing has this name.
    Nothing,
}

/// Looks a name up. Capitals, accents, hyphens and the word `gemeente` in front do not matter.
pub fn find<'a>(register: &'a Register, typed: &str) -> Found<'a> {
    let key = key_of_name(typed);
    let all = &register.municipalities;
    if let Some(row) = all.iter().find(|row| row.key == key || key_of_name(&row.name) == key) {
        return Found::Municipality(row);
    }
    if let Some(found) = of_rows(all.iter().filter(|row| without_suffix(&row.name) == key)) {
        return found.map_or_else(|several| several, Found::Municipality);
    }
    if let Some(found) = former(register, &key) {
        return found;
    }
    let places: Vec<_> = register
        .places
        .iter()
        .filter(|place| without_suffix(&place.name) == key || key_of_name(&place.name) == key)
        .collect();
    let codes: BTreeSet<&str> = places.iter().map(|place| place.municipality_code.as_str()).collect();
    match of_rows(all.iter().filter(|row| codes.contains(row.code.as_str()))) {
        Some(Ok(row)) => Found::PlaceIn(&places[0].name, row),
        Some(Err(several)) => several,
        None => Found::Nothing,
    }
}

/// One row, or several; nothing without rows.
fn of_rows<'a>(
    rows: impl Iterator<Item = &'a RegisteredMunicipality>,
) -> Option<Result<&'a RegisteredMunicipality, Found<'a>>> {
    let rows: Vec<_> = rows.collect();
    match rows[..] {
        [] => None,
        [only] => Some(Ok(only)),
        _ => Some(Err(Found::Several(rows))),
    }
}

fn former<'a>(register: &'a Register, key: &str) -> Option<Found<'a>> {
    let rows: Vec<&FormerMunicipality> = register.former.iter().filter(|row| key_of_name(&row.name) == key).collect();
    let name = rows.first()?.name.as_str();
    let codes: BTreeSet<&str> = rows.iter().map(|row| row.current_code.as_str()).collect();
    let into = register.municipalities.iter().filter(|row| codes.contains(row.code.as_str()));
    Some(Found::Former(name, into.collect()))
}

/// Names of municipalities that look like what was typed, the nearest first; at most three.
pub fn nearest_names<'a>(register: &'a Register, typed: &str) -> Vec<&'a str> {
    let key = key_of_name(typed);
    let allowed = 1 + key.len() / 4;
    let mut near: Vec<(usize, &str)> = register
        .municipalities
        .iter()
        .map(|row| (strsim::damerau_levenshtein(&key, &row.key), row.name.as_str()))
        .filter(|(distance, _)| *distance <= allowed && *distance < key.len())
        .collect();
    near.sort_unstable();
    near.into_iter().take(3).map(|(_, name)| name).collect()
}

fn key_of_name(name: &str) -> String {
    let name = name.trim();
    let bare = name.get(..9).filter(|start| start.eq_ignore_ascii_case("gemeente ")).map_or(name, |_| &name[9..]);
    key_of(bare)
}

/// `Bergen (NH)` is also just `Bergen`, and `Beek Gld` in the list of places also just `Beek`.
fn without_suffix(name: &str) -> String {
    let bare = name.split(" (").next().unwrap_or(name);
    let bare = [" L", " Gld", " NH", " NB", " LB", " Fr", " Gn", " Dr", " Ov", " Ut", " ZH", " Z", " Gr"]
        .iter()
        .find_map(|suffix| bare.strip_suffix(suffix))
        .unwrap_or(bare);
    key_of_name(bare)
}

#[cfg(test)]
mod tests {
    use super::{Found, find, nearest_names};
    use crate::sources::Register;

    fn register() -> Register {
        crate::sources::read_register(env!("CARGO_MANIFEST_DIR").into()).expect("the lists of the project can be read")
    }

    fn said(typed: &str) -> String {
        let register = register();
        let names = |rows: Vec<&crate::sources::RegisteredMunicipality>| {
            rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        match find(&register, typed) {
            Found::Municipality(row) => row.key.clone(),
            Found::PlaceIn(place, row) => format!("{place} in {}", row.name),
            Found::Several(rows) => format!("meer: {}", names(rows)),
            Found::Former(name, rows) => format!("{name} is nu {}", names(rows)),
            Found::Nothing => format!("niets; lijkt op {}", nearest_names(&register, typed).join(", ")),
        }
    }

    #[test]
    fn a_name_is_found_however_it_is_typed() {
        assert_eq!(said("Leiden"), "leiden");
        assert_eq!(said("gemeente LEIDEN "), "leiden");
        assert_eq!(said("sudwest fryslan"), "sudwest-fryslan");
        assert_eq!(said("Den Haag"), "den-haag");
    }

    #[test]
    fn an_official_name_and_a_place_lead_to_the_municipality() {
        assert_eq!(said("'s-Gravenhage"), "'s-Gravenhage in Den Haag");
        assert_eq!(said("Den Bosch"), "Den Bosch in 's-Hertogenbosch");
        assert_eq!(said("Voorburg"), "Voorburg in Leidschendam-Voorburg");
    }

    #[test]
    fn two_municipalities_with_one_name_are_both_offered() {
        assert_eq!(said("Bergen"), "meer: Bergen (NH), Bergen (L)");
        assert_eq!(said("bergen-nh"), "bergen-nh");
        assert_eq!(said("Bergen op Zoom"), "bergen-op-zoom");
    }

    #[test]
    fn a_municipality_that_merged_leads_to_the_one_of_today() {
        assert_eq!(said("Delfzijl"), "Delfzijl is nu Eemsdelta");
        assert!(said("Haaren").starts_with("Haaren is nu "), "{}", said("Haaren"));
        assert!(said("Haaren").contains(", "), "a municipality that was divided leads to more than one: {}", said("Haaren"));
    }

    #[test]
    fn a_slip_of_the_keyboard_gets_the_nearest_names() {
        assert_eq!(said("Leidn"), "niets; lijkt op Leiden");
        assert!(said("Xyzzyx").ends_with("lijkt op "), "{}", said("Xyzzyx"));
    }
}
