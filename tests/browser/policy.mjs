// The server configuration that is built beside the pages asks for what the Dutch
// test internet.nl wants, and says the same for every server.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { headersFor } from "./server.mjs";

export const name = "policy";

const DIRECTIVES = ["default-src", "base-uri", "form-action", "frame-ancestors", "frame-src"];
const WEAK = /unsafe-|(^|\s)(\*|data:|https?:)(\s|;|$)/;
const SERVER_FILES = ["_headers", "_redirects", "htaccess.txt", "nginx.conf"];
const GOOD_REFERRER = ["no-referrer", "same-origin"];

export function lookAtPolicy(folder, rules) {
  const headers = headersFor(rules, "/");
  const policy = headers["content-security-policy"] ?? "";
  const findings = [];
  const add = (rule, text) => findings.push({ rule, text, target: "server/_headers" });
  for (const directive of DIRECTIVES) {
    if (!new RegExp(`(^|;)\\s*${directive}\\s+'(none|self)'`).test(policy)) add("csp", `${directive} is not 'none' or 'self'`);
  }
  if (WEAK.test(policy)) add("csp", `weak: ${policy}`);
  if (!GOOD_REFERRER.includes(headers["referrer-policy"])) add("referrer-policy", `is ${headers["referrer-policy"]}`);
  if (headers["x-content-type-options"] !== "nosniff") add("nosniff", "X-Content-Type-Options is not nosniff");
  const files = readdirSync(join(folder, "server"));
  for (const file of SERVER_FILES.filter((name) => !files.includes(name))) add("other-servers", `server/${file} is missing`);
  for (const file of files) {
    const text = readFileSync(join(folder, "server", file), "utf8");
    const findings = file === "_redirects" ? oddRedirects(text) : oddHeaders(text, policy);
    for (const finding of findings) add("other-servers", `server/${file} ${finding}`);
  }
  return { findings, looked: files.length };
}

function oddHeaders(text, policy) {
  return policy !== "" && text.includes(policy) ? [] : ["does not have the same Content-Security-Policy"];
}

/** This file has no place for headers: its twin `_headers` sets them, also for the answer that redirects. */
function oddRedirects(text) {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.filter((line) => !/^\/\S+ \/\S* 301$/.test(line)).map((line) => `has a line that is not a permanent redirect: ${line}`);
}
