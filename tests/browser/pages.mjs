// Chooses the pages to look at. The list comes from the built folder itself,
// so that a new kind of page is looked at from its first day.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** A rich, a poor and an unknown municipality: the three faces that a page can have. */
export const MUNICIPALITIES = ["leiden", "goes", "aalsmeer"];

/** An address that no site has; it must give the site's own page 404. */
const MISSING = "deze-map/bestaat-niet/";

/**
 * Every page of the chosen municipalities, and every page of the hub.
 * A page is `{ address, file, bytes, lang, municipality, language, kind, status }`.
 */
export function listPages(folder) {
  const all = walk(folder).map((file) => describe(folder, file));
  const keys = municipalityKeys(all);
  const chosen = chooseMunicipalities(keys);
  const pages = all
    .map((page) => ({ ...page, ...place(page, keys, all) }))
    .filter((page) => page.municipality === null || chosen.includes(page.municipality));
  return [...pages, ...missingPage(pages)];
}

/** One page per kind, language and municipality. */
export function onePerKind(pages) {
  return largest(pages, (page) => [page.municipality, page.language, page.kind]);
}

/** One page per kind and language, whatever the municipality. */
export function onePerKindAndLanguage(pages) {
  return largest(pages, (page) => [page.language, page.kind]);
}

/** The largest page of each group, as it has most that can break. */
function largest(pages, groupOf) {
  const found = new Map();
  for (const page of pages) {
    const group = groupOf(page).join("|");
    if (!found.has(group) || found.get(group).bytes < page.bytes) found.set(group, page);
  }
  return [...found.values()];
}

function walk(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function describe(folder, file) {
  const html = readFileSync(file, "utf8");
  const path = relative(folder, file).split(sep).join("/");
  return {
    address: path.replace(/(^|\/)index\.html$/, "$1"),
    file,
    bytes: html.length,
    lang: html.match(/<html[^>]*?\slang=["']?([\w-]+)/i)?.[1] ?? "",
    hasPicture: /<svg[^>]*class="?ow-picture/.test(html),
    hasStepList: /class="?ow-step-list[ ">]/.test(html),
    hasSteps: /class="?ow-(stage-head|step-list)[ "]/.test(html),
    forwards: /<meta[^>]*http-equiv=["']?refresh/i.test(html),
    status: 200,
  };
}

/** A municipality is a folder with the page that shows all steps. The root itself is `""`. */
function municipalityKeys(all) {
  const keys = all
    .filter((page) => /^([^/]+\/)?stappen\/$/.test(page.address))
    .map((page) => page.address.replace(/stappen\/$/, "").replace(/\/$/, ""));
  return keys.filter((key) => !/^[a-z]{2}$/.test(key));
}

/** A site with few municipalities is looked at whole; a large one must have our three. */
function chooseMunicipalities(keys) {
  if (keys.length <= MUNICIPALITIES.length) return keys;
  const missing = MUNICIPALITIES.filter((key) => !keys.includes(key));
  if (missing.length > 0) throw new Error(`the site lacks ${missing.join(", ")}: choose other examples in pages.mjs`);
  return MUNICIPALITIES;
}

/** Where a page stands: its municipality (null for the hub), its language, its kind. */
function place(page, keys, all) {
  const segments = page.address.split("/").filter((segment) => segment !== "");
  const municipality = keys.includes(segments[0]) ? segments.shift() : keys.includes("") ? "" : null;
  const start = municipality ? `${municipality}/` : "";
  const folder = segments[0];
  const isLanguage = all.some((other) => {
    return other.address === `${start}${folder}/` && /^[a-z]{2,3}$/.test(folder) && other.lang.startsWith(folder);
  });
  const language = isLanguage ? segments.shift() : "nl";
  return { municipality, language, kind: kindOf(municipality, segments, page.forwards) };
}

/** `stap/zorgen` and `stap/ots` have one shape: `stap/*`. */
function kindOf(municipality, segments, forwards) {
  const shape = segments.length > 1 ? `${segments[0]}/*` : (segments[0] ?? "home");
  return (municipality === null ? "hub: " : "") + (forwards ? "forward" : shape);
}

function missingPage(pages) {
  const page = pages.find((page) => page.address === "404.html");
  return page ? [{ ...page, address: MISSING, kind: "hub: missing address", status: 404 }] : [];
}
