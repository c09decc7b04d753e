// What every project of a peer is written with.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Writes files below a folder, and makes the folders they stand in. */
export const writer = (folder) => (path, text) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

/** Open data with a file for each municipality; gives the path of the first, of which a value is changed. */
export function writeMunicipalities({ municipalities }, put) {
  const path = (one) => `data/gemeenten/${one.key}.json`;
  for (const one of municipalities) put(path(one), JSON.stringify(one));
  return path(municipalities[0]);
}

/** Changes the first value of a municipality that `find` takes from a file of data. */
export function changeValue(file, round, find = (one) => one) {
  const all = JSON.parse(readFileSync(file, "utf8"));
  find(all).values[0].waarde = [`hulp van soort ${round}`];
  writeFileSync(file, JSON.stringify(all));
}

/** Name of the file of a page, for those who want a file for each: the first is that of its folder. */
export const fileName = (page, index) => (index === 0 ? "_index" : page.key);

/** Every page of every municipality in a language: where it stands, and what its front matter says. */
export const stubs = ({ pages, municipalities }, language) =>
  municipalities.flatMap((one) =>
    pages.map((page, index) => ({
      path: `${one.key}/${fileName(page, index)}`,
      title: page.words[language].title,
      weight: index + 1,
      own: { gemeente: one.key, soort: page.key, tekening: page.hasPicture },
    })),
  );
