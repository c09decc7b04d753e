// Begins the administration page: reads config.yml, teaches the CMS our files, and starts it in Dutch.

import { parse } from "yaml";
import { formOfMarkdown, formOfYaml, markdownOfForm, yamlOfForm } from "./form.js";

const PREFERENCES = "sveltia-cms.prefs";

/** The CMS follows the language of the browser until somebody chose one; ours begins in the language of the configuration. */
function beginIn(locale) {
  const chosen = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
  if (!chosen.locale || chosen.locale === "auto") {
    localStorage.setItem(PREFERENCES, JSON.stringify({ ...chosen, locale }));
  }
}

async function configuration() {
  const response = await fetch("config.yml", { cache: "no-cache" });
  if (!response.ok) throw new Error(`config.yml: ${response.status}`);
  return parse(await response.text());
}

/** Every format of the configuration, with the fields of its files. */
function formats(config) {
  const files = config.collections.flatMap((collection) => collection.files ?? [collection]);
  return new Map(files.map(({ format, extension, fields }) => [format, { fields, extension: extension ?? "yaml" }]));
}

function teach(CMS, config) {
  for (const [format, { fields, extension }] of formats(config)) {
    const [read, write] = extension === "md" ? [formOfMarkdown, markdownOfForm] : [formOfYaml, yamlOfForm];
    CMS.registerCustomFormat(format, extension, {
      fromFile: (text) => read(text, fields),
      toFile: (form) => write(form, fields),
    });
  }
}

function sayThatItFailed(error) {
  console.error(error);
  document.querySelector("#wacht").hidden = true;
  document.querySelector("#mislukt").hidden = false;
}

try {
  const { locale, ...config } = await configuration();
  beginIn(locale);
  // Only now, because the CMS looks at the language as soon as it is loaded.
  const { default: CMS } = await import("@sveltia/cms");
  teach(CMS, config);
  await CMS.init({ config: { ...config, load_config_file: false } });
  document.querySelector("#onze-pagina").remove();
} catch (error) {
  sayThatItFailed(error);
}
