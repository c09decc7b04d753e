//! What the map of organisations promises, and that a fault is found.

use proptest::prelude::{ProptestConfig, Strategy, prop, prop_assert_eq, proptest};

use crate::lang::Direction;
use crate::render::diagram::geometry::Rect;
use crate::render::diagram::organisations::{
    Group, MapLayout, Member, OrganisationMap, lay_out, mirrored, organisation_map,
};
use crate::render::diagram::text::TextBlock;

fn member(name: &str, lines: usize) -> Member {
    let line = |sign: &str| (0..lines).map(|index| format!("{sign} regel {index} met een paar woorden meer")).collect();
    Member { name: name.to_owned(), here: None, may: line("mag"), may_not: line("mag niet") }
}

fn group(title: &str, count: usize) -> Group {
    Group {
        title: title.to_owned(),
        members: (0..count).map(|index| member(&format!("{title} {index}"), index % 3)).collect(),
    }
}

fn map(counts: [usize; 4]) -> OrganisationMap {
    let [helpers, researchers, deciders, supporters] = counts;
    OrganisationMap {
        id: "kaart".to_owned(),
        language: "nl".to_owned(),
        direction: Direction::Ltr,
        title: "Wie staat er om uw gezin heen?".to_owned(),
        description: "Uw gezin staat in het midden.".to_owned(),
        family: ("U en uw kind".to_owned(), vec!["Wie heeft de regie? Vraag het.".to_owned()]),
        helpers: group("hulp", helpers),
        researchers: group("onderzoek", researchers),
        deciders: group("rechter", deciders),
        supporters: group("steun", supporters),
    }
}

fn faults(layout: &MapLayout) -> Vec<String> {
    let sheet = Rect { x: 0, y: 0, width: layout.size.x, height: layout.size.y };
    let mut faults = Vec::new();
    let areas: Vec<Rect> = layout.panels.iter().map(|panel| panel.edge).chain([layout.family]).collect();
    for (index, one) in areas.iter().enumerate() {
        if !sheet.contains(one) {
            faults.push(format!("{one:?} is outside the map"));
        }
        faults.extend(
            areas[index + 1..]
                .iter()
                .filter(|other| one.overlaps(other))
                .map(|other| format!("{one:?} and {other:?} overlap")),
        );
    }
    for panel in &layout.panels {
        let line = Rect::around(panel.line.0, panel.line.1);
        if line.width != 0 || areas.iter().any(|area| area.overlaps(&line)) {
            faults.push(format!("the line of {:?} runs through something", panel.task));
        }
        let (from, to) = (panel.line.0.y, panel.line.1.y);
        let touches = |edge: &Rect, y: i32| edge.y == y || edge.bottom() == y;
        if !touches(&panel.edge, from) || !touches(&layout.family, to) {
            faults.push(format!("the line of {:?} misses its ends", panel.task));
        }
        for (index, one) in panel.members.iter().enumerate() {
            if !panel.edge.contains(&one.edge) {
                faults.push(format!("{:?} leaves its panel", one.edge));
            }
            let others = panel.members[index + 1..].iter().filter(|other| one.edge.overlaps(&other.edge));
            faults.extend(others.map(|other| format!("{:?} and {:?} overlap", one.edge, other.edge)));
            let out = one.texts.iter().filter(|text| !one.edge.contains(&text.area()));
            faults.extend(out.map(|text: &TextBlock| format!("{:?} leaves its box", text.lines)));
        }
    }
    faults
}

#[test]
fn the_map_has_no_faults() {
    assert_eq!(faults(&lay_out(&map([7, 3, 1, 4]))), Vec::<String>::new());
}

#[test]
fn a_broken_map_is_found() {
    let mut overlap = lay_out(&map([4, 2, 1, 4]));
    overlap.panels[0].members[1].edge = overlap.panels[0].members[0].edge;
    assert!(faults(&overlap).iter().any(|fault| fault.contains("overlap")));
    let mut loose = lay_out(&map([4, 2, 1, 4]));
    loose.panels[1].line.1.y += 5;
    assert!(faults(&loose).iter().any(|fault| fault.contains("misses its ends") || fault.contains("runs through")));
    let mut long = lay_out(&map([4, 2, 1, 4]));
    long.panels[2].members[0].texts[0].lines[0] = "Een naam die veel en veel te lang is voor dit vak".to_owned();
    assert!(faults(&long).iter().any(|fault| fault.contains("leaves its box")));
}

#[test]
fn the_map_names_and_describes_itself_and_holds_no_links() {
    let svg = organisation_map(&map([4, 2, 1, 4]));
    assert!(svg.contains("role=\"img\" aria-labelledby=\"kaart-titel\" aria-describedby=\"kaart-uitleg\""), "{svg}");
    assert!(!svg.contains("<a ") && !svg.contains("style="), "{svg}");
}

fn any_words() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-zA-Zé]{1,24}", 1..9).prop_map(|words| words.join(" "))
}

fn any_group(most: usize) -> impl Strategy<Value = Group> {
    let lines = || prop::collection::vec(any_words(), 0..3);
    let member = (any_words(), prop::option::of(any_words()), lines(), lines());
    let member = member.prop_map(|(name, here, may, may_not)| Member { name, here, may, may_not });
    (any_words(), prop::collection::vec(member, 0..most)).prop_map(|(title, members)| Group { title, members })
}

fn any_map() -> impl Strategy<Value = OrganisationMap> {
    (any_group(11), any_group(4), any_group(3), any_group(6), any_words()).prop_map(
        |(helpers, researchers, deciders, supporters, lead)| OrganisationMap {
            family: ("U en uw kind".to_owned(), vec![lead]),
            helpers,
            researchers,
            deciders,
            supporters,
            ..map([0; 4])
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_organisations_make_a_sound_map(map in any_map()) {
        let layout = lay_out(&map);
        prop_assert_eq!(faults(&layout), Vec::<String>::new());
        prop_assert_eq!(mirrored(mirrored(layout.clone())), layout);
        prop_assert_eq!(organisation_map(&map), organisation_map(&map));
    }
}
