//! Asks addresses whether they are there: hosts side by side, the addresses of one host after each other.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use ureq::Agent;
use ureq::http::StatusCode;
use ureq::http::header::LOCATION;
use url::Url;

use super::Answer;

/// How politely questions are asked.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// Pause between two questions to one host, and before the first repetition; each repetition doubles it.
    pub pause: Duration,
    /// Most time for one question.
    pub patience: Duration,
    /// How often a question is asked when no answer comes.
    pub tries: u32,
    /// How many hosts are asked at the same time.
    pub hosts: usize,
}

impl Default for Manners {
    fn default() -> Manners {
        Manners { pause: Duration::from_secs(1), patience: Duration::from_secs(15), tries: 3, hosts: 8 }
    }
}

/// By which name sites see us.
const NAME: &str = concat!("ouderwijzer/", env!("CARGO_PKG_VERSION"), " (kijkt of adressen nog werken)");
/// Most steps of a way that leads on.
const STEPS: usize = 5;

/// Asks all addresses. `told` is called with the number of addresses that answered, and the number of all.
pub fn visit(addresses: &[String], manners: &Manners, told: &(dyn Fn(usize, usize) + Sync)) -> BTreeMap<String, Answer> {
    let mut hosts: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for address in addresses {
        hosts.entry(host(address)).or_default().push(address);
    }
    let queue = Mutex::new(hosts.into_values().collect::<Vec<_>>());
    let answers = Mutex::new(BTreeMap::new());
    let agent = agent(manners);
    thread::scope(|scope| {
        for _ in 0..manners.hosts {
            scope.spawn(|| {
                while let Some(of_host) = next(&queue) {
                    for (number, address) in of_host.into_iter().enumerate() {
                        if number > 0 {
                            thread::sleep(manners.pause);
                        }
                        let answer = ask(&agent, address, manners);
                        let mut answers = answers.lock().expect("no thread panics while it holds the answers");
                        answers.insert(address.clone(), answer);
                        told(answers.len(), addresses.len());
                    }
                }
            });
        }
    });
    answers.into_inner().expect("no thread panics while it holds the answers")
}

fn next<'a>(queue: &Mutex<Vec<Vec<&'a String>>>) -> Option<Vec<&'a String>> {
    queue.lock().expect("no thread panics while it holds the queue").pop()
}

fn host(address: &str) -> String {
    let url = Url::parse(address).ok();
    url.and_then(|url| Some(format!("{}:{}", url.host_str()?, url.port_or_known_default()?))).unwrap_or_default()
}

fn agent(manners: &Manners) -> Agent {
    Agent::config_builder()
        .timeout_global(Some(manners.patience))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .user_agent(NAME)
        .build()
        .into()
}

/// Asks until an answer says something, or the tries are used up.
fn ask(agent: &Agent, address: &str, manners: &Manners) -> Answer {
    let mut pause = manners.pause;
    let mut answer = follow(agent, address, manners);
    for _ in 1..manners.tries {
        if !matches!(answer, Answer::Silent(_)) {
            break;
        }
        thread::sleep(pause);
        pause *= 2;
        answer = follow(agent, address, manners);
    }
    answer
}

/// Follows a way that leads on for now; a way that leads on for good is the answer.
fn follow(agent: &Agent, address: &str, manners: &Manners) -> Answer {
    let mut here = address.to_owned();
    for _ in 0..STEPS {
        let (status, location) = match question(agent, &here) {
            Ok(reply) => reply,
            Err(ureq::Error::HostNotFound) => return Answer::NoSite,
            Err(_) => return Answer::Silent(None),
        };
        let target = location.and_then(|target| Some(Url::parse(&here).ok()?.join(&target).ok()?.to_string()));
        match (status.as_u16(), target) {
            (301 | 308, Some(target)) if !is_same_page(&here, &target) => return Answer::Moved(target),
            (301 | 302 | 303 | 307 | 308, Some(target)) => here = target,
            (404 | 410, _) => return Answer::Gone(status.as_u16()),
            (200..=299, _) => return Answer::Works,
            (number, _) => return Answer::Silent(Some(number)),
        }
        thread::sleep(manners.pause);
    }
    Answer::Silent(None)
}

/// Only asks for the head of a page; a site that does not know that question is asked for the page, whose text is not read.
fn question(agent: &Agent, address: &str) -> Result<(StatusCode, Option<String>), ureq::Error> {
    let mut reply = agent.head(address).call()?;
    if matches!(reply.status().as_u16(), 400 | 403 | 404 | 405 | 501) {
        reply = agent.get(address).call()?;
    }
    let location = reply.headers().get(LOCATION).and_then(|value| value.to_str().ok()).map(str::to_owned);
    Ok((reply.status(), location))
}

/// The same page with or without `www.`, a stroke at the end or a safe line: nothing that an editor must change.
fn is_same_page(one: &str, other: &str) -> bool {
    let bare = |address: &str| {
        let address = address.split_once("://").map_or(address, |(_, rest)| rest);
        address.trim_start_matches("www.").trim_end_matches('/').to_lowercase()
    };
    bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::is_same_page;

    #[test]
    fn a_stroke_or_www_does_not_make_another_page() {
        assert!(is_same_page("https://leiden.nl", "https://www.leiden.nl/"));
        assert!(!is_same_page("https://leiden.nl/a", "https://leiden.nl/b"));
    }
}
