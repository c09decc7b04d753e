//! The same for what is known of municipalities, with our own texts: a build on top of an earlier one gives the bytes of a
//! build from nothing, and pages that show nothing of what changed are not made again.

use std::sync::atomic::{AtomicUsize, Ordering};

use ouderwijzer::pipeline;
use proptest::prelude::{ProptestConfig, prop, proptest};

use super::incremental::differences_with_a_clean_build;
use super::site::Site;

/// The municipalities of these sites: key, code, and the line that says which it is.
const MUNICIPALITIES: [(&str, &str, &str); 3] = [
    ("leiden", "GM0546", "naam: Leiden, code: GM0546, provincie: Zuid-Holland"),
    ("rotterdam", "GM0599", "naam: Rotterdam, code: GM0599, provincie: Zuid-Holland"),
    ("urk", "GM0184", "naam: Urk, code: GM0184, provincie: Flevoland"),
];

/// What the file of a municipality may say, part by part; the first of each part is what it says at the start.
const PARTS: &[&[&str]] = &[
    &["", ", website: \"https://www.voorbeeld.nl\"", ", website: \"https://www.anders.nl\""],
    &["regio: holland-rijnland\n", "", "regio: save-utrecht-flevoland\n"],
    &[
        "peildatum: 2019-12-31\nstatus: gedateerd\n",
        "peildatum: 2020-12-31\nstatus: gedateerd\n",
        "peildatum: 2020-12-31\nstatus: onbekend\n",
    ],
    &[
        "",
        "termen:\n  drang: hulp vooraf\n  bron: [\"P:242\"]\n",
        "termen:\n  drang: hulp vooraf\n  lokaal_team: buurtteam\n  overleg: gezinstafel\n  bron: [\"P:242\"]\n",
        "termen:\n  drang: onbekend\n  lokaal_team: buurtteam\n  bron: [\"P:243\"]\n",
    ],
    &[
        "",
        "uitvoering:\n  door: [gi]\n  bron: [\"P:242\"]\n",
        "uitvoering:\n  door: [lokaal_team, gi]\n  organisaties:\n    - naam: Wijkteam\n      rol: lokaal team\n      mag_wel: [hulp voorstellen]\n  bron: [\"P:242\"]\n",
    ],
    &[
        "",
        "duur:\n  streef: 3 maanden\n  bron: [\"P:243\"]\n",
        "duur:\n  streef: 4 maanden\n  maximum: 6 maanden\n  bron: [\"P:243\"]\n",
        "duur:\n  maximum: geen\n  uitgesteld_onderzoek: 3 maanden\n  bron: [\"P:243\"]\n",
    ],
    &[
        "",
        "overleg:\n  vorm: beschermingstafel\n  kind_vanaf: 12\n  bron: [\"P:244\"]\n",
        "overleg:\n  vorm: beschermingstafel\n  kind_vanaf: 14\n  deelnemers: [ouders]\n  bron: [\"P:244\"]\n",
        "overleg:\n  vorm: geen\n  bron: [\"P:244\"]\n",
    ],
    &["", "klacht:\n  ombudsman: nationale-ombudsman\n  bron: [\"P:242\"]\n"],
    &[
        "",
        "bijzonderheden:\n  - tekst: Lees ook [uw rechten](pagina:rechten).\n    feiten: [C-01]\n    bron: [\"P:242\"]\n",
        "bijzonderheden:\n  - tekst: Lees ook [wie u helpt](pagina:hulp).\n    feiten: [C-01]\n    bron: [\"P:242\"]\n",
    ],
];

/// Which of its parts each file has now.
type Choices = [[usize; PARTS.len()]; MUNICIPALITIES.len()];

/// Our own texts with these municipalities and no others.
fn site() -> Site {
    let site = Site::of_project();
    for file in walkdir::WalkDir::new(site.path().join("municipalities")).into_iter().map(|entry| entry.expect("listed")) {
        let is_region = file.path().parent().is_some_and(|folder| folder.ends_with("regios"));
        if file.file_type().is_file() && !is_region {
            std::fs::remove_file(file.path()).expect("removed");
        }
    }
    for list in ["gemeenten", "herindelingen", "plaatsen"] {
        let path = format!("content/register/{list}.csv");
        let text = std::fs::read_to_string(site.path().join(&path)).expect("readable");
        let is_ours = |line: &str| MUNICIPALITIES.iter().any(|(_, code, _)| line.contains(code));
        let (head, rows) = text.split_once('\n').expect("a head");
        let rows: String = rows.lines().filter(|line| is_ours(line)).map(|line| format!("{line}\n")).collect();
        site.write(&path, format!("{head}\n{rows}"));
    }
    write(&site, &Choices::default());
    site
}

