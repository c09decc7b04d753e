// Privacy is proven, not promised: a page asks nothing of another site, stores
// nothing, and says nothing on the console.

export const name = "privacy";

/** Notes from now on what `page` asks for and says; attach it before the page is opened. */
export function listen(page, origin) {
  const notes = { findings: [], requests: 0 };
  const visited = new Set();
  const add = (rule, text) => notes.findings.push({ rule, text, target: "" });
  page.on("request", (request) => {
    notes.requests += 1;
    if (request.isNavigationRequest()) visited.add(request.url());
    if (!request.url().startsWith(`${origin}/`)) add("external-request", request.url());
  });
  page.on("requestfailed", (request) => {
    // The browser itself gives up the icon when the next page is opened before it came; nothing on a page can do that.
    const wasLeft = request.failure()?.errorText === "net::ERR_ABORTED";
    if (!wasLeft) add("request-failed", request.url());
  });
  page.on("response", (response) => {
    if (response.status() < 400 || visited.has(response.url())) return;
    add("broken-address", `${response.status()} ${response.url()}`);
  });
  page.on("console", (message) => {
    // Chromium reports the status of the page itself too; that has its own check.
    const { url } = message.location();
    const isOwnStatus = visited.has(url) && /a status of 404/.test(message.text());
    if (!isOwnStatus) add("console", `${message.type()}: ${message.text()} ${url}`);
  });
  page.on("pageerror", (error) => add("script-error", error.message));
  return notes;
}

/** What the page left behind, with what `listen` heard since the last time. */
export async function look(page, notes) {
  const kept = await page.evaluate(whatIsKept);
  const cookies = (await page.context().cookies()).map((cookie) => `cookie ${cookie.name}`);
  const findings = notes.findings.splice(0);
  findings.push(...[...kept, ...cookies].map((text) => ({ rule: "storage", text, target: "" })));
  await page.context().clearCookies();
  const looked = notes.requests;
  notes.requests = 0;
  return { findings, looked };
}

async function whatIsKept() {
  const kept = [];
  for (const [name, store] of [["localStorage", localStorage], ["sessionStorage", sessionStorage]]) {
    if (store.length > 0) kept.push(`${name}: ${Object.keys(store).join(", ")}`);
    store.clear();
  }
  for (const { name } of await indexedDB.databases()) {
    kept.push(`indexedDB: ${name}`);
    indexedDB.deleteDatabase(name);
  }
  for (const name of await caches.keys()) kept.push(`cache: ${name}`);
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  if (workers.length > 0) kept.push("a service worker");
  return kept;
}
