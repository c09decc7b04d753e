// Serves a built site with the real nginx and the configuration that was built beside
// the pages, on loopback, and looks at every answer: `node tests/server/nginx.mjs <site>`.
// The last line says how many answers were looked at. Exit code 3: there is no nginx here.

import { readFileSync, readdirSync, existsSync } from "node:fs";
import { request } from "node:http";
import { join, resolve } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { hasNginx, startNginx } from "./server.mjs";

const NO_NGINX = 3;
/** What `ux.md` §3.3 asks of every answer. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; frame-src 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "cross-origin-opener-policy": "same-origin",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
};

const problems = [];
let looked = 0;

function expect(sound, what) {
  looked += 1;
  if (!sound) problems.push(what);
}

const site = resolve(process.argv[2] ?? "public");
if (!hasNginx()) {
  console.error("there is no nginx here: apt-get install nginx-light");
  process.exit(NO_NGINX);
}
const server = await startNginx(site);
try {
  await lookAtEverything();
} finally {
  await server.stop();
}
for (const problem of problems) console.error(`WRONG: ${problem}`);
console.log(`nginx: ${looked} answers looked at, ${problems.length} wrong`);
process.exit(problems.length === 0 ? 0 : 1);

async function lookAtEverything() {
  for (const path of oneOfEachKind()) await lookAtFile(path);
  await lookAtMissing();
  await lookAtRedirects();
  await lookAtRange();
  await lookAtCache();
  await lookAtCompressed();
  await lookAtMany();
}

/** A published file of every ending, and pages at several depths. */
function oneOfEachKind() {
  const hub = readdirSync(site);
  const style = hub.find((name) => name.endsWith(".css"));
  const letters = hub.filter((name) => name.endsWith(".woff2"));
  const town = hub.find((name) => existsSync(join(site, name, "stappen", "index.html")));
  const data = readdirSync(join(site, "data")).filter((name) => /\.(json|csv)$/.test(name));
  const json = data.find((name) => name.endsWith(".json"));
  const paths = ["", "vergelijk/", `${town}/`, `${town}/stappen/`, style, "icon.svg", "robots.txt", "sitemap.xml"];
  expect(letters.length > 0, "the site has no letters for its pictures");
  paths.push(...letters, `data/${json}`, "data/gemeenten.csv", ".well-known/security.txt");
  return paths.map((path) => `/${path}`);
}

async function lookAtFile(path) {
  const answer = await get(path);
  const file = join(site, path.endsWith("/") ? `${path}index.html` : path);
  expect(answer.status === 200, `${path}: status ${answer.status}`);
  expect(answer.body.equals(readFileSync(file)), `${path}: other bytes than the file`);
  expectHeaders(path, answer);
  const type = answer.headers["content-type"] ?? "";
  if (/\/$|\.(html|css|txt|csv|xml|json)$/.test(path)) {
    expect(/charset=utf-8/i.test(type), `${path}: no charset in \`${type}\``);
  }
  if (path.endsWith(".woff2")) expect(type === "font/woff2", `${path}: is sent as \`${type}\``);
}

function expectHeaders(path, answer) {
  for (const [name, value] of Object.entries(HEADERS)) {
    expect(answer.headers[name] === value, `${path}: ${name} is \`${answer.headers[name]}\``);
  }
}

async function lookAtMissing() {
  for (const path of ["/is-er-niet", "/leiden/ook/niet/", "/style-00000000.css", "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd"]) {
    const answer = await get(path);
    expect([400, 404].includes(answer.status), `${path}: status ${answer.status}`);
    if (answer.status === 404) {
      expect(answer.body.equals(readFileSync(join(site, "404.html"))), `${path}: not our own page`);
      expectHeaders(path, answer);
    }
  }
}

/** Old addresses of municipalities that merged, at any depth. */
async function lookAtRedirects() {
  const rules = [...configuration().matchAll(/^rewrite \^\/(\S+?)\(\.\*\)\$ \/(\S+?)\$1 permanent;$/gm)];
  for (const [, from, to] of rules.slice(0, 40)) {
    const answer = await get(`/${from}hulp/`);
    const target = new URL(answer.headers.location ?? "/", origin()).pathname;
    expect(answer.status === 301 && target === `/${to}hulp/`, `/${from}: ${answer.status} to ${target}`);
    expectHeaders(`/${from}`, answer);
  }
}

async function lookAtRange() {
  const part = await get("/index.html", { range: "bytes=0-99" });
  expect(part.status === 206 && part.body.length === 100, `range: ${part.status}, ${part.body.length} bytes`);
  expect(/^bytes 0-99\//.test(part.headers["content-range"] ?? ""), "range: no content-range");
  expectHeaders("range", part);
}

/** A page is asked for again and answered with "not changed"; a style sheet is kept for a year. */
async function lookAtCache() {
  const first = await get("/index.html");
  const again = await get("/index.html", { "if-none-match": first.headers.etag });
  expect(again.status === 304, `cache: ${again.status} for a page that did not change`);
  expectHeaders("304", again);
  const page = first.headers["cache-control"] ?? "";
  expect(!/max-age=[1-9]\d{4}/.test(page), `cache: a page is kept too long: \`${page}\``);
  for (const file of readdirSync(site).filter((name) => /\.(css|woff2)$/.test(name))) {
    const kept = (await get(`/${file}`)).headers["cache-control"] ?? "";
    expect(/max-age=31536000/.test(kept), `cache: ${file} is kept for \`${kept}\``);
  }
}

/** Only a site that was built with `--gecomprimeerd` has these. */
async function lookAtCompressed() {
  const isThere = existsSync(join(site, "index.html.gz"));
  for (const path of ["/", ...readdirSync(site).filter((name) => name.endsWith(".css")).map((name) => `/${name}`)]) {
    const answer = await get(path, { "accept-encoding": "gzip" });
    const file = join(site, path === "/" ? "index.html" : path);
    const coding = answer.headers["content-encoding"];
    if (isThere) {
      expect(coding === "gzip" && answer.body.equals(readFileSync(`${file}.gz`)), `${path}: the compressed file is not used`);
      expect(/accept-encoding/i.test(answer.headers.vary ?? ""), `${path}: no \`Vary\``);
      expect(brotliDecompressSync(readFileSync(`${file}.br`)).equals(readFileSync(file)), `${path}.br: other bytes`);
    }
    const body = coding === "gzip" ? gunzipSync(answer.body) : answer.body;
    expect(body.equals(readFileSync(file)), `${path}: other bytes when compressed`);
    expectHeaders(`${path} compressed`, answer);
  }
}

/** Many parents at once: everybody gets the whole page. How fast, `benches/load.mjs` says. */
async function lookAtMany() {
  const page = readFileSync(join(site, "index.html"));
  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all(Array.from({ length: 32 }, () => get("/")));
    expect(answers.every((answer) => answer.status === 200 && answer.body.equals(page)), `many at once: not the whole page, round ${round}`);
  }
}

function configuration() {
  return readFileSync(join(site, "server", "nginx.conf"), "utf8");
}

function origin() {
  return `http://127.0.0.1:${server.port}`;
}

/** One answer, as it comes: nothing is followed or unpacked. */
function get(path, headers = {}) {
  return new Promise((done, fail) => {
    const asked = request({ host: "127.0.0.1", port: server.port, path, headers, agent: false }, (response) => {
      const pieces = [];
      response.on("data", (piece) => pieces.push(piece));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }));
    });
    asked.on("error", fail).end();
  });
}
