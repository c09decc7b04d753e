// Without JavaScript a page shows the same text. Open the page with scripts off.

export const name = "no-script";

const ENOUGH = 100;

export async function look(page) {
  const text = await page.evaluate(() => document.querySelector("main")?.innerText.trim() ?? "");
  const findings = [];
  if (text.length < ENOUGH) {
    findings.push({ rule: "no-text", text: `main has ${text.length} characters without scripts`, target: "main" });
  }
  return { findings, looked: 1 };
}
