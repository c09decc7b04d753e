// How many answers nginx gives with the generated configuration: `node benches/load.mjs <site> [seconds]`.
// A site of `build --gecomprimeerd` is asked for plain and compressed texts, another one for plain texts only.
// `wrk` asks on loopback with 32 connections, so it takes its share of the same processors.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { hasNginx, startNginx } from "../tests/server/server.mjs";

const CONNECTIONS = 32;

const site = resolve(process.argv[2] ?? "public");
const seconds = Number(process.argv[3] ?? 5);
if (!hasNginx() || spawnSync("wrk", ["-v"]).error) {
  console.error("NOT MEASURED: needs nginx and wrk (apt-get install nginx-light wrk)");
  process.exit(1);
}
const server = await startNginx(site);
try {
  console.log("| page | sent as | bytes | answers per second | median | 99 % within |\n|---|---|---|---|---|---|");
  for (const [name, path] of pages()) {
    for (const coding of existsSync(join(site, path, "index.html.gz")) ? ["identity", "gzip"] : ["identity"]) {
      await measure(name, `/${path}`, coding);
    }
  }
} finally {
  await server.stop();
}

/** The hub, and a stage page of the first municipality. */
function pages() {
  const town = readdirSync(site).find((name) => existsSync(join(site, name, "stap")));
  const stage = readdirSync(join(site, town, "stap"))[0];
  return [["hub", ""], ["stage", `${town}/stap/${stage}/`]];
}

async function measure(name, path, coding) {
  const address = `http://127.0.0.1:${server.port}${path}`;
  const headers = { "accept-encoding": coding };
  const answer = await fetch(address, { headers });
  const found = answer.headers.get("content-encoding") ?? "identity";
  if (answer.status !== 200 || found !== coding) throw new Error(`${path}: ${answer.status}, sent as ${found}`);
  const bytes = answer.headers.get("content-length");
  await answer.arrayBuffer();
  const load = ["-t2", `-c${CONNECTIONS}`, `-d${seconds}s`, "--latency", "-H", `Accept-Encoding: ${coding}`, address];
  const said = spawnSync("wrk", load, { encoding: "utf8" }).stdout;
  const find = (pattern) => said.match(pattern)?.[1];
  const rate = find(/Requests\/sec:\s+([\d.]+)/);
  const wrong = find(/Non-2xx or 3xx responses: (\d+)/) ?? find(/Socket errors: (.+)/);
  if (!rate || wrong) throw new Error(`${path}: ${wrong ?? said}`);
  console.log(`| ${name} | ${coding} | ${bytes} | ${Math.round(rate)} | ${find(/50%\s+(\S+)/)} | ${find(/99%\s+(\S+)/)} |`);
}
