// The country as a Hugo project: a stub of front matter for each page, shared texts as pages that are only asked for
// (`GetPage`), local values as data files, and what is the same for a municipality in a cached partial.

import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { LANGUAGES } from "./country.mjs";
import { FOOT, frame, main, navigation, values } from "./page.mjs";
import { changeValue, stubs, writeMunicipalities, writer } from "./project.mjs";

/** Version of the installed Hugo; nothing when there is none. */
export function version() {
  return spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout?.match(/v([\d.]+)/)?.[1];
}

/** Writes the project; gives how it is built and how one value is changed. */
export function write(country, folder, outputs) {
  const put = writer(folder);
  put("config.toml", CONFIGURATION);
  for (const [path, text] of Object.entries(LAYOUTS)) put(`layouts/${path}`, text);
  put("layouts/partials/picture.html", country.picture);
  for (const language of LANGUAGES) writePages(country, language, put);
  const data = join(folder, writeMunicipalities(country, put));
  const build = (output) => ({ command: "hugo", arguments: ["--quiet", "-d", join(outputs, output)], folder });
  return { build, change: (round) => changeValue(data, round), output: (name) => join(outputs, name) };
}

function writePages(country, language, put) {
  const page = (path, front, markdown = "") => put(`content/${language}/${path}.md`, `${JSON.stringify(front, null, 1)}\n${markdown}`);
  const onlyAskedFor = { _build: { render: "never", list: "never" } };
  page("gedeeld/_index", onlyAskedFor);
  for (const { key, words } of country.pages) {
    const { title, summary, markdown } = words[language];
    page(`gedeeld/${key}`, { title, summary, ...onlyAskedFor }, markdown);
  }
  for (const { path, title, weight, own } of stubs(country, language)) page(path, { title, weight, ...own });
}

const CONFIGURATION = `baseURL = "https://voorbeeld.example/"
title = "Ouderwijzer"
relativeURLs = false
defaultContentLanguage = "nl"
disableKinds = ["taxonomy", "term", "RSS", "home"]
[languages.nl]
contentDir = "content/nl"
weight = 1
[languages.en]
contentDir = "content/en"
weight = 2
`;

const MUNICIPALITY = "{{ $one := index .Site.Data.gemeenten .Params.gemeente }}";

const FILL = {
  language: "{{ .Language.Lang }}",
  title: "{{ .Title }}",
  municipality: "{{ .Params.gemeente }}",
  address: "{{ .Permalink }}",
  eachLanguage: (html) => `{{ range .AllTranslations }}${html}{{ end }}`,
  otherAddress: "{{ .RelPermalink }}",
  otherLanguage: "{{ .Language.Lang }}",
  navigation: `{{ partialCached "navigation.html" . .Params.gemeente .Language.Lang }}`,
  eachPage: (html) => `{{ range .CurrentSection.Pages.ByWeight }}${html}{{ end }}`,
  pageAddress: "{{ .RelPermalink }}",
  pageTitle: "{{ .Title }}",
  main: `{{ block "main" . }}{{ end }}`,
  name: "{{ $one.name }}",
  summary: "{{ $text.Summary }}",
  province: "{{ $one.province }}",
  status: "{{ $one.status }}",
  day: "{{ . }}",
  ifDay: (html) => `{{ with $one.day }}${html}{{ end }}`,
  picture: `{{ partialCached "picture.html" . }}`,
  ifPicture: (html) => `{{ if .Params.tekening }}${html}{{ end }}`,
  content: "{{ $text.Content }}",
  values: `{{ partialCached "values.html" . .Params.gemeente .Language.Lang }}`,
  key: "{{ .sleutel }}",
  value: `{{ delimit .waarde "; " }}`,
  date: "{{ . }}",
  eachValue: (html) => `{{ range $one.values }}${html}{{ end }}`,
  known: (yes, no) => `{{ if .bekend }}${yes}{{ else }}${no}{{ end }}`,
  ifDated: (html) => `{{ with .peildatum }}${html}{{ end }}`,
  foot: `{{ partialCached "foot.html" . .Language.Lang }}`,
};

const PAGE = `{{ define "main" }}
${MUNICIPALITY}
{{ $text := .Site.GetPage (printf "/gedeeld/%s" .Params.soort) }}${main(FILL)}{{ end }}
`;

const LAYOUTS = {
  "_default/baseof.html": frame(FILL),
  "_default/single.html": PAGE,
  "_default/list.html": PAGE,
  "partials/navigation.html": navigation(FILL),
  "partials/values.html": `${MUNICIPALITY}${values(FILL)}`,
  "partials/foot.html": FOOT,
};
