// The country as a Hugo project: a stub of front matter for each page, shared texts as pages that are only asked for
// (`GetPage`), local values as data files, and what is the same for a municipality in a cached partial.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { LANGUAGES } from "./country.mjs";

/** Version of the installed Hugo; nothing when there is none. */
export function version() {
  return spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout?.match(/v([\d.]+)/)?.[1];
}

/** Writes the project; gives how it is built and how one value is changed. */
export function write(country, folder, outputs) {
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put("config.toml", CONFIGURATION);
  for (const [path, text] of Object.entries(LAYOUTS)) put(`layouts/${path}`, text);
  put("layouts/partials/picture.html", country.picture);
  for (const language of LANGUAGES) writeTexts(country, language, put);
  for (const one of country.municipalities) put(`data/gemeenten/${one.key}.json`, JSON.stringify(one));
  const build = (output) => ({ command: "hugo", arguments: ["--quiet", "-d", join(outputs, output)], folder });
  const data = join(folder, `data/gemeenten/${country.municipalities[0].key}.json`);
  const change = (round) => {
    const one = JSON.parse(readFileSync(data, "utf8"));
    one.values[0].waarde = [`hulp van soort ${round}`];
    writeFileSync(data, JSON.stringify(one));
  };
  return { build, change, output: (name) => join(outputs, name) };
}

function writeTexts(country, language, put) {
  for (const page of country.pages) {
    const { title, summary, markdown } = page.words[language];
    const front = { title, summary, _build: { render: "never", list: "never" } };
    put(`content/${language}/gedeeld/${page.key}.md`, `${JSON.stringify(front, null, 1)}\n${markdown}`);
  }
  put(`content/${language}/gedeeld/_index.md`, `{ "_build": { "render": "never", "list": "never" } }\n`);
  for (const one of country.municipalities) {
    country.pages.forEach((page, index) => {
      const front = { title: page.words[language].title, gemeente: one.key, soort: page.key, weight: index + 1, tekening: page.hasPicture };
      put(`content/${language}/${one.key}/${index === 0 ? "_index" : page.key}.md`, `${JSON.stringify(front, null, 1)}\n`);
    });
  }
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

const PAGE = `{{ define "main" }}
{{ $one := index .Site.Data.gemeenten .Params.gemeente }}
{{ $text := .Site.GetPage (printf "/gedeeld/%s" .Params.soort) }}
<nav aria-label="kruimelpad"><ol><li><a href="/">Ouderwijzer</a></li><li><a href="/{{ .Params.gemeente }}/">{{ $one.name }}</a></li><li aria-current="page">{{ .Title }}</li></ol></nav>
<h1>{{ .Title }}</h1>
<p class="lead">{{ $text.Summary }}</p>
<p class="banner">In {{ $one.name }} ({{ $one.province }}): {{ $one.status }}{{ with $one.day }}, stand {{ . }}{{ end }}</p>
{{ if .Params.tekening }}<figure>{{ partialCached "picture.html" . }}<figcaption>{{ .Title }}</figcaption></figure>{{ end }}
{{ $text.Content }}
{{ partialCached "values.html" . .Params.gemeente .Language.Lang }}
{{ end }}
`;

const LAYOUTS = {
  "_default/baseof.html": `<!doctype html>
<html lang="{{ .Language.Lang }}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ .Params.gemeente }} – {{ .Site.Title }}</title>
<meta name="referrer" content="no-referrer">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#inhoud">Naar de inhoud</a>
<header><p><a href="/{{ .Params.gemeente }}/">{{ .Site.Title }}</a></p>
<ul>{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}" lang="{{ .Language.Lang }}">{{ .Language.Lang }}</a></li>{{ end }}</ul>
{{ partialCached "navigation.html" . .Params.gemeente .Language.Lang }}</header>
<main id="inhoud">{{ block "main" . }}{{ end }}</main>
{{ partialCached "foot.html" . .Language.Lang }}
</body>
</html>
`,
  "_default/single.html": PAGE,
  "_default/list.html": PAGE,
  "partials/navigation.html": `<nav aria-label="pagina's"><ul>{{ range .CurrentSection.Pages.ByWeight }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>`,
  "partials/values.html": `{{ $one := index .Site.Data.gemeenten .Params.gemeente }}<h2>In {{ $one.name }}</h2><table><thead><tr><th scope="col">Wat</th><th scope="col">Hier</th><th scope="col">Stand</th></tr></thead><tbody>
{{ range $one.values }}<tr><th scope="row">{{ .sleutel }}</th><td>{{ if .bekend }}{{ delimit .waarde "; " }}{{ else }}Dat is niet bekend. Vraag het aan uw hulpverlener.{{ end }}</td><td>{{ with .peildatum }}<time datetime="{{ . }}">{{ . }}</time>{{ end }}</td></tr>
{{ end }}</tbody></table>`,
  "partials/foot.html": `<footer><h2>Hulp</h2><ul>
<li><a href="tel:112">112</a> bij gevaar</li><li><a href="tel:08002000">Veilig Thuis 0800-2000</a></li><li><a href="tel:08000432">Kindertelefoon 0800-0432</a></li>
</ul><p>Dit is informatie, geen juridisch advies.</p></footer>`,
};
