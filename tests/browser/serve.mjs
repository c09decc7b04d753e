// The preview in a real browser:  node serve.mjs <program>
// Reloads after a save, shows a mistake in a panel that everybody can use, and takes it away when it is mended.

import { strict as assert } from "node:assert";
import * as axe from "./axe.mjs";
import { launch } from "./browser.mjs";
import { openDesk, panel } from "./desk.mjs";

const WIDTHS = [320, 1280];
const program = process.argv[2];
if (!program) throw new Error("name the program: node serve.mjs <program>");

const proofs = {
  "a saved value is on the page without touching the browser": async ({ page, desk }) => {
    const duration = page.getByText("4 maanden").first();
    desk.replace("  streef: 3 maanden", "  streef: 4 maanden");
    await duration.waitFor();
  },
  "a mistake is shown over the page that was good, and focus stays where it was": async ({ page, desk }) => {
    const link = page.locator("main a").first();
    await link.focus();
    const title = await page.title();
    desk.replace("  streef: 4 maanden", "  streef: 4 maandne");
    const heading = panel(page).getByRole("heading", { name: "1 fout in uw bestanden" });
    await heading.waitFor();
    assert.equal(await page.title(), title);
    assert.ok(await link.evaluate((element) => element === document.activeElement), "focus moved");
    const words = await panel(page).innerText();
    for (const part of ["4 maandne", "municipalities/leiden.yaml, regel ", "U ziet nog de laatste goede pagina.", "Wat u kunt doen: "]) {
      assert.ok(words.includes(part), `the panel does not say ${part}: ${words}`);
    }
    const spoken = await page.locator("ouderwijzer-voorbeeld [role=status]").innerText();
    assert.match(spoken, /^1 fout in uw bestanden: 4 maandne kan niet bij streef$/);
  },
  "axe finds nothing in the panel and the page under it": async ({ page }) => {
    const { findings, looked } = await axe.look(page);
    assert.ok(looked > 10, `axe looked at ${looked} rules`);
    assert.deepEqual(findings, []);
  },
  "nothing sticks out and the panel leaves half of the page": async ({ page, width }) => {
    const { wide, panelHeight, height } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      panelHeight: document.querySelector("ouderwijzer-voorbeeld").shadowRoot.querySelector("section").getBoundingClientRect().height,
      height: innerHeight,
    }));
    assert.ok(wide <= width, `${wide} wide in a window of ${width}`);
    assert.ok(panelHeight <= height / 2 + 1, `${panelHeight} of ${height}`);
  },
  "the line with the mistake can be reached with the keyboard": async ({ page }) => {
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
    });
    const inPanel = () => document.querySelector("ouderwijzer-voorbeeld").shadowRoot.activeElement?.className ?? "";
    const seen = [];
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press("Tab");
      seen.push(await page.evaluate(inPanel));
    }
    assert.ok(seen.includes("stuk"), `focus went to ${seen}`);
  },
  "the panel goes when the mistake is mended": async ({ page, desk }) => {
    desk.replace("  streef: 4 maandne", "  streef: 3 maanden");
    await page.getByText("3 maanden").first().waitFor();
    await panel(page).getByText("Voorbeeld:").first().waitFor();
    assert.equal(await panel(page).getByRole("heading").count(), 0);
  },
  "what the checker finds is listed, folded in, and opens with the keyboard": async ({ page, desk }) => {
    desk.replace("  verlenging: onbekend", "  verlenging: Als u niet meewerkt, dan gaan we naar de rechter.");
    const summary = panel(page).locator("summary");
    await summary.waitFor();
    const details = panel(page).locator("details");
    assert.equal(await details.getAttribute("open"), null, "it begins folded in");
    await summary.focus();
    await page.keyboard.press("Enter");
    assert.match(await panel(page).innerText(), /municipalities\/leiden\.yaml, regel \d+/);
    assert.deepEqual((await axe.look(page)).findings, []);
    desk.replace("  verlenging: Als u niet meewerkt, dan gaan we naar de rechter.", "  verlenging: onbekend");
  },
};

async function atWidth(browser, width) {
  const desk = await openDesk(program, 3);
  const context = await browser.newContext({ viewport: { width, height: 720 } });
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("request", (request) => request.url().startsWith(new URL(desk.address).origin) || trouble.push(`asked ${request.url()}`));
  page.setDefaultTimeout(180_000);
  try {
    await page.goto(new URL("hoe-lang/", desk.address).href);
    for (const [name, proof] of Object.entries(proofs)) {
      await proof({ page, desk, width });
      console.log(`ok ${width}: ${name}`);
    }
    assert.deepEqual(trouble, [], "the policy holds and nothing is asked from elsewhere");
  } finally {
    await context.close();
    desk.close();
  }
}

const browser = await launch();
try {
  for (const width of WIDTHS) await atWidth(browser, width);
  console.log(`${WIDTHS.length * Object.keys(proofs).length} proofs of the preview`);
} finally {
  await browser.close();
}
