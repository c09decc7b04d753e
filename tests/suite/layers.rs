//! Layers over each other: for every field the nearest layer that names it wins, also when it says that nobody knows.

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop, prop_oneof, proptest};
use serde_json::Value;

use super::site::Site;

/// The layers of Leiden, the nearest first: path, name in the open data, first lines, day.
const LAYERS: [(&str, &str, &str, &str); 4] = [
    (
        "municipalities/leiden.yaml",
        "gemeente",
        "gemeente: { naam: Leiden, code: GM0546, provincie: Zuid-Holland }\nregio: dichtbij\n",
        "2019-01-31",
    ),
    ("municipalities/regios/dichtbij.yaml", "regio", "regio: { naam: Dichtbij }\nbinnen: ruim\n", "2018-01-31"),
    ("municipalities/regios/ruim.yaml", "regio", "regio: { naam: Ruim }\n", "2017-01-31"),
    ("content/landelijk.yaml", "landelijk", "", "2016-01-31"),
];

/// Fields by block.
const BLOCKS: [(&str, [&str; 2]); 2] = [("termen", ["drang", "overleg"]), ("duur", ["streef", "maximum"])];

/// What a layer says of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    Unknown,
    Known(u8),
}

impl Said {
    fn text(self) -> Option<String> {
        match self {
            Said::Nothing => None,
            Said::Unknown => Some("onbekend".to_owned()),
            Said::Known(number) => Some(format!("{number} maanden")),
        }
    }
}

/// What each layer says of each field, in the order of [`LAYERS`] and [`BLOCKS`].
type Country = [[[Said; 2]; 2]; 4];

fn said() -> impl Strategy<Value = Said> {
    prop_oneof![Just(Said::Nothing), Just(Said::Unknown), (2..60_u8).prop_map(Said::Known)]
}

fn layer(index: usize, fields: [[Said; 2]; 2]) -> String {
    let (_, _, head, day) = LAYERS[index];
    let blocks = BLOCKS.iter().zip(fields).map(|((block, names), said)| {
        let lines: String =
            names.iter().zip(said).filter_map(|(name, said)| Some(format!("  {name}: {}\n", said.text()?))).collect();
        let origin = format!("  peildatum: {day}\n  bron: [\"P:{}\"]\n", 10 + index);
        if lines.is_empty() { String::new() } else { format!("{block}:\n{lines}{origin}") }
    });
    format!("{head}status: gedateerd\npeildatum: 2015-01-31\n{}", blocks.collect::<String>())
}

/// What must come out: the layer that names the field first, with what it says.
fn expected(country: &Country, block: usize, field: usize) -> Option<(usize, Said)> {
    (0..LAYERS.len()).map(|index| (index, country[index][block][field])).find(|(_, said)| *said != Said::Nothing)
}

fn look(data: &Value, country: &Country, (block, field): (usize, usize)) {
    let key = format!("{}.{}", BLOCKS[block].0, BLOCKS[block].1[field]);
    let values = data["waarden"].as_array().expect("values");
    let found = values.iter().find(|value| value["sleutel"] == key.as_str()).expect("every field is listed");
    match expected(country, block, field) {
        Some((index, known @ Said::Known(_))) => {
            let (_, name, _, day) = LAYERS[index];
            assert_eq!(found["waarde"][0], known.text().as_deref().unwrap_or_default(), "{key} of {country:?}");
            assert_eq!((&found["laag"], &found["peildatum"]), (&name.into(), &day.into()), "{key} of {country:?}");
            assert_eq!(found["bronnen"][0], format!("P:{}", 10 + index), "{key} of {country:?}");
        }
        _ => assert_eq!(found["bekend"], false, "{key} of {country:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_nearest_layer_that_names_a_field_wins_with_its_own_day_and_source(
        country in prop::array::uniform4(prop::array::uniform2(prop::array::uniform2(said()))),
        order in any::<bool>(),
    ) {
        let site = Site::basis();
        site.remove("municipalities/regios/holland-rijnland.yaml");
        let mut indexes: Vec<usize> = (0..LAYERS.len()).collect();
        if order {
            indexes.reverse();
        }
        indexes.into_iter().for_each(|index| site.write(LAYERS[index].0, layer(index, country[index])));
        assert!(site.build().published.is_some(), "{}", site.messages());
        let data: Value = serde_json::from_str(&site.page("data/leiden.json")).expect("JSON");
        for place in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            look(&data, &country, place);
        }
    }
}
