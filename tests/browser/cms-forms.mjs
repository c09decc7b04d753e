// What the forms of the administration page do to files, without a browser:  node cms-forms.mjs <config.yml> <site folder>
// A file that nobody changed keeps every letter; one changed value changes that value and nothing else, remarks included.

import { strict as assert } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { INSTALLED } from "./cms.mjs";

const yaml = createRequire(join(INSTALLED, "package.json"))("yaml");
const forms = await import(pathToFileURL(join(INSTALLED, "src/form.js")).href);

const [configFile, site] = process.argv.slice(2);
if (!site) throw new Error("name the configuration and the site: node cms-forms.mjs <config.yml> <site folder>");
const config = yaml.parse(readFileSync(configFile, "utf8"));
/** Of each file. */
const PLACES = 8;
const languages = config.i18n.locales;

/** Every file that the configuration opens, with its fields. */
function opened() {
  return config.collections.flatMap((collection) => {
    const all = collection.files ?? [collection];
    return all.flatMap(({ file, folder, fields, extension = "yaml" }) =>
      languagesOf(file ?? folder).flatMap((place) =>
        (file ? [place] : inFolder(place, extension)).map((path) => ({ path, fields, isMarkdown: extension === "md" })),
      ),
    );
  });
}

function languagesOf(place) {
  return place.includes("{{locale}}") ? languages.map((tag) => place.replace("{{locale}}", tag)) : [place];
}

function inFolder(folder, extension) {
  return existing(folder).filter((name) => name.endsWith(`.${extension}`)).map((name) => join(folder, name));
}

function existing(folder) {
  try {
    return readdirSync(join(site, folder));
  } catch {
    return [];
  }
}

const reading = ({ isMarkdown }) => (isMarkdown ? forms.formOfMarkdown : forms.formOfYaml);
const writing = ({ isMarkdown }) => (isMarkdown ? forms.markdownOfForm : forms.yamlOfForm);

/** Values of a file; of Markdown the front matter and the text. */
function valuesOf(text, isMarkdown) {
  if (!isMarkdown) return yaml.parse(text);
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  return { ...yaml.parse(head), body };
}

/** Places of texts in a form, as lists of keys. */
function textsIn(value, path = []) {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

function set(form, path, value) {
  const last = path.at(-1);
  path.slice(0, -1).reduce((inner, key) => inner[key], form)[last] = value;
}

function get(form, path) {
  return path.reduce((inner, key) => inner?.[key], form);
}

/** How many places have another value. */
function differences(one, other) {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other ? 0 : 1;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].reduce((sum, key) => sum + (key in one && key in other ? differences(one[key], other[key]) : 1), 0);
}

/** At most so many, spread over the whole list: a long file is not better proof than a short one. */
function spread(list, most) {
  return list.filter((_, index) => Math.floor((index * most) / list.length) !== Math.floor(((index - 1) * most) / list.length));
}

const remarks = (text) => text.split("\n").filter((line) => line.trim().startsWith("#")).length;

const files = opened();
let untouched = 0;
let edits = 0;
for (const file of files) {
  let text;
  try {
    text = readFileSync(join(site, file.path), "utf8");
  } catch {
    continue;
  }
  const asRead = reading(file)(text.trim(), file.fields);
  const form = () => structuredClone(asRead);
  assert.equal(writing(file)(form(), file.fields), text, `${file.path} was only opened, and became different`);
  untouched += 1;
  // The keys of a block, the kind of an item and what travels along are no values.
  const isValue = (path) => !["_naam", "type", "_oorspronkelijk"].includes(path.at(-1)) && get(asRead, path) !== "onbekend";
  for (const path of spread(textsIn(asRead).filter(isValue), PLACES)) {
    const changed = form();
    set(changed, path, "Een ander woord: 'zó' # en meer");
    const written = writing(file)(changed, file.fields);
    const name = `${file.path}: ${path.join(".")}`;
    assert.equal(differences(valuesOf(text, file.isMarkdown), valuesOf(written, file.isMarkdown)), 1, name);
    if (path[0] !== "body") assert.equal(remarks(written), remarks(text), `${name}: a remark is lost`);
    assert.equal(get(reading(file)(written, file.fields), path), "Een ander woord: 'zó' # en meer", name);
    const emptied = form();
    set(emptied, path, "");
    const without = valuesOf(writing(file)(emptied, file.fields), file.isMarkdown);
    if (!/^\d+$/.test(path.at(-1))) assert.equal(differences(valuesOf(text, file.isMarkdown), without), 1, `${name}, emptied`);
    edits += 1;
  }
}
assert.ok(untouched >= 100 && edits >= 1000, `only ${untouched} files and ${edits} changes were looked at`);
console.log(`${untouched} files keep every letter, ${edits} changes change one value`);
