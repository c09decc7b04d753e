//! Names and links on a disk: what cannot be an address is named, what leads elsewhere is not followed.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::time::Instant;

use super::faults::{FOR_EVER, failure};
use super::process::{Tree, build, finish, succeed};
use super::site::Site;

/// A name, and a part of what is said of a file with that name; `None` when it is passed over.
const NAMES: [(&str, Option<&str>); 6] = [
    ("bergen op zoom.yaml", Some("de bestandsnaam `bergen op zoom.yaml` kan niet")),
    ("Urk.yaml", Some("de bestandsnaam `Urk.yaml` kan niet")),
    ("😀.yaml", Some("de bestandsnaam `😀.yaml` kan niet")),
    ("urk.yaml~", None),
    (".urk.yaml", None),
    ("urk.yml", Some("urk.yml")),
];

#[test]
fn a_file_name_that_cannot_be_an_address_is_named() {
    for (name, expected) in NAMES {
        let site = Site::basis();
        site.write(&format!("municipalities/{name}"), "gemeente: { naam: Urk, code: GM0184 }\nstatus: onbekend\n");
        let answer = finish(&mut build(&site.path(), &site.path().join("public")));
        assert_eq!(answer.code, Some(i32::from(expected.is_some())), "{name}: {}", answer.err);
        assert!(expected.is_none_or(|words| answer.err.contains(words)), "{name}: {}", answer.err);
    }
}

#[test]
fn a_file_name_of_255_bytes_is_a_finding_and_no_crash() {
    let site = Site::basis();
    site.write(&format!("municipalities/{}.yaml", "a".repeat(250)), "status: onbekend\n");
    let answer = finish(&mut build(&site.path(), &site.path().join("public")));
    assert_eq!(answer.code, Some(1), "{}", answer.err);
    assert!(!answer.err.contains("panicked"), "{}", answer.err);
    assert!(!site.path().join("public").exists());
}

#[test]
fn two_file_names_that_differ_in_their_capitals_are_a_finding() {
    let site = Site::basis();
    for name in ["urk.yaml", "URK.yaml"] {
        site.write(
            &format!("municipalities/{name}"),
            "gemeente: { naam: Urk, code: GM0184, provincie: Flevoland }\nstatus: onbekend\n",
        );
    }
    let answer = finish(&mut build(&site.path(), &site.path().join("public")));
    assert_eq!(answer.code, Some(1), "{}", answer.err);
    assert!(answer.err.contains("de bestandsnaam `URK.yaml` kan niet"), "{}", answer.err);
    assert!(answer.err.contains("verander de naam in `urk.yaml`"), "{}", answer.err);
}

#[test]
fn an_output_folder_may_have_any_name_that_the_disk_takes() {
    let site = Site::basis();
    let clean = site.path().join("public");
    succeed(&mut build(&site.path(), &clean));
    for name in ["onze site", "😀 pagina’s", "-x", "a'b\"c$d", &"n".repeat(200)] {
        let output = site.path().join("uit").join(name);
        succeed(&mut build(&site.path(), &output));
        assert_eq!(Tree::read(&output).differences(&Tree::read(&clean)), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn an_output_folder_with_a_name_of_255_bytes_is_a_failure_that_leaves_nothing() {
    let site = Site::basis();
    let output = site.path().join("uit").join("n".repeat(255));
    let message = failure(&site, &output);
    assert!(message.contains("is niet te schrijven"), "{message}");
    assert_eq!(Tree::read(&site.path().join("uit")).files.len(), 0);
}

#[test]
fn a_link_that_leads_out_of_the_site_is_not_read_and_is_named() {
    let (site, elsewhere) = (Site::basis(), Site::basis());
    elsewhere.write("urk.yaml", "gemeente: { naam: Urk, code: GM0184, provincie: Flevoland }\nstatus: onbekend\n");
    elsewhere.write("paginas/geheim.md", "---\ntitel: Geheim\nsamenvatting: Geheim.\n---\nGeheim. {C-01}\n");
    for (from, to) in [
        ("urk.yaml", "municipalities/urk.yaml"),
        ("paginas", "content/nl/jongeren"),
        ("paginas/geheim.md", "content/nl/paginas/geheim.md"),
    ] {
        symlink(elsewhere.path().join(from), site.path().join(to)).expect("linked");
        let answer = finish(&mut build(&site.path(), &site.path().join("public")));
        assert_eq!(answer.code, Some(1), "{to}: {}", answer.err);
        assert!(
            answer.err.contains("is een verwijzing naar een andere plaats") && answer.err.contains(to),
            "{}",
            answer.err
        );
        assert!(!answer.err.contains("Geheim"), "{}", answer.err);
        site.remove(to);
    }
}

#[test]
fn a_name_in_another_encoding_is_a_finding() {
    let site = Site::basis();
    let name = OsStr::from_bytes(b"frysl\xe2n.yaml");
    fs::write(site.path().join("municipalities").as_std_path().join(name), "status: onbekend\n").expect("written");
    let answer = finish(&mut build(&site.path(), &site.path().join("public")));
    assert_eq!(answer.code, Some(1), "{}", answer.err);
    assert!(answer.err.contains("heeft letters die niet kunnen"), "{}", answer.err);
}

#[test]
fn links_in_a_circle_are_not_followed() {
    let site = Site::basis();
    symlink(site.path(), site.path().join("municipalities/rond")).expect("linked");
    symlink("zelf.yaml", site.path().join("municipalities/zelf.yaml")).expect("linked");
    let from = Instant::now();
    let answer = finish(&mut build(&site.path(), &site.path().join("public")));
    assert!(from.elapsed() < FOR_EVER);
    assert_eq!(answer.code, Some(1), "{}", answer.err);
    assert!(
        answer.err.contains("`rond` is een verwijzing") && answer.err.contains("`zelf.yaml` is een verwijzing"),
        "{}",
        answer.err
    );
}
