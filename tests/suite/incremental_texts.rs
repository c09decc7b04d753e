//! The same for every kind of text and shared file, in a site of two languages: a build on top of an earlier one gives the
//! bytes of a build from nothing, and makes no more than is needed.

use proptest::prelude::{ProptestConfig, prop, proptest};

use super::incremental::{differences_with_a_clean_build, style};
use super::site::Site;

/// A kind of input, the file, and how the line begins that is changed. `{}` is a number that differs each time.
type Edit = (&'static str, &'static str, &'static str, &'static str);

const EDITS: &[Edit] = &[
    ("title of a page", "content/nl/paginas/mag-ik-nee-zeggen.md", "titel:", "titel: Mag ik {} keer nee zeggen?"),
    ("words of a page", "content/nl/paginas/over.md", "samenvatting:", "samenvatting: Over deze site, keer {}."),
    ("text of a page", "content/nl/paginas/veilig-internet.md", "Boven aan", "Boven aan staan {} links. {N-66}"),
    ("translated page", "content/ar/paginas/home.md", "titel:", "titel: \"المساعدة {}\""),
    ("page that is not there", "content/ar/paginas/niet-gevonden.md", "titel:", "titel: الصفحة {}"),
    (
        "short text of a stage",
        "content/nl/stappen/ots.md",
        "samenvatting:",
        "samenvatting: De kinderrechter besliste {} keer.",
    ),
    ("long text of a stage", "content/nl/stappen/zitting.md", "wie_begint:", "wie_begint: De Raad, {} keer."),
    ("title of a stage", "content/nl/stappen/zorgen.md", "titel:", "titel: Zorgen {}"),
    ("translated stage", "content/ar/stappen/ots.md", "wie_begint:", "wie_begint: قاضي الأطفال {}."),
    ("right", "content/nl/rechten/nee-zeggen.md", "Hebt u", "Hebt u gezag? Keer {}. {R-01}"),
    ("title of a right", "content/nl/rechten/advocaat.md", "titel:", "titel: Hulp van {} advocaten"),
    ("remedy", "content/nl/routes/gesprek.md", "kosten:", "kosten: Gratis, keer {}."),
    ("text for young people", "content/nl/jongeren/index.md", "samenvatting:", "samenvatting: Jij hebt {} rechten."),
    ("road", "content/nl/overgangen.yaml", "wie:", "wie: u, keer {}"),
    ("glossary", "content/nl/woordenlijst.yaml", "woord:", "woord: drang {}"),
    ("organisation", "content/nl/organisaties.yaml", "bereik:", "bereik: Kijk {} keer."),
    ("stage in the pathway", "content/stappen.yaml", "termijn:", "termijn: geen # {}"),
    ("remark in the facts", "content/feiten.yaml", "#", "# {}"),
    (
        "day of a fact",
        "content/feiten.yaml",
        "C-01:",
        "C-01: { bron: [\"P:219\"], controle: gecontroleerd, peildatum: 2026-10-0{} }",
    ),
    ("title of a source", "content/bronnen.yaml", "titel:", "titel: Bron {}"),
    ("national value", "content/landelijk.yaml", "peildatum:", "peildatum: 2026-10-0{}"),
    ("word of the interface", "content/ar/ui.yaml", "menu:", "menu: القائمة {}"),
    ("month", "content/nl/taal.yaml", "datum:", "datum: \"{dag} {maand} {jaar} ({})\""),
    ("name of the site", "content/site.yaml", "naam:", "naam: Ouderwijzer {}"),
    ("value of a municipality", "municipalities/leiden.yaml", "peildatum:", "peildatum: 2019-12-0{}"),
    ("value of a region", "municipalities/regios/holland-rijnland.yaml", "peildatum:", "peildatum: 2018-12-0{}"),
];

/// Puts the new line in the place of the first that begins so, or that began so before an earlier edit.
fn edit(site: &Site, (name, path, start, new): Edit, turn: usize) {
    let place = site.path().join(path);
    let text = std::fs::read_to_string(&place).expect("readable");
    let found = text.lines().position(|line| line.trim_start().starts_with(start) && line != "---");
    let found = found.unwrap_or_else(|| panic!("no line for `{name}` in `{path}`"));
    let change = |(at, line): (usize, &str)| {
        let indent = &line[..line.len() - line.trim_start().len()];
        if at == found { format!("{indent}{}\n", new.replace("{}", &turn.to_string())) } else { format!("{line}\n") }
    };
    std::fs::write(place, text.lines().enumerate().map(change).collect::<String>()).expect("written");
}

