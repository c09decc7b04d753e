// The country as a Zola project: a stub of front matter for each page, a section for each municipality, shared texts as
// pages that are only asked for (`get_page`), local values and the menu as data files (`load_data`), a base template.

import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

import { LANGUAGES } from "./country.mjs";
import { JINJA, frame, main, navigation, values } from "./page.mjs";
import { changeValue, fileName, stubs, writeMunicipalities, writer } from "./project.mjs";

// Debian has no package of it, so a program that stands elsewhere can be named.
const PROGRAM = process.env.ZOLA ? resolve(process.env.ZOLA) : "zola";

/** Version of the installed Zola; nothing when there is none. */
export function version() {
  return spawnSync(PROGRAM, ["--version"], { encoding: "utf8" }).stdout?.match(/zola ([\d.]+)/)?.[1];
}

/** Writes the project; gives how it is built and how one value is changed. */
export function write(country, folder, outputs) {
  const put = writer(folder);
  put("config.toml", CONFIGURATION);
  for (const [path, text] of Object.entries(TEMPLATES)) put(`templates/${path}`, text);
  put("templates/picture.html", country.picture);
  for (const language of LANGUAGES) writePages(country, language, put);
  const data = join(folder, writeMunicipalities(country, put));
  // Without `--force` it refuses a folder that is there; with it, that folder is emptied first.
  const build = (output) => ({ command: PROGRAM, arguments: ["build", "--force", "--output-dir", join(outputs, output)], folder });
  return { build, change: (round) => changeValue(data, round), output: (name) => join(outputs, name) };
}

function writePages(country, language, put) {
  const suffix = language === LANGUAGES[0] ? "" : `.${language}`;
  const page = (path, front, markdown = "") => put(`content/${path}${suffix}.md`, `+++\n${toml(front)}+++\n${markdown}`);
  page("_index", { render: false });
  page("gedeeld/_index", { render: false });
  for (const { key, words } of country.pages) {
    const { title, summary, markdown } = words[language];
    page(`gedeeld/${key}`, { title, description: summary, render: false }, markdown);
  }
  for (const { path, title, own } of stubs(country, language)) page(path, { title, extra: own });
  const menu = country.pages.map((page, index) => ({ file: fileName(page, index), title: page.words[language].title }));
  put(`data/menu.${language}.json`, JSON.stringify(menu));
}

/** Front matter; a text in JSON is a text in TOML too. */
function toml({ extra = {}, ...own }) {
  const lines = (table) => Object.entries(table).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`).join("");
  return `${lines(own)}[extra]\n${lines(extra)}`;
}

const CONFIGURATION = `base_url = "https://voorbeeld.example"
title = "Ouderwijzer"
default_language = "nl"
[markdown]
smart_punctuation = true
[languages.en]
title = "Ouderwijzer"
`;

const OWN = {
  ...JINJA,
  language: "{{ lang }}",
  municipality: "{{ stub.extra.gemeente }}",
  address: "{{ stub.permalink | safe }}",
  // The order of `translations` is another one in every run.
  eachLanguage: (html) => `{% for other in stub.translations | sort(attribute="lang") | reverse %}${html}{% endfor %}`,
  otherAddress: "{{ other.permalink | safe }}",
  otherLanguage: "{{ other.lang }}",
  // Not the pages of the section: `get_section` hands over all of them with their neighbours, for every page again, and the
  // build then takes more than five times the processor time.
  eachPage: (html) => `{% for one in load_data(path="data/menu." ~ lang ~ ".json") %}${html}{% endfor %}`,
  pageAddress: `{{ get_url(path="@/" ~ stub.extra.gemeente ~ "/" ~ one.file ~ ".md", lang=lang) | safe }}`,
  pageTitle: "{{ one.title }}",
  main: "{% block main %}{% endblock %}",
  summary: "{{ words.description }}",
  picture: `{% include "picture.html" %}`,
  ifPicture: (html) => `{% if stub.extra.tekening %}${html}{% endif %}`,
  content: "{{ words.content | safe }}",
  value: `{{ value.waarde | join(sep="; ") }}`,
};
const FILL = { ...OWN, navigation: navigation(OWN), values: values(OWN) };

/** The page of a folder comes as `section`, every other as `page`. */
const GIVEN = `{% if section %}{% set stub = section %}{% else %}{% set stub = page %}{% endif %}
{%- set words = get_page(path="gedeeld/" ~ stub.extra.soort ~ ".md", lang=lang) %}
{%- set here = load_data(path="data/gemeenten/" ~ stub.extra.gemeente ~ ".json") -%}
`;

const TEMPLATES = {
  "base.html": `${GIVEN}${frame(FILL)}`,
  "page.html": `{% extends "base.html" %}{% block main %}${main(FILL)}{% endblock %}`,
  "section.html": `{% extends "page.html" %}`,
};
