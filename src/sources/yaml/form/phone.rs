//! Dutch phone numbers. A wrong number is worse than none: somebody in need calls it.

use super::Wrong;

/// Short numbers for help: European (116 …) and Dutch. The site of a municipality may need no other.
const SHORT: &[&str] = &["112", "113", "116000", "116006", "116111", "116117", "116123"];

/// What is wrong with a number as people write it.
pub(super) fn wrong(text: &str) -> Option<Wrong> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return None;
    }
    let count = digits.len();
    let reason = if SHORT.contains(&digits.as_str()) || is_service(&digits) || is_municipality(&digits) {
        return None;
    } else if digits.starts_with("31") || digits.starts_with("0031") {
        "dit nummer begint met het landnummer; schrijf een 0 in plaats van 31".to_owned()
    } else if digits.starts_with("0800") || digits.starts_with("0900") {
        format!("na {} komen 4 of 7 cijfers, en hier staan er {}", &digits[..4], count - 4)
    } else if digits.starts_with("0906") || digits.starts_with("0909") {
        "dit is een duur betaald nummer, en dat hoort niet op deze site".to_owned()
    } else if !digits.starts_with('0') {
        "een nummer begint met een 0, of is een kort nummer zoals `112` of `14 071`".to_owned()
    } else if count != 10 {
        format!("dit nummer heeft {count} cijfers, en een gewoon nummer heeft er 10")
    } else if !is_plain(&digits) {
        format!("er zijn in Nederland geen nummers die met {} beginnen", &digits[..3])
    } else {
        return None;
    };
    Some(Wrong::new(
        "telefoonnummer",
        format!("`{text}` is geen telefoonnummer: {reason}"),
        "kijk het nummer na bij de organisatie zelf, en schrijf het als \"071-5165000\" of \"0800-2000\"",
    ))
}

/// Free and paid service numbers. Other paid numbers (0906, 0909) have no place on a site for help.
fn is_service(digits: &str) -> bool {
    (digits.starts_with("0800") || digits.starts_with("0900")) && matches!(digits.len(), 8 | 11)
}

/// `14` and the area code of a municipality: `14 071`, `14 0182`.
fn is_municipality(digits: &str) -> bool {
    digits
        .strip_prefix("140")
        .is_some_and(|rest| matches!(rest.len(), 2 | 3) && rest.starts_with(['1', '2', '3', '4', '5', '7']))
}

/// Area codes (01 to 05 and 07), mobile phones (061 to 065, 068) and numbers of companies (085, 088).
fn is_plain(digits: &str) -> bool {
    match digits.as_bytes() {
        [b'0', b'1'..=b'5' | b'7', ..] => true,
        [b'0', b'6', third, ..] => matches!(third, b'1'..=b'5' | b'8'),
        [b'0', b'8', third, ..] => matches!(third, b'5' | b'8'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::wrong;

    #[test]
    fn numbers_that_people_call_are_right() {
        for number in ["112", "0800-2000", "0900-8844", "0800 0432", "14 071", "14020", "088-1234567", "071-516 50 00"] {
            assert_eq!(wrong(number), None, "{number}");
        }
        for number in ["0182 123456", "06-12345678", "116 111", "085 1234567"] {
            assert_eq!(wrong(number), None, "{number}");
        }
    }

    #[test]
    fn numbers_that_reach_nobody_are_wrong() {
        for number in ["071-516500", "0800-20", "0906-1234", "14 99", "2000", "0031 71 5165000", "060-1234567", "116 112"] {
            assert!(wrong(number).is_some(), "{number}");
        }
    }
}
