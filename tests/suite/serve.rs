//! The preview, through real HTTP on this computer: what a browser gets while somebody edits.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use ouderwijzer::pipeline::Reader;
use ouderwijzer::settings::Settings;
use serde_json::Value;

use super::site::Site;

const LEIDEN: &str = "municipalities/leiden.yaml";
/// A page with the time that the municipality aims at.
const COMPARISON: &str = "/vergelijk/";
/// Far longer than the preview needs, for a computer that is busy with other things.
const LONG: Duration = Duration::from_secs(30);

/// A preview of a site, which stops when the test ends.
struct Preview {
    child: Child,
    address: String,
}

impl Preview {
    fn of(site: &Site) -> Preview {
        let mut child = Command::new(env!("CARGO_BIN_EXE_ouderwijzer"))
            .args(["serve", "--port", "0", "--datum", "2026-11-22", "--map", site.path().as_str()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("started");
        let mut lines = BufReader::new(child.stdout.take().expect("piped"));
        let mut first = String::new();
        lines.read_line(&mut first).expect("a first line");
        std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        let address = first.trim().strip_prefix("Voorbeeld: http://").expect("says its address").trim_end_matches('/');
        Preview { child, address: address.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        self.get_as(path, &self.address)
    }

    fn get_as(&self, path: &str, host: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("asked");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("answered");
        Answer::read(&bytes)
    }

    fn errors(&self) -> Value {
        let answer = self.get("/__voorbeeld/fouten");
        serde_json::from_slice::<Value>(&answer.body).expect("JSON")["fouten"].clone()
    }

    /// What the checker says of a page.
    fn findings(&self, page: &str) -> Value {
        let answer = self.get(&format!("/__voorbeeld/bevindingen?pagina={page}"));
        serde_json::from_slice::<Value>(&answer.body).expect("JSON")["bevindingen"].clone()
    }

    /// Asks again until it holds.
    fn until(&self, what: &str, holds: impl Fn(&Preview) -> bool) {
        let begin = Instant::now();
        while !holds(self) {
            assert!(begin.elapsed() < LONG, "{what} did not happen");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The states that the preview tells of, from now on.
    fn states(&self) -> States {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET /__voorbeeld/stand HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).expect("asked");
        stream.set_read_timeout(Some(LONG)).expect("a time");
        States { lines: BufReader::new(stream) }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.child.kill().expect("it still ran");
        self.child.wait().expect("stopped");
    }
}

struct States {
    lines: BufReader<TcpStream>,
}

impl States {
    /// Mark of the edition and of the files, at the next state.
    fn next(&mut self) -> (String, String) {
        loop {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).expect("told in time") > 0, "the preview hung up");
            if let Some(data) = line.strip_prefix("data: ") {
                let state: Value = serde_json::from_str(data).expect("JSON");
                let word = |key: &str| state[key].as_str().expect("a text").to_owned();
                return (word("editie"), word("bestanden"));
            }
        }
    }
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Answer {
        let split = bytes.windows(4).position(|piece| piece == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(bytes[..split].to_vec()).expect("text");
        let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).expect("a status");
        Answer { status, head: head.to_lowercase(), body: bytes[split + 4..].to_vec() }
    }

    fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("text")
    }

    /// The page without what the door added.
    fn page(&self) -> String {
        let text = self.text();
        let begin = text.find("<script src=\"/__voorbeeld/").expect("a page has the script");
        let end = begin + text[begin..].find("</script>").expect("closed") + "</script>".len();
        format!("{}{}", &text[..begin], &text[end..])
    }
}

#[test]
fn every_file_has_the_bytes_of_the_published_one() {
    let site = Site::basis();
    site.build();
    let preview = Preview::of(&site);
    let published = site.published("public");
    let mut pages = 0;
    for (path, bytes) in &published {
        let answer = preview.get(&format!("/{path}"));
        assert_eq!(answer.status, 200, "{path}");
        if path.ends_with(".html") {
            pages += 1;
            assert_eq!(answer.page().as_bytes(), bytes.as_slice(), "{path}");
        } else {
            assert_eq!(&answer.body, bytes, "{path}");
        }
    }
    assert!(pages > 5 && published.len() > pages + 5, "{pages} pages of {} files", published.len());
}

#[test]
fn a_saved_file_is_on_the_page_and_browsers_are_told() {
    let site = Site::basis();
    let preview = Preview::of(&site);
    let mut states = preview.states();
    let (edition, files) = states.next();
    assert_eq!(edition, files);
    assert!(preview.get(COMPARISON).text().contains("3 maanden"));
    site.replace(LEIDEN, "3 maanden", "4 maanden");
    let (next, files) = states.next();
    assert_eq!(next, files);
    assert_ne!(next, edition);
    let page = preview.get(COMPARISON).text();
    assert!(page.contains("4 maanden") && page.contains(&format!("data-editie=\"{next}\"")), "{page}");
}

#[test]
fn a_mistake_is_told_with_its_line_over_the_last_good_page_until_it_is_mended() {
    let site = Site::basis();
    let preview = Preview::of(&site);
    let before = preview.get("/leiden/").text();
    site.replace(LEIDEN, "maximum", "maximun");
    preview.until("the error", |preview| preview.errors() != serde_json::json!([]));
    let errors = preview.errors();
    assert_eq!(errors.as_array().map(Vec::len), Some(1), "{errors}");
    assert_eq!(errors[0]["melding"], "de sleutel `maximun` bestaat niet in `duur`");
    assert_eq!(errors[0]["plaats"]["bestand"], LEIDEN);
    assert_eq!(errors[0]["plaats"]["stuk"]["gemerkt"], "maximun");
    assert_eq!(errors[0]["hulp"], "verander `maximun` in `maximum`");
    assert_eq!(preview.get("/leiden/").text(), before, "the last good page stays");
    site.replace(LEIDEN, "maximun", "maximum");
    preview.until("the cure", |preview| preview.errors() == serde_json::json!([]));
    assert_eq!(preview.get("/leiden/").text(), before);
}

#[test]
fn a_site_that_begins_with_a_mistake_gets_a_page_that_waits() {
    let site = Site::basis();
    site.replace(LEIDEN, "maximum", "maximun");
    let preview = Preview::of(&site);
    let answer = preview.get("/leiden/");
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("Er is nog geen voorbeeld"), "{}", answer.text());
    site.replace(LEIDEN, "maximun", "maximum");
    preview.until("the page", |preview| preview.get("/leiden/").status == 200);
}

