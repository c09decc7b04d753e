//! Addresses of other sites, asked of a server on this machine: nothing leaves it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use ouderwijzer::diag::{SourceMap, Span};
use ouderwijzer::outside::{Answer, Manners, findings, visit};
use ouderwijzer::report::{Look, human};

/// First lines of the questions that came in, and the most that were open at once.
#[derive(Default)]
struct Seen {
    lines: Vec<String>,
    open: usize,
    most_open: usize,
    names: Vec<String>,
}

struct Server {
    address: String,
    seen: Arc<Mutex<Seen>>,
}

impl Server {
    /// Answers until the test ends.
    fn start() -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("bound"));
        let seen = Arc::new(Mutex::new(Seen::default()));
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let seen = Arc::clone(&shared);
                thread::spawn(move || serve(stream, &seen));
            }
        });
        Server { address, seen }
    }

    fn visit(&self, paths: &[&str]) -> BTreeMap<String, Answer> {
        let addresses: Vec<String> = paths.iter().map(|path| format!("{}{path}", self.address)).collect();
        let manners = Manners { pause: Duration::from_millis(5), patience: Duration::from_secs(2), tries: 3, hosts: 4 };
        let answers = visit(&addresses, &manners, &|_, _| {});
        answers.into_iter().map(|(address, answer)| (address.replace(&self.address, ""), answer)).collect()
    }

    fn asked(&self, path: &str) -> usize {
        let seen = self.seen.lock().expect("whole");
        seen.lines.iter().filter(|line| line.split(' ').nth(1) == Some(path)).count()
    }
}

fn serve(mut stream: TcpStream, seen: &Mutex<Seen>) {
    let mut reader = BufReader::new(stream.try_clone().expect("a second handle"));
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 || line.trim().is_empty() {
            break;
        }
        head.push(line.trim().to_owned());
    }
    let Some(first) = head.first().cloned() else { return };
    let times = {
        let mut seen = seen.lock().expect("whole");
        seen.open += 1;
        seen.most_open = seen.most_open.max(seen.open);
        seen.names
            .extend(head.iter().filter_map(|line| line.to_lowercase().strip_prefix("user-agent: ").map(str::to_owned)));
        seen.lines.push(first.clone());
        seen.lines.iter().filter(|line| **line == first).count()
    };
    let method = first.split(' ').next().unwrap_or_default();
    let reply = match (first.split(' ').nth(1).unwrap_or_default(), method, times) {
        ("/goed", ..) => "200 OK",
        ("/weg", ..) => "404 Not Found",
        ("/verhuisd", ..) => "301 Moved\r\nLocation: /nieuw",
        ("/even-elders", ..) => "302 Found\r\nLocation: /goed",
        ("/kring", ..) => "302 Found\r\nLocation: /kring",
        ("/geen-hoofd", "HEAD", _) => "405 Not Allowed",
        ("/geen-hoofd", ..) => "200 OK",
        ("/druk", _, 1) => "503 Busy",
        ("/druk", ..) => "200 OK",
        _ => "500 Broken",
    };
    thread::sleep(Duration::from_millis(2));
    seen.lock().expect("whole").open -= 1;
    let _ = stream.write_all(format!("HTTP/1.1 {reply}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").as_bytes());
}

#[test]
fn each_kind_of_answer_is_told_apart() {
    let server = Server::start();
    let answers = server.visit(&["/goed", "/weg", "/verhuisd", "/even-elders", "/geen-hoofd", "/stuk"]);
    assert_eq!(answers["/goed"], Answer::Works);
    assert_eq!(answers["/weg"], Answer::Gone(404));
    assert_eq!(answers["/verhuisd"], Answer::Moved(format!("{}/nieuw", server.address)));
    assert_eq!(answers["/even-elders"], Answer::Works);
    assert_eq!(answers["/geen-hoofd"], Answer::Works);
    assert_eq!(answers["/stuk"], Answer::Silent(Some(500)));
}

#[test]
fn a_busy_site_is_asked_again_and_a_clear_answer_is_not_doubted() {
    let server = Server::start();
    let answers = server.visit(&["/druk", "/goed", "/stuk"]);
    assert_eq!((&answers["/druk"], server.asked("/druk")), (&Answer::Works, 2));
    assert_eq!(server.asked("/goed"), 1);
    assert_eq!(server.asked("/stuk"), 3, "no more than three tries");
}

#[test]
fn one_host_gets_one_question_at_a_time_from_somebody_with_a_name() {
    let server = Server::start();
    let paths: Vec<String> = (0..12).map(|number| format!("/weg?{number}")).collect();
    server.visit(&paths.iter().map(String::as_str).collect::<Vec<_>>());
    let seen = server.seen.lock().expect("whole");
    assert_eq!(seen.most_open, 1);
    assert!(!seen.names.is_empty() && seen.names.iter().all(|name| name.starts_with("ouderwijzer/")), "{:?}", seen.names);
}

#[test]
fn a_way_without_end_and_a_port_without_server_give_no_answer() {
    let server = Server::start();
    assert_eq!(server.visit(&["/kring"])["/kring"], Answer::Silent(None));
    let closed = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    let manners = Manners { pause: Duration::ZERO, patience: Duration::from_secs(2), tries: 1, hosts: 1 };
    let address = format!("http://{closed}/");
    assert_eq!(visit(std::slice::from_ref(&address), &manners, &|_, _| {})[&address], Answer::Silent(None));
}

#[test]
fn an_editor_is_told_where_the_address_stands_and_what_to_do() {
    let mut files = SourceMap::default();
    let text = "jeugdstem: { website: https://weg.example.org/a }\n";
    let file = files.add("content/organisaties.yaml".into(), text.into());
    let address = "https://weg.example.org/a".to_owned();
    let start = text.find("https").expect("there");
    let places = BTreeMap::from([(address.clone(), Span::new(file, start, start + address.len()))]);
    let found = findings(&BTreeMap::from([(address, Answer::Gone(404))]), &places);
    let wanted = "let op[adres-werkt-niet]: `https://weg.example.org/a` bestaat niet meer (404)
  ╭▸ content/organisaties.yaml:1:23
  │
1 │ jeugdstem: { website: https://weg.example.org/a }
  │                       ━━━━━━━━━━━━━━━━━━━━━━━━━
  │
  ╰ hulp: zoek het nieuwe adres op de site van de organisatie, of haal het adres weg";
    assert_eq!(human(&found, &files, Look::Plain), wanted);
}
