//! Holds a changed text against the text it came from.

use serde_json::Value;
use yaml_parser::SyntaxKind;

use super::EditError;
use crate::sources::yaml::plain_value;

/// The values of a text, without their places.
pub(super) fn meaning(text: &str) -> Result<Value, EditError> {
    plain_value(text).ok_or(EditError::NotReadable)
}

/// Both texts have the same values under the same keys, in whatever order the keys are.
pub(super) fn same_meaning(before: &str, after: &str) -> Result<(), EditError> {
    if meaning(before)? == meaning(after)? { Ok(()) } else { Err(EditError::OtherMeaning) }
}

/// Every remark of the one is in the other, as often.
pub(super) fn same_remarks(before: &str, after: &str) -> Result<(), EditError> {
    if remarks(before)? == remarks(after)? { Ok(()) } else { Err(EditError::LostRemark) }
}

/// All remarks, sorted, from `#` to the end of the line.
pub(super) fn remarks(text: &str) -> Result<Vec<String>, EditError> {
    let tree = yaml_parser::parse(text).map_err(|_| EditError::NotReadable)?;
    let tokens = tree.descendants_with_tokens().filter_map(|element| element.into_token());
    let mut found: Vec<String> =
        tokens.filter(|token| token.kind() == SyntaxKind::COMMENT).map(|token| token.text().trim_end().to_owned()).collect();
    found.sort();
    Ok(found)
}
