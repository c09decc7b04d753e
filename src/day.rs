//! Days as people write them: `31-12-2019`, `31 december 2019`, `12/31/2019`. A file has one form, `2019-12-31`.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// The day that a text means; `None` when it names no day that exists, or may mean two.
pub fn read(text: &str) -> Option<Date> {
    match readings(text)[..] {
        [day] => Some(day),
        _ => None,
    }
}

/// The days that a text may mean, the likeliest first: none when it names no day that exists, two when strokes leave open which
/// number is the month.
pub fn readings(text: &str) -> Vec<Date> {
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, middle, last] = parts[..] else { return Vec::new() };
    if first.len() == 4 {
        return day_of(first, middle, last).into_iter().collect();
    }
    if last.len() != 4 {
        return Vec::new();
    }
    let mut days: Vec<Date> = [day_of(last, middle, first), day_of(last, first, middle)].into_iter().flatten().collect();
    days.dedup();
    // Only between strokes do people write the month first.
    if !text.contains('/') {
        days.truncate(1);
    }
    days
}

/// `5 juni`, to tell two readings apart.
pub fn in_words(day: Date) -> String {
    format!("{} {}", day.day(), MONTHS[usize::from(day.month().unsigned_abs()) - 1])
}

fn day_of(year: &str, month: &str, day: &str) -> Option<Date> {
    let month = month.parse().ok().or_else(|| month_in_words(month))?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

/// A month by its first three letters, or `mrt`.
fn month_in_words(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let is_meant = |name: &str| name.chars().take(3).eq(word.chars().take(3)) || (word == "mrt" && name == "maart");
    i8::try_from(MONTHS.iter().position(|name| is_meant(name))? + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::{in_words, read, readings};

    fn days(text: &str) -> Vec<String> {
        readings(text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_date_in_dutch_order_is_turned_round() {
        assert_eq!(days("31-12-2019"), ["2019-12-31"]);
        assert_eq!(days("5-6-2019"), ["2019-06-05"]);
        assert_eq!(days("1 mrt 2024"), ["2024-03-01"]);
        assert_eq!(days("1 maart 2024"), ["2024-03-01"]);
        assert_eq!(days("2024-3-1"), ["2024-03-01"]);
        assert_eq!(days("2024/3/1"), ["2024-03-01"]);
        assert_eq!(days("voorjaar 2019"), [""; 0]);
    }

    #[test]
    fn a_number_above_twelve_is_the_day_wherever_it_stands() {
        assert_eq!(days("12/31/2020"), ["2020-12-31"]);
        assert_eq!(days("31/12/2020"), ["2020-12-31"]);
        assert_eq!(days("12-31-2020"), ["2020-12-31"]);
    }

    #[test]
    fn strokes_leave_open_which_number_is_the_month() {
        assert_eq!(days("05/06/2026"), ["2026-06-05", "2026-05-06"]);
        assert_eq!(read("05/06/2026"), None);
        assert_eq!(days("05/05/2026"), ["2026-05-05"]);
        assert_eq!(readings("05/06/2026").into_iter().map(in_words).collect::<Vec<_>>(), ["5 juni", "6 mei"]);
    }

    #[test]
    fn a_day_that_does_not_exist_is_not_proposed() {
        assert_eq!(days("30-02-2019"), [""; 0]);
        assert_eq!(days("31/31/2019"), [""; 0]);
        assert_eq!(days("2020-31-12"), [""; 0], "with the year in front the order is not in doubt");
    }
}
