// The country as an Eleventy project: one template that is paginated over all pages, shared texts and local values as
// global data (Markdown is made once), a layout in Nunjucks.

import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";

import { LANGUAGES } from "./country.mjs";
import { JINJA, frame, main, navigation, values } from "./page.mjs";
import { changeValue, writer } from "./project.mjs";

const INSTALLED = join(import.meta.dirname, "node_modules");

/** Version of the installed Eleventy; nothing when there is none. */
export function version() {
  const about = join(INSTALLED, "@11ty/eleventy/package.json");
  return existsSync(about) ? JSON.parse(readFileSync(about, "utf8")).version : undefined;
}

/** Writes the project; gives how it is built and how one value is changed. */
export function write(country, folder, outputs) {
  const put = writer(folder);
  const { pages, municipalities, picture } = country;
  put("package.json", `{ "type": "module" }`);
  symlinkSync(INSTALLED, join(folder, "node_modules"));
  put("eleventy.config.js", CONFIGURATION);
  put("_data/languages.json", JSON.stringify(LANGUAGES));
  put("_data/texts.json", JSON.stringify(pages));
  put("_data/municipalities.json", JSON.stringify(Object.fromEntries(municipalities.map((one) => [one.key, one]))));
  put("_data/shared.js", SHARED);
  put("_data/all.js", ALL);
  put("_includes/picture.njk", picture);
  put("_includes/layout.njk", frame({ ...FILL, title: "{{ shared[one.text][one.language].title }}" }));
  put("pages.njk", PAGE);
  const data = join(folder, "_data/municipalities.json");
  const change = (round) => changeValue(data, round, (all) => all[municipalities[0].key]);
  const program = join(INSTALLED, "@11ty/eleventy/cmd.cjs");
  // All pages stay in its memory: the heap that Node takes by itself is too small for the country.
  const environment = { NODE_OPTIONS: "--max-old-space-size=12000" };
  const build = (output) => ({ command: process.execPath, arguments: [program, "--quiet", `--output=${join(outputs, output)}`], folder, environment });
  return { build, change, output: (name) => join(outputs, name) };
}

const CONFIGURATION = `export default function (eleventy) {
  eleventy.setUseGitIgnore(false);
  return { dir: { input: ".", includes: "_includes", data: "_data" } };
}
`;

/** Shared Markdown to HTML, once for a language. */
const SHARED = `import { readFileSync } from "node:fs";
import markdownIt from "markdown-it";
const markdown = markdownIt({ typographer: true });
export default () => {
  const texts = JSON.parse(readFileSync(new URL("texts.json", import.meta.url), "utf8"));
  const words = (page) => Object.entries(page.words).map(([language, words]) => [language, { ...words, html: markdown.render(words.markdown) }]);
  return Object.fromEntries(texts.map((page) => [page.key, Object.fromEntries(words(page))]));
};
`;

/** Every page of the country: what the template is paginated over. */
const ALL = `import { readFileSync } from "node:fs";
const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
export default () => {
  const [languages, texts] = [read("languages.json"), read("texts.json")];
  return Object.keys(read("municipalities.json")).flatMap((key) =>
    languages.flatMap((language) => texts.map((text, index) => ({ key, language, text: text.key, hasPicture: text.hasPicture, place: index === 0 ? "" : text.key + "/" }))),
  );
};
`;

const OWN_LANGUAGE = "{% if one.language != 'nl' %}{{ one.language }}/{% endif %}";

const OWN = {
  ...JINJA,
  language: "{{ one.language }}",
  municipality: "{{ one.key }}",
  address: "https://voorbeeld.example{{ page.url }}",
  eachLanguage: (html) => `{% for language in languages %}${html}{% endfor %}`,
  otherAddress: "/{% if language != 'nl' %}{{ language }}/{% endif %}{{ one.key }}/{{ one.place }}",
  otherLanguage: "{{ language }}",
  eachPage: (html) => `{% for text in texts %}${html}{% endfor %}`,
  pageAddress: `/${OWN_LANGUAGE}{{ one.key }}/{% if not loop.first %}{{ text.key }}/{% endif %}`,
  pageTitle: "{{ text.words[one.language].title }}",
  main: "{{ content | safe }}",
  summary: "{{ words.summary }}",
  picture: `{% include "picture.njk" %}`,
  ifPicture: (html) => `{% if one.hasPicture %}${html}{% endif %}`,
  content: "{{ words.html | safe }}",
  value: `{{ value.waarde | join("; ") }}`,
};
const FILL = { ...OWN, navigation: navigation(OWN), values: values(OWN) };

const PAGE = `---
layout: layout.njk
pagination:
  data: all
  size: 1
  alias: one
permalink: "${OWN_LANGUAGE}{{ one.key }}/{{ one.place }}index.html"
---
{% set here = municipalities[one.key] %}{% set words = shared[one.text][one.language] %}${main(FILL)}`;
