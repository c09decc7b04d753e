// Makes the pictures of the handbook from the real program:  node handbook-pictures.mjs <program> <folder>

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { fillIn, openCountry, openDesk, panel } from "./desk.mjs";

const [program, folder] = process.argv.slice(2);
if (!folder) throw new Error("name the program and the folder: node handbook-pictures.mjs <program> <folder>");

const THREAT = "  verlenging: Als u niet meewerkt, dan gaan we naar de rechter.";

const browser = await launch();
const desk = await openDesk(program);
const country = await openCountry(program);
try {
  mkdirSync(folder, { recursive: true });
  fillIn(desk, 3);
  const page = await browser.newPage({ viewport: { width: 800, height: 560 } });
  page.setDefaultTimeout(180_000);
  const keep = (name) => page.screenshot({ path: join(folder, `${name}.png`) });
  await page.goto(desk.address);
  await panel(page).getByText("niets gevonden").waitFor();
  await keep("voorbeeld");
  await page.goto(new URL("hoe-lang/", desk.address).href);
  desk.replace("  streef: 3 maanden", "  streef: 3 maandne");
  await panel(page).getByRole("heading").waitFor();
  await keep("fout");
  desk.replace("  streef: 3 maandne", "  streef: 3 maanden");
  desk.replace("  verlenging: onbekend", THREAT);
  const summary = panel(page).locator("summary");
  await summary.click();
  await keep("bevinding");
  await page.goto(new URL("dekking/", country.address).href);
  await panel(page).getByText("Voorbeeld: niets gevonden").waitFor();
  await page.locator("main h2").first().evaluate((heading) => heading.scrollIntoView());
  await keep("dekking");
} finally {
  await browser.close();
  desk.close();
  country.close();
}
