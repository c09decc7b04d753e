//! Tokens that end with a full stop without ending a sentence: abbreviations and short months. Each list is a file with its reason in the
//! first line.

use std::collections::BTreeSet;
use std::sync::LazyLock;

static ABBREVIATIONS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| entries(include_str!("afkortingen.txt")).collect());
static SHORT_MONTHS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| entries(include_str!("maanden.txt")).collect());

/// `o.a`, `dhr`: small letters, without the last full stop.
pub(in crate::check) fn is_abbreviation(token: &str) -> bool {
    ABBREVIATIONS.contains(token)
}

/// `jan`, `sept`.
pub(super) fn is_short_month(token: &str) -> bool {
    SHORT_MONTHS.contains(token)
}

fn entries(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