#[test]
fn a_template_that_cannot_be_filled_leaves_the_last_good_page() {
    let site = Site::basis();
    let preview = Preview::of(&site);
    let before = preview.get("/leiden/").page();
    site.write("themes/standaard/pages/home.html", "{{ dat_is_er_niet }}");
    preview.until("the error", |preview| preview.errors()[0]["regel"] == "thema");
    assert_eq!(preview.get("/leiden/").page(), before);
    site.remove("themes/standaard/pages/home.html");
    preview.until("the cure", |preview| preview.errors() == serde_json::json!([]));
}

#[test]
fn a_page_that_cannot_be_made_says_why_and_comes_when_that_is_mended() {
    let site = Site::basis();
    let preview = Preview::of(&site);
    preview.until("a page", |preview| preview.get("/leiden/").status == 200);
    let mut states = preview.states();
    let first = states.next();
    // Nobody looks at this page while its template is being spoiled.
    site.write("themes/standaard/pages/stage.html", "{{ dat_is_er_niet }}");
    let spoiled = states.next();
    assert!(spoiled != first && spoiled.0 == spoiled.1, "the page on view could be made: {spoiled:?}");
    assert_eq!(preview.get("/leiden/stap/ots/").status, 503);
    let page = preview.get("/leiden/stap/ots/").text();
    let edition = preview.states().next().0;
    assert!(
        page.contains("data-leeg") && page.contains(&format!("data-editie=\"{edition}\"")),
        "it does not load again for ever: {page}"
    );
    assert_eq!(preview.errors()[0]["regel"], "thema");
    site.remove("themes/standaard/pages/stage.html");
    preview.until("the page", |preview| preview.get("/leiden/stap/ots/").status == 200);
    preview.until("no errors", |preview| preview.errors() == serde_json::json!([]));
}

#[test]
fn a_style_sheet_may_be_kept_and_a_page_may_not() {
    let site = Site::basis();
    site.build();
    let style = site.published("public").into_keys().find(|path| path.starts_with("style-")).expect("a style sheet");
    let preview = Preview::of(&site);
    preview.until("a page", |preview| preview.get("/leiden/").status == 200);
    assert!(preview.get(&format!("/{style}")).head.contains("cache-control: max-age=31536000, immutable"));
    let page = preview.get("/leiden/");
    assert!(page.head.contains("cache-control: no-store"), "{}", page.head);
    assert_eq!(page.head.matches("cache-control").count(), 1, "{}", page.head);
}

