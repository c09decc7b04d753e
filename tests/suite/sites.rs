//! Whole sites: what goes in, what comes out.

use scraper::{Html, Selector};

use super::site::Site;

fn main_text(html: &str) -> String {
    let document = Html::parse_document(html);
    let main = document.select(&Selector::parse("main").expect("valid")).next().expect("a page has a main part");
    let words: Vec<&str> = main.text().flat_map(str::split_whitespace).collect();
    words.join(" ")
}

#[test]
fn a_value_of_the_municipality_stands_on_its_pages_with_its_day() {
    let site = Site::basis();
    site.write(
        "content/nl/paginas/hoe-lang.md",
        "---\ntitel: Hoe lang\nsamenvatting: Hoe lang het duurt.\nfeiten: [C-01]\n---\n{{ lokaal: duur }}\n",
    );
    assert!(site.build().published.is_some(), "{}", site.messages());
    let text = main_text(&site.page("leiden/hoe-lang/index.html"));
    assert!(text.contains("Hoe lang duurt het in Leiden? Alles hieronder: stand 31 december 2019"), "{text}");
    assert_eq!(text.matches("stand 31 december 2019").count(), 1, "said once, as all values share it: {text}");
}

#[test]
fn what_a_page_without_a_date_says_shows_when_it_was_read() {
    let site = Site::basis();
    site.write(
        "content/nl/paginas/woorden.md",
        "---\ntitel: Woorden\nsamenvatting: Woorden hier.\nfeiten: [C-01]\n---\n{{ lokaal: termen }}\n",
    );
    site.replace(
        "municipalities/leiden.yaml",
        "  bron: [\"P:242\"]\n",
        "  peildatum: 2026-11-22\n  bron: [pagina]\nbronnen:\n  pagina: { titel: Een pagina, soort: webpagina, \
         vindplaats: \"https://www.leiden.nl\", gecontroleerd_op: 2026-11-22 }\n",
    );
    assert!(site.build().published.is_some(), "{}", site.messages());
    let text = main_text(&site.page("leiden/woorden/index.html"));
    assert!(text.contains("preventieve jeugdbescherming gelezen op 22 november 2026, de pagina heeft geen datum"), "{text}");
}

#[test]
fn what_nobody_knows_is_shown_with_a_question_to_ask() {
    let site = Site::basis();
    site.write(
        "content/nl/paginas/hulp.md",
        "---\ntitel: Hulp\nsamenvatting: Wie helpt.\nfeiten: [C-01]\n---\n{{ lokaal: hulp }}\n",
    );
    assert!(site.build().published.is_some(), "{}", site.messages());
    let text = main_text(&site.page("leiden/hulp/index.html"));
    assert!(text.contains("Dit weten wij niet. Vraag: Wie geeft hier gratis onafhankelijke cliëntondersteuning?"), "{text}");
}

#[test]
fn the_nearest_layer_wins_and_the_region_fills_what_is_left() {
    let site = Site::basis();
    site.write(
        "content/nl/paginas/woorden.md",
        "---\ntitel: Woorden\nsamenvatting: Woorden hier.\nfeiten: [C-01]\n---\n{{ lokaal: termen }}\n",
    );
    assert!(site.build().published.is_some(), "{}", site.messages());
    let text = main_text(&site.page("leiden/woorden/index.html"));
    assert!(text.contains("preventieve jeugdbescherming stand 31 december 2019"), "{text}");
    assert!(text.contains("jeugdbeschermingstafel stand 31 december 2018, geldt voor Holland Rijnland"), "{text}");
}

#[test]
fn nothing_that_an_editor_types_becomes_markup() {
    let site = Site::basis();
    let term = "drang: preventieve jeugdbescherming";
    site.write(
        "content/nl/paginas/woorden.md",
        "---\ntitel: Woorden\nsamenvatting: Woorden hier.\nfeiten: [C-01]\n---\nHier heet het {{ termen.drang }}.\n\n{{ lokaal: termen }}\n",
    );
    site.replace("municipalities/leiden.yaml", term, "drang: \"<script>alert(1)</script>\"");
    assert!(site.build().published.is_none(), "a tag is refused");
    site.replace("municipalities/leiden.yaml", "drang: \"<script>alert(1)</script>\"", "drang: \"jeugd & <3 > gezin\"");
    assert!(site.build().published.is_some(), "{}", site.messages());
    let html = site.page("leiden/woorden/index.html");
    assert!(!html.contains("<3"), "escaped");
    assert!(html.contains("jeugd &amp; &lt;3 &gt; gezin"), "shown as text");
}

#[test]
fn the_sources_of_the_facts_stand_at_the_foot_of_the_page() {
    let site = Site::basis();
    assert!(site.build().published.is_some(), "{}", site.messages());
    let text = main_text(&site.page("leiden/index.html"));
    assert!(text.contains("Jeugdwet , artikel 7.3.4 (stand 1 januari 2026)"), "{text}");
}

#[test]
fn a_local_addition_is_shown_under_its_own_heading_and_replaces_nothing() {
    let site = Site::basis();
    site.write(
        "municipalities/leiden/nl/paginas/woordenlijst.md",
        "---\ntitel: Woorden van hier\nbron: [\"P:242\"]\npeildatum: 2019-12-31\n---\nBij ons zegt men team. {C-01}\n",
    );
    assert!(site.build().published.is_some(), "{}", site.messages());
    let text = main_text(&site.page("leiden/woordenlijst/index.html"));
    assert!(text.contains("gezag Het recht om te beslissen over uw kind."), "{text}");
    assert!(text.contains("Uit Leiden: Woorden van hier Bij ons zegt men team. stand 31 december 2019"), "{text}");
}

