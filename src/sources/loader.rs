//! Reads files one by one when they are asked for, and collects what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use camino::{Utf8Path, Utf8PathBuf};

use super::ahead::{Ahead, Bytes, ReadFile};
use super::files::{Folder, PassedOver};
use super::layers::{self, Layers};
use super::yaml::{self, Loaded};
use super::{Register, Sources, ThemeFiles, letters, names, register, theme, words};
use crate::diag::{Diagnostic, Diagnostics, FileId, SourceMap, Span, nearest};
use crate::lang::Lang;

/// The files of `content/` itself.
const SHARED_FILES: &[&str] = &[
    "site.yaml",
    "stappen.yaml",
    "feiten.yaml",
    "bronnen.yaml",
    "rechten.yaml",
    "routes.yaml",
    "organisaties.yaml",
    "landelijk.yaml",
];

/// Reads files and collects what is wrong with them.
#[derive(Default)]
pub(crate) struct Loader {
    pub(super) files: SourceMap,
    pub(super) problems: Diagnostics,
    pub(super) broken: BTreeSet<Utf8PathBuf>,
    /// Files that nobody asked for yet.
    pub(super) ahead: Ahead,
    /// Trees of files that were asked for as text.
    pub(super) trees: BTreeMap<FileId, Arc<yaml::Tree>>,
}

impl Loader {
    /// Reads all files, folder by folder side by side: no file says anything about those of another folder.
    pub(super) fn sources(&mut self, content: &Folder, municipalities: &Folder, theme: &Folder) -> Option<Sources> {
        let tags = words::tags(content);
        let of_lists = register::SHOWN_FOLDER.into();
        let of_languages = tags.iter().map(|tag| content.shown(Utf8Path::new(tag)));
        let folders = [of_lists, theme.name().to_owned(), municipalities.name().to_owned()].into_iter().chain(of_languages);
        let mut apart = self.set_apart(&folders.collect::<Vec<_>>());
        let [lists, styles, local, languages @ ..] = &mut apart[..] else {
            unreachable!("every folder has a loader");
        };
        let lists_and_theme = || rayon::join(|| register::load(lists, content), || theme::load(styles, theme));
        let shared_and_local = || rayon::join(|| self.shared(content), || layers::load(local, municipalities));
        let ((words, (register, theme)), (shared, layers)) =
            rayon::join(|| rayon::join(|| words::load(&tags, languages, content), lists_and_theme), shared_and_local);
        apart.into_iter().for_each(|loader| self.absorb(loader));
        let Layers { regions, municipalities, additions } = layers;
        let broken = std::mem::take(&mut self.broken);
        Some(Sources { words, register, theme, regions, municipalities, additions, broken, ..shared? })
    }

    /// The files of `content/` itself; `None` without one of those that must be there.
    fn shared(&mut self, content: &Folder) -> Option<Sources> {
        self.report_stray_files(content);
        let site = self.required(content, "site.yaml");
        let pathway = self.required(content, "stappen.yaml");
        let facts = self.required(content, "feiten.yaml");
        let sources = self.required(content, "bronnen.yaml");
        let rights = self.optional(content, "rechten.yaml");
        let remedies = self.optional(content, "routes.yaml");
        let organisations = self.optional(content, "organisaties.yaml");
        let national = self.optional(content, "landelijk.yaml");
        Some(Sources {
            site: site?,
            pathway: pathway?,
            facts: facts?,
            sources: sources?,
            rights,
            remedies,
            organisations,
            national,
            regions: BTreeMap::new(),
            municipalities: BTreeMap::new(),
            additions: BTreeMap::new(),
            words: BTreeMap::new(),
            register: Register::default(),
            theme: ThemeFiles::default(),
            broken: BTreeSet::new(),
        })
    }

    /// A loader for each of these folders, to read its files beside the others.
    fn set_apart(&mut self, folders: &[Utf8PathBuf]) -> Vec<Loader> {
        let part = |place: usize| Loader { files: SourceMap::of_part(place + 1), ..Loader::default() };
        let mut loaders: Vec<Loader> = (0..folders.len()).map(part).collect();
        for (path, file) in std::mem::take(&mut self.ahead) {
            let place = folders.iter().position(|folder| Utf8Path::new(&path).starts_with(folder));
            let loader = place.map_or(&mut *self, |place| &mut loaders[place]);
            loader.ahead.insert(path, file);
        }
        loaders
    }

    /// Takes over what another loader read and found.
    fn absorb(&mut self, other: Loader) {
        let Loader { files, problems, broken, ahead: _, trees: _ } = other;
        self.files.absorb(files);
        self.problems.extend(problems);
        self.broken.extend(broken);
    }

    /// Adds a file's text to the source map; `None`, with a message, when it is not readable text.
    pub(crate) fn text(&mut self, folder: &Folder, path: &Utf8Path) -> Option<FileId> {
        let shown = folder.shown(path);
        let read = self.ahead.remove(shown.as_str()).unwrap_or_else(|| read_now(folder, path));
        let ReadFile { text, hash, is_clean, tree } = read;
        match text {
            Ok(text) => {
                let id = self.files.add_marked(shown.clone(), text.into(), hash);
                self.trees.extend(tree.map(|tree| (id, tree)));
                if is_clean {
                    return Some(id);
                }
                letters::problems(id, self.files.text(id)).into_iter().for_each(|problem| self.problems.push(problem));
                let readable = !letters::has_control(self.files.text(id));
                if !readable {
                    self.broken.insert(shown);
                }
                readable.then_some(id)
            }
            Err(problem) => {
                let id = self.files.add(shown.clone(), "".into());
                self.problems.push(problem.diagnostic(Span::whole(id)));
                self.broken.insert(shown);
                None
            }
        }
    }

