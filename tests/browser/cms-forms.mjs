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

/** Cases that no file of ours has by itself: text in, a change in the form, text out. */
const CASES = [
  {
    name: "a list that was unknown, with a remark above it",
    before: "overleg:\n  # Wie zitten er?\n  deelnemers: onbekend\n  bron: [a]\n",
    edit: (form) => (form.overleg.deelnemers = ["ouders", "de Raad"]),
    after: "overleg:\n  # Wie zitten er?\n  deelnemers: [ouders, de Raad]\n  bron: [a]\n",
  },
  {
    name: "a list of which nobody knows any more",
    before: "overleg:\n  deelnemers: [ouders, de Raad] # uit 2019\n",
    edit: (form) => (form.overleg.deelnemers = ["onbekend"]),
    after: "overleg:\n  deelnemers: onbekend # uit 2019\n",
  },
  {
    name: "a choice of more words that was unknown",
    before: "uitvoering:\n  door: onbekend\n",
    edit: (form) => (form.uitvoering.door = ["gi", "lokaal_team"]),
    after: "uitvoering:\n  door: [gi, lokaal_team]\n",
  },
  {
    name: "a sentence becomes a contact",
    before: "klacht:\n  gi: bij de commissie\n  gemeente: onbekend\n",
    edit: (form) => (form.klacht.gi = [{ type: "contact", naam: "Klachtenbureau", email: "", website: "https://a.nl" }]),
    after: "klacht:\n  gi:\n    naam: Klachtenbureau\n    website: https://a.nl\n  gemeente: onbekend\n",
  },
  {
    name: "a number that the form gives back as text",
    before: "overleg:\n  kind_vanaf: onbekend\n",
    edit: (form) => (form.overleg.kind_vanaf = "12"),
    after: "overleg:\n  kind_vanaf: 12\n",
  },
  {
    name: "a new block gets its own place, and the remark stays with its key",
    before: "# Leiden\nstatus: gedateerd\n\n# Het overleg\noverleg:\n  vorm: geen\n",
    edit: (form) => (form.duur = { streef: "3 maanden", maximum: "", bron: ["verordening"] }),
    after: "# Leiden\nstatus: gedateerd\nduur:\n  streef: 3 maanden\n  bron: [verordening]\n\n# Het overleg\noverleg:\n  vorm: geen\n",
  },
  {
    name: "a key inside a block gets its own place",
    before: "duur:\n  streef: 3 maanden # gewoon\n  bron: [a]\n",
    edit: (form) => (form.duur.maximum = "6 maanden"),
    after: "duur:\n  streef: 3 maanden # gewoon\n  maximum: 6 maanden\n  bron: [a]\n",
  },
  {
    name: "a source is added behind the others, which stay on their line",
    before: "bronnen:\n  oud: { titel: Verordening, soort: gemeentestuk }\n",
    edit: (form) => form.bronnen.push({ _naam: "nieuw", titel: "Brief: over 'drang'", soort: "brief", jaar: 2026 }),
    after:
      "bronnen:\n  oud: { titel: Verordening, soort: gemeentestuk }\n  nieuw:\n    titel: \"Brief: over 'drang'\"\n    soort: brief\n    jaar: 2026\n",
  },
  {
    name: "a block that was emptied goes, and no other",
    before: "duur:\n  streef: 3 maanden\nregie: x\nstatus: onbekend\n",
    edit: (form) => (form.duur = { streef: "", bron: [] }),
    after: "regie: x\nstatus: onbekend\n",
  },
  {
    name: "a text between brackets that needs quotes gets them",
    before: "feiten: [C-02]\ntermen: { drang: hulp, overleg: tafel }\n",
    edit: (form) => (form.termen.drang = "hulp, met [haken]"),
    after: 'feiten: [C-02]\ntermen: { drang: "hulp, met [haken]", overleg: tafel }\n',
  },
  {
    name: "a file that did not exist",
    before: "",
    edit: (form) => Object.assign(form, { status: "onbekend", gemeente: { code: "GM0546", naam: "Leiden" } }),
    after: "gemeente:\n  naam: Leiden\n  code: GM0546\nstatus: onbekend\n",
  },
];
const municipality = config.collections.find(({ name }) => name === "gemeenten").fields;
for (const { name, before, edit, after } of CASES) {
  const form = forms.formOfYaml(before.trim(), municipality);
  edit(form);
  assert.equal(forms.yamlOfForm(form, municipality), after, name);
}
console.log(`${CASES.length} changes give the text that a careful editor would type`);

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
