// What the others make pages of: our shared texts, the open data of our build, and one of our pictures.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Languages of the pages; a text that is not translated is shown in the first. */
export const LANGUAGES = ["nl", "en"];

/** Texts, municipalities and a picture. `count` pages a municipality; when left out, as many as our build made. */
export function readCountry(project, built, keys, count) {
  const texts = readTexts(project);
  const wanted = count || pagesOf(join(built, keys[0]));
  const pages = Array.from({ length: wanted }, (_, index) => page(texts, index));
  return { pages, municipalities: keys.map((key) => municipality(built, key)), picture: picture(built, keys[0]) };
}

/** Names of all texts in the first language, stages first, each with its words by language. */
function readTexts(project) {
  const folders = ["stappen", "paginas", "jongeren", "rechten"];
  return folders.flatMap((folder) =>
    readdirSync(join(project, "content/nl", folder)).sort().map((file) => ({
      key: `${folder}-${file.replace(".md", "")}`,
      hasPicture: folder === "stappen",
      words: Object.fromEntries(LANGUAGES.map((language) => [language, words(project, language, folder, file)])),
    })),
  );
}

/** When there are more pages than texts, texts come back under another name. */
function page(texts, index) {
  const text = texts[index % texts.length];
  const turn = Math.floor(index / texts.length);
  return turn === 0 ? text : { ...text, key: `${text.key}-${turn + 1}` };
}

function words(project, language, folder, file) {
  const own = join(project, "content", language, folder, file);
  const text = readFileSync(existsSync(own) ? own : join(project, "content/nl", folder, file), "utf8");
  const [, front, ...body] = text.split(/^---$/m);
  const value = (key) => front.match(new RegExp(`^${key}: *(.*)$`, "m"))?.[1].replaceAll('"', "") ?? file;
  return { title: value("titel"), summary: value("samenvatting"), markdown: plainMarkdown(body.join("---")) };
}

/** Our marks and blocks go; our links become ordinary ones. */
function plainMarkdown(text) {
  return text
    .replace(/\{\{[^}]*\}\}/g, "")
    .replace(/ ?\{[^}]*\}/g, "")
    .replace(/^> \[!\w+\]$/gm, ">")
    .replace(/\[\]\((?:\w+:)?([^)]*)\)/g, "[$1](../$1/)")
    .replace(/\]\(woord:([^)]*)\)/g, "](../woordenlijst/#$1)")
    .replace(/\]\((?:pagina|stap|recht|route|jongeren|organisatie):([^)#]*)([^)]*)\)/g, "](../$1/$2)");
}

function municipality(built, key) {
  const { naam, provincie, status, peildatum, waarden } = JSON.parse(readFileSync(join(built, "data", `${key}.json`), "utf8"));
  return { key, name: naam, province: provincie, status, day: peildatum, values: waarden };
}

/** The small picture of all stages, as it stands on the page of a stage. */
function picture(built, key) {
  const stages = join(built, key, "stap");
  const found = readFileSync(join(stages, readdirSync(stages)[0], "index.html"), "utf8").match(/<svg[\s\S]*?<\/svg>/);
  if (!found) throw new Error("a stage page has no picture");
  return found[0];
}

/** Pages of one municipality in its first language. */
function pagesOf(folder) {
  const all = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith("index.html"));
  return all.filter((path) => !path.startsWith("en/")).length;
}
