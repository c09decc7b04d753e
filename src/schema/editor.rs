//! What makes an editor program find the schemas: a line in a file, and settings for VS Code.

use serde_json::{Map, Value, json};

use super::Kind;

/// The first line of a YAML file that lies `depth` folders below the site folder: it names the schema.
pub fn modeline(kind: Kind, depth: usize) -> String {
    format!("# yaml-language-server: $schema={}{}", "../".repeat(depth), kind.path())
}

/// The text of `.vscode/settings.json`: which file has which schema, and nothing is asked of the internet.
pub fn settings() -> String {
    let schemas: Map<String, Value> =
        Kind::ALL.into_iter().filter_map(|kind| Some((kind.path(), json!([kind.files()?])))).collect();
    let settings = json!({
        "yaml.schemas": schemas,
        "yaml.schemaStore.enable": false,
        "yaml.validate": true,
        "yaml.hover": true,
        "yaml.completion": true,
        "yaml.format.enable": false,
        "redhat.telemetry.enabled": false,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.exclude": { "public": true, ".public-ouderwijzer": true, "schema": true },
        "[yaml]": {
            "editor.insertSpaces": true,
            "editor.tabSize": 2,
            "editor.detectIndentation": false,
            "editor.quickSuggestions": { "strings": true, "other": true, "comments": false }
        }
    });
    text(&settings)
}

/// The text of `.vscode/extensions.json`: the extension that shows the explanations.
pub fn extensions() -> String {
    text(&json!({ "recommendations": ["redhat.vscode-yaml"] }))
}

fn text(value: &Value) -> String {
    format!("{}\n", serde_json::to_string_pretty(value).expect("settings are plain JSON"))
}

#[cfg(test)]
mod tests {
    use super::{modeline, settings};
    use crate::schema::Kind;

    #[test]
    fn a_file_in_a_folder_finds_its_schema_beside_the_folder() {
        assert_eq!(modeline(Kind::Municipality, 1), "# yaml-language-server: $schema=../schema/gemeente.schema.json");
        assert_eq!(modeline(Kind::Region, 2), "# yaml-language-server: $schema=../../schema/regio.schema.json");
    }

    #[test]
    fn settings_ask_nothing_of_the_internet() {
        let settings: serde_json::Value = serde_json::from_str(&settings()).expect("valid");
        assert_eq!(settings["yaml.schemaStore.enable"], false);
        assert_eq!(settings["yaml.schemas"]["schema/gemeente.schema.json"][0], "municipalities/*.yaml");
    }
}