#[test]
fn a_file_that_comes_and_goes_is_seen_and_so_is_a_new_folder() {
    let site = Site::basis();
    let preview = Preview::of(&site);
    let mut states = preview.states();
    let (first, _) = states.next();
    site.write(
        "municipalities/leiden/nl/paginas/hulp.md",
        "---\npeildatum: 2026-11-22\nbron: [P]\n---\n\nEen eigen tekst.\n",
    );
    let seen = states.next();
    assert_ne!(seen.1, first, "a file in a folder that was not there");
    site.remove("municipalities/leiden/nl/paginas/hulp.md");
    preview.until("what was", |preview| preview.states().next() == (first.clone(), first.clone()));
}

#[test]
fn only_this_computer_under_its_own_name_gets_an_answer() {
    let site = Site::basis();
    let preview = Preview::of(&site);
    assert!(preview.address.starts_with("127.0.0.1:"), "{}", preview.address);
    let stranger = preview.get_as("/leiden/", "kwaad.example");
    assert_eq!(stranger.status, 421);
    assert_eq!(stranger.text(), format!("dit voorbeeld is alleen te zien op http://{}/\n", preview.address));
    let own = preview.get("/leiden/");
    let policy =
        format!("; script-src http://{0}/__voorbeeld/voorbeeld.js; connect-src http://{0}/__voorbeeld/", preview.address);
    assert!(own.head.contains(&policy) && !own.head.contains("unsafe"), "{}", own.head);
}

#[test]
fn a_port_that_is_taken_is_said_in_dutch() {
    let site = Site::basis();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("bound").port().to_string();
    let output = Command::new(env!("CARGO_BIN_EXE_ouderwijzer"))
        .args(["voorbeeld", "--port", &port, "--map", site.path().as_str()])
        .output()
        .expect("run");
    assert_eq!(output.status.code(), Some(2));
    let expected = format!(
        "fout: poort {port} is al in gebruik, misschien door een ander voorbeeld: kies een andere met `--port`, of laat `--port` weg\n"
    );
    assert_eq!(String::from_utf8_lossy(&output.stderr), expected);
}

#[test]
fn a_folder_that_goes_and_comes_back_is_shown_again() {
    let site = Site::basis();
    let preview = Preview::of(&site);
    let before = preview.get("/leiden/").text();
    let (content, away) = (site.path().join("content"), site.path().join("weg"));
    fs::rename(&content, &away).expect("moved");
    preview.until("the error", |preview| preview.errors()[0]["regel"] == "map");
    assert_eq!(preview.get("/leiden/").text(), before, "the last good page stays");
    fs::rename(&away, &content).expect("moved back");
    preview.until("the cure", |preview| preview.errors() == serde_json::json!([]));
    site.replace(LEIDEN, "3 maanden", "5 maanden");
    preview.until("the new value", |preview| preview.get(COMPARISON).text().contains("5 maanden"));
}

#[test]
fn a_file_that_is_saved_by_renaming_is_seen_and_the_copies_of_an_editor_are_not() {
    let site = Site::basis();
    let preview = Preview::of(&site);
    let mut states = preview.states();
    let (edition, _) = states.next();
    for copy in [".leiden.yaml.swp", "leiden.yaml~", ".#leiden.yaml"] {
        site.write(&format!("municipalities/{copy}"), "half: [");
    }
    let text = fs::read_to_string(site.path().join(LEIDEN)).expect("readable");
    site.write("municipalities/.leiden.nieuw", text.replace("3 maanden", "6 weken"));
    fs::rename(site.path().join("municipalities/.leiden.nieuw"), site.path().join(LEIDEN)).expect("renamed");
    let (next, files) = states.next();
    assert_eq!(next, files, "no copy is read, so there is no error");
    assert_ne!(next, edition);
    assert!(preview.get(COMPARISON).text().contains("6 weken"));
}

#[test]
fn five_hundred_quick_saves_end_with_the_last_one() {
    let site = Site::basis();
    let preview = Preview::of(&site);
    let text = fs::read_to_string(site.path().join(LEIDEN)).expect("readable");
    for number in 1..=500 {
        // Every other save is a half one, as of a program that empties a file before it writes.
        let whole = text.replace("3 maanden", &format!("{number} dagen"));
        site.write(LEIDEN, if number % 2 == 1 { &whole[..whole.len() / 2] } else { &whole });
    }
    preview.until("the last save", |preview| preview.get(COMPARISON).text().contains("500 dagen"));
    preview.until("no errors", |preview| preview.errors() == serde_json::json!([]));
}

#[test]
fn files_are_read_again_only_when_one_of_them_changed() {
    let site = Site::basis();
    let mut reader = Reader::new(site.settings());
    assert!(reader.read_if_changed().is_some());
    assert!(reader.read_if_changed().is_none());
    site.replace(LEIDEN, "3 maanden", "4 maanden");
    assert!(reader.read_if_changed().is_some());
    assert!(reader.read_if_changed().is_none());
    fs::rename(site.path().join("content"), site.path().join("weg")).expect("moved");
    assert!(reader.read_if_changed().is_some_and(|read| read.is_err()));
    assert!(reader.read_if_changed().is_none());
}

