//! Files that are hardly text: every one gets a Dutch message, nothing is written, the other files are still looked at.

use super::site::Site;

const LEIDEN: &str = "municipalities/leiden.yaml";

/// The messages, after proving that nothing was written.
fn refused(site: &Site) -> String {
    let outcome = site.build();
    assert!(outcome.problems.has_errors());
    assert!(outcome.published.is_none());
    assert!(!site.path().join("public").exists(), "nothing may be written");
    site.messages()
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    let site = Site::basis();
    let text = std::fs::read_to_string(site.path().join(LEIDEN)).expect("readable").replace('\n', "\r\n");
    site.write(LEIDEN, format!("\u{feff}{text}"));
    assert_eq!(site.messages(), "");
}

#[test]
fn an_empty_file_is_named() {
    let site = Site::basis();
    site.write(LEIDEN, "");
    let messages = refused(&site);
    assert!(messages.contains("dit bestand is leeg") && messages.contains(LEIDEN), "{messages}");
}

#[test]
fn latin_1_is_refused_with_the_line_and_the_cure() {
    let site = Site::basis();
    site.write(LEIDEN, b"gemeente: { naam: Leiden }\nregio: caf\xe9\n");
    let messages = refused(&site);
    assert!(messages.contains("op regel 2 staat een teken dat geen UTF-8 is"), "{messages}");
    assert!(messages.contains("sla het bestand op met de codering UTF-8"), "{messages}");
}

#[test]
fn ten_megabytes_are_refused_without_reading_them() {
    let site = Site::basis();
    site.write(LEIDEN, "a: b\n".repeat(2_000_000));
    let messages = refused(&site);
    assert!(messages.contains("dit bestand is te groot: 9765 kB"), "{messages}");
}

#[test]
fn a_thousand_levels_are_refused() {
    let site = Site::basis();
    site.write(LEIDEN, format!("termen: {}{}", "[".repeat(1000), "]".repeat(1000)));
    let messages = refused(&site);
    assert!(messages.contains("fout["), "{messages}");
}

#[test]
fn a_bomb_of_anchors_is_refused() {
    let site = Site::basis();
    let mut bomb = String::from("a: &a [x, x, x]\n");
    for level in 0..30 {
        let (name, before) = (char::from(b'b' + level % 20), char::from(b'a' + level % 20));
        bomb.push_str(&format!("{name}{level}: &{name}{level} [*{before}, *{before}]\n"));
    }
    site.write(LEIDEN, bomb);
    let messages = refused(&site);
    assert!(messages.contains("dit bestand gebruikt een anker"), "{messages}");
}

#[test]
fn one_broken_file_does_not_hide_the_mistakes_of_another() {
    let site = Site::basis();
    site.write(LEIDEN, "gemeente: [\n");
    site.replace("content/nl/paginas/home.md", "recht:nee-zeggen", "recht:ja-zeggen");
    let messages = refused(&site);
    assert!(messages.contains(LEIDEN) && messages.contains("home.md"), "{messages}");
}

#[test]
fn a_link_out_of_the_site_is_not_followed_and_is_named() {
    let site = Site::basis();
    std::os::unix::fs::symlink("/etc", site.path().join("municipalities/etc")).expect("linked");
    let messages = site.messages();
    assert!(messages.contains("`etc` is een verwijzing naar een andere plaats"), "{messages}");
    assert_eq!(messages.matches("fout[").count(), 1, "{messages}");
}
