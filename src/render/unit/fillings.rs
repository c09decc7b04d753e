//! Fillings for texts that stand on no page of a municipality.

use crate::model::markup::{BlockName, ValueName};
use crate::render::html::Filling;

/// For texts of which the checked form has no holes.
pub(crate) struct NoFilling;

impl Filling for NoFilling {
    fn base(&self) -> &str {
        ""
    }
    fn value(&self, _: ValueName) -> &str {
        ""
    }
    fn is_known(&self, _: ValueName) -> bool {
        false
    }
    fn block(&self, _: &BlockName) -> String {
        String::new()
    }
}

/// Keeps the mark of the root, for HTML that becomes shared.
pub(crate) struct MarkedFilling;

impl Filling for MarkedFilling {
    fn base(&self) -> &str {
        "\u{E000}"
    }
    fn value(&self, _: ValueName) -> &str {
        ""
    }
    fn is_known(&self, _: ValueName) -> bool {
        false
    }
    fn block(&self, _: &BlockName) -> String {
        String::new()
    }
}
