//! What was asked before: a line for each address that worked, with the day. It is a text, so that an editor can read it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Answer;

/// An address that worked is not asked again for so many days.
const DAYS: i64 = 7;
const HEAD: &str = "# Adressen die werkten, met de dag waarop dat is nagekeken. U mag dit bestand weggooien.\n";

/// Addresses that worked, with the day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory(BTreeMap<String, Date>);

impl Memory {
    /// Reads the text of an earlier run; a line that cannot be read is forgotten.
    pub fn read(text: &str) -> Memory {
        let lines = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '));
        Memory(lines.filter_map(|(day, address)| Some((address.trim().to_owned(), day.parse().ok()?))).collect())
    }

    /// Whether an address worked not long ago. A day that has yet to come proves nothing.
    pub fn knows(&self, address: &str, today: Date) -> bool {
        let fresh = |day: &Date| *day <= today && day.saturating_add(jiff::Span::new().days(DAYS)) >= today;
        self.0.get(address).is_some_and(fresh)
    }

    /// Keeps what works, forgets what does not.
    pub fn learn(&mut self, answers: &BTreeMap<String, Answer>, today: Date) {
        for (address, answer) in answers {
            match answer {
                Answer::Works => self.0.insert(address.clone(), today),
                _ => self.0.remove(address),
            };
        }
    }

    /// The text for the next run, with only the addresses that are still there.
    pub fn write(&self, still_there: &dyn Fn(&str) -> bool) -> String {
        let kept = self.0.iter().filter(|(address, _)| still_there(address));
        std::iter::once(HEAD.to_owned()).chain(kept.map(|(address, day)| format!("{day} {address}\n"))).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::{Answer, Memory};

    #[test]
    fn what_worked_is_known_for_a_week_and_what_failed_is_asked_again() {
        let today = date(2026, 11, 22);
        let answers =
            [("https://een.nl", Answer::Works), ("https://twee.nl", Answer::Gone(404)), ("https://drie.nl", Answer::Works)];
        let answers: BTreeMap<String, Answer> = answers.map(|(address, answer)| (address.to_owned(), answer)).into();
        let mut memory = Memory::default();
        memory.learn(&answers, today);
        let memory = Memory::read(&memory.write(&|address| address != "https://drie.nl"));
        let known = |address: &str, day| memory.knows(address, day);
        assert!(known("https://een.nl", today) && known("https://een.nl", date(2026, 11, 29)));
        assert!(!known("https://een.nl", date(2026, 11, 30)) && !known("https://een.nl", date(2026, 11, 21)));
        assert!(!known("https://twee.nl", today) && !known("https://drie.nl", today));
    }

    #[test]
    fn lines_that_cannot_be_read_are_forgotten() {
        assert_eq!(Memory::read("# kop\nmorgen https://een.nl\n\nonzin\n"), Memory::default());
    }
}