    /// Reads one YAML file.
    pub(crate) fn yaml<T>(&mut self, folder: &Folder, path: &Utf8Path) -> Option<Loaded<T>>
    where
        T: serde::de::DeserializeOwned + schemars::JsonSchema,
    {
        let id = self.text(folder, path)?;
        let text = self.files.text(id);
        let value = yaml::read(id, text, (0..text.len(), self.trees.remove(&id)), &mut self.problems);
        if value.is_none() {
            self.broken.insert(folder.shown(path));
        }
        value
    }

    fn optional<T>(&mut self, folder: &Folder, path: &str) -> Option<Loaded<T>>
    where
        T: serde::de::DeserializeOwned + schemars::JsonSchema,
    {
        if folder.contains(path) { self.yaml(folder, Utf8Path::new(path)) } else { None }
    }

    fn required<T>(&mut self, folder: &Folder, path: &str) -> Option<Loaded<T>>
    where
        T: serde::de::DeserializeOwned + schemars::JsonSchema,
    {
        if !folder.contains(path) {
            let shown = folder.shown(Utf8Path::new(path));
            let id = self.files.add(shown.clone(), "".into());
            let missing = Diagnostic::error("ontbrekend-bestand", format!("het bestand `{shown}` ontbreekt"))
                .at(Span::whole(id))
                .help("zet het bestand terug, of maak het opnieuw");
            self.problems.push(missing);
        }
        self.optional(folder, path)
    }

    fn report_stray_files(&mut self, content: &Folder) {
        for path in content.direct_files().filter(|path| !SHARED_FILES.contains(&path.as_str())) {
            let help = match nearest(path.as_str(), SHARED_FILES.iter().copied()) {
                Some(meant) => format!("verander de naam in `{meant}`"),
                None => "verwijder het bestand, of zet het op de goede plaats".to_owned(),
            };
            self.stray_file(content, path, help);
        }
    }

    pub(super) fn report_passed_over(&mut self, folder: &Folder) {
        for (path, why) in folder.passed_over() {
            let problem = match why {
                PassedOver::Link => {
                    let message =
                        format!("`{path}` is een verwijzing naar een andere plaats, en die volgt het programma niet");
                    Diagnostic::error("onbekend-bestand", message).help("zet het bestand of de map zelf op deze plaats")
                }
                PassedOver::Name => {
                    Diagnostic::error("bestandsnaam", format!("de naam `{path}` heeft letters die niet kunnen"))
                        .help("geef het bestand of de map een naam met gewone letters en streepjes")
                }
            };
            self.file_problem(folder, path, problem);
        }
    }

    /// A finding about a file as a whole.
    pub(crate) fn file_problem(&mut self, folder: &Folder, path: &Utf8Path, problem: Diagnostic) {
        let id = self.files.add(folder.shown(path), "".into());
        self.problems.push(problem.at(Span::whole(id)));
    }

    /// A file that nothing reads: an editor thinks that it is published.
    pub(crate) fn stray_file(&mut self, folder: &Folder, path: &Utf8Path, help: impl Into<String>) {
        let stray = Diagnostic::error("onbekend-bestand", format!("het programma kent `{path}` niet")).help(help);
        self.file_problem(folder, path, stray);
    }

    /// Whether a file has a name that can be an address; a wrong name is a finding.
    pub(crate) fn has_good_name(&mut self, folder: &Folder, path: &Utf8Path, ending: &str) -> bool {
        let name = path.file_name().unwrap_or_default();
        if name.strip_suffix(ending).is_some_and(names::is_key) {
            return true;
        }
        let wrong = Diagnostic::error("bestandsnaam", format!("de bestandsnaam `{name}` kan niet"))
            .help(format!("verander de naam in `{}{ending}`", names::suggested(name)));
        self.file_problem(folder, path, wrong);
        false
    }

    pub(crate) fn unknown_language(&mut self, folder: &Folder, path: &Utf8Path, tag: &str) {
        let tags: Vec<&str> = Lang::tags().collect();
        let unknown = if words::FOLDERS.contains(&tag) {
            Diagnostic::error("onbekend-bestand", format!("de map `{tag}` hoort in de map van een taal"))
                .help(format!("zet het bestand bijvoorbeeld in `content/nl/{tag}/`"))
        } else {
            Diagnostic::error("onbekende-taal", format!("de taal `{tag}` is niet bekend")).help(
                match nearest(tag, tags.iter().copied()) {
                    Some(meant) => format!("bedoelt u `{meant}`? Verander dan de naam van de map"),
                    None => format!("geef de map de naam van een taal: {}", tags.join(", ")),
                },
            )
        };
        self.file_problem(folder, path, unknown);
    }
}

/// What was not read ahead.
fn read_now(folder: &Folder, path: &Utf8Path) -> ReadFile {
    Bytes::new(folder.shown(path), folder.bytes(path)).read(None).1
}
