//! Sets or removes one value in a YAML text, and touches nothing else.

use serde_json::{Map, Value};

use super::EditError;
use super::place::{Place, Step};
use super::proof::{meaning, same_remarks};
use crate::schema::UNKNOWN;

/// The text with `value` at `path`; blocks on the way that are not there yet are made, and an item that is one further
/// than the last is added.
///
/// # Errors
/// When there is no place for it, or when a remark would get lost: somebody then changes the file by hand.
pub fn set(text: &str, path: &[Step], value: &Value) -> Result<String, EditError> {
    let root = Place::of_text(text)?;
    let mut place = root;
    for (depth, step) in path.iter().enumerate() {
        match place.child(step) {
            Some(child) => place = child,
            // What nobody knew makes way for what somebody knows now.
            None if place.holds(UNKNOWN) => {
                let changed = place.replace(text, &wrap(&path[depth..], value)?).ok_or(EditError::NoPlace)?;
                return proven(text, changed, path, Some(value));
            }
            None => {
                let changed = place.insert(text, step, &wrap(&path[depth + 1..], value)?)?;
                return proven(text, changed, path, Some(value));
            }
        }
    }
    let changed = place.replace(text, value).ok_or(EditError::NoPlace)?;
    proven(text, changed, path, Some(value))
}

/// The text without the value at `path`, and without the block or list around it when that would be empty. A text that
/// has no such value stays as it is.
///
/// # Errors
/// When a remark would get lost, or nothing would be left.
pub fn remove(text: &str, path: &[Step]) -> Result<String, EditError> {
    let mut places = vec![Place::of_text(text)?];
    for step in path {
        match places.last().and_then(|place| place.child(step)) {
            Some(child) => places.push(child),
            None => return Ok(text.to_owned()),
        }
    }
    let mut kept = path.len();
    while kept > 1 && places[kept - 1].entries().len() == 1 {
        kept -= 1;
    }
    let changed = places[kept - 1].without(text, &path[kept - 1]).ok_or(EditError::NoPlace)?;
    proven(text, changed, &path[..kept], None)
}

/// A value below the steps that are still to be made.
fn wrap(steps: &[Step], value: &Value) -> Result<Value, EditError> {
    let Some((step, rest)) = steps.split_first() else { return Ok(value.clone()) };
    let inner = wrap(rest, value)?;
    match step {
        Step::Key(key) => Ok(Value::Object(Map::from_iter([(key.clone(), inner)]))),
        Step::Item(0) => Ok(Value::Array(vec![inner])),
        Step::Item(_) => Err(EditError::NoPlace),
    }
}

/// Holds the result against what it should mean.
fn proven(before: &str, after: String, path: &[Step], value: Option<&Value>) -> Result<String, EditError> {
    let mut expected = meaning(before)?;
    put(&mut expected, path, value).ok_or(EditError::NoPlace)?;
    if meaning(&after)? != expected {
        return Err(EditError::OtherMeaning);
    }
    same_remarks(before, &after)?;
    Ok(after)
}

