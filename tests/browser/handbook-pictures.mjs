// Makes the pictures of the handbook from the real program:  node handbook-pictures.mjs <program> <folder>

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { buildAdmin, fieldIn, lendFolder, openFile, serveAdmin, siteFiles, startWorking } from "./cms.mjs";
import { openCountry, openDesk, panel } from "./desk.mjs";

const [program, folder] = process.argv.slice(2);
if (!folder) throw new Error("name the program and the folder: node handbook-pictures.mjs <program> <folder>");

const WINDOW = { viewport: { width: 800, height: 560 } };
const THREAT = "  verlenging: Als u niet meewerkt, dan gaan we naar de rechter.";

/** The preview: a good page, a mistake over it, and what the checker says. */
async function picturePreview(browser) {
  const desk = await openDesk(program, 3);
  try {
    const page = await browser.newPage(WINDOW);
    page.setDefaultTimeout(180_000);
    await page.goto(desk.address);
    await panel(page).getByText("niets gevonden").waitFor();
    await keep(page, "voorbeeld");
    await page.goto(new URL("hoe-lang/", desk.address).href);
    desk.replace("  streef: 3 maanden", "  streef: 3 maandne");
    await panel(page).getByRole("heading").waitFor();
    await keep(page, "fout");
    desk.replace("  streef: 3 maandne", "  streef: 3 maanden");
    desk.replace("  verlenging: onbekend", THREAT);
    const summary = panel(page).locator("summary");
    await summary.click();
    await keep(page, "bevinding");
  } finally {
    desk.close();
  }
}

/** What is known of the country. */
async function pictureCoverage(browser) {
  const country = await openCountry(program);
  try {
    const page = await browser.newPage(WINDOW);
    page.setDefaultTimeout(180_000);
    await page.goto(new URL("dekking/", country.address).href);
    await panel(page).getByText("Voorbeeld: niets gevonden").waitFor();
    await page.locator("main h2").first().evaluate((heading) => heading.scrollIntoView());
    await keep(page, "dekking");
  } finally {
    country.close();
  }
}

/** The administration page with the file of Leiden. */
async function pictureAdmin(browser) {
  const site = buildAdmin(program);
  const server = await serveAdmin(site);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, locale: "nl-NL" });
    page.setDefaultTimeout(180_000);
    const lend = await lendFolder(page, siteFiles(site));
    await page.goto(`${server.origin}/`);
    await lend();
    await startWorking(page);
    await openFile(page, server.origin, "gemeenten/entries/leiden");
    const field = await fieldIn(page, "Hoe lang?", "Gewone duur");
    await field.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await keep(page, "beheer");
  } finally {
    await server.close();
    site.close();
  }
}

const keep = (page, name) => page.screenshot({ path: join(folder, `${name}.png`) });

mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
  await picturePreview(browser);
  await pictureCoverage(browser);
  await pictureAdmin(browser);
} finally {
  await browser.close();
}