fn write(site: &Site, choices: &Choices) {
    for ((key, _, line), parts) in MUNICIPALITIES.iter().zip(choices) {
        let texts: Vec<&str> = PARTS.iter().zip(parts).map(|(part, choice)| part[*choice % part.len()]).collect();
        let (website, rest) = texts.split_first().expect("there are parts");
        site.write(&format!("municipalities/{key}.yaml"), format!("gemeente: {{ {line}{website} }}\n{}", rest.concat()));
    }
}

/// A value that several municipalities take from their region.
fn region(site: &Site, turn: usize) {
    let path = site.path().join("municipalities/regios/holland-rijnland.yaml");
    let text = std::fs::read_to_string(&path).expect("readable");
    let lines = text.lines().map(|line| match line.trim_start().starts_with("lokaal_team:") {
        true => format!("  lokaal_team: team {turn}\n"),
        false => format!("{line}\n"),
    });
    std::fs::write(path, lines.collect::<String>()).expect("written");
}

/// The title of a page to which a text of a municipality may lead.
fn title(site: &Site, turn: usize) {
    let path = site.path().join("content/nl/paginas/hulp.md");
    let text = std::fs::read_to_string(&path).expect("readable");
    let lines = text.lines().map(|line| match line.starts_with("titel:") {
        true => format!("titel: Wie helpt mij, keer {turn}?\n"),
        false => format!("{line}\n"),
    });
    std::fs::write(path, lines.collect::<String>()).expect("written");
}

fn build(site: &Site) -> usize {
    let units = AtomicUsize::new(0);
    let count = |_: usize, _: usize| {
        units.fetch_add(1, Ordering::Relaxed);
    };
    let built = pipeline::build(&site.settings(), &count).expect("the folder can be read and written");
    assert!(built.published.is_some(), "{}", site.messages());
    units.into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_becomes_known_or_unknown_the_bytes_are_those_of_a_build_from_nothing(
        turns in prop::collection::vec(
            prop::collection::vec((0..MUNICIPALITIES.len() + 1, 0..PARTS.len() + 1, 0..4_usize), 1..3),
            2..6,
        )
    ) {
        let site = site();
        let mut choices = Choices::default();
        build(&site);
        for (turn, changes) in turns.iter().enumerate() {
            for (municipality, part, choice) in changes {
                match choices.get_mut(*municipality).and_then(|parts| parts.get_mut(*part)) {
                    Some(place) => *place = *choice,
                    None if *part == PARTS.len() => title(&site, *choice),
                    None => region(&site, *choice),
                }
            }
            write(&site, &choices);
            build(&site);
            let differ = differences_with_a_clean_build(&site, &format!("clean-{turn}"));
            assert!(differ.is_empty(), "{differ:?} after {turns:?}");
        }
    }
}

#[test]
fn every_part_of_a_file_reaches_the_pages_that_show_it() {
    let site = site();
    build(&site);
    let mut turn = 0;
    for (part, texts) in PARTS.iter().enumerate() {
        for choice in (1..texts.len()).chain([0]) {
            let mut choices = Choices::default();
            choices[1][part] = choice;
            write(&site, &choices);
            build(&site);
            turn += 1;
            let differ = differences_with_a_clean_build(&site, &format!("clean-{turn}"));
            assert_eq!(differ, Vec::<String>::new(), "{}", texts[choice]);
        }
    }
}

#[test]
fn a_value_makes_fewer_pages_than_one_municipality_has() {
    let site = site();
    assert!(build(&site) >= 3 * 2, "a whole build makes the pages of three municipalities in two languages");
    let mut choices = Choices::default();
    choices[1][PARTS.len() - 1] = 1;
    write(&site, &choices);
    assert_eq!(build(&site), 0, "so few pages that the first municipality is not yet done");
    // With a text that all pages show they are all made again.
    site.replace("content/nl/ui.yaml", "\n  menu: ", "\n  menu: Ons ");
    assert!(build(&site) >= 3 * 2);
}

#[test]
fn a_theme_of_ones_own_may_ask_for_everything_of_a_municipality() {
    let site = site();
    let layout = std::fs::read_to_string(super::site::project().join("themes/standaard/layout.html")).expect("in the theme");
    let own = "{% if municipality.website %}<p>{{ municipality.status }}</p>{% endif %}</body>";
    assert!(layout.contains("</body>"), "the place where our own line goes is there");
    site.write("themes/standaard/layout.html", layout.replace("</body>", own));
    build(&site);
    // A website comes, becomes another, and the state of what is known changes; each time all pages show it.
    for (turn, (website, state)) in [(1, 0), (2, 0), (2, 2), (0, 2)].into_iter().enumerate() {
        let mut choices = Choices::default();
        (choices[1][0], choices[1][2]) = (website, state);
        write(&site, &choices);
        build(&site);
        let differ = differences_with_a_clean_build(&site, &format!("clean-{turn}"));
        assert_eq!(differ, Vec::<String>::new(), "website {website}, state {state}");
    }
}
