//! Days in the words of a language. The Gregorian calendar is fixed: some languages would give another one.

use jiff::civil::Date;

use super::ui::filled;
use crate::model::words::Language;

/// A day as people write it: `22 november 2026`.
pub(crate) fn written(date: Date, language: &Language) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|index| language.months.get(index));
    let Some(month) = month else { return date.to_string() };
    let (day, year) = (date.day().to_string(), date.year().to_string());
    filled(&language.date, &[("dag", &day), ("maand", month), ("jaar", &year)])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::written;
    use crate::model::words::Language;

    #[test]
    fn a_day_is_written_in_the_words_of_the_language() {
        let months = (1..=12).map(|month| format!("m{month}")).collect();
        let language = Language { months, date: "{dag} {maand} {jaar}".into(), ..Language::default() };
        assert_eq!(written(date(2026, 11, 22), &language), "22 m11 2026");
    }
}
