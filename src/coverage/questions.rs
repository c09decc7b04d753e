//! Which questions are most worth asking: those of N-40, in the order in which a parent needs them.

use jiff::civil::Date;

use super::Local;

/// How many questions are shown.
const SHOWN: usize = 3;

/// A question of N-40: `word` is its name among the questions of the interface (`local.questions`), and one known value
/// of `keys` answers it.
pub(super) struct StandardQuestion {
    word: &'static str,
    keys: &'static [&'static str],
}

/// The questions of N-40 in their order. How long comes with its maximum: that is what a parent can hold on to (N-60, C-07).
const QUESTIONS: &[StandardQuestion] = &[
    StandardQuestion { word: "lead", keys: &["uitvoering.regie"] },
    StandardQuestion { word: "maximum", keys: &["duur.maximum", "duur.streef"] },
    StandardQuestion { word: "participants", keys: &["overleg.deelnemers"] },
    StandardQuestion { word: "table_decider", keys: &["overleg.beslisser"] },
    StandardQuestion { word: "complaint_municipality", keys: &["klacht.gemeente", "klacht.lokaal_team", "klacht.gi"] },
    StandardQuestion { word: "legal_form", keys: &["rechtsvorm.vorm"] },
];

/// Why a question is worth asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Nobody knows the answer.
    Unknown,
    /// The answer is from this day, longer ago than the limit of the site.
    Old(Date),
}

/// A question that is worth asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Name among the questions of the interface: `lead`.
    pub word: &'static str,
    /// Why it is worth asking. For the country: because nobody knows it somewhere.
    pub reason: Reason,
    /// In how many municipalities it is open.
    pub open: usize,
}

/// First what nobody knows, then what is oldest.
pub(super) fn of_municipality(values: &[Local], as_of: Date, limit: u16) -> Vec<Question> {
    let mut open: Vec<Question> = Vec::new();
    let mut old: Vec<Question> = Vec::new();
    for StandardQuestion { word, keys } in QUESTIONS {
        let known = || values.iter().filter(|value| value.known && keys.contains(&value.subject.key));
        let youngest = known().filter_map(|value| value.as_of).max();
        match youngest {
            _ if known().next().is_none() => open.push(Question { word, reason: Reason::Unknown, open: 1 }),
            Some(day) if day.saturating_add(jiff::Span::new().months(limit)) < as_of => {
                old.push(Question { word, reason: Reason::Old(day), open: 1 });
            }
            _ => {}
        }
    }
    old.sort_by_key(|question| question.reason);
    open.extend(old);
    open.truncate(SHOWN);
    open
}

/// What is open in most municipalities; of equal numbers the one that a parent needs first.
pub(super) fn of_country(values: &[Vec<Local>]) -> Vec<Question> {
    let is_open = |question: &StandardQuestion, values: &[Local]| {
        !values.iter().any(|value| value.known && question.keys.contains(&value.subject.key))
    };
    let mut all: Vec<Question> = QUESTIONS
        .iter()
        .map(|question| Question {
            word: question.word,
            reason: Reason::Unknown,
            open: values.iter().filter(|values| is_open(question, values)).count(),
        })
        .filter(|question| question.open > 0)
        .collect();
    // The sort is stable, so equal numbers keep the order of N-40.
    all.sort_by_key(|question| std::cmp::Reverse(question.open));
    all.truncate(SHOWN);
    all
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Local, Reason, of_country, of_municipality};
    use crate::model::municipality::Subject;

    fn value(key: &'static str, as_of: Option<(i16, i8, i8)>) -> Local {
        let as_of = as_of.map(|(year, month, day)| date(year, month, day));
        Local { subject: Subject { key, word: "" }, known: true, as_of }
    }

    fn words(values: &[Local]) -> Vec<&'static str> {
        of_municipality(values, date(2026, 11, 22), 12).iter().map(|question| question.word).collect()
    }

    #[test]
    fn what_nobody_knows_comes_first_in_the_order_in_which_a_parent_needs_it() {
        assert_eq!(words(&[]), ["lead", "maximum", "participants"]);
        assert_eq!(words(&[value("duur.streef", Some((2026, 1, 1)))]), ["lead", "participants", "table_decider"]);
    }

    #[test]
    fn what_is_known_long_ago_comes_after_it_and_the_oldest_first() {
        let values = [
            value("uitvoering.regie", Some((2024, 1, 1))),
            value("duur.maximum", Some((2019, 1, 1))),
            value("overleg.deelnemers", Some((2026, 6, 1))),
            value("overleg.beslisser", Some((2026, 6, 1))),
            value("klacht.gi", Some((2026, 6, 1))),
        ];
        assert_eq!(words(&values), ["legal_form", "maximum", "lead"]);
        let questions = of_municipality(&values, date(2026, 11, 22), 12);
        assert_eq!(questions[1].reason, Reason::Old(date(2019, 1, 1)));
    }

    #[test]
    fn in_the_country_the_question_that_is_open_most_often_comes_first() {
        let country = [vec![value("uitvoering.regie", None)], vec![]];
        let questions: Vec<(&str, usize)> = of_country(&country).iter().map(|one| (one.word, one.open)).collect();
        assert_eq!(questions, [("maximum", 2), ("participants", 2), ("table_decider", 2)]);
    }
}