/// The same change in values without text.
fn put(tree: &mut Value, path: &[Step], value: Option<&Value>) -> Option<()> {
    let (step, rest) = path.split_first()?;
    if *tree == UNKNOWN {
        *tree = wrap(path, value?).ok()?;
        return Some(());
    }
    match (step, tree) {
        (Step::Key(key), Value::Object(fields)) => {
            if rest.is_empty() {
                match value {
                    Some(value) => fields.insert(key.clone(), value.clone()),
                    None => fields.shift_remove(key),
                };
                return Some(());
            }
            match fields.get_mut(key) {
                Some(inner) => put(inner, rest, value),
                None => {
                    fields.insert(key.clone(), wrap(rest, value?).ok()?);
                    Some(())
                }
            }
        }
        (Step::Item(index), Value::Array(items)) if rest.is_empty() && value.is_none() => {
            (*index < items.len()).then(|| items.remove(*index)).map(|_| ())
        }
        (Step::Item(index), Value::Array(items)) if *index == items.len() => {
            items.push(wrap(rest, value?).ok()?);
            Some(())
        }
        (Step::Item(index), Value::Array(items)) => match (rest.is_empty(), items.get_mut(*index)?) {
            (true, item) => {
                *item = value?.clone();
                Some(())
            }
            (false, item) => put(item, rest, value),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{remove, set};
    use crate::edit::{EditError, Step};

    const TEXT: &str = "\
# Boven
gemeente: { naam: Leiden, code: GM0546 } # achter
duur:
  # waarom
  streef: 3 maanden
  bron: [P, \"Jw:2\"]
bijzonderheden:
  - tekst: >-
      Een lange
      tekst.
    bron: [P]
";

    fn path(words: &str) -> Vec<Step> {
        words.split('.').map(|word| word.parse().map_or_else(|_| Step::Key(word.to_owned()), Step::Item)).collect()
    }

    #[test]
    fn one_value_changes_and_nothing_else() {
        for (place, value, from, to) in [
            ("duur.streef", json!("6 maanden"), "streef: 3 maanden", "streef: 6 maanden"),
            ("gemeente.naam", json!("Den Haag"), "naam: Leiden", "naam: Den Haag"),
            ("duur.bron", json!(["P"]), "bron: [P, \"Jw:2\"]", "bron: [P]"),
            ("duur.bron.1", json!("Jw:3"), "\"Jw:2\"", "\"Jw:3\""),
            ("bijzonderheden.0.tekst", json!("Kort."), ">-\n      Een lange\n      tekst.", "Kort."),
        ] {
            assert_eq!(set(TEXT, &path(place), &value), Ok(TEXT.replace(from, to)), "{place}");
        }
    }

    #[test]
    fn a_new_value_comes_behind_the_others_of_its_block() {
        let set = |place, value| set(TEXT, &path(place), &value).expect("there is a place");
        assert!(set("duur.maximum", json!("geen")).contains("  bron: [P, \"Jw:2\"]\n  maximum: geen\nbijzonderheden"));
        assert!(
            set("gemeente.provincie", json!("Zuid-Holland")).contains("code: GM0546, provincie: Zuid-Holland } # achter")
        );
        assert!(set("overleg.kind_vanaf", json!(12)).ends_with("    bron: [P]\noverleg:\n  kind_vanaf: 12\n"));
        assert!(set("bijzonderheden.1.tekst", json!("Nog iets.")).ends_with("    bron: [P]\n  - tekst: Nog iets.\n"));
    }

    #[test]
    fn unknown_makes_way_for_a_block() {
        let text = "uitvoering:\n  organisaties: onbekend # nog\n  bron: [P]\n";
        let known = set(text, &path("uitvoering.organisaties.0.naam"), &json!("Wijkteam"));
        assert_eq!(known.as_deref(), Ok("uitvoering:\n  organisaties:\n    - naam: Wijkteam # nog\n  bron: [P]\n"));
    }

    #[test]
    fn what_is_removed_leaves_its_remarks() {
        let gone = remove(TEXT, &path("duur.streef")).expect("removed");
        assert_eq!(gone, TEXT.replace("  streef: 3 maanden\n", ""));
        let gone = remove(TEXT, &path("gemeente.naam")).expect("removed");
        assert_eq!(gone, TEXT.replace("naam: Leiden, ", ""));
        let gone = remove(TEXT, &path("bijzonderheden.0.tekst")).expect("removed");
        assert!(gone.ends_with("bijzonderheden:\n  - bron: [P]\n"), "{gone}");
        assert_eq!(remove(TEXT, &path("duur.maximum")), Ok(TEXT.to_owned()));
    }

    #[test]
    fn an_empty_block_goes_with_its_last_value() {
        let gone =
            remove(TEXT, &path("bijzonderheden.0.tekst")).and_then(|text| remove(&text, &path("bijzonderheden.0.bron")));
        assert!(gone.expect("removed").ends_with("bron: [P, \"Jw:2\"]\n"));
    }

    #[test]
    fn a_remark_inside_a_value_is_never_lost() {
        let text = "duur:\n  bron:\n    - P # de brief\n    - Q\n";
        assert_eq!(set(text, &path("duur.bron"), &json!(["P"])), Err(EditError::LostRemark));
        assert_eq!(set(text, &path("duur.bron.1"), &json!("R")), Ok(text.replace("Q", "R")));
    }
}
