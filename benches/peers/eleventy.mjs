// The country as an Eleventy project: one template that is paginated over all pages, shared texts and local values as
// global data (Markdown is made once), a layout in Nunjucks.

import { existsSync, mkdirSync, readFileSync, writeFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";

import { LANGUAGES } from "./country.mjs";

const INSTALLED = join(import.meta.dirname, "node_modules");

/** Version of the installed Eleventy; nothing when there is none. */
export function version() {
  const about = join(INSTALLED, "@11ty/eleventy/package.json");
  return existsSync(about) ? JSON.parse(readFileSync(about, "utf8")).version : undefined;
}

/** Writes the project; gives how it is built and how one value is changed. */
export function write(country, folder, outputs) {
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
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
  put("_includes/layout.njk", LAYOUT);
  put("pages.njk", PAGE);
  const data = join(folder, "_data/municipalities.json");
  const change = (round) => {
    const all = JSON.parse(readFileSync(data, "utf8"));
    all[municipalities[0].key].values[0].waarde = [`hulp van soort ${round}`];
    writeFileSync(data, JSON.stringify(all));
  };
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

const PAGE = `---
layout: layout.njk
pagination:
  data: all
  size: 1
  alias: one
permalink: "{% if one.language != 'nl' %}{{ one.language }}/{% endif %}{{ one.key }}/{{ one.place }}index.html"
---
{% set here = municipalities[one.key] %}{% set words = shared[one.text][one.language] %}
<nav aria-label="kruimelpad"><ol><li><a href="/">Ouderwijzer</a></li><li><a href="/{{ one.key }}/">{{ here.name }}</a></li><li aria-current="page">{{ words.title }}</li></ol></nav>
<h1>{{ words.title }}</h1>
<p class="lead">{{ words.summary }}</p>
<p class="banner">In {{ here.name }} ({{ here.province }}): {{ here.status }}{% if here.day %}, stand {{ here.day }}{% endif %}</p>
{% if one.hasPicture %}<figure>{% include "picture.njk" %}<figcaption>{{ words.title }}</figcaption></figure>{% endif %}
{{ words.html | safe }}
<h2>In {{ here.name }}</h2><table><thead><tr><th scope="col">Wat</th><th scope="col">Hier</th><th scope="col">Stand</th></tr></thead><tbody>
{% for value in here.values %}<tr><th scope="row">{{ value.sleutel }}</th><td>{% if value.bekend %}{{ value.waarde | join("; ") }}{% else %}Dat is niet bekend. Vraag het aan uw hulpverlener.{% endif %}</td><td>{% if value.peildatum %}<time datetime="{{ value.peildatum }}">{{ value.peildatum }}</time>{% endif %}</td></tr>
{% endfor %}</tbody></table>
`;

const LAYOUT = `<!doctype html>
<html lang="{{ one.language }}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ shared[one.text][one.language].title }} – {{ one.key }} – Ouderwijzer</title>
<meta name="referrer" content="no-referrer">
<link rel="canonical" href="https://voorbeeld.example{{ page.url }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#inhoud">Naar de inhoud</a>
<header><p><a href="/{{ one.key }}/">Ouderwijzer</a></p>
<ul>{% for language in languages %}<li><a href="/{% if language != 'nl' %}{{ language }}/{% endif %}{{ one.key }}/{{ one.place }}" lang="{{ language }}">{{ language }}</a></li>{% endfor %}</ul>
<nav aria-label="pagina's"><ul>{% for text in texts %}<li><a href="/{% if one.language != 'nl' %}{{ one.language }}/{% endif %}{{ one.key }}/{% if not loop.first %}{{ text.key }}/{% endif %}">{{ text.words[one.language].title }}</a></li>{% endfor %}</ul></nav></header>
<main id="inhoud">{{ content | safe }}</main>
<footer><h2>Hulp</h2><ul>
<li><a href="tel:112">112</a> bij gevaar</li><li><a href="tel:08002000">Veilig Thuis 0800-2000</a></li><li><a href="tel:08000432">Kindertelefoon 0800-0432</a></li>
</ul><p>Dit is informatie, geen juridisch advies.</p></footer>
</body>
</html>
`;
