// From saving a file to the new page in a real browser:  node benches/serve.mjs <program> [saves]
// One municipality is shown. Prints the median, the fastest and the slowest, and where the time goes.

import { launch } from "../tests/browser/browser.mjs";
import { openDesk } from "../tests/browser/desk.mjs";

const [program, asked = "20"] = process.argv.slice(2);
if (!program) throw new Error("name the program: node benches/serve.mjs <program> [saves]");

const browser = await launch();
const desk = await openDesk(program, 2);
try {
  const page = await browser.newPage();
  await page.goto(new URL("hoe-lang/", desk.address).href);
  await page.getByText("2 maanden").first().waitFor();
  const [whole, told] = [[], []];
  for (let save = 0; save < Number(asked); save += 1) {
    const [from, to] = [2 + (save % 7), 2 + ((save + 1) % 7)];
    const reloads = page.waitForRequest((request) => request.isNavigationRequest());
    const shown = page.getByText(`${to} maanden`).first().waitFor();
    const begin = performance.now();
    desk.replace(`  streef: ${from} maanden`, `  streef: ${to} maanden`);
    await reloads;
    told.push(performance.now() - begin);
    await shown;
    whole.push(performance.now() - begin);
    // A person does not save again within a moment; neither does the next round.
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  print("save → browser asks for the page", told);
  print("save → new value on the page", whole);
} finally {
  await browser.close();
  desk.close();
}

function print(what, times) {
  const sorted = times.toSorted((one, other) => one - other);
  const ms = (time) => `${time.toFixed(0)} ms`;
  console.log(`${what}: median ${ms(sorted[Math.floor(sorted.length / 2)])}, ${ms(sorted[0])}–${ms(sorted.at(-1))} (${sorted.length} saves)`);
}
