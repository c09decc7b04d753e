//! Rules about finished pages, on a whole site: our own theme, changed in one place, is found with the whole message.

use super::site::Site;

/// The messages of the small site with one file of the theme replaced.
fn with_theme(path: &str, change: impl Fn(&str) -> String) -> String {
    let site = Site::basis();
    let own = std::fs::read_to_string(super::site::project().join("themes/standaard").join(path)).expect("in the theme");
    let changed = change(&own);
    assert_ne!(own, changed, "the theme has changed, and this test changes nothing any more");
    site.write(&format!("themes/standaard/{path}"), changed);
    site.messages()
}

#[test]
fn an_exit_link_that_falls_away_is_found_on_every_page() {
    let messages =
        with_theme("layout.html", |text| text.replace("{% include \"components/exit-link/exit-link.html\" %}", ""));
    assert!(messages.contains("fout[geen-nooduitgang]: op `404.html` en nog "), "{messages}");
    let help = "hulp: zet in het thema een link naar `nooduitgang:` uit `content/site.yaml`, met `rel=\"noreferrer\"`";
    assert!(messages.contains(help), "{messages}");
}

#[test]
fn helplines_and_day_that_fall_away_are_found() {
    let messages = with_theme("components/page-foot/page-foot.html", |_| "<footer></footer>\n".to_owned());
    assert!(messages.contains("het nummer 112 staat er niet"), "{messages}");
    assert!(messages.contains("onderaan staat niet wanneer de tekst is gecontroleerd"), "{messages}");
}

#[test]
fn a_direction_that_falls_away_is_found() {
    let site = Site::arabic();
    let own = std::fs::read_to_string(super::site::project().join("themes/standaard/layout.html")).expect("in the theme");
    site.write("themes/standaard/layout.html", own.replace(" dir=\"{{ page.dir }}\"", ""));
    let messages = site.messages();
    assert!(messages.contains("bij `html lang=ar` hoort `dir=rtl`"), "{messages}");
}

#[test]
fn the_defects_that_no_tool_finds_are_found_in_a_style_sheet() {
    let css = ".ow-page-foot { outline: none; }\n.ow-page-foot::before { content: \"Let op\"; }\n";
    let messages = with_theme("components/page-foot/page-foot.css", |text| format!("{text}\n{css}"));
    assert!(messages.contains("de stijl haalt met `outline:none` de rand weg om wat u kiest"), "{messages}");
    assert!(messages.contains("de stijl zet de letters `Let op` op de pagina"), "{messages}");
}

#[test]
fn a_link_that_says_nothing_and_a_link_that_is_broken_are_found() {
    let site = Site::basis();
    site.replace("content/nl/paginas/home.md", "[uw recht](recht:nee-zeggen)", "[klik hier](recht:nee-zeggen)");
    let messages = site.messages();
    let wanted = "fout[linktekst-vaag]: op `leiden/index.html`: de tekst `klik hier` zegt niet waar de link heen gaat";
    assert!(messages.contains(wanted), "{messages}");
}