#[test]
fn a_municipality_fills_a_marked_space_and_others_show_nothing_there() {
    let site = Site::basis();
    site.write(
        "content/nl/paginas/gesprek.md",
        "---\ntitel: Het gesprek\nsamenvatting: Over het gesprek.\n---\nU praat mee. {C-01}\n\n{{ ruimte: gesprek }}\n\nDaarna krijgt u een verslag. {C-01}\n",
    );
    site.write(
        "municipalities/leiden/nl/ruimten/gesprek.md",
        "---\ntitel: Waar is het?\nbron: [\"P:242\"]\npeildatum: 2019-12-31\n---\nIn het stadskantoor.\n",
    );
    site.write("municipalities/urk.yaml", "gemeente: { naam: Urk, code: GM0184, provincie: Flevoland }\nstatus: onbekend\n");
    assert!(site.build().published.is_some(), "{}", site.messages());
    let leiden = main_text(&site.page("leiden/gesprek/index.html"));
    assert!(leiden.contains("U praat mee. Uit Leiden: Waar is het? In het stadskantoor."), "{leiden}");
    let urk = main_text(&site.page("urk/gesprek/index.html"));
    assert!(urk.contains("U praat mee. Daarna krijgt u een verslag."), "{urk}");
}

#[test]
fn two_builds_give_the_same_bytes_and_the_second_touches_nothing() {
    let site = Site::basis();
    let first = site.build().published.expect("published");
    let second = site.build().published.expect("published");
    assert_eq!((second.written, second.removed), (0, 0));
    assert_eq!(second.unchanged, first.written);
}

#[test]
fn an_error_leaves_the_published_site_as_it_was() {
    let site = Site::basis();
    site.build();
    let before = site.page("leiden/index.html");
    site.replace("content/nl/paginas/home.md", "stap:ots", "stap:otss");
    assert!(site.build().published.is_none());
    assert_eq!(site.page("leiden/index.html"), before);
}

#[test]
fn a_merged_municipality_leads_on_to_the_new_one() {
    let site = Site::basis();
    site.write("municipalities/oud.yaml", "gemeente: { naam: Oud, code: GM0001 }\nopgegaan_in: leiden\n");
    assert!(site.build().published.is_some(), "{}", site.messages());
    assert!(site.page("oud/index.html").contains("href=\"../leiden/\""));
}

#[test]
fn a_source_that_we_did_not_see_ourselves_says_in_words_who_cites_it() {
    let site = Site::basis();
    site.replace(
        "municipalities/leiden.yaml",
        "  bron: [\"P:243\"]\n",
        "  bron: [verordening]\nbronnen:\n  verordening: { titel: Verordening van Leiden, jaar: 2015, soort: gemeentestuk, vindplaats: \"P:241 noot 117\" }\n",
    );
    site.write(
        "content/nl/paginas/hoe-lang.md",
        "---\ntitel: Hoe lang\nsamenvatting: Hoe lang het duurt.\nfeiten: [C-01]\n---\n{{ lokaal: duur }}\n",
    );
    assert!(site.build().published.is_some(), "{}", site.messages());
    let text = main_text(&site.page("leiden/hoe-lang/index.html"));
    assert!(
        text.contains("Verordening van Leiden, genoemd in Met zachte drang, bladzijde 241 noot 117 (uit 2015)"),
        "{text}"
    );
    assert!(!text.contains("P:241"), "{text}");
}

#[test]
fn the_first_sentence_of_a_fixed_answer_is_strong() {
    let site = Site::basis();
    assert!(site.build().published.is_some(), "{}", site.messages());
    let page = Html::parse_document(&site.page("leiden/stap/ots/index.html"));
    let answers: Vec<_> = page.select(&Selector::parse(".ow-answer-box dd").expect("valid")).collect();
    assert_eq!(answers.len(), 4);
    for answer in answers {
        let strong: Vec<_> = answer.select(&Selector::parse("strong").expect("valid")).collect();
        let all: String = answer.text().collect();
        let first: String = strong[0].text().collect();
        assert!(all.starts_with(&first) && first.ends_with(['.', '?', '!']), "{all}");
        assert!(!first.contains(". "), "more than one sentence: {first}");
    }
}

#[test]
fn the_hub_offers_the_comparison_and_the_data_once() {
    let site = Site::basis();
    assert!(site.build().published.is_some(), "{}", site.messages());
    let html = site.page("index.html");
    assert_eq!(html.matches("href=\"./vergelijk/\"").count(), 1, "{html}");
    assert_eq!(html.matches("data/gemeenten.csv").count(), 1, "{html}");
}

#[test]
fn a_letter_is_a_capital_and_its_anchor_is_not() {
    let site = Site::basis();
    assert!(site.build().published.is_some(), "{}", site.messages());
    for path in ["index.html", "leiden/woordenlijst/index.html"] {
        let page = Html::parse_document(&site.page(path));
        let headings: Vec<_> = page.select(&Selector::parse("[id^=letter-]").expect("valid")).collect();
        assert!(!headings.is_empty(), "{path} has no letters");
        for heading in headings {
            let text: String = heading.text().collect();
            assert_eq!(heading.attr("id"), Some(format!("letter-{}", text.to_lowercase()).as_str()), "{path}");
            assert!(text.chars().all(char::is_uppercase), "{path}: {text}");
        }
    }
}