/// What happens beside edits of files.
const EVENTS: &[fn(&Site, usize)] = &[theme, style, own_text, part, lost, touched, new_translation];

fn theme(site: &Site, turn: usize) {
    let path = "themes/standaard/components/answer-box/answer-box.html";
    let own = std::fs::read_to_string(super::site::project().join(path)).expect("readable");
    site.write(path, own.replacen("class=\"", &format!("data-turn=\"{turn}\" class=\""), 1));
}

/// With a link that shows the title of another page.
fn own_text(site: &Site, turn: usize) {
    let text = format!(
        "---\ntitel: Keer {turn}\nbron: [\"P:241\"]\npeildatum: 2019-12-31\n---\nLees ook [](pagina:mag-ik-nee-zeggen).\n"
    );
    site.write("municipalities/leiden/nl/paginas/over.md", text);
}

fn part(site: &Site, turn: usize) {
    site.build_into("public", if turn.is_multiple_of(2) { &["leiden"] } else { &["aalsmeer"] });
}

fn lost(site: &Site, _: usize) {
    for path in ["public/leiden/over", "public/aalsmeer/nl/stap"] {
        let _ = std::fs::remove_dir_all(site.path().join(path));
    }
    let _ = std::fs::remove_file(site.path().join("public/data/leiden.json"));
}

fn touched(site: &Site, turn: usize) {
    let page = site.path().join("public/aalsmeer/index.html");
    if page.exists() {
        std::fs::write(page, "x".repeat(turn)).expect("written");
    }
}

fn new_translation(site: &Site, turn: usize) {
    let path = "content/ar/paginas/klacht.md";
    if site.path().join(path).exists() {
        return site.remove(path);
    }
    site.write(path, format!("---\ntitel: شكوى {turn}\nsamenvatting: شكوى.\n---\nنص. {{C-01}}\n"));
}

fn build(site: &Site) -> ouderwijzer::write::Published {
    let built = site.build();
    built.published.unwrap_or_else(|| panic!("{}", site.messages()))
}

#[test]
fn every_kind_of_edit_reaches_the_pages_that_show_it() {
    let site = Site::arabic();
    build(&site);
    for (turn, change) in EDITS.iter().enumerate() {
        edit(&site, *change, turn % 9 + 1);
        let written = build(&site).written;
        assert!(written > 0 || !change.1.ends_with(".md"), "{} changed nothing", change.0);
        assert_eq!(differences_with_a_clean_build(&site, &format!("clean-{turn}")), Vec::<String>::new(), "{}", change.0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_in_any_order_give_the_bytes_of_a_build_from_nothing(
        turns in prop::collection::vec(prop::collection::vec(0..EDITS.len() + EVENTS.len(), 1..4), 1..5)
    ) {
        let site = Site::arabic();
        build(&site);
        for (turn, steps) in turns.iter().enumerate() {
            for step in steps {
                match EDITS.get(*step) {
                    Some(change) => edit(&site, *change, turn + 1),
                    None => EVENTS[*step - EDITS.len()](&site, turn + 1),
                }
            }
            build(&site);
            let differ = differences_with_a_clean_build(&site, &format!("clean-{turn}"));
            assert!(differ.is_empty(), "{differ:?} after {turns:?}");
        }
    }
}

#[test]
fn a_text_makes_only_the_pages_that_show_it() {
    let site = Site::arabic();
    build(&site);
    let before = site.published("public");
    edit(&site, ("text", "content/nl/paginas/veilig-internet.md", "samenvatting:", "samenvatting: Anders {}."), 1);
    let outcome = site.build();
    let written = outcome.published.expect("published").written;
    let after = site.published("public");
    let changed: Vec<&String> = after.keys().filter(|path| before.get(*path) != after.get(*path)).collect();
    assert_eq!(changed.len(), written);
    // The page is not translated, so it stands in both languages of both municipalities.
    assert!(written == 4 && changed.iter().all(|path| path.ends_with("veilig-internet/index.html")), "{changed:?}");
}