#[test]
fn a_folder_that_is_lost_from_the_start_is_told_once() {
    let mut reader = Reader::new(Settings { site_dir: "/dit-is-er-niet".into(), ..Site::basis().settings() });
    assert!(reader.read_if_changed().is_some_and(|read| read.is_err()));
    assert!(reader.read_if_changed().is_none());
}

#[test]
fn a_file_that_is_put_back_at_once_ends_with_the_page_of_before() {
    let site = Site::basis();
    let preview = Preview::of(&site);
    let before = preview.get(COMPARISON).text();
    for number in 1..=20 {
        site.replace(LEIDEN, "3 maanden", &format!("{number} dagen"));
        site.replace(LEIDEN, &format!("{number} dagen"), "3 maanden");
        // Some are read in between, and some are not.
        std::thread::sleep(Duration::from_millis(number * 3));
    }
    site.replace(LEIDEN, "3 maanden", "4 maanden");
    preview.until("a new page", |preview| preview.get(COMPARISON).text().contains("4 maanden"));
    site.replace(LEIDEN, "4 maanden", "3 maanden");
    preview.until("the page of before", |preview| preview.get(COMPARISON).text() == before);
}

/// The checker reads the files itself: what it finds in files that are not those of the page is no finding of that page.
#[test]
fn what_the_checker_says_of_a_file_with_a_mistake_goes_when_the_file_is_put_back() {
    let site = Site::basis();
    let path = "content/nl/paginas/home.md";
    let text = fs::read_to_string(site.path().join(path)).expect("readable");
    let pressing = format!("{text}\nAls u niet meewerkt, dan gaan we naar de rechter.\n");
    site.write(path, &pressing);
    let preview = Preview::of(&site);
    preview.until("the page", |preview| preview.get("/leiden/").status == 200);
    // The page stays as it is, because of the mistake; the sentence is gone from the file.
    site.replace(LEIDEN, "maximum", "maximun");
    site.write(path, text);
    preview.until("the error", |preview| preview.errors() != serde_json::json!([]));
    preview.findings("/leiden/");
    site.write(path, pressing);
    site.replace(LEIDEN, "maximun", "maximum");
    preview.until("the cure", |preview| preview.errors() == serde_json::json!([]));
    let found = preview.findings("/leiden/");
    assert!(found.to_string().contains("\"regel\":\"als-dan-dreiging\""), "{found}");
}

#[test]
fn what_the_checker_says_comes_with_the_page_that_it_is_about() {
    let site = Site::basis();
    let path = "content/nl/paginas/home.md";
    let text = fs::read_to_string(site.path().join(path)).expect("readable");
    site.write(path, format!("{text}\nAls u niet meewerkt, dan gaan we naar de rechter.\n"));
    let preview = Preview::of(&site);
    preview.until("the page", |preview| preview.get("/leiden/").status == 200);
    let found = |page: &str| preview.findings(page);
    let rules = |found: &Value| found.to_string().matches("\"regel\":\"als-dan-dreiging\"").count();
    let home = found("/leiden/");
    assert_eq!(rules(&home), 1, "{home}");
    assert_eq!(rules(&found("/leiden/stap/ots/")), 0);
    assert_eq!(found("/"), serde_json::json!([]));
}

#[test]
fn a_folder_without_its_slash_leads_on_and_nothing_gives_not_found() {
    let site = Site::basis();
    let preview = Preview::of(&site);
    let folder = preview.get("/leiden");
    assert_eq!(folder.status, 308);
    assert!(folder.head.contains("location: /leiden/"), "{}", folder.head);
    assert_eq!(preview.get("/dit-is-er-niet/").status, 404);
    assert_eq!(preview.get("/../../etc/passwd").status, 404);
}

#[test]
fn a_folder_that_is_no_site_is_refused_with_what_to_do() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().to_string_lossy().into_owned();
    let output = Command::new(env!("CARGO_BIN_EXE_ouderwijzer")).args(["serve", "--map", &path]).output().expect("run");
    assert_eq!(output.status.code(), Some(2));
    let expected = format!(
        "fout: in `{path}` staat geen map `content`: dit is geen map van een site\nhulp: ga naar de map van uw site met `cd`, of maak een site met `ouderwijzer new mijn-site`\n"
    );
    assert_eq!(String::from_utf8_lossy(&output.stderr), expected);
}
