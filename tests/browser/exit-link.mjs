// The exit link really leads away, and does not tell the next site where the reader was.

export const name = "exit-link";

const SELECTOR = ".ow-exit-link a[href^='http'], a.ow-exit-link[href^='http']";

export async function look(page) {
  const link = page.locator(SELECTOR).first();
  if ((await link.count()) === 0) return { findings: [], looked: 0 };
  const away = await link.getAttribute("href");
  const before = page.url();
  let sent = null;
  await page.route(away, async (route) => {
    sent = await route.request().allHeaders();
    await route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html><title>Weg</title>" });
  });
  await link.click();
  await page.waitForURL((url) => url.href !== before, { timeout: 5000 });
  await page.unroute(away);
  const findings = [];
  if (sent === null) findings.push({ rule: "stays", text: `${away} was not asked for`, target: SELECTOR });
  if (sent?.referer) findings.push({ rule: "referrer", text: `the next site learns ${sent.referer}`, target: SELECTOR });
  return { findings, looked: 1 };
}
